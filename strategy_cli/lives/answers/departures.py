"""Departures: things that were removed, or went on in others, on the way."""

from datetime import date
from typing import NamedTuple

from strategy_cli.lives.deciding import Deciding
from strategy_cli.lives.life import Event, Life
from strategy_cli.lives.record import Record
from strategy_cli.model.decision import Decision


class Departed(NamedTuple):
    """A thing that is gone: how it went, those of its kind that say they continue it, and what decisions settled it."""

    life: Life
    event: Event
    into: tuple[Life, ...]
    decisions: tuple[Decision, ...]


def departures(record: Record, kind: str, deciding: Deciding) -> tuple[Departed, ...]:
    """List the things of a kind that are gone, in the order in which they went."""
    found = []
    for life in record.of(kind):
        if life.gone:
            event = next(one for one in reversed(life.events) if one.step is life.gone)
            found.append(Departed(life, event, record.successors(life), deciding.decisions(event)))
    return tuple(sorted(found, key=lambda one: one.event.day or date.max))
