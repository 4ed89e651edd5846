"""Unattended: indicators that never got a value after they came, and projects of which nothing was told."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from strategy_cli.lives.life import Life
from strategy_cli.lives.record import Record
from strategy_cli.measuring.actual import GRACE_DAYS, fresh_until
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.project import OVER, Project

_FOLLOWED = {
    "indicator": ("indicator-value-added", "indicator-value-revised", "indicator-value-confirmed"),
    "project": ("project-status-", "project-update-", "project-milestone-done-"),
}


class Silent(NamedTuple):
    """A thing that nobody updated since it came; ``latest`` is the period of an indicator's latest value."""

    life: Life
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class Unattended:
    """What was never updated, of all that there ever was; what nothing was due of is not told."""

    indicators: tuple[Silent, ...]
    all_indicators: int
    projects: tuple[Silent, ...]
    all_projects: int


def unattended(record: Record, on: date) -> Unattended:
    """Look through the lives of the indicators and projects for those without any follow-up."""
    indicators, projects = (tuple(record.of(kind)) for kind in ("indicator", "project"))
    silent = [life for life in indicators if not _followed(life) and _value_was_due(life, on)]
    told = tuple(Silent(life, _latest(life)) for life in silent)
    idle = tuple(Silent(life) for life in projects if not _followed(life) and _asked_for_word(life, on))
    return Unattended(told, len(indicators), idle, len(projects))


def _followed(life: Life) -> bool:
    return any(event.change.id.startswith(_FOLLOWED[life.ref.kind]) for event in life.events)


def _until(life: Life, on: date) -> date:
    return life.gone.commit.day if life.gone and life.gone.commit else on


def _value_was_due(life: Life, on: date) -> bool:
    """Tell whether a value should have been out: the one after the latest, or the first within the same time."""
    indicator = life.entity
    if not isinstance(indicator, Indicator):
        return False
    grace = life.last.about.reporting.grace_days
    known = [period for period in indicator.values if period.last <= _until(life, on)]
    if not known:
        return True
    latest = max(known, key=lambda period: period.order)
    return _until(life, on) > fresh_until(indicator, latest, GRACE_DAYS if grace is None else min(grace, 365_000))


def _latest(life: Life) -> str | None:
    indicator = life.entity
    if not isinstance(indicator, Indicator) or not indicator.values:
        return None
    return max(indicator.values, key=lambda period: period.order).text


def _asked_for_word(life: Life, on: date) -> bool:
    """Tell whether a project should have been told of, and was not before its life is known either."""
    project = life.entity
    if not isinstance(project, Project) or project.status in OVER:
        return False
    begins = project.period.from_
    to_come = begins is not None and begins > _until(life, on)
    told = project.updates or any(milestone.done for milestone in project.milestones)
    return not (to_come or told)
