"""Actual: the latest value known on a day, and whether it is too old to say how things are."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from strategy_cli.model.indicator import Indicator, Observation
from strategy_cli.model.period import Period

GRACE_DAYS = 30
_MONTHS = {"month": 1, "quarter": 3, "third": 4, "half": 6, "year": 12, "two-years": 24, "council-term": 48}
_LONGEST = 12_000  # a thousand years: a slip of the keys must not run past the calendar


@dataclass(frozen=True, slots=True)
class Actual:
    """A value and the period that it is of; ``aged`` when it no longer tells of the present."""

    period: Period
    observation: Observation
    aged: bool

    @property
    def value(self) -> Decimal | str:
        """The value itself."""
        return self.observation.value


def actual(indicator: Indicator, on: date, grace_days: int = GRACE_DAYS) -> Actual | None:
    """Find the latest value whose period ends on or before the day, and which may be held against the targets.

    A value is aged when it is older than the indicator's frequency (a year unless said) + lag + grace. Of a
    cumulative indicator only values as long as the targets' periods count, so they come no oftener than that.
    """
    known = [period for period in indicator.values if period.last <= on and comparable(indicator, period)]
    if not known:
        return None
    latest = max(known, key=lambda period: period.order)
    return Actual(latest, indicator.values[latest], on > fresh_until(indicator, latest, grace_days))


def fresh_until(indicator: Indicator, latest: Period, grace_days: int = GRACE_DAYS) -> date:
    """Give the last day on which a period's value tells of the present: the next one should be out by then."""
    length = between(indicator, latest) + (indicator.lag or 0)
    return add_months(latest.last, min(length, _LONGEST)) + timedelta(days=grace_days)


def between(indicator: Indicator, latest: Period) -> int:
    """Give the months from a value's period to the next one's."""
    often = _MONTHS[indicator.frequency or "year"]
    return max(often, months(latest)) if indicator.cumulative else often


def interim(indicator: Indicator, on: date, latest: Actual | None) -> Actual | None:
    """Find a cumulative indicator's newer value of a part of the year: told beside the actual, never compared."""
    if not indicator.cumulative:
        return None
    known = [p for p in indicator.values if p.last <= on and not comparable(indicator, p)]
    newest = max(known, key=lambda period: period.order, default=None)
    if newest is None or (latest and newest.last <= latest.period.last):
        return None
    return Actual(newest, indicator.values[newest], aged=False)


def comparable(indicator: Indicator, period: Period) -> bool:
    """Tell whether a figure of the period may be held against the indicator's targets.

    A cumulative series grows from the year's beginning, so four months' value says nothing of a whole
    year's target: only a period as long as the final target's (without targets, the baseline's) is held against it.
    """
    if not indicator.cumulative:
        return True
    yardstick = max(indicator.targets, key=lambda t: t.period.order, default=indicator.baseline)
    return yardstick is None or months(period) == months(yardstick.period)


def months(period: Period) -> int:
    """Give how many months a period is long; a day is none."""
    first, last = period.first, period.last
    return 0 if first == last else 12 * (last.year - first.year) + last.month - first.month + 1


def add_months(day: date, months: int) -> date:
    """Move a day forward by whole months; a month's last day stays a month's last day."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    last = monthrange(year, month)[1]
    was_last = day.day == monthrange(day.year, day.month)[1]
    return date(year, month, last if was_last else min(day.day, last))
