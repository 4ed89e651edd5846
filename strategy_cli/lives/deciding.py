"""Deciding: which recorded decisions settled the changes of a record, as a comparison tells it."""

from datetime import date

from strategy_cli.lives.life import Event
from strategy_cli.lives.record import Record
from strategy_cli.model.decision import Decision
from strategy_cli.reviewing import deciding
from strategy_cli.reviewing.trail import Touch

NEAR = deciding.NEAR


class Deciding:
    """Finds the decisions of the changes of a record."""

    def __init__(self, record: Record, on: date | None = None) -> None:
        """Take the record, and the day that it is looked at, which is today unless it is given."""
        self._number = {id(step): number for number, step in enumerate(record.steps)}
        self._found = deciding.Deciding(record.steps, on or date.today())

    def settled(self, event: Event) -> tuple[Decision, ...]:
        """List the decisions that settled a change, by date."""
        return self._found.of(Touch(self._number[id(event.step)], event.change)).decisions
