"""Vintages: an indicator's values, targets and baseline as they were recorded, and as they are known now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from strategy_cli.git import Commit
from strategy_cli.lives.life import Life
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.period import Period

Figure: TypeAlias = Decimal | str
Sort: TypeAlias = Literal["value", "target", "baseline"]
SORTS: tuple[Sort, ...] = ("value", "target", "baseline")


class Entered(NamedTuple):
    """A figure as a commit left it; None where it was taken away. No commit where it is not committed yet."""

    commit: Commit | None
    value: Figure | None
    preliminary: bool = False

    @property
    def day(self) -> date | None:
        """The day of the commit."""
        return self.commit.day if self.commit else None


@dataclass(frozen=True, slots=True)
class Figures:
    """All that was ever recorded for a period: as it was first, each time it was something else, and now.

    ``from_start`` tells that the first is from the beginning of the history at hand, and may be older.
    """

    sort: Sort
    period: Period
    entered: tuple[Entered, ...]
    from_start: bool

    @property
    def first(self) -> Entered:
        """The figure as it was first recorded."""
        return self.entered[0]

    @property
    def now(self) -> Entered:
        """The figure as it is known now."""
        return self.entered[-1]

    @property
    def revised(self) -> bool:
        """Whether the figure itself, not only its standing, was ever something else."""
        return len({entered.value for entered in self.entered}) > 1

    def by(self, day: date) -> Entered | None:
        """Find the figure as it was known at the end of a day; None before it was recorded."""
        held = [one for one in self.entered if one.day and one.day <= day]
        return held[-1] if held else None


_Key: TypeAlias = tuple[Sort, Period]


def figures(life: Life) -> tuple[Figures, ...]:
    """List the figures of an indicator's life by sort and period; nothing of another thing."""
    found: dict[_Key, list[Entered]] = {}
    early: set[_Key] = set()
    for number, version in enumerate(life.versions):
        held = dict(_held(version.entity)) if isinstance(version.entity, Indicator) else {}
        for key in dict.fromkeys((*held, *found)):
            value, preliminary = held.get(key, (None, False))
            _enter(found.setdefault(key, []), Entered(version.commit, value, preliminary))
        if number == 0 and life.came is None:
            early = set(held)
    keys = sorted(found, key=lambda key: (SORTS.index(key[0]), key[1].order))
    return tuple(Figures(sort, period, tuple(found[sort, period]), (sort, period) in early) for sort, period in keys)


def _enter(entered: list[Entered], one: Entered) -> None:
    if not entered or (entered[-1].value, entered[-1].preliminary) != (one.value, one.preliminary):
        entered.append(one)


def _held(indicator: Indicator) -> Iterator[tuple[_Key, tuple[Figure, bool]]]:
    for period, observed in indicator.values.items():
        yield ("value", period), (observed.value, observed.preliminary)
    for target in indicator.targets:
        yield ("target", target.period), (target.value, False)
    if indicator.baseline:
        yield ("baseline", indicator.baseline.period), (indicator.baseline.value, False)
