"""Forecast: what an indicator's trend says of a target's date, and what is expected of a whole year."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import ceil

from strategy_cli.measuring.actual import GRACE_DAYS, Actual, actual, add_months, between, comparable
from strategy_cli.measuring.precision import places, possible, rounded
from strategy_cli.measuring.target import WORDED, Forecast, direction, in_order, meets, number
from strategy_cli.measuring.trend import Trend, trend
from strategy_cli.measuring.yearly import year_end, year_target
from strategy_cli.model.indicator import Dated, Indicator, Range
from strategy_cli.model.period import Period

_FAR = 100  # years: what a line says beyond them is no forecast


def projected(indicator: Indicator, latest: Actual | None, on: date, end: date | None = None) -> Forecast | None:
    """Follow the trend to the final target's date; of a range without targets, to ``end``.

    None when the date's value is known, the latest value is aged, or fewer than three are known. The value is
    rounded to the indicator's own decimals, and so that it is enough just when the line is; it is kept to what the
    indicator can be: a rank of 1 at best, not below zero or over 100 per cent where nothing known of it is.
    """
    targets = in_order(indicator)
    final = targets[-1] if targets else None
    period = final.period if final else _limit(indicator, end)
    if period is None or not _heading(indicator, final):
        return None
    line = _line(indicator, latest, period.last, on)
    if line is None or latest is None:
        return None
    value = _shown(indicator, line.at(period.last), final)
    about = _reached_about(indicator, line, latest, final)
    return Forecast(period, value, meets(indicator, value, final), "trend", line.n, about)


def year_forecast(indicator: Indicator, year: int, on: date, grace_days: int = GRACE_DAYS) -> Forecast | None:
    """Tell what is expected of a whole year: a person's forecast for it, else the trend at its last day.

    None once the last value to come from the year is known. ``reached`` is against the year's target: a dated
    one, else the path's value at the year's end; None where the year has neither.
    """
    latest = actual(indicator, on, grace_days)
    end = year_end(year)
    if latest and add_months(latest.period.last, between(indicator, latest.period)) > end:
        return None
    held = year_target(indicator, year)
    target = held.target if held else None
    days = {end, target.period.last} if target else {end}
    asked = [p for p in indicator.forecasts if p.last in days and comparable(indicator, p)]
    if asked:
        period = max(asked, key=lambda p: p.order)
        value = indicator.forecasts[period]
        return Forecast(period, value, _enough(indicator, value, target))
    line = _line(indicator, latest, end, on)
    if line is None:
        return None
    figure = _shown(indicator, line.at(end), target)
    return Forecast(Period.parse(str(year)), figure, _enough(indicator, figure, target), "trend", line.n)


def _limit(indicator: Indicator, end: date | None) -> Period | None:
    if end is None or not isinstance(indicator.better, Range):
        return None
    return Period.parse(str(end.year) if end == year_end(end.year) else end.isoformat())


def _heading(indicator: Indicator, final: Dated | None) -> bool:
    """Tell whether there is something for a number to reach."""
    return isinstance(indicator.better, Range) or (number(final) is not None and direction(indicator) is not None)


def _line(indicator: Indicator, latest: Actual | None, until: date, on: date) -> Trend | None:
    """Lay the trend where it has something to tell: past a value that is not aged, of numbers."""
    if latest is None or latest.aged or latest.period.last >= until or indicator.type in WORDED:
        return None
    return trend(indicator, on)


def _shown(indicator: Indicator, value: Fraction, target: Dated | None) -> Decimal:
    """Give a line's value as it is shown: kept to what it can be, unless that changes whether it is enough.

    A target at the very limit that is missed tells that there is no such limit.
    """
    finest, limited = places(indicator), possible(indicator, value)
    plain = _rounded(indicator, value, target, finest)
    if limited == value:
        return plain
    kept = _rounded(indicator, limited, target, finest)
    return kept if _enough(indicator, kept, target) == _enough(indicator, plain, target) else plain


def _rounded(indicator: Indicator, value: Fraction, target: Dated | None, finest: int) -> Decimal:
    """Round to the nearest, but never over the target."""
    nearest = rounded(value, finest)
    careful = rounded(value, finest, _worse(indicator, value))
    return (
        nearest
        if nearest == careful or _enough(indicator, nearest, target) == _enough(indicator, careful, target)
        else careful
    )


def _worse(indicator: Indicator, value: Fraction) -> int:
    """Tell which way is worse for a value: against the direction, or out of the middle of the range."""
    limits = indicator.better
    if isinstance(limits, Range):
        return 1 if 2 * value > Fraction(limits.min) + Fraction(limits.max) else -1
    return -(direction(indicator) or 1)


def _enough(indicator: Indicator, value: Decimal | str, target: Dated | None) -> bool | None:
    if target is None and not isinstance(indicator.better, Range):
        return None
    return meets(indicator, value, target)


def _reached_about(indicator: Indicator, line: Trend, latest: Actual, final: Dated | None) -> int | None:
    """Give the year in which the line first meets the final target after the latest value.

    None when that value meets it already, the line does not go towards it, or needs more than a hundred years.
    """
    value = latest.observation.value
    if not isinstance(value, Decimal) or meets(indicator, value, final):
        return None
    wanted = _wanted(indicator, value, final)
    if wanted is None or (wanted - Fraction(value)) * line.slope <= 0:
        return None
    next_day = latest.period.last + timedelta(1)
    met = ceil((wanted - line.intercept) / line.slope) - 1  # the year whose end the crossing comes up to
    about = max(next_day.year, met)
    return about if about - next_day.year <= _FAR else None


def _wanted(indicator: Indicator, value: Decimal, final: Dated | None) -> Fraction | None:
    """Give the level to reach: the target, or the near edge of the range."""
    limits = indicator.better
    if isinstance(limits, Range):
        return Fraction(limits.min if value < limits.min else limits.max)
    target = number(final)
    return None if target is None else Fraction(target)
