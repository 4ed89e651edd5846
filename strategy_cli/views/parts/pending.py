"""Pending: the decisions that each project waits for on a day, and the last one that was made of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from strategy_cli.model.decision import Decision
from strategy_cli.model.project import Project
from strategy_cli.terms import is_over
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.provenance import DecisionLine, decision_line
from strategy_cli.views.parts.appropriations import Change, change_of
from strategy_cli.views.parts.overruns import overruns
from strategy_cli.views.parts.projects import ProjectCard

_APPROVING = frozenset({"approved", "decided"})


class Need(StrEnum):
    """Why a project needs a decision."""

    APPROVE = "approve"
    HANDLE = "handle"
    MONEY = "money"
    RESUME = "resume"
    OVERRUN = "overrun"
    EXTEND = "extend"
    REVIEW = "review"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """A project, the decisions it needs, the last one made of it, the day of its review, and its change of money."""

    card: ProjectCard
    needs: tuple[Need, ...]
    handled: DecisionLine | None
    review_by: date | None
    change: Change


def project_line(basis: Basis, card: ProjectCard, change: Change) -> ProjectLine:
    """Make a project's line."""
    project = basis.strategy.projects[card.id]
    made = decisions_of(basis, project)
    handled = decision_line(basis.strategy, made[-1].id) if made else None
    return ProjectLine(card, tuple(needs(basis, project, made, change)), handled, project.review_by, change)


def decisions_of(basis: Basis, project: Project) -> tuple[Decision, ...]:
    """List the decisions made of a project by the day, in order: those it names and those that concern it.

    A statement of an influence body decides nothing.
    """
    concerning = {d.id for d in basis.strategy.users(project.ref, "decision", "concerns")}
    known = (basis.strategy.decisions.get(d) for d in {*project.decisions, *concerning})
    made = (d for d in known if d and d.date <= basis.on and not _is_heard(basis, d))
    return tuple(sorted(made, key=lambda d: (d.date, d.id)))


def _is_heard(basis: Basis, decision: Decision) -> bool:
    body = basis.strategy.bodies.get(decision.body)
    return body is not None and body.sort == "influence"


def needs(basis: Basis, project: Project, made: tuple[Decision, ...], change: Change | None = None) -> Iterator[Need]:
    """Tell which decisions a project needs, of these; one that is over needs none.

    - approve: an idea or a proposal that no decision has approved
    - handle: approved or running, and no body has made a decision of it
    - money: asks more for the budget year than has been granted
    - resume: paused, so to go on or to stop
    - overrun: has used more than it was granted this year or the last
    - extend: its last day has passed and it goes on
    - review: the day of its review has passed
    - owner: no post answers for it
    """
    if is_over(project, basis.strategy, basis.on):
        return
    change = change or change_of(project, basis.year)
    on, new = basis.on, project.status in {"idea", "proposed"}
    asked = {
        Need.APPROVE: new and not any(d.sort in _APPROVING for d in made),
        Need.HANDLE: not new and not made,
        Need.MONEY: change.pending,
        Need.RESUME: project.status == "paused",
        Need.OVERRUN: overruns(project, on),
        Need.EXTEND: project.period.until and project.period.until < on,
        Need.REVIEW: project.review_by and project.review_by < on,
        Need.OWNER: project.owner is None,
    }
    yield from (need for need, is_so in asked.items() if is_so)
