"""Deciding: which recorded decisions settled a change, in its own commit or in one near it."""

from datetime import timedelta

from strategy_cli.changes import Comparison
from strategy_cli.lives.life import Event, before
from strategy_cli.lives.record import Record
from strategy_cli.model.decision import Decision
from strategy_cli.replay import Step
from strategy_cli.reviewing.mandate import Mandates
from strategy_cli.strategy import Strategy

# Minutes are checked and a decision entered some weeks before or after the change itself.
NEAR = timedelta(days=60)


class Deciding:
    """Finds the decisions of the changes of a record; what was asked of a step once is kept."""

    def __init__(self, record: Record) -> None:
        """Take the record."""
        self._record = record
        self._within: dict[int, Mandates] = {}
        self._around: dict[int, Mandates] = {}

    def settled(self, event: Event) -> tuple[Decision, ...]:
        """List the decisions entered in the change's own commit, else those entered at most ``NEAR`` from it."""
        return self._own(event.step).settling(event.change) or self._near(event.step).settling(event.change)

    def _own(self, step: Step) -> Mandates:
        if id(step) not in self._within:
            self._within[id(step)] = Mandates(Comparison(before(step), step.new, tuple(step.changes)))
        return self._within[id(step)]

    def _near(self, step: Step) -> Mandates:
        if id(step) not in self._around:
            old, new = self._ends(step)
            self._around[id(step)] = Mandates(Comparison(old, new, tuple(step.changes)))
        return self._around[id(step)]

    def _ends(self, step: Step) -> tuple[Strategy, Strategy]:
        """Give the versions a little before and a little after a step."""
        if step.commit is None:
            return before(step), step.new
        day = step.commit.day
        return self._record.by(day - NEAR) or self._record.first, self._record.by(day + NEAR) or step.new
