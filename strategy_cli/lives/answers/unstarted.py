"""Unstarted: projects that never began though their time came, and those that were cancelled."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from strategy_cli.lives.deciding import Deciding
from strategy_cli.lives.life import Event, Life
from strategy_cli.lives.record import Record
from strategy_cli.model.decision import Decision
from strategy_cli.model.project import Project

_BEFORE = frozenset({"idea", "proposed", "approved"})
_NEVER_BEGAN = _BEFORE | {"cancelled", "paused"}


class Unstarted(NamedTuple):
    """A project that never began: the stage that it is at, and the day on which it was to begin."""

    life: Life
    status: str
    begins: date | None


class Cancelled(NamedTuple):
    """A project that was cancelled, when and by which decisions; no event where it was so from the first."""

    life: Life
    event: Event | None
    began: bool
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Stalled:
    """The projects that never began and those cancelled, of all projects that ever were."""

    unstarted: tuple[Unstarted, ...]
    cancelled: tuple[Cancelled, ...]
    all_projects: int


def stalled(record: Record, on: date, deciding: Deciding) -> Stalled:
    """Look through the lives of the projects."""
    lives = tuple(record.of(Project.kind))
    unstarted = tuple(found for life in lives if (found := _unstarted(life, on)))
    return Stalled(unstarted, tuple(_cancelled(life, deciding) for life in lives if _is_cancelled(life)), len(lives))


def _unstarted(life: Life, on: date) -> Unstarted | None:
    project = life.entity
    if not isinstance(project, Project) or _began(life) or project.status == "cancelled":
        return None
    begins = project.period.from_
    came_due = life.gone is not None or (begins is not None and begins <= on)
    return Unstarted(life, project.status, begins) if came_due else None


def _began(life: Life) -> bool:
    held = (version.entity for version in life.versions)
    return any(isinstance(one, Project) and one.status not in _NEVER_BEGAN for one in held)


def _is_cancelled(life: Life) -> bool:
    return isinstance(life.entity, Project) and life.entity.status == "cancelled"


def _cancelled(life: Life, deciding: Deciding) -> Cancelled:
    event = next((one for one in reversed(life.events) if one.change.id == "project-status-cancelled"), None)
    return Cancelled(life, event, _began(life), deciding.decisions(event) if event else ())
