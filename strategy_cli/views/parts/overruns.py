"""Overruns: the years in which a project has used more than it was granted."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from strategy_cli.measuring.money import by_year
from strategy_cli.model.project import Project


@dataclass(frozen=True, slots=True)
class Overrun:
    """A budget year's euros granted and used."""

    year: int
    granted: Decimal
    used: Decimal

    @property
    def over(self) -> Decimal:
        """How many euros too much."""
        return self.used - self.granted


def overruns(project: Project, on: date) -> tuple[Overrun, ...]:
    """List a project's overruns of the day's year and the one before, whose accounts may still be open."""
    years = ((y, s) for y, s in by_year([project]).items() if y in {on.year - 1, on.year})
    return tuple(
        Overrun(year, money.granted, money.used)
        for year, money in years
        if money.granted is not None and money.used is not None and money.used > money.granted
    )
