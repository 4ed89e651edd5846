"""Counts: how many stand how, over all and over those that can be assessed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from strategy_cli.measuring.standing import Assessment, Standing


@dataclass(frozen=True, slots=True)
class Counts:
    """The number of each class; all classes are keys, in the order of ``Standing``."""

    by_standing: dict[Standing, int]

    @property
    def all(self) -> int:
        """How many there are."""
        return sum(self.by_standing.values())

    @property
    def assessable(self) -> int:
        """How many can be assessed."""
        return self.all - self.by_standing[Standing.CANNOT]

    def share(self, standing: Standing, *, of_assessable: bool = False) -> Fraction | None:
        """Give a class's share of all, or of the assessable; None of nothing.

        Espoo 2019: 29 of 69 attained is 42.0 %, of the assessable 60 it is 48.3 %: both are shown.
        """
        whole = self.assessable if of_assessable else self.all
        return Fraction(self.by_standing[standing], whole) if whole else None


def count(assessments: Iterable[Assessment]) -> Counts:
    """Count assessments by class."""
    found = Counter(a.standing for a in assessments)
    return Counts({standing: found[standing] for standing in Standing})
