"""Rows: a project's money by budget year, and how a finding points at one figure of it."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding
from strategy_cli.model.project import Money, Project
from strategy_cli.rules.shared.living import lives
from strategy_cli.strategy import Strategy


def rows(strategy: Strategy, first: int = 0) -> Iterator[tuple[Project, int, Money]]:
    """Go through the projects' money from a budget year on, with each row's place in its list.

    Of a strategy that has been replaced nothing is asked any more.
    """
    if strategy.about.status == "replaced":
        return
    for project in strategy.projects.values():
        for number, row in enumerate(project.money):
            if row.year >= first:
                yield project, number, row


def open_since(on: date) -> int:
    """Give the first budget year that is still open on a day: the one before, as long as its accounts may be."""
    return on.year - 1


def answered_for(strategy: Strategy, on: date) -> Iterator[tuple[Project, int, Money]]:
    """Go through the rows that somebody still answers for: all years of a project that goes on, else the open ones."""
    for project, number, row in rows(strategy):
        if row.year >= open_since(on) or lives(strategy, project, on):
            yield project, number, row


def finding(
    strategy: Strategy,
    rule: str,
    project: Project,
    number: int,
    figure: str,
    problem: str | None = None,
    **args: object,
) -> Finding:
    """Point at one figure of a row of money."""
    key = ("money", number, figure)
    more = {"name": project.name, "year": project.money[number].year, **args}
    return Finding(rule, strategy.where(project.ref, *key), project.ref, key, more, problem)
