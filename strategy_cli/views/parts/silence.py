"""Silence: who has not answered what was due, in what a report shows."""

from dataclasses import dataclass

from strategy_cli.measuring.unanswered import unanswered
from strategy_cli.model.period import Period
from strategy_cli.model.text import Text
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.named import Named, named


@dataclass(frozen=True, slots=True)
class Owed:
    """What a post owes: projects without an update, indicators without a value; ``owner`` None for those of nobody."""

    owner: Text | str | None
    projects: tuple[Named, ...]
    indicators: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """Who owes what; updates were due for ``period``, None where the strategy does not say how often."""

    period: Period | None
    owed: tuple[Owed, ...]

    @property
    def things(self) -> int:
        """How many answers are missing."""
        return sum(len(one.projects) + len(one.indicators) for one in self.owed)


def silence(basis: Basis) -> Silence:
    """Find who has not answered."""
    found = unanswered(basis.strategy, basis.on)
    owed = (
        Owed(
            basis.name("owner", owner or None),
            tuple(named(basis, "project", p) for p in due.projects if p in basis.scope.projects),
            tuple(named(basis, "indicator", i) for i in due.indicators if i in basis.scope.indicators),
        )
        for owner, due in found.by_owner.items()
    )
    return Silence(found.period, tuple(one for one in owed if one.projects or one.indicators))
