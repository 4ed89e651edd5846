"""Trend: an indicator's values over time beside its target path, what is expected of it, and the report's day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from strategy_cli.charts.scale import Scale, drawn, levels, places, years

WIDTH, HEIGHT = 340, 176
_TOP, _BOTTOM, _RIGHT = 14, 24, 14
_DIGIT = 6.4  # the width of a figure in a label, 12 units high
_DOT, _MARK = 3.5, 5.5
_TOO_MANY_DIGITS = 15


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
    """A figure written in the drawing, its baseline's place and the end of the words that stands there."""

    x: str
    y: str
    anchor: str
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

    ``dots`` are values, ``hollow`` the preliminary ones; ``places`` the decimals that levels are written with;
    ``band`` the upper edge and the height of the range.
    """

    left: str
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
    shown = [*_all(series)]
    figures = [p.value for p in shown] + list(series.band or ())
    if len(series.values) < 2 or any(v and abs(v.adjusted()) > _TOO_MANY_DIGITS for v in figures):  # noqa: PLR2004
        return None
    chosen = levels(min(figures), max(figures), Decimal(1).scaleb(-decimals) if decimals is not None else Decimal(0))
    exact = places(chosen)
    left = 10 + _DIGIT * max(_length(v, exact) for v in (chosen[0], chosen[-1]))
    first, last = min(p.day for p in shown), max(p.day for p in shown)
    first, last = min(first, series.on), max(last, series.on)
    if first.year == last.year:
        last = date(last.year, 12, 31)
    across = Scale(first.toordinal(), max(last.toordinal(), first.toordinal() + 1), left + 6, WIDTH - _RIGHT)
    up = Scale(float(chosen[0]), float(chosen[-1]), HEIGHT - _BOTTOM, _TOP)
    return _drawing(series, _Ground(across, up, left), chosen, exact, years(first, last))


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a trend is drawn on: both scales, and where the axis of levels ends."""

    across: Scale
    up: Scale
    left: float

    def place(self, point: Point) -> Place:
        """Give where a figure stands."""
        return self.across.at(point.day.toordinal()), self.up.at(float(point.value))

    def places(self, points: Iterable[Point]) -> list[Place]:
        """Give where figures stand."""
        return [self.place(point) for point in points]

    def of_year(self, year: int) -> float:
        """Give where a year ends."""
        return self.across.at(date(year, 12, 31).toordinal())


def _drawing(
    series: Series, ground: _Ground, chosen: tuple[Decimal, ...], exact: int, shown_years: tuple[int, ...]
) -> Trend:
    values, path = ground.places(series.values), ground.places(series.path)
    targets = ground.places(series.targets)
    heights = [(drawn(ground.up.at(float(v))), v) for v in chosen]
    marks = [(drawn(ground.of_year(year)), year) for year in shown_years]
    left = drawn(ground.left)
    hollow = [p.preliminary for p in series.values]
    band = [ground.up.at(float(v)) for v in reversed(series.band or ())]
    return Trend(
        left=left,
        grid="".join(f"M{left} {y}H{WIDTH - _RIGHT}" for y, _ in heights),
        levels=tuple(Level(*one) for one in heights),
        places=exact,
        years=tuple(Year(*one) for one in marks),
        year_ticks="".join(f"M{x} {HEIGHT - _BOTTOM}v5" for x, _ in marks),
        line=_line(values),
        dots="".join(_dot(p) for p, open_ in zip(values, hollow, strict=True) if not open_),
        hollow="".join(_dot(p) for p, open_ in zip(values, hollow, strict=True) if open_),
        path=_line(path),
        targets="".join(_diamond(p, _DOT) for p in targets[:-1]),
        final="".join(_diamond(p, _MARK) for p in targets[-1:]),
        forecast=_line([values[-1], ground.place(series.forecast)]) if series.forecast else "",
        forecast_mark=_square(ground.place(series.forecast)) if series.forecast else "",
        continuation=_line([values[-1], ground.place(series.continuation)]) if series.continuation else "",
        on=drawn(ground.across.at(series.on.toordinal())),
        band=(drawn(band[0]), drawn(band[1] - band[0])) if band else None,
        labels=_labels(series, ground, values, path + targets),
    )


def _all(series: Series) -> Iterable[Point]:
    yield from series.values
    yield from series.path
    yield from series.targets
    yield from (p for p in (series.forecast, series.continuation) if p)


def _labels(series: Series, ground: _Ground, values: Sequence[Place], others: Sequence[Place]) -> tuple[Label, ...]:
    """Write the final target's and the latest value's figures where they cover neither a line nor each other."""
    taken = _along(values) + _along(others)
    found: list[Label] = []
    box: _Box | None = None
    wanted = [(series.targets[-1], others[-1])] if series.targets else []
    for point, place in (*wanted, (series.values[-1], values[-1])):
        half = _DIGIT * _length(point.value, None) / 2
        x = min(max(place[0], ground.left + half), WIDTH - half - 1)
        choices = [(x - half, y - 10, x + half, y + 2) for y in (place[1] - 9, place[1] + 18)]
        fitting = [b for b in choices if b[1] > 0 and b[3] < HEIGHT - _BOTTOM + 1 and not (box and _touch(b, box))]
        if fitting:
            best = min(fitting, key=lambda b: sum(b[0] < px < b[2] and b[1] < py < b[3] for px, py in taken))
            found.append(Label(drawn(x), drawn(best[3] - 2), "middle", point.value))
            box = best
    return tuple(found)


def _along(points: Sequence[Place]) -> list[Place]:
    """Give points along a line, its corners and two between each."""
    between = [
        (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part)
        for a, b in zip(points, points[1:], strict=False)
        for part in (0.33, 0.67)
    ]
    return [*points, *between]


def _touch(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _length(value: Decimal, decimals: int | None) -> int:
    """Give how many characters a figure takes, its gaps between thousands included."""
    return len(f"{value:,f}" if decimals is None else f"{value:,.{decimals}f}")


def _line(points: Sequence[Place]) -> str:
    return "M" + "L".join(f"{drawn(x)} {drawn(y)}" for x, y in points) if points else ""


def _dot(point: Place) -> str:
    return f"M{drawn(point[0] - _DOT)} {drawn(point[1])}a{_DOT} {_DOT} 0 1 0 7 0a{_DOT} {_DOT} 0 1 0-7 0z"


def _diamond(point: Place, size: float) -> str:
    return f"M{drawn(point[0])} {drawn(point[1] - size)}l{size} {size}l-{size} {size}l-{size}-{size}z"


def _square(point: Place) -> str:
    return f"M{drawn(point[0] - 4)} {drawn(point[1] - 4)}h8v8h-8z"
