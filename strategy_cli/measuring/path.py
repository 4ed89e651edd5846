"""Path: what the value should be on a day, on straight lines from the baseline through the dated targets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from strategy_cli.measuring.target import baseline, in_order
from strategy_cli.model.indicator import Indicator, Range


@dataclass(frozen=True, slots=True)
class Path:
    """The expected way of an indicator: points in time order, the baseline first; at least two."""

    points: Sequence[tuple[date, Fraction]]

    @property
    def start(self) -> Fraction:
        """The baseline."""
        return self.points[0][1]

    @property
    def end(self) -> Fraction:
        """The final target."""
        return self.points[-1][1]

    def at(self, day: date) -> Fraction:
        """Give the expected value on a day; before the path its start, after it its end."""
        if day <= self.points[0][0]:
            return self.start
        for (first, low), (last, high) in pairwise(self.points):
            if day <= last:
                return low + (high - low) * Fraction((day - first).days, (last - first).days)
        return self.end


def expected_path(indicator: Indicator) -> Path | None:
    """Lay the way from the baseline through the dated targets; None without either, or when they are no way."""
    start, targets = baseline(indicator), in_order(indicator)
    if start is None or not targets or isinstance(indicator.better, Range):
        return None
    points = [(p.period.last, p.value) for p in (start, *targets)]
    numbers = [(day, Fraction(value)) for day, value in points if isinstance(value, Decimal)]
    forward = all(one[0] < two[0] for one, two in pairwise(numbers))
    return Path(numbers) if len(numbers) == len(points) and forward else None
