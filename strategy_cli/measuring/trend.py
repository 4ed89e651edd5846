"""Trend: a robust straight line through an indicator's values, which one odd value does not turn."""

from calendar import isleap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from strategy_cli.measuring.actual import comparable
from strategy_cli.model.indicator import Indicator

LEAST = 3
_MOST = 120  # ten years of months: more would cost by the square and tell of a past long gone
YEAR = 365 * 366  # a day's place is a whole number: a year is as long whether it has a leap day or not
_BITS = 62  # slopes over less than 2**31 places differ by more than 2**-62: cut to as many bits they keep their order


@dataclass(frozen=True, slots=True)
class Trend:
    """A line through ``n`` values: its slope a year, and its height at the beginning of year 0."""

    slope: Fraction
    intercept: Fraction
    n: int

    def at(self, day: date) -> Fraction:
        """Give the line's value on a day, in the unit of the values."""
        return self.intercept + self.slope * Fraction(place(day), YEAR)


def place(day: date) -> int:
    """Give a day's place in time, ``YEAR`` to the year, so that values of years stand evenly apart."""
    first = date(day.year, 1, 1).toordinal()
    length = 366 if isleap(day.year) else 365
    return day.year * YEAR + (day.toordinal() - first + 1) * (YEAR // length)


def trend(indicator: Indicator, on: date) -> Trend | None:
    """Lay a line through the numbers known on the day, each at its period's last day; None of fewer than three.

    Only values that may be held against the targets count, the longest of those that end on one day,
    and at most the latest 120.
    """
    known = (period for period in indicator.values if period.last <= on and comparable(indicator, period))
    longest = {place(p.last): indicator.values[p].value for p in sorted(known, key=lambda p: p.order)}
    points = [(x, value) for x, value in longest.items() if isinstance(value, Decimal)]
    return theil_sen(points[-_MOST:])


def theil_sen(points: Sequence[tuple[int, Decimal]]) -> Trend | None:
    """Fit a line to values by place, the places in order and all different; None of fewer than three.

    The slope is the median of the slopes between all pairs, the intercept the median of value − slope × place
    (Theil 1950, Sen 1968). Exact: values are whole numbers of their finest decimal.
    """
    if len(points) < LEAST:
        return None
    scale = 10 ** max(0, *(-int(value.as_tuple().exponent) for _, value in points))
    whole = [(x, _scaled(value, scale)) for x, value in points]
    pairs = [(high - low, last - first) for (first, low), (last, high) in combinations(whole, 2)]
    slope = _median_slope(pairs)
    rise, run = slope.numerator, slope.denominator
    heights = sorted(value * run - rise * x for x, value in whole)
    return Trend(slope * YEAR / scale, _middle(heights) / (run * scale), len(points))


def _scaled(value: Decimal, scale: int) -> int:
    numerator, denominator = value.as_integer_ratio()
    return numerator * (scale // denominator)


def _median_slope(pairs: Sequence[tuple[int, int]]) -> Fraction:
    ordered = sorted(((rise << _BITS) // run, rise, run) for rise, run in pairs)
    half = len(ordered) // 2
    (_, rise, run), (_, other, length) = ordered[half], ordered[-half - 1]
    return Fraction(rise * length + other * run, 2 * run * length)


def _middle(ordered: Sequence[int]) -> Fraction:
    half = len(ordered) // 2
    return Fraction(ordered[half] + ordered[-half - 1], 2)
