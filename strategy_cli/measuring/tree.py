"""Tree: the goals below a goal and above it, and what serves them."""

from collections.abc import Iterator
from typing import cast

from strategy_cli.model.indicator import Indicator
from strategy_cli.model.project import Project
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy


def below(strategy: Strategy, goal: str) -> tuple[str, ...]:
    """List a goal and every goal below it, each once, even in a circle of parents (an error of its own)."""
    found = {goal: None}
    waiting = [goal]
    while waiting:
        for child in strategy.users(Ref("goal", waiting.pop()), "goal", "parent"):
            if child.id not in found:
                found[child.id] = None
                waiting.append(child.id)
    return tuple(found)


def above(strategy: Strategy, goal: str) -> tuple[str, ...]:
    """List a goal and every goal above it, from the goal upwards."""
    found: dict[str, None] = {}
    name: str | None = goal
    while name and name not in found:
        found[name] = None
        known = strategy.goals.get(name)
        name = known.parent if known else None
    return tuple(found)


def projects_of(strategy: Strategy, goal: str) -> Iterator[Project]:
    """Go through the projects that serve a goal itself."""
    yield from cast("tuple[Project, ...]", strategy.users(Ref("goal", goal), "project", "goals"))


def indicators_of(strategy: Strategy, goal: str) -> Iterator[Indicator]:
    """Go through the indicators that measure a goal itself."""
    yield from cast("tuple[Indicator, ...]", strategy.users(Ref("goal", goal), "indicator", "goal", "goals"))
