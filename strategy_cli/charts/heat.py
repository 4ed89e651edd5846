"""Heat: counts by row and column → the tint of each cell, as a table of numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")
Column = TypeVar("Column")
STEPS = 4


@dataclass(frozen=True, slots=True)
class HeatRow(Generic[Row]):
    """A row: what it is of, each column's count and its step of tint, from 0 of nothing to STEPS of the most."""

    of: Row
    cells: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Heat(Generic[Row, Column]):
    """The table; rows and columns as given."""

    columns: tuple[Column, ...]
    rows: tuple[HeatRow[Row], ...]


def heat(
    rows: Sequence[tuple[str, Row]], columns: Sequence[tuple[str, Column]], counts: Mapping[tuple[str, str], int]
) -> Heat[Row, Column]:
    """Tint counts by (row's id, column's id); what is not in ``counts`` is nothing."""
    most = max(counts.values(), default=0)
    return Heat(
        tuple(column for _, column in columns),
        tuple(_row(row, [counts.get((key, column), 0) for column, _ in columns], most) for key, row in rows),
    )


def step(count: int, most: int) -> int:
    """Give a count's step of tint: 0 for nothing only, STEPS for the most."""
    return -(-count * STEPS // most) if count > 0 else 0


def _row(row: Row, counts: Sequence[int], most: int) -> HeatRow[Row]:
    return HeatRow(row, tuple((count, step(count, most)) for count in counts))
