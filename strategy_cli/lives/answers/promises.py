"""Promises: what took one back: targets loosened or taken away, dates put off, and every other weakening."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from strategy_cli.changes import TAXA
from strategy_cli.lives.deciding import Deciding, Settled
from strategy_cli.lives.life import Event, Life
from strategy_cli.lives.record import Record
from strategy_cli.model.period import Period

_TARGETS = ("indicator-target-", "indicator-better-")
_PUT_OFF = {"postponed", "postponed-to-later-year"}
_NOT_LESS = {"changed", *_PUT_OFF}  # weakenings of a target that asks for as much, or for no telling how much


class Postponed(NamedTuple):
    """A date that was put off: each time, and by how many days in all; bringing it forward between takes none off."""

    life: Life
    what: str
    moves: tuple[Settled, ...]
    days: int


@dataclass(frozen=True, slots=True)
class Promises:
    """Targets that ask for less, of all indicators, and dates put off, of all things that have dates."""

    loosened: tuple[Settled, ...]
    all_indicators: int
    postponed: tuple[Postponed, ...]
    all_dated: int


def promises(record: Record, deciding: Deciding) -> Promises:
    """Look through the lives of everything that promises something by a day."""
    indicators = tuple(record.of("indicator"))
    dated = tuple(record.of("strategy", "goal", "indicator", "project", "programme"))
    loosened = [deciding.settled(life, event) for life in indicators for event in _loosened(life)]
    postponed = [found for life in dated for found in _postponed(life, deciding)]
    return Promises(tuple(loosened), len(indicators), tuple(sorted(postponed, key=lambda p: -p.days)), len(dated))


def weakened(record: Record, deciding: Deciding) -> tuple[Settled, ...]:
    """List every change that took back a promise, in order of time, with the decisions that settled it."""
    events = ((life, event) for life in record.lives for event in life.events if event.weakening)
    found = [deciding.settled(life, event) for life, event in events]
    return tuple(sorted(found, key=lambda one: (one.event.day or date.max, str(one.life.ref))))


def _loosened(life: Life) -> Iterator[Event]:
    for event in life.events:
        if event.weakening and event.change.id.startswith(_TARGETS) and _action(event) not in _NOT_LESS:
            yield event


def _postponed(life: Life, deciding: Deciding) -> Iterator[Postponed]:
    """Gather the moves of each date: of the whole, of a milestone by its name, of a target."""
    moves: dict[tuple[str, str], list[Settled]] = {}
    for event in life.events:
        if _action(event) in _PUT_OFF:
            what = event.change.field.partition(".")[0]
            item = str(event.change.key[1]) if what == "milestones" and len(event.change.key) > 1 else ""
            moves.setdefault((what, item), []).append(deciding.settled(life, event))
    for (what, _), held in moves.items():
        yield Postponed(life, what, tuple(held), sum(_days(one.event) for one in held))


def _action(event: Event) -> str:
    return TAXA[event.change.id].action


def _days(event: Event) -> int:
    before, after = _last(event.change.before), _last(event.change.after)
    return (after - before).days if before and after else 0


def _last(value: object) -> date | None:
    if isinstance(value, Period):
        return value.last
    return value if isinstance(value, date) else None
