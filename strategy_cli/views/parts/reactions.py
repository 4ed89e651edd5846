"""Reactions: what is said of a deviation and done about it, by those who work for the goal or who judged it."""

from collections.abc import Iterator
from dataclasses import dataclass

from strategy_cli.measuring.rollup import MeasuredGoal
from strategy_cli.measuring.standing import Standing, rank
from strategy_cli.measuring.tree import below, projects_of
from strategy_cli.measuring.updates import latest
from strategy_cli.model.period import Period
from strategy_cli.model.project import Project
from strategy_cli.model.text import Text
from strategy_cli.terms import is_over
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.named import Named, named


@dataclass(frozen=True, slots=True)
class Reaction:
    """A word on a deviation: ``project`` is None when it comes with a judgement, ``status`` is the project's own."""

    project: Named | None
    status: str | None
    period: Period
    note: Text | None
    corrective: Text | None
    by: Text | str | None


def reactions(basis: Basis, measured: MeasuredGoal) -> tuple[Reaction, ...]:
    """List the reactions to how a goal stands: its judgement's first, then those of the projects that serve it.

    A project's counts when its latest update tells of trouble or of a corrective step; what is over has none.
    Projects of the goals below a goal serve it too.
    """
    judged = measured.assessment.judged
    own = (
        Reaction(None, None, judged.period, None, judged.corrective, basis.name("owner", judged.by)) if judged else None
    )
    return (*((own,) if own and own.corrective else ()), *_of_projects(basis, measured.goal.id))


def corrected(measured: MeasuredGoal, found: tuple[Reaction, ...]) -> bool:
    """Tell whether anybody has reacted to how a goal stands.

    A project's corrective step mends a result; that nothing can be told of a goal is for a judgement to mend.
    """
    cannot = measured.assessment.standing is Standing.CANNOT
    return any(one.corrective and (one.project is None or not cannot) for one in found)


def deviates(measured: MeasuredGoal) -> bool:
    """Tell whether a goal asks for a reaction: it is not attained or on track, or nobody can tell."""
    return not measured.ended and rank(measured.assessment.standing) < rank(Standing.ATTAINED)


def _of_projects(basis: Basis, goal: str) -> Iterator[Reaction]:
    projects = {p.id: p for one in below(basis.strategy, goal) for p in projects_of(basis.strategy, one)}
    for project in projects.values():
        if not is_over(project, basis.strategy, basis.day) and (found := _of_project(basis, project)):
            yield found


def _of_project(basis: Basis, project: Project) -> Reaction | None:
    update = latest(project, basis.day)
    if update is None or (update.status == "on-track" and update.corrective is None):
        return None
    return Reaction(
        named(basis, "project", project.id),
        update.status,
        update.period,
        update.note,
        update.corrective,
        basis.name("owner", update.by or project.owner),
    )
