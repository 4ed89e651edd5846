"""Timeline: periods and dated steps → bars and marks on an axis of years, in per cent of its width.

A row stands by itself, so that a list of any length breaks over pages and folds up on a phone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from strategy_cli.charts.scale import Scale, drawn

_BEFORE, _AFTER = 6, 9  # years that are shown at most, counted from the report's day
_LABELS = 8
_FEW_YEARS = 3  # in which quarters are told apart too


class Step(NamedTuple):
    """A dated step and how it stands: done, late or ahead."""

    day: date
    state: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time, either end of which may be open, with its steps."""

    first: date | None
    last: date | None
    steps: tuple[Step, ...] = ()


class Mark(NamedTuple):
    """A step's place, and how it stands."""

    x: str
    state: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A row: the bar's left edge and width, whether it goes on past either edge, and the steps' marks.

    ``x`` is None where there is no time to draw.
    """

    x: str | None
    width: str
    from_before: bool
    goes_on: bool
    marks: tuple[Mark, ...]


class Year(NamedTuple):
    """A year's first day on the axis; the label only of some, where years are many."""

    x: str
    label: int | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The axis from ``first`` to ``last`` with its years and quarters, the report's day, and a bar a stretch."""

    first: date
    last: date
    years: tuple[Year, ...]
    quarters: tuple[str, ...]
    on: str
    bars: tuple[Bar, ...]


def timeline(stretches: Sequence[Stretch], on: date) -> Timeline:
    """Draw stretches of time, in the order given, on the whole years that they take, cut far from the day."""
    days = [on, *(d for s in stretches for d in (s.first, s.last, *(step.day for step in s.steps)) if d)]
    first = max(min(days).year, on.year - _BEFORE, 1)
    last = min(max(days).year, on.year + _AFTER, date.max.year)
    start, end = date(first, 1, 1), date(last, 12, 31)
    scale = Scale(start.toordinal(), end.toordinal() + 1, 0, 100)
    every = -(-(last - first + 1) // _LABELS)
    return Timeline(
        first=start,
        last=end,
        years=tuple(
            Year(_at(scale, date(year, 1, 1)), None if (year - first) % every else year)
            for year in range(first, last + 1)
        ),
        quarters=tuple(_at(scale, date(year, month, 1)) for year in range(first, last + 1) for month in (4, 7, 10))
        if last - first < _FEW_YEARS
        else (),
        on=_at(scale, on),
        bars=tuple(_bar(s, start, end, scale) for s in stretches),
    )


def _bar(stretch: Stretch, start: date, end: date, scale: Scale) -> Bar:
    marks = tuple(Mark(_at(scale, s.day), s.state) for s in stretch.steps if start <= s.day <= end)
    first, last = stretch.first, stretch.last
    if first is None and last is None:
        return Bar(None, "0", from_before=False, goes_on=False, marks=marks)
    left = _inside(first.toordinal() if first else scale.low, scale)
    right = _inside(last.toordinal() + 1 if last else scale.high, scale)
    return Bar(
        x=drawn(scale.at(left)),
        width=drawn(max(scale.at(right) - scale.at(left), 0.3)),
        from_before=first is None or first < start,
        goes_on=last is None or last > end,
        marks=marks,
    )


def _inside(place: float, scale: Scale) -> float:
    return min(max(place, scale.low), scale.high)


def _at(scale: Scale, day: date) -> str:
    return drawn(scale.at(day.toordinal()))
