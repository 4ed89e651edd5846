"""Years: which year a report is of unless another is asked for, and which projects a year's accounts tell of."""

from collections.abc import Iterable
from datetime import date

from strategy_cli.measuring.yearly import year_end
from strategy_cli.model.entity import Term
from strategy_cli.model.project import Project
from strategy_cli.strategy import Strategy

_ONLY_PLANNED = ("idea", "proposed")


def budget_year(on: date, _period: Term) -> int:
    """Give the year whose budget is prepared on a day: the next."""
    return on.year + 1


def accounting_year(on: date, period: Term) -> int:
    """Give the year whose accounts are made on a day: the one before, until its own last day.

    It is never before the first year of the strategy's period.
    """
    year = on.year if on == year_end(on.year) else on.year - 1
    return max(year, period.from_.year) if period.from_ else year


def done_in(strategy: Strategy, projects: Iterable[str], year: int) -> frozenset[str]:
    """Choose the projects that were carried out in a year, or have its money; what is only planned is none of them."""
    return frozenset(p for p in projects if _told_of(strategy.projects[p], year))


def _told_of(project: Project, year: int) -> bool:
    if any(row.year == year and (row.granted or row.used) for row in project.money):
        return True
    first, last = project.period.from_, project.period.until
    runs = (first is None or first.year <= year) and (last is None or last.year >= year)
    return runs and project.status not in _ONLY_PLANNED
