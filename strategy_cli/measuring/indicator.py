"""Indicator: one indicator's figures as of a day: actual, progress, expected path and class."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from strategy_cli.measuring.actual import GRACE_DAYS, Actual, actual, interim
from strategy_cli.measuring.forecast import projected
from strategy_cli.measuring.path import Path, expected_path
from strategy_cli.measuring.progress import Progress, progress
from strategy_cli.measuring.standing import Assessment, Reason, Standing, cannot
from strategy_cli.measuring.target import (
    WORDED,
    Forecast,
    Outcome,
    baseline,
    direction,
    due,
    forecast,
    in_order,
    meets,
    number,
    outcome,
)
from strategy_cli.model.about import About
from strategy_cli.model.indicator import Dated, Indicator, Range

TOLERANCE = Decimal("0.05")
_HALF = Fraction(1, 2)
_LONGEST_GRACE = 365_000


@dataclass(frozen=True, slots=True)
class Rules:
    """What the strategy says of measuring: the day, the tolerance (a share of the whole way), grace, and its end."""

    on: date
    tolerance: Fraction = Fraction(TOLERANCE)
    grace_days: int = GRACE_DAYS
    end: date | None = None

    @staticmethod
    def of(about: About, on: date) -> "Rules":
        """Read the strategy's settings."""
        tolerance = about.defaults.tolerance
        grace = about.reporting.grace_days
        return Rules(
            on,
            Fraction(TOLERANCE if tolerance is None else tolerance),
            GRACE_DAYS if grace is None else min(grace, _LONGEST_GRACE),
            about.period.until,
        )


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator's figures.

    ``target`` is the final one, ``current`` the one of the period under way. ``expected`` is what the actual
    is held against: the path's value at the actual's own date, or the target at a target's date.
    ``reached`` tells whether the actual, unless aged, is at or better than the final target. ``interim`` is a
    cumulative indicator's newer value of a part of the year, ``outcome`` what came of the target last due on the way.
    """

    indicator: Indicator
    actual: Actual | None
    interim: Actual | None
    target: Dated | None
    current: Dated | None
    outcome: Outcome | None
    forecast: Forecast | None
    progress: Progress
    to_current: Progress
    expected: Fraction | None
    reached: bool
    assessment: Assessment


def measure(indicator: Indicator, rules: Rules) -> Measured:
    """Work out an indicator's figures as of the day."""
    latest = actual(indicator, rules.on, rules.grace_days)
    targets = in_order(indicator)
    final = targets[-1] if targets else None
    current = next((t for t in targets if t.period.last >= rules.on), final)
    path = expected_path(indicator)
    return Measured(
        indicator,
        latest,
        interim(indicator, rules.on, latest),
        final,
        current,
        outcome(indicator, rules.on),
        forecast(indicator, latest.period.last if latest else None)
        or projected(indicator, latest, rules.on, rules.end),
        _progress(indicator, latest, final),
        _progress(indicator, latest, current),
        _expected(path, latest, targets, rules),
        latest is not None and not latest.aged and meets(indicator, latest.observation.value, final),
        _assess(indicator, latest, targets, path, rules),
    )


def _expected(path: Path | None, latest: Actual | None, targets: list[Dated], rules: Rules) -> Fraction | None:
    if path is None or latest is None:
        return None
    target = due(targets, rules.on)
    at_date = target is not None and latest.period.last >= target.period.last
    return path.at(rules.on if at_date else latest.period.last)


def _value(latest: Actual | None) -> Decimal | None:
    value = latest.observation.value if latest else None
    return value if isinstance(value, Decimal) else None


def _progress(indicator: Indicator, latest: Actual | None, target: Dated | None) -> Progress:
    if indicator.type in WORDED:
        return Progress(None, Reason.IN_WORDS)
    if isinstance(indicator.better, Range):
        return Progress(None, Reason.RANGE)
    if latest is None:
        return Progress(None, Reason.NO_VALUE)
    value = _value(latest)
    if value is None:
        return Progress(None, Reason.NOT_A_NUMBER)
    return progress(value, number(baseline(indicator)), number(target))


def _assess(
    indicator: Indicator, latest: Actual | None, targets: list[Dated], path: Path | None, rules: Rules
) -> Assessment:
    if isinstance(indicator.better, Range):
        return _against_range(indicator, latest, targets, rules)
    if not targets:
        return cannot(Reason.NO_TARGET)
    if latest is None or latest.aged:
        return cannot(Reason.AGED_VALUE if latest else Reason.NO_VALUE)
    target = due(targets, rules.on)
    if target and latest.period.last < target.period.last and not _passed(indicator, latest, target):
        return cannot(Reason.NOT_YET)
    if indicator.type in WORDED:
        return _in_words(indicator, latest, target or targets[-1], at_date=target is not None)
    value = _value(latest)
    if value is None or any(not isinstance(t.value, Decimal) for t in targets):
        return cannot(Reason.NOT_A_NUMBER)
    if direction(indicator) is None:
        return cannot(Reason.NO_DIRECTION)
    return _at_date(indicator, value, target) if target else _between(indicator, latest, value, path, rules)


def _passed(indicator: Indicator, latest: Actual, target: Dated) -> bool:
    """Tell whether a milestone has been passed: it stays so, without a value of the target's own date."""
    return indicator.type == "milestone" and meets(indicator, latest.observation.value, target)


def _against_range(indicator: Indicator, latest: Actual | None, targets: list[Dated], rules: Rules) -> Assessment:
    if latest is None or latest.aged:
        return cannot(Reason.AGED_VALUE if latest else Reason.NO_VALUE)
    if _value(latest) is None:
        return cannot(Reason.NOT_A_NUMBER)
    end = targets[-1].period.last if targets else rules.end
    inside = meets(indicator, latest.observation.value, None)
    if end is not None and rules.on >= end:
        if latest.period.last < end:
            return cannot(Reason.NOT_YET)
        return Assessment(Standing.ATTAINED if inside else Standing.NOT_ATTAINED)
    return Assessment(Standing.ON_TRACK if inside else Standing.OFF_TRACK)


def _in_words(indicator: Indicator, latest: Actual, target: Dated, *, at_date: bool) -> Assessment:
    if meets(indicator, latest.observation.value, target):
        return Assessment(Standing.ATTAINED if at_date else Standing.ON_TRACK)
    if at_date and indicator.type == "milestone":
        return Assessment(Standing.NOT_ATTAINED)
    return cannot(Reason.IN_WORDS)


def _at_date(indicator: Indicator, value: Decimal, target: Dated) -> Assessment:
    if meets(indicator, value, target):
        return Assessment(Standing.ATTAINED)
    moved = progress(value, number(baseline(indicator)), number(target))
    if moved.reason is Reason.NO_BASELINE:
        return cannot(Reason.NO_BASELINE)
    halfway = moved.value is not None and moved.value >= _HALF
    return Assessment(Standing.PARTLY if halfway else Standing.NOT_ATTAINED)


def _between(indicator: Indicator, latest: Actual, value: Decimal, path: Path | None, rules: Rules) -> Assessment:
    """Hold the value against the path at the value's own date, so that a lag is not taken for a delay."""
    if meets(indicator, value, max(indicator.targets, key=lambda t: t.period.order)):
        return Assessment(Standing.ON_TRACK)
    if path is None:
        return cannot(Reason.NO_BASELINE)
    way = direction(indicator) or 1
    expected = path.at(latest.period.last)
    behind = (expected - Fraction(value)) * way
    if behind <= rules.tolerance * abs(path.end - path.start):
        return Assessment(Standing.ON_TRACK)
    gone, wanted = (Fraction(value) - path.start) * way, (expected - path.start) * way
    return Assessment(Standing.AT_RISK if wanted > 0 and gone >= _HALF * wanted else Standing.OFF_TRACK)
