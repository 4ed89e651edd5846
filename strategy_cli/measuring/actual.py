"""Actual: the latest value known on a day, and whether it is too old to say how things are."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

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


def actual(indicator: Indicator, on: date, grace_days: int = GRACE_DAYS) -> Actual | None:
    """Find the latest value whose period ends on or before the day.

    A value is aged when it is older than the indicator's frequency (a year unless said) + lag + grace.
    """
    known = [period for period in indicator.values if period.last <= on]
    if not known:
        return None
    latest = max(known, key=lambda period: period.order)
    months = _MONTHS[indicator.frequency or "year"] + (indicator.lag or 0)
    fresh_until = add_months(latest.last, min(months, _LONGEST)) + timedelta(days=grace_days)
    return Actual(latest, indicator.values[latest], on > fresh_until)


def add_months(day: date, months: int) -> date:
    """Move a day forward by whole months; a month's last day stays a month's last day."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    last = monthrange(year, month)[1]
    was_last = day.day == monthrange(day.year, day.month)[1]
    return date(year, month, last if was_last else min(day.day, last))
