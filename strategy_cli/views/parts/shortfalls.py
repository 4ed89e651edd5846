"""Shortfalls: what goals and projects lack before they can be carried out and followed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from strategy_cli.measuring.gaps import goals_without_project, unfunded
from strategy_cli.measuring.rollup import MeasuredGoal
from strategy_cli.model.project import Project
from strategy_cli.terms import is_over
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.named import Named, named

_UNDER_WAY = frozenset({"approved", "started", "paused"})


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What goals (or projects) lack, and which; ``year`` is the one that projects have no money for."""

    kind: str
    of: str
    things: tuple[Named, ...]
    year: int | None = None


def shortfalls(basis: Basis, goals: Iterable[MeasuredGoal], projects: Iterable[Project]) -> tuple[Shortfall, ...]:
    """List what goals and running projects lack, a kind of lack at a time; projects that are over lack nothing."""
    counted = tuple(goals)
    asking = tuple(p for p in projects if not is_over(p, basis.strategy, basis.on))
    found = (*_of_goals(basis, counted), *_of_projects(basis, asking))
    return tuple(one for one in found if one.things)


def _of_goals(basis: Basis, goals: tuple[MeasuredGoal, ...]) -> Iterator[Shortfall]:
    idle = frozenset(goals_without_project(basis.strategy, basis.on))
    lacks = {
        "owner": (one for one in goals if one.goal.owner is None),
        "indicator": (one for one in goals if not _is_measured(one)),
        "project": (one for one in goals if one.goal.id in idle),
    }
    for kind, lacking in lacks.items():
        yield Shortfall(kind, "goal", tuple(named(basis, "goal", one.goal.id) for one in lacking))


def _is_measured(one: MeasuredGoal) -> bool:
    return bool(one.indicators) or any(_is_measured(child) for child in one.goals)


def _of_projects(basis: Basis, projects: tuple[Project, ...]) -> Iterator[Shortfall]:
    under_way = [p for p in projects if p.status in _UNDER_WAY]
    lacks = {
        "owner": [p for p in projects if p.owner is None],
        "goal": [p for p in projects if not p.goals],
        "milestones": [p for p in under_way if not p.milestones],
    }
    for kind, lacking in lacks.items():
        yield Shortfall(kind, "project", _named(basis, lacking))
    for year in (basis.on.year, min(basis.on.year + 1, date.max.year)):
        yield Shortfall("money", "project", _named(basis, unfunded(projects, year)), year)


def _named(basis: Basis, projects: Iterable[Project]) -> tuple[Named, ...]:
    return tuple(named(basis, "project", project.id) for project in projects)
