"""Timeline: the projects of each sector in time, with their milestones."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from strategy_cli.charts.timeline import Bar, Step, Stretch, Timeline, timeline
from strategy_cli.views.frame.named import Named
from strategy_cli.views.parts.projects import ProjectCard, ProjectGroup

_KINDS = {
    "started": "running",
    "paused": "paused",
    "in-practice": "over",
    "closed": "over",
    "cancelled": "cancelled",
}
_ORDER = ("running", "planned", "paused", "over", "cancelled")
_LATE = 60  # per cent of the axis, from where the day's label stands before its line


class TimelineRow(NamedTuple):
    """A project, its bar, how the bar is drawn, and its latest situation unless it is over."""

    card: ProjectCard
    bar: Bar
    kind: str
    status: str | None


class TimelineGroup(NamedTuple):
    """A sector's projects; None is the sector of those without a unit."""

    sector: Named | None
    rows: tuple[TimelineRow, ...]


@dataclass(frozen=True, slots=True)
class TimelinePart:
    """The axis and the projects under their sectors; ``kinds`` are the ways in which their bars are drawn."""

    chart: Timeline
    on: date
    late: bool
    kinds: tuple[str, ...]
    groups: tuple[TimelineGroup, ...]


def timeline_part(groups: Sequence[ProjectGroup], on: date) -> TimelinePart | None:
    """Draw projects in time, in each sector by when they begin; None where there are none."""
    ordered = [(group.sector, sorted(group.projects, key=_begins)) for group in groups]
    chart = timeline([_stretch(card) for _, cards in ordered for card in cards], on)
    bars = iter(chart.bars)
    parts = tuple(TimelineGroup(s, tuple(_row(card, next(bars)) for card in cards)) for s, cards in ordered)
    kinds = {row.kind for part in parts for row in part.rows}
    return (
        TimelinePart(chart, on, float(chart.on) > _LATE, tuple(kind for kind in _ORDER if kind in kinds), parts)
        if chart.bars
        else None
    )


def _begins(card: ProjectCard) -> tuple[date, date, str]:
    return card.period.from_ or date.max, card.period.until or date.max, card.id


def _stretch(card: ProjectCard) -> Stretch:
    steps = tuple(Step((s.state == "done" and s.milestone.done) or s.milestone.due, s.state) for s in card.steps)
    return Stretch(card.period.from_, card.period.until, steps)


def _row(card: ProjectCard, bar: Bar) -> TimelineRow:
    status = card.update.status if card.update and not card.over else None
    return TimelineRow(card, bar, _KINDS.get(card.phase or "", "planned"), status)
