"""Served: the goals of other bodies that a body's projects serve."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from strategy_cli.measuring.rollup import MeasuredGoal, order
from strategy_cli.measuring.scope import goal_body
from strategy_cli.model.project import Project
from strategy_cli.model.text import Text
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.named import Named, named


@dataclass(frozen=True, slots=True)
class Served:
    """A goal of another body (or of none) and the body's projects that serve it."""

    goal: Named
    number: str | None
    measured: MeasuredGoal
    body: Text | str | None
    projects: tuple[Named, ...]


def served(basis: Basis, body: str, projects: Iterable[Project]) -> Iterator[Served]:
    """Go through the goals of others that a body's projects, cancelled ones aside, serve."""
    serving: dict[str, list[Project]] = {}
    for project in projects:
        for goal in dict.fromkeys(project.goals):
            if project.status != "cancelled":
                serving.setdefault(goal, []).append(project)
    found = [basis.measures.goals[goal] for goal in serving if goal in basis.measures.goals]
    for one in sorted(found, key=lambda measured: order(measured.goal)):
        identity, holder = one.goal.id, goal_body(basis.strategy, one.goal)
        if not one.ended and holder != body:
            ours = tuple(named(basis, "project", project.id) for project in serving[identity])
            yield Served(named(basis, "goal", identity), one.goal.number, one, basis.name("body", holder), ours)
