"""Unlinked: the units that have no part in the strategy on a day."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.measuring.organisation import in_force
from strategy_cli.measuring.rollup import ended
from strategy_cli.model.entity import Entity
from strategy_cli.model.goal import Goal
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.programme import Programme
from strategy_cli.model.project import Project
from strategy_cli.strategy import Strategy


def unlinked(strategy: Strategy, on: date) -> tuple[str, ...]:
    """List the units there on the day without any link, by id.

    A unit is linked when a goal names it among its participants or says what it means there, when it has a project
    or takes part in one, when a post there owns a goal, an indicator, a project or a programme, or when a unit
    below it is linked. Goals that have ended and projects that were cancelled link nobody.
    """
    linked: set[str] = set()
    for unit in _named(strategy, on):
        _climb(strategy, unit, linked)
    return tuple(sorted(u.id for u in strategy.units.values() if u.id not in linked and in_force(strategy, u, on)))


def _named(strategy: Strategy, on: date) -> Iterator[str]:
    """Go through the units that the strategy's goals, indicators, projects and programmes lead to."""
    for goal in strategy.goals.values():
        if not ended(goal, on):
            yield from (*goal.participants, *goal.meaning, *_unit_of(strategy, goal))
    for project in strategy.projects.values():
        if project.status != "cancelled":
            yield from (*_own(project), *project.participants, *_unit_of(strategy, project))
    for other in (*strategy.indicators.values(), *strategy.programmes.values()):
        yield from _unit_of(strategy, other)


def _own(project: Project) -> tuple[str, ...]:
    return (project.unit,) if project.unit else ()


def _unit_of(strategy: Strategy, thing: Entity) -> tuple[str, ...]:
    if not isinstance(thing, Goal | Project | Indicator | Programme) or not thing.owner:
        return ()
    post = strategy.owners.get(thing.owner)
    return (post.unit,) if post and post.unit else ()


def _climb(strategy: Strategy, unit: str, linked: set[str]) -> None:
    name: str | None = unit
    while name and name not in linked:
        linked.add(name)
        known = strategy.units.get(name)
        name = known.parent if known else None
