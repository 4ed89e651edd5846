"""Gaps: what a budget must decide: projects without money, money without a goal, goals without projects or money."""

from collections.abc import Iterable, Iterator
from datetime import date

from strategy_cli.measuring.money import Sums, rows_of, sums
from strategy_cli.measuring.rollup import countable
from strategy_cli.measuring.tree import below, projects_of
from strategy_cli.model.project import Money, Project
from strategy_cli.strategy import Strategy


def without_goal(projects: Iterable[Project]) -> tuple[Project, ...]:
    """List the projects that have money but serve no goal."""
    return tuple(p for p in projects if not p.goals and any(map(_has_money, p.money)))


def goals_without_project(strategy: Strategy, on: date) -> tuple[str, ...]:
    """List the goals that counts are over which no project serves, cancelled ones aside; nor the goals below them."""
    return tuple(g.id for g in countable(strategy.goals.values(), on) if not any(_serving(strategy, g.id)))


def goals_without_money(strategy: Strategy, on: date, year: int | None = None) -> tuple[str, ...]:
    """List the goals that counts are over for which no project, cancelled ones aside, has money; below them neither."""
    return tuple(g.id for g in countable(strategy.goals.values(), on) if not _is_paid(strategy, g.id, year))


def unfunded(projects: Iterable[Project], year: int) -> tuple[Project, ...]:
    """List the approved and running projects of a year that have no money for it.

    Nobody has said anything of the year, or what was asked for was refused and nothing comes from outside.
    A project that asks for nothing needs nothing.
    """
    running = (p for p in projects if p.status in {"approved", "started"} and _runs(p, year))
    return tuple(p for p in running if not _funded(sums(rows_of(p, year))))


def _serving(strategy: Strategy, goal: str) -> Iterator[Project]:
    for name in below(strategy, goal):
        yield from (p for p in projects_of(strategy, name) if p.status != "cancelled")


def _is_paid(strategy: Strategy, goal: str, year: int | None) -> bool:
    return any(_has_money(row) for project in _serving(strategy, goal) for row in rows_of(project, year))


def _has_money(row: Money) -> bool:
    return any((row.asked, row.granted, row.used, row.external))


def _runs(project: Project, year: int) -> bool:
    first, last = project.period.from_, project.period.until
    return (first is None or first.year <= year) and (last is None or last.year >= year)


def _funded(money: Sums) -> bool:
    if money.granted is None:
        return any(one is not None for one in (money.asked, money.used, money.external))
    return bool(money.granted or money.external or not money.asked)
