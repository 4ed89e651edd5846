"""Planted changes and what they are called, in both directions."""

import pytest
from planted import ROWS
from planted.comparing import Compare, ids
from planted.row import Row

from strategy_cli.changes import TAXA


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_planted_changes(compare: Compare, row: Row) -> None:
    assert ids(compare(row.old, row.new)) == list(row.expected)
    assert ids(compare(row.new, row.old)) == sorted(TAXA[one].mirror for one in row.expected)


def test_every_change_there_can_be_is_planted() -> None:
    there = {one for row in ROWS for one in row.expected}
    assert there | {TAXA[one].mirror for one in there} == set(TAXA)
