"""Scale: figures and days → places in a drawing, and the few round levels that its axes show."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import count

_STEPS = (1, 2, 5)
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_ROOM = Decimal("0.05")


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line from figures between ``low`` and ``high`` to coordinates between ``start`` and ``end``."""

    low: float
    high: float
    start: float
    end: float

    @property
    def slope(self) -> float:
        """Give how much a coordinate moves for one."""
        return (self.end - self.start) / (self.high - self.low)

    def at(self, value: float) -> float:
        """Give a figure's coordinate."""
        return self.start + (value - self.low) * self.slope


def drawn(coordinate: float) -> str:
    """Write a coordinate to a tenth, as short as it goes: ``12``, ``3.5``."""
    written = f"{coordinate:.1f}"
    short = written.removesuffix(".0")
    return "0" if short == "-0" else short


def levels(low: Decimal, high: Decimal, least: Decimal = Decimal(0), most: int = 5) -> tuple[Decimal, ...]:
    """Choose at most ``most`` (three or more) round levels, evenly apart by 1, 2 or 5 × 10ⁿ and by ``least`` at least.

    The first is at or below ``low`` and the last at or above ``high``; there are always two.
    """
    if low == high:
        room = max(abs(low) * _ROOM, least, Decimal(1) if not low else Decimal(0))
        low, high = low - room, high + room
    for step in _steps((high - low).adjusted() - 1):
        if step < least:
            continue
        first, last = _rounded(low / step, ROUND_FLOOR), _rounded(high / step, ROUND_CEILING)
        if last - first < most:
            return tuple(number * step for number in range(first, last + 1))
    raise AssertionError  # pragma: no cover - steps grow without end


def places(of: tuple[Decimal, ...]) -> int:
    """Give how many decimals levels need to be told apart."""
    return max(0, -int((of[1] - of[0]).normalize().as_tuple().exponent))


def years(first: date, last: date, most: int = 6) -> tuple[int, ...]:
    """Choose at most ``most`` years, round ones, that end between two days; the last day's own if none does."""
    ended = range(first.year, last.year + (last == date(last.year, 12, 31)))
    for step in _YEARS:
        chosen = tuple(year for year in ended if year % step == 0)
        if len(chosen) <= most:
            return chosen or (tuple(ended)[-1:] or (last.year,))
    raise AssertionError  # pragma: no cover - there are but ten thousand years


def _steps(exponent: int) -> Iterator[Decimal]:
    for power in count(exponent):
        for step in _STEPS:
            yield Decimal(step).scaleb(power)


def _rounded(value: Decimal, how: str) -> int:
    return int(value.to_integral_value(how))
