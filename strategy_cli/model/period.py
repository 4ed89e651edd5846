"""Period: a year, a part of it, a month or a day, with its first and last day."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_SHAPE = re.compile(r"([12]\d{3})(?:-(?:T([12])|H([12])|Q([1-4])|(\d\d)(?:-(\d\d))?))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time as written: ``2025``, ``2025-T1``, ``2025-H1``, ``2025-Q3``, ``2025-06`` or ``2025-06-30``.

    T1 is January to April and T2 January to August: interim reports are cumulative (Local Government
    budget practice). Periods order by their last day; of two that end together the longer comes last.
    """

    text: str
    first: date
    last: date

    @staticmethod
    def parse(text: str) -> "Period":
        """Read a period; raises ValueError when the text is none."""
        return _parse(text)

    def __lt__(self, other: "Period") -> bool:
        """Order by last day, then the longer period later."""
        return self.order < other.order

    @property
    def order(self) -> tuple[date, int]:
        """The sort key: last day, then length in days."""
        return self.last, (self.last - self.first).days

    def __str__(self) -> str:
        """Give the period as it was written."""
        return self.text


@lru_cache(maxsize=4096)
def _parse(text: str) -> Period:
    found = _SHAPE.fullmatch(text)
    if not found:
        raise ValueError(text)
    year = int(found[1])
    third, half, quarter = (int(found[i]) if found[i] else 0 for i in (2, 3, 4))
    if third:
        return _months(text, year, 1, 4 * third)
    if half:
        return _months(text, year, 6 * half - 5, 6 * half)
    if quarter:
        return _months(text, year, 3 * quarter - 2, 3 * quarter)
    if found[6]:
        day = date(year, int(found[5]), int(found[6]))
        return Period(text, day, day)
    if found[5]:
        return _months(text, year, int(found[5]), int(found[5]))
    return _months(text, year, 1, 12)


def _months(text: str, year: int, first: int, last: int) -> Period:
    start = date(year, first, 1)
    return Period(text, start, date(year, last, monthrange(year, last)[1]))
