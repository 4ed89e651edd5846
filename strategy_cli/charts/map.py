"""Map: things in columns and the links between neighbouring columns → boxes and curves that cross seldom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import mean
from typing import NamedTuple

from strategy_cli.charts.scale import drawn

WIDTH = 1060
_GAP_BETWEEN = 70
_GAP_BELOW = 10

Links = Sequence[tuple[str, str]]


class Column(NamedTuple):
    """The things of a column by id, the share of the width it takes, its boxes' height, and whether order is free."""

    ids: Sequence[str]
    share: int
    box_height: int
    free: bool = False


class Box(NamedTuple):
    """A thing's box: its left upper corner."""

    id: str
    x: str
    y: str


@dataclass(frozen=True, slots=True)
class BoxColumn:
    """A column's left edge and width, and its boxes from top to bottom."""

    x: str
    width: int
    box_height: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class StrategyMap:
    """The drawing, WIDTH × ``height`` units; ``links`` are SVG path data."""

    height: int
    columns: tuple[BoxColumn, ...]
    links: str
    width: int = WIDTH


def strategy_map(columns: Sequence[Column], links: Links) -> StrategyMap:
    """Place the columns' boxes beside what they are linked to; links to what is in no neighbouring column are left."""
    ids = _ordered_columns(columns, links)
    height = max((len(one) * (c.box_height + _GAP_BELOW) for one, c in zip(ids, columns, strict=True)), default=0)
    middles = _middles(ids, columns, links, height)
    room = WIDTH - _GAP_BETWEEN * (len(columns) - 1)
    widths = [room * c.share // sum(k.share for k in columns) for c in columns]
    lefts = [sum(widths[:n]) + n * _GAP_BETWEEN for n in range(len(columns))]
    return StrategyMap(
        height=height,
        columns=tuple(
            BoxColumn(
                str(left),
                width,
                column.box_height,
                tuple(Box(one, str(left), drawn(held[one] - column.box_height / 2)) for one in order),
            )
            for order, column, held, left, width in zip(ids, columns, middles, lefts, widths, strict=True)
        ),
        links="".join(
            _curve(lefts[n] + widths[n], middles[n][a], lefts[n + 1], middles[n + 1][b])
            for n in range(len(columns) - 1)
            for a, b in links
            if a in middles[n] and b in middles[n + 1]
        ),
    )


def ordered(fixed: Sequence[str], free: Sequence[str], links: Links) -> tuple[str, ...]:
    """Order the free side by the barycentre of what each is linked to, unless that makes more links cross."""
    where = {one: n for n, one in enumerate(fixed)}
    held = {one: [where[a] for a, b in links if b == one and a in where] for one in free}
    by_middle = tuple(sorted(free, key=lambda one: mean(held[one]) if held[one] else len(fixed)))
    return min(tuple(free), by_middle, key=lambda order: (crossings(fixed, order, links), order is not by_middle))


def crossings(one: Sequence[str], other: Sequence[str], links: Links) -> int:
    """Count the pairs of links between two columns that cross."""
    first, second = ({key: n for n, key in enumerate(side)} for side in (one, other))
    ends = sorted((first[a], second[b]) for a, b in links if a in first and b in second)
    return sum(a < c and b > d for n, (a, b) in enumerate(ends) for c, d in ends[n + 1 :])


def _ordered_columns(columns: Sequence[Column], links: Links) -> list[Sequence[str]]:
    ids: list[Sequence[str]] = []
    for n, column in enumerate(columns):
        ids.append(ordered(ids[n - 1], column.ids, links) if column.free and n else column.ids)
    return ids


def _middles(
    ids: Sequence[Sequence[str]], columns: Sequence[Column], links: Links, height: int
) -> list[Mapping[str, float]]:
    """Give each box's middle: the fullest column evenly, the others beside what they are linked to."""
    sizes = [column.box_height + _GAP_BELOW for column in columns]
    fullest = max(range(len(columns)), key=lambda n: len(ids[n]) * sizes[n], default=0)
    found: dict[int, Mapping[str, float]] = {}
    outwards = sorted(range(len(columns)), key=lambda n: abs(n - fullest))
    for n in outwards:
        beside = found.get(n + 1 if n < fullest else n - 1, {})
        wished = [_wish(one, beside, links) for one in ids[n]]
        found[n] = dict(zip(ids[n], _apart(wished, sizes[n], height), strict=True))
    return [found[n] for n in range(len(columns))]


def _wish(one: str, beside: Mapping[str, float], links: Links) -> float:
    near = [beside[b if a == one else a] for a, b in links if one in (a, b) and (b if a == one else a) in beside]
    return mean(near) if near else 0


def _apart(wished: Sequence[float], size: float, height: float) -> list[float]:
    """Move middles apart by ``size``, in their order, as near as can be to where each should be."""
    places: list[float] = []
    for wish in wished:
        places.append(max(wish, places[-1] + size if places else size / 2))
    limit = height - size / 2
    for n in reversed(range(len(places))):
        places[n] = min(places[n], limit)
        limit = places[n] - size
    return places


def _curve(x: float, y: float, to_x: float, to_y: float) -> str:
    middle = drawn((x + to_x) / 2)
    return f"M{drawn(x)} {drawn(y)}C{middle} {drawn(y)} {middle} {drawn(to_y)} {drawn(to_x)} {drawn(to_y)}"
