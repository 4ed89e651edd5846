"""Target: which way is better, whether a value meets a target, and what came of those that have fallen due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from strategy_cli.measuring.actual import comparable, months
from strategy_cli.model.indicator import Dated, Indicator, Range
from strategy_cli.model.period import Period

WORDED = ("text", "milestone")


@dataclass(frozen=True, slots=True)
class Outcome:
    """A target on the way that has fallen due, and whether it was met; None while no value tells."""

    target: Dated
    reached: bool | None


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is expected at a target's period, and whether that would be enough; None where nothing says what is.

    ``how`` tells who expects it: a person, or the trend of the ``n`` latest values. Of a trend, ``reached_about``
    is the year in which its line meets the final target, if it ever does.
    """

    period: Period
    value: Decimal | str
    reached: bool | None
    how: Literal["person", "trend"] = "person"
    n: int | None = None
    reached_about: int | None = None


def direction(indicator: Indicator) -> int | None:
    """Tell which way is better: 1 up, -1 down; None when neither said nor to be seen from baseline and target."""
    if indicator.better in ("up", "down"):
        return 1 if indicator.better == "up" else -1
    if indicator.type == "rank":
        return -1
    start = number(indicator.baseline)
    end = number(max(indicator.targets, key=lambda t: t.period.order)) if indicator.targets else None
    if start is None or end is None or start == end:
        return None
    return 1 if end > start else -1


def number(dated: Dated | None) -> Decimal | None:
    """Give the number of a baseline or a target; None where there is none, or it is in words."""
    return dated.value if dated and isinstance(dated.value, Decimal) else None


def meets(indicator: Indicator, value: Decimal | str, target: Dated | None) -> bool:
    """Tell whether a value is at or better than a target, within the range, or the same words."""
    figure = value if isinstance(value, Decimal) else None
    if isinstance(indicator.better, Range):
        return figure is not None and indicator.better.min <= figure <= indicator.better.max
    if indicator.type in WORDED:
        return target is not None and str(value).casefold() == str(target.value).casefold()
    wanted, way = number(target), direction(indicator)
    return figure is not None and wanted is not None and way is not None and (figure - wanted) * way >= 0


def baseline(indicator: Indicator) -> Dated | None:
    """Give the baseline, unless it is of another length than a cumulative indicator's targets."""
    start = indicator.baseline
    return start if start and comparable(indicator, start.period) else None


def in_order(indicator: Indicator) -> list[Dated]:
    """Give the targets that actuals are held against, in order of time."""
    held = (t for t in indicator.targets if comparable(indicator, t.period))
    return sorted(held, key=lambda target: target.period.order)


def due(targets: Sequence[Dated], on: date) -> Dated | None:
    """Find the target whose date it is: one that ends on the day, or the final one once it has passed."""
    today = next((t for t in targets if t.period.last == on), None)
    return today or (targets[-1] if targets and targets[-1].period.last < on else None)


def outcome(indicator: Indicator, on: date) -> Outcome | None:
    """Tell what came of the target that last fell due before the final one.

    It is held against the value of its own period, else against the first later one.
    """
    before_final = sorted(indicator.targets, key=lambda target: target.period.order)[:-1]
    passed = [target for target in before_final if target.period.last <= on]
    if not passed or isinstance(indicator.better, Range):
        return None
    last = passed[-1]
    told = [p for p in indicator.values if last.period.last <= p.last <= on and _as_long(indicator, p, last.period)]
    first = min(told, key=lambda p: (p.last, p != last.period), default=None)
    return Outcome(last, None if first is None else meets(indicator, indicator.values[first].value, last))


def forecast(indicator: Indicator, known_until: date | None = None) -> Forecast | None:
    """Find a person's forecast for the final target's period; without one, the furthest of a period still to be known.

    ``known_until`` is the last day of the latest value. ``reached`` is against the target of the forecast's own
    period, None where there is none.
    """
    final = max(indicator.targets, key=lambda target: target.period.order, default=None)
    if final is None and not isinstance(indicator.better, Range):
        return None
    asked = [p for p in indicator.forecasts if final is None or p.order == final.period.order]
    if not asked:
        asked = [p for p in indicator.forecasts if known_until is None or p.last > known_until]
    period = max(asked, key=lambda p: p.order, default=None)
    if period is None:
        return None
    value = indicator.forecasts[period]
    own = next((t for t in indicator.targets if t.period.order == period.order), None)
    held = own is not None or isinstance(indicator.better, Range)
    return Forecast(period, value, meets(indicator, value, own) if held else None)


def _as_long(indicator: Indicator, one: Period, other: Period) -> bool:
    return not indicator.cumulative or months(one) == months(other)
