"""Trend: an indicator's values over time beside its target path, what is expected of it, and the report's day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from strategy_cli.charts.scale import Scale, drawn, levels, places, years

WIDTH, HEIGHT = 340, 176
_TOP, _BOTTOM, _RIGHT = 14, 24, 14
_DIGIT = 6.4  # the width of a figure in a label, 12 units high
_WIDEST = 50  # half of what a figure written in the drawing may take
_FEWEST = 2  # values that make a line
_MOST_DIGITS = 15
_ON_THE_WAY = "m0-3.5l3.5 3.5-3.5 3.5-3.5-3.5z"  # diamonds around a place
_FINAL = "m0-5.5l5.5 5.5-5.5 5.5-5.5-5.5z"
_FORECAST = "m-4-4h8v8h-8z"
_DOT = "h.01"  # with round ends as wide as a dot


class Point(NamedTuple):
    """A figure on a day; a preliminary one is drawn hollow."""

    day: date
    value: Decimal
    preliminary: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """What a trend shows: each tuple in order of time.

    ``path`` goes from the baseline through the targets, empty where there is no such way; ``forecast`` is a person's,
    ``continuation`` the computed one's end; ``band`` is the range to stay within.
    """

    on: date
    values: tuple[Point, ...]
    path: tuple[Point, ...] = ()
    targets: tuple[Point, ...] = ()
    forecast: Point | None = None
    continuation: Point | None = None
    band: tuple[Decimal, Decimal] | None = None


class Label(NamedTuple):
    """A figure written in the drawing, and where the middle of its baseline is."""

    x: str
    y: str
    value: Decimal


class Level(NamedTuple):
    """A level of the upright axis."""

    y: str
    value: Decimal


class Year(NamedTuple):
    """A year's last day on the axis of time."""

    x: str
    year: int


@dataclass(frozen=True, slots=True)
class Trend:
    """The drawing, WIDTH × HEIGHT units: SVG path data, coordinates as text; empty where there is nothing to draw.

    ``dots`` are values and ``hollow`` the preliminary ones among them, as points for round line ends; ``places`` the
    decimals that levels are written with, before ``axis``; ``band`` the upper edge and the height of the range.
    """

    left: str
    axis: str
    across: str
    grid: str
    levels: tuple[Level, ...]
    places: int
    years: tuple[Year, ...]
    year_ticks: str
    line: str
    dots: str
    hollow: str
    path: str
    targets: str
    final: str
    forecast: str
    forecast_mark: str
    continuation: str
    on: str
    band: tuple[str, str] | None
    labels: tuple[Label, ...]

    width: int = WIDTH
    height: int = HEIGHT
    right: int = WIDTH - _RIGHT
    top: int = _TOP
    bottom: int = HEIGHT - _BOTTOM


Place = tuple[float, float]
_Box = tuple[float, float, float, float]


def trend(series: Series, decimals: int | None = None) -> Trend | None:
    """Draw a trend; None with fewer than two values, or with figures too long to be told apart in a drawing."""
    if len(series.values) < _FEWEST:
        return None
    shown = [*series.values, *series.path, *series.targets, *(p for p in (series.forecast, series.continuation) if p)]
    figures = [p[1] for p in shown]
    figures += series.band or ()
    low, high = min(figures), max(figures)
    if max(abs(low), abs(high)).adjusted() > _MOST_DIGITS:
        return None
    chosen = levels(low, high, Decimal(0) if decimals is None else Decimal(1).scaleb(-decimals))
    exact = places(chosen)
    if exact > _MOST_DIGITS:
        return None
    days = [p[0] for p in shown]
    first, last = min(*days, series.on), max(*days, series.on)
    if first.year == last.year:
        last = date(last.year, 12, 31)
    left = 10 + _DIGIT * max(_length(chosen[0], exact), _length(chosen[-1], exact))
    across = Scale(first.toordinal(), max(last.toordinal(), first.toordinal() + 1), left + 6, WIDTH - _RIGHT)
    up = Scale(float(chosen[0]), float(chosen[-1]), HEIGHT - _BOTTOM, _TOP)
    return _drawing(series, _Ground(across, up, left), chosen, exact, years(first, last))


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a trend is drawn on: both scales, and where the axis of levels ends."""

    across: Scale
    up: Scale
    left: float

    def places(self, points: Sequence[Point]) -> list[Place]:
        """Give where figures stand."""
        x, along, first = self.across.start, self.across.slope, self.across.low
        y, upwards, low = self.up.start, self.up.slope, self.up.low
        return [(x + (p[0].toordinal() - first) * along, y + (float(p[1]) - low) * upwards) for p in points]


def _drawing(
    series: Series, ground: _Ground, chosen: tuple[Decimal, ...], exact: int, shown_years: tuple[int, ...]
) -> Trend:
    at, path_at = ground.places(series.values), ground.places(series.path)
    targets_at = path_at[1:] if series.path[1:] == series.targets else ground.places(series.targets)
    values, targets = _written(at), _written(targets_at)
    forecast = _written(ground.places([series.forecast] if series.forecast else []))
    continuation = _written(ground.places([series.continuation] if series.continuation else []))
    heights = [(drawn(ground.up.at(float(v))), v) for v in chosen]
    marks = [(drawn(ground.across.at(date(year, 12, 31).toordinal())), year) for year in shown_years]
    left = drawn(ground.left)
    band = [ground.up.at(float(v)) for v in reversed(series.band or ())]
    return Trend(
        left=left,
        axis=drawn(ground.left - 6),
        across=drawn(WIDTH - _RIGHT - ground.left),
        grid="".join([f"M{left} {y}H{WIDTH - _RIGHT}" for y, _ in heights]),
        levels=tuple([Level(*one) for one in heights]),
        places=exact,
        years=tuple([Year(*one) for one in marks]),
        year_ticks="".join([f"M{x} {HEIGHT - _BOTTOM}v5" for x, _ in marks]),
        line=_line(values),
        dots=_marks(values, _DOT),
        hollow=_marks([place for place, p in zip(values, series.values, strict=True) if p.preliminary], _DOT),
        path=_line(_written(path_at)),
        targets=_marks(targets[:-1], _ON_THE_WAY),
        final=_marks(targets[-1:], _FINAL),
        forecast=_line([values[-1], *forecast]) if forecast else "",
        forecast_mark=_marks(forecast, _FORECAST),
        continuation=_line([values[-1], *continuation]) if continuation else "",
        on=drawn(ground.across.at(series.on.toordinal())),
        band=(drawn(band[0]), drawn(band[1] - band[0])) if band else None,
        labels=_labels(series, ground.left, at, path_at, targets_at),
    )


def _labels(
    series: Series, left: float, values: Sequence[Place], path: Sequence[Place], targets: Sequence[Place]
) -> tuple[Label, ...]:
    """Write the final target's and the latest value's figures where they cover neither a line nor each other."""
    lines = [*_along(values), *_along(path or targets)]
    found: list[Label] = []
    box: _Box | None = None
    wanted = [(p.value, place) for p, place in zip(series.targets[-1:], targets[-1:], strict=True)]
    for value, (at, height) in (*wanted, (series.values[-1].value, values[-1])):
        half = _DIGIT * _length(value, None) / 2
        x = min(max(at, left + half), WIDTH - half - 1)
        choices = [(x - half, y - 10, x + half, y + 2) for y in (height - 9, height + 18)]
        fitting = [b for b in choices if b[1] > 0 and b[3] < HEIGHT - _BOTTOM + 1 and not (box and _touch(b, box))]
        if fitting and half < _WIDEST:
            near = [place[1] for place in lines if x - half < place[0] < x + half]
            box = min(fitting, key=lambda b: sum([b[1] - 4 < y < b[3] + 4 for y in near]))
            found.append(Label(drawn(x), drawn(box[3] - 2), value))
    return tuple(found)


def _along(points: Sequence[Place]) -> list[Place]:
    """Give points along a line, its corners and two between each."""
    between = [
        (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part) for a, b in pairwise(points) for part in (0.33, 0.67)
    ]
    return [*points, *between]


def _touch(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _length(value: Decimal, decimals: int | None) -> int:
    """Give how many characters a figure takes, its gaps between thousands included."""
    return len(f"{value:,f}" if decimals is None else f"{value:,.{decimals}f}")


def _written(places: Sequence[Place]) -> list[str]:
    return [f"{x:.1f} {y:.1f}" for x, y in places]


def _line(places: Sequence[str]) -> str:
    return f"M{'L'.join(places)}" if places else ""


def _marks(places: Sequence[str], shape: str) -> str:
    return f"M{f'{shape}M'.join(places)}{shape}" if places else ""
