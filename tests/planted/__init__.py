"""Planted changes: rows of old files, new files and the ids of the changes between them, at least one for each id."""

from planted import goal, identity, indicator, others, own, project, strategy
from planted.row import Row

ROWS: tuple[Row, ...] = tuple(
    row for area in (identity, strategy, goal, indicator, project, others, own) for row in area.ROWS
)
