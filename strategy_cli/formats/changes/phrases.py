"""Phrases: which message says what happened in a change, and what the field is called that it happened to."""

from collections.abc import Iterator

from strategy_cli.changes import TAXA, Change
from strategy_cli.formats.changes.values import Values
from strategy_cli.messages import Messages
from strategy_cli.model.goal import Goal
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref


def phrase(change: Change, messages: Messages) -> str:
    """Find the words of a change: its own, else those shared by areas, else those of its action."""
    taxon = TAXA[change.id]
    slug = change.id.removeprefix(f"{taxon.area}-")
    if slug == taxon.action:
        slug = f"entity-{slug}.{taxon.area}"
    keys = (f"changes.{change.id}", f"changes.{slug}", f"changes.{taxon.action}")
    return next(key for key in keys if messages.has(key))


def field(change: Change, here: Values) -> str:
    """Name the field of a change, by what the city itself calls it if it is its own."""
    if here.own(change):
        return here.text(here.strategy.about.fields.name(change.subject.kind, change.field))
    stem = f"fields.{change.subject.kind}.{change.field}"
    whole = isinstance(change.before, tuple) and not isinstance(change.before, Ref)
    keys = (f"{stem}.label" if whole else f"{stem}.one", stem, f"{stem}.label")
    return next((here.messages.say(key) for key in keys if here.messages.has(key)), change.field)


def only(change: Change, messages: Messages) -> str:
    """Say in which languages a text was changed, when it stayed as it was in others."""
    if not (isinstance(change.before, Text) and isinstance(change.after, Text)):
        return ""
    old, new = dict(change.before.words), dict(change.after.words)
    changed = sorted(code for code in {*old, *new} if old.get(code) != new.get(code))
    if len({*old, *new}) == len(changed):
        return ""
    key = f"diff.only.{changed[0]}"
    return messages.say(key if messages.has(key) and not changed[1:] else "diff.only.other", languages=tuple(changed))


def counts(change: Change, old: Values, new: Values) -> Iterator[str]:
    """Count what was merged or split: how many things became how many, aims as such."""
    before, after = _refs(change.before), _refs(change.after)
    if before and after and (before[1:] or after[1:]):
        here = *map(old.strategy.find, before), *map(new.strategy.find, after)
        aims = all(isinstance(one, Goal) and one.level == "aim" for one in here)
        things = new.messages.say(f"diff.things.{'aim' if aims else change.subject.kind}")
        yield f"{things}: {len(before)} → {len(after)}"


def _refs(value: object) -> tuple[Ref, ...]:
    return tuple(one for one in value if isinstance(one, Ref)) if isinstance(value, tuple) else ()
