"""Path: what the value should be on a day, on straight lines from the baseline through the dated targets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise


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
