"""Money as a report shows it: a row a year, the sum of them all, and cents in all or none of a column."""

from collections.abc import Iterable
from dataclasses import dataclass

from strategy_cli.measuring.money import Sums, by_year, cents, sums
from strategy_cli.model.project import Project

_COLUMNS = ("asked", "granted", "used", "external")


@dataclass(frozen=True, slots=True)
class MoneyTable:
    """The projects' money: ``places`` are the decimals of each column.

    ``cancelled`` is how many cancelled projects have money among the rest.
    """

    years: dict[int, Sums]
    total: Sums
    places: dict[str, int]
    cancelled: int


def money_table(projects: Iterable[Project]) -> MoneyTable:
    """Make the table of all projects' money, each project counted once."""
    projects = tuple(projects)
    years = by_year(projects)
    total = sums(row for project in projects for row in project.money)
    return MoneyTable(
        years,
        total,
        {column: cents(getattr(one, column) for one in (*years.values(), total)) for column in _COLUMNS},
        sum(bool(project.money) for project in projects if project.status == "cancelled"),
    )
