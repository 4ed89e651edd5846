"""Direction: whether an indicator's targets lead the way that its ``better`` says."""

from decimal import Decimal
from typing import NamedTuple

from strategy_cli.model.indicator import Indicator


class WrongWay(NamedTuple):
    """A last target on the wrong side of the baseline: its place among the targets, and both figures."""

    number: int
    start: Decimal
    end: Decimal


def wrong_way(indicator: Indicator) -> WrongWay | None:
    """Find a last target that is worse than the baseline; ``target-against-direction`` tells of it."""
    if indicator.better not in ("up", "down") or not indicator.baseline or not indicator.targets:
        return None
    number, target = max(enumerate(indicator.targets), key=lambda one: one[1].period.order)
    start, end = indicator.baseline.value, target.value
    if not isinstance(start, Decimal) or not isinstance(end, Decimal):
        return None
    wrong = end < start if indicator.better == "up" else end > start
    return WrongWay(number, start, end) if wrong else None
