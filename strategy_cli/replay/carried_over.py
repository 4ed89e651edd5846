"""Carried over: a version loaded after the one before it, whose things stand where its own files cannot be read."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, cast

from strategy_cli import loading
from strategy_cli.config import settings
from strategy_cli.finding import Finding, Level
from strategy_cli.loading import Loaded
from strategy_cli.loading.levels import level_of
from strategy_cli.model.about import About
from strategy_cli.model.entity import Entity
from strategy_cli.model.kinds import attributes
from strategy_cli.model.own import built_in
from strategy_cli.ref import Ref
from strategy_cli.source import MAIN_FILE, Source
from strategy_cli.strategy import Place, Strategy


def faults_of(loaded: Loaded) -> tuple[Finding, ...]:
    """Pick what is wrong enough with a version that something of it may not have been read."""
    levels = settings(loaded.strategy.about)
    return tuple(one for one in loaded.findings if level_of(one.rule, levels) >= Level.ERROR)


def loaded_after(source: Source, before: Strategy | None) -> Loaded:
    """Load a version, with its faults: what they hide is as it was in the version before.

    So a file that was broken for a while looks neither removed nor added again. A thing with a faulty field keeps what
    the field held.
    """
    read = loading.load(source)
    faults = faults_of(read)
    if not faults or before is None:
        return Loaded(read.strategy, faults)
    if _is_unread(read.strategy):
        main = {MAIN_FILE: before.places[before.about.ref].document.text.encode()}
        again = loading.load(replace(source, files={**source.files, **main}))
        main_file = source.shown(MAIN_FILE)
        mains = (one for one in faults if one.span.path == main_file)
        read, faults = again, (*mains, *(one for one in faults_of(again) if one.span.path != main_file))
    return Loaded(_kept(read.strategy, before, faults), faults)


def _is_unread(strategy: Strategy) -> bool:
    return not isinstance(strategy.places[strategy.about.ref].document.data, dict)


def _kept(strategy: Strategy, before: Strategy, faults: tuple[Finding, ...]) -> Strategy:
    found = dict(_unread(strategy, before, faults)) | dict(_mended(strategy, before, faults))
    about = before.about if _is_unread(strategy) else found.pop(strategy.about.ref, strategy.about)
    places: dict[Ref, Place] = {ref: before.places[ref] for ref in found if strategy.find(ref) is None}
    kinds = {ref.kind for ref in found}
    entities = {
        kind: dict(sorted({**held, **{ref.id: one for ref, one in found.items() if ref.kind == kind}}.items()))
        for kind, held in strategy.entities.items()
        if kind in kinds
    }
    return replace(
        strategy,
        about=cast(About, about),
        entities={**strategy.entities, **entities},
        places={**strategy.places, **places},
    )


def _unread(strategy: Strategy, before: Strategy, faults: tuple[Finding, ...]) -> Iterator[tuple[Ref, Entity]]:
    """Find the things that are missing only because the file that held them, or its folder, cannot be read."""
    here, there = strategy.prefix, before.prefix
    files = tuple({f"{one.span.path.removeprefix(here)}/" for one in faults if one.subject is None})
    for ref, place in before.places.items():
        old = before.find(ref)
        if old is not None and strategy.find(ref) is None:
            path = place.document.path.removeprefix(there)
            if ref in strategy.broken or f"{path}/".startswith(files):
                yield ref, old


def _mended(strategy: Strategy, before: Strategy, faults: tuple[Finding, ...]) -> Iterator[tuple[Ref, Entity]]:
    """Give the things that have faulty fields what the fields held before."""
    fields: dict[Ref, set[str]] = {}
    for one in faults:
        if one.subject and one.key:
            fields.setdefault(one.subject, set()).update(_meant(one))
    for ref, keys in fields.items():
        new, old = strategy.find(ref), before.find(ref)
        if new is not None and old is not None:
            yield ref, new.model_copy(update=_held(old, new, keys))


def _meant(fault: Finding) -> set[str]:
    """Name the keys that a fault is about: a mistyped one and the one that it was meant to be."""
    return {str(part) for part in (fault.key[0], fault.args.get("nearest")) if part}


def _held(old: Entity, new: Entity, keys: set[str]) -> Mapping[str, Any]:
    """Give what fields held; those of the city's own only where they are declared in the same way."""
    known = attributes(type(old)) if type(old) is type(new) else built_in(type(old))
    return {name: getattr(old, name) for key, name in known.items() if key in keys}
