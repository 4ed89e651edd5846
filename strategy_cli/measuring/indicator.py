"""Indicator: one indicator's figures as of a day: actual, progress, expected path and class."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from strategy_cli.measuring.actual import GRACE_DAYS, Actual, actual
from strategy_cli.measuring.path import Path
from strategy_cli.measuring.progress import Progress, progress
from strategy_cli.measuring.standing import Assessment, Reason, Standing, cannot
from strategy_cli.model.about import About
from strategy_cli.model.indicator import Dated, Indicator, Range

TOLERANCE = Decimal("0.05")
WORDED = ("text", "milestone")
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
    ``reached`` tells whether the actual is at or better than the final target.
    """

    indicator: Indicator
    actual: Actual | None
    target: Dated | None
    current: Dated | None
    progress: Progress
    to_current: Progress
    expected: Fraction | None
    reached: bool
    assessment: Assessment


def measure(indicator: Indicator, rules: Rules) -> Measured:
    """Work out an indicator's figures as of the day."""
    latest = actual(indicator, rules.on, rules.grace_days)
    targets = sorted(indicator.targets, key=lambda target: target.period.order)
    final = targets[-1] if targets else None
    current = next((t for t in targets if t.period.last >= rules.on), final)
    path = _path(indicator, targets)
    return Measured(
        indicator,
        latest,
        final,
        current,
        _progress(indicator, latest, final),
        _progress(indicator, latest, current),
        _expected(path, latest, targets, rules),
        _reached(indicator, latest, final),
        _assess(indicator, latest, targets, path, rules),
    )


def _expected(path: Path | None, latest: Actual | None, targets: list[Dated], rules: Rules) -> Fraction | None:
    if path is None or latest is None:
        return None
    return path.at(rules.on if _due(targets, rules.on) else latest.period.last)


def direction(indicator: Indicator) -> int | None:
    """Tell which way is better: 1 up, -1 down; None when neither said nor to be seen from baseline and target."""
    if indicator.better in ("up", "down"):
        return 1 if indicator.better == "up" else -1
    if indicator.type == "rank":
        return -1
    start = _number(indicator.baseline)
    end = _number(max(indicator.targets, key=lambda t: t.period.order)) if indicator.targets else None
    if start is None or end is None or start == end:
        return None
    return 1 if end > start else -1


def _number(dated: Dated | None) -> Decimal | None:
    return dated.value if dated and isinstance(dated.value, Decimal) else None


def _value(latest: Actual | None) -> Decimal | None:
    value = latest.observation.value if latest else None
    return value if isinstance(value, Decimal) else None


def _path(indicator: Indicator, targets: list[Dated]) -> Path | None:
    start = indicator.baseline
    if start is None or not targets or isinstance(indicator.better, Range):
        return None
    points = [(p.period.last, p.value) for p in (start, *targets)]
    numbers = [(day, Fraction(value)) for day, value in points if isinstance(value, Decimal)]
    in_order = all(one[0] < two[0] for one, two in pairwise(numbers))
    return Path(numbers) if len(numbers) == len(points) and in_order else None


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
    return progress(value, _number(indicator.baseline), _number(target))


def _reached(indicator: Indicator, latest: Actual | None, target: Dated | None) -> bool:
    if latest is None:
        return False
    value, wanted = _value(latest), _number(target)
    if isinstance(indicator.better, Range):
        return value is not None and indicator.better.min <= value <= indicator.better.max
    if indicator.type in WORDED:
        return target is not None and str(latest.observation.value).casefold() == str(target.value).casefold()
    way = direction(indicator)
    return value is not None and wanted is not None and way is not None and (value - wanted) * way >= 0


def _assess(
    indicator: Indicator, latest: Actual | None, targets: list[Dated], path: Path | None, rules: Rules
) -> Assessment:
    if isinstance(indicator.better, Range):
        return _against_range(indicator, latest, targets, rules)
    if not targets:
        return cannot(Reason.NO_TARGET)
    if latest is None or latest.aged:
        return cannot(Reason.AGED_VALUE if latest else Reason.NO_VALUE)
    due = _due(targets, rules.on)
    if indicator.type in WORDED:
        return _in_words(indicator, latest, due or targets[-1], at_date=due is not None)
    value = _value(latest)
    if value is None or any(not isinstance(t.value, Decimal) for t in targets):
        return cannot(Reason.NOT_A_NUMBER)
    if direction(indicator) is None:
        return cannot(Reason.NO_DIRECTION)
    return _at_date(indicator, latest, value, due) if due else _between(indicator, latest, value, path, rules)


def _due(targets: list[Dated], on: date) -> Dated | None:
    """Find the target whose date it is: one that ends on the day, or the final one once it has passed."""
    today = next((t for t in targets if t.period.last == on), None)
    return today or (targets[-1] if targets[-1].period.last < on else None)


def _against_range(indicator: Indicator, latest: Actual | None, targets: list[Dated], rules: Rules) -> Assessment:
    if latest is None or latest.aged:
        return cannot(Reason.AGED_VALUE if latest else Reason.NO_VALUE)
    if _value(latest) is None:
        return cannot(Reason.NOT_A_NUMBER)
    end = targets[-1].period.last if targets else rules.end
    inside = _reached(indicator, latest, None)
    if end is not None and rules.on >= end:
        return Assessment(Standing.ATTAINED if inside else Standing.NOT_ATTAINED)
    return Assessment(Standing.ON_TRACK if inside else Standing.OFF_TRACK)


def _in_words(indicator: Indicator, latest: Actual, target: Dated, *, at_date: bool) -> Assessment:
    if _reached(indicator, latest, target):
        return Assessment(Standing.ATTAINED if at_date else Standing.ON_TRACK)
    if at_date and indicator.type == "milestone":
        return Assessment(Standing.NOT_ATTAINED)
    return cannot(Reason.IN_WORDS)


def _at_date(indicator: Indicator, latest: Actual, value: Decimal, due: Dated) -> Assessment:
    if _reached(indicator, latest, due):
        return Assessment(Standing.ATTAINED)
    moved = progress(value, _number(indicator.baseline), _number(due))
    if moved.reason is Reason.NO_BASELINE:
        return cannot(Reason.NO_BASELINE)
    halfway = moved.value is not None and moved.value >= _HALF
    return Assessment(Standing.PARTLY if halfway else Standing.NOT_ATTAINED)


def _between(indicator: Indicator, latest: Actual, value: Decimal, path: Path | None, rules: Rules) -> Assessment:
    """Hold the value against the path at the value's own date, so that a lag is not taken for a delay."""
    if _reached(indicator, latest, max(indicator.targets, key=lambda t: t.period.order)):
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
