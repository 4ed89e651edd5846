"""Chosen: which changes concern what was asked for: kinds of thing, goals, units, posts and bodies."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import combinations

from strategy_cli.changes import Change
from strategy_cli.changes.identity import paired
from strategy_cli.measuring.organisation import carried_by
from strategy_cli.measuring.scope import Filters, Scope, known_thing, scope
from strategy_cli.model.decision import Decision
from strategy_cli.model.unit import Unit
from strategy_cli.ref import Ref
from strategy_cli.reviewing.causes import linked, parts
from strategy_cli.strategy import Strategy

Concerns = Callable[[Change, Collection[Ref]], bool]
_SCOPED = ("goal", "indicator", "project")
_KINDS: Mapping[str, str] = {"goals": "goal", "units": "unit", "owners": "owner", "bodies": "body"}


@dataclass(frozen=True, slots=True)
class Choice:
    """What was asked for: any of those of one sort, and all of the sorts that are given; kinds are of the changed."""

    kinds: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything was asked for."""
        return any(getattr(self, field.name) for field in fields(self))


def chosen(versions: Sequence[Strategy], choice: Choice, on: date) -> Concerns:
    """Make the question whether a change, and what hangs on what it ended, concern what was asked for in any version.

    Raises StrategyError when no version has such a thing.
    """
    sorts = [[_about(versions, Ref(kind, one), on) for one in getattr(choice, name)] for name, kind in _KINDS.items()]
    if choice.kinds:
        sorts.append([lambda change, hanging: any(ref.kind in choice.kinds for ref in (change.subject, *hanging))])
    asked = [sort for sort in sorts if sort]
    return lambda change, hanging: all(any(concerns(change, hanging) for concerns in sort) for sort in asked)


@dataclass(frozen=True, slots=True)
class _Thing:
    """A thing over all versions: what it and its parts are called, what it holds, and the links of everything."""

    names: frozenset[Ref]
    scope: Scope
    versions: Sequence[Strategy]

    def concerned_by(self, change: Change, hanging: Collection[Ref]) -> bool:
        """Tell whether a change is of it, of a link to it, of what it holds or hangs on, or of what links to it."""
        changed = (*_changed(change), *hanging)
        return not self.names.isdisjoint((*changed, *linked(change))) or any(map(self._holds, changed))

    def _holds(self, ref: Ref) -> bool:
        """Tell whether a thing is in its scope, links to it, or is a decision of what is in its scope."""
        if ref.kind in _SCOPED:
            return self.scope.holds(ref)
        targets = {link.target for version in self.versions for link in version.links.get(ref, ())}
        decided = ref.kind == Decision.kind and any(map(self.scope.holds, targets))
        return decided or not self.names.isdisjoint(targets)


def _about(versions: Sequence[Strategy], asked: Ref, on: date) -> Concerns:
    called = _called(versions, asked)
    found = [(version, name) for version in versions for name in called if version.find(name)]
    if not found:
        known_thing(_together(versions, asked.kind), asked)
    held = Scope(frozenset(), frozenset(), frozenset())
    names = {*called}
    for version, name in found:
        held |= scope(version, Filters(), on, name)
        names |= {Ref(Unit.kind, one) for one in carried_by(version, name.id, on)} if name.kind == Unit.kind else set()
    return _Thing(frozenset(names), held, versions).concerned_by


def _together(versions: Sequence[Strategy], kind: str) -> Strategy:
    """Give the newest version with the things of a kind that any version has."""
    things = {name: one for version in versions for name, one in version.entities.get(kind, {}).items()}
    return replace(versions[-1], entities={**versions[-1].entities, kind: dict(sorted(things.items()))})


def _called(versions: Sequence[Strategy], asked: Ref) -> tuple[Ref, ...]:
    """Give what a thing is called in any of the versions."""
    found = {asked: None}
    for old, new in combinations(versions, 2):
        renames = paired(old, new).renames
        found |= {one: None for pair in renames.items() if asked in pair for one in pair}
    return tuple(found)


def _changed(change: Change) -> Iterator[Ref]:
    """Name the things that a change is of."""
    yield change.subject
    yield from parts(change)
    if isinstance(then := change.args.get("formerly"), Ref):
        yield then
