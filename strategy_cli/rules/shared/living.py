"""Living: which things of a strategy still ask for something."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.model.entity import Entity
from strategy_cli.model.project import Project
from strategy_cli.strategy import Strategy
from strategy_cli.terms import is_over


def lives(strategy: Strategy, thing: Entity, on: date) -> bool:
    """Tell whether a thing still asks for something: it is not over, and its strategy has not been replaced."""
    return strategy.about.status != "replaced" and not is_over(thing, strategy, on)


def under_way(strategy: Strategy) -> Iterator[Project]:
    """Go through the projects that have started; a strategy that has been replaced has none under way."""
    if strategy.about.status != "replaced":
        yield from (project for project in strategy.projects.values() if project.status == "started")
