"""Undecided: the weakenings, and which of them no recorded decision settled."""

from datetime import date

from strategy_cli.lives.deciding import Deciding
from strategy_cli.lives.promises import Settled
from strategy_cli.lives.record import Record


def weakened(record: Record, deciding: Deciding) -> tuple[Settled, ...]:
    """List every change that took back a promise, in order of time, with the decisions that settled it."""
    events = ((life, event) for life in record.lives for event in life.events if event.weakening)
    found = [Settled(life, event, deciding.settled(event)) for life, event in events]
    return tuple(sorted(found, key=lambda one: (one.event.day or date.max, str(one.life.ref))))
