"""Progress: how much of the way from the baseline to a target has been gone, exact and unclamped."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from strategy_cli.measuring.standing import Reason


@dataclass(frozen=True, slots=True)
class Progress:
    """A share of the way (1 = the whole way, negative = away from the target), or why there is none."""

    value: Fraction | None
    reason: Reason | None = None


def progress(value: Decimal, baseline: Decimal | None, target: Decimal | None) -> Progress:
    """(actual − baseline) / (target − baseline); not computable without baseline or target, or when they are equal."""
    if target is None:
        return Progress(None, Reason.NO_TARGET)
    if baseline is None:
        return Progress(None, Reason.NO_BASELINE)
    if target == baseline:
        return Progress(None, Reason.NO_WAY)
    return Progress((Fraction(value) - Fraction(baseline)) / (Fraction(target) - Fraction(baseline)))
