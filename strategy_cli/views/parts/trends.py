"""Trends: an indicator's known values, its targets and what is expected of it, drawn and told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from strategy_cli.charts.trend import Point, Series, Trend, trend
from strategy_cli.measuring.actual import comparable
from strategy_cli.measuring.indicator import Measured
from strategy_cli.measuring.target import WORDED, Forecast, baseline, in_order
from strategy_cli.model.indicator import Dated, Range
from strategy_cli.model.period import Period

_FEWEST = 2  # values that there must be to see a course


class Told(NamedTuple):
    """A figure and its period."""

    period: Period
    value: Decimal


class Value(NamedTuple):
    """A known value with its period, and whether it is preliminary."""

    period: Period
    value: Decimal
    preliminary: bool


class TrendRow(NamedTuple):
    """A period's value and target; ``note`` tells that the value is preliminary or the baseline."""

    period: Period
    actual: Decimal | None
    note: str | None
    target: Decimal | None


@dataclass(frozen=True, slots=True)
class TrendFigure:
    """A trend's drawing, and the same in figures; ``forecast`` is a person's, ``continuation`` is computed."""

    chart: Trend
    rows: tuple[TrendRow, ...]
    first: Value
    last: Value
    target: Told | None
    forecast: Told | None
    continuation: Told | None
    limits: Range | None


def trend_figure(measured: Measured, on: date) -> TrendFigure | None:
    """Make an indicator's trend as of a day; None without two numbers to join."""
    indicator = measured.indicator
    values = _values(measured, on) if indicator.type not in WORDED else []
    if len(values) < _FEWEST:
        return None
    targets = [told for target in in_order(indicator) if (told := _told(target))]
    start = _told(baseline(indicator))
    limits = indicator.better if isinstance(indicator.better, Range) else None
    forecast = _told(measured.forecast)
    person = measured.forecast is not None and measured.forecast.how == "person"
    way = [start, *targets] if start and measured.expected is not None else []
    chart = trend(
        Series(
            on=on,
            values=tuple(Point(period.last, value, preliminary) for period, value, preliminary in values),
            path=_points(way),
            targets=_points(targets),
            forecast=_point(forecast) if forecast and person else None,
            continuation=_point(forecast) if forecast and not person else None,
            band=(limits.min, limits.max) if limits else None,
        ),
        indicator.decimals,
    )
    if chart is None:
        return None
    return TrendFigure(
        chart,
        rows=_rows(values, targets, start),
        first=values[0],
        last=values[-1],
        target=targets[-1] if targets else None,
        forecast=forecast if person else None,
        continuation=None if person else forecast,
        limits=limits,
    )


def _values(measured: Measured, on: date) -> list[Value]:
    indicator = measured.indicator
    return [
        Value(period, seen.value, seen.preliminary)
        for period, seen in sorted(indicator.values.items(), key=_by_period)
        if isinstance(seen.value, Decimal) and period.last <= on and comparable(indicator, period)
    ]


def _rows(values: Sequence[Value], targets: Sequence[Told], start: Told | None) -> tuple[TrendRow, ...]:
    """Set values beside the targets of their periods; the baseline stands with the values unless one is its own."""
    wanted = {period.text: value for period, value in targets}
    rows = [
        TrendRow(period, value, "preliminary" if preliminary else None, wanted.get(period.text))
        for period, value, preliminary in values
    ]
    known = {row.period.text for row in rows}
    if start and start.period.text not in known:
        known.add(start.period.text)
        rows.append(TrendRow(start.period, start.value, "baseline", wanted.get(start.period.text)))
    rows += [TrendRow(period, None, None, value) for period, value in targets if period.text not in known]
    return tuple(sorted(rows, key=_by_period))


def _by_period(row: TrendRow | tuple[Period, object]) -> tuple[date, int]:
    return row[0].order


def _told(figure: Dated | Forecast | None) -> Told | None:
    return Told(figure.period, figure.value) if figure and isinstance(figure.value, Decimal) else None


def _points(told: Sequence[Told]) -> tuple[Point, ...]:
    return tuple([Point(period.last, value) for period, value in told])


def _point(told: Told) -> Point:
    return Point(told.period.last, told.value)
