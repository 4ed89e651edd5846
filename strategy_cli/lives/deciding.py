"""Deciding: which recorded decisions settled the changes of a record, as a comparison tells it."""

from datetime import date
from typing import NamedTuple

from strategy_cli.lives.life import Event, Life
from strategy_cli.lives.record import Record
from strategy_cli.model.decision import Decision
from strategy_cli.reviewing import deciding
from strategy_cli.reviewing.trail import Touch

NEAR = deciding.NEAR


class Settled(NamedTuple):
    """A change of a thing, or one that is about it, and the decisions that settled it, by date."""

    life: Life
    event: Event
    decisions: tuple[Decision, ...]


class Deciding:
    """Finds the decisions of the changes of a record."""

    def __init__(self, record: Record, on: date) -> None:
        """Take the record and the day from which it is looked at: that of the latest version, if that is later."""
        self._number = {id(step): number for number, step in enumerate(record.steps)}
        self._found = deciding.Deciding(record.steps, max(on, record.ends or on))

    def settled(self, life: Life, event: Event) -> Settled:
        """Put the decisions that settled it by a change of a life."""
        return Settled(life, event, self.decisions(event))

    def decisions(self, event: Event) -> tuple[Decision, ...]:
        """List the decisions that settled a change, by date."""
        return self._found.of(Touch(self._number[id(event.step)], event.change)).decisions
