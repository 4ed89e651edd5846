"""Heat: nothing has no tint, the most has the darkest, and more is never lighter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_cli.charts.heat import STEPS, heat, step

COUNTS = {("a", "x"): 8, ("a", "y"): 1, ("b", "x"): 3}


def test_cells_stand_in_the_order_given() -> None:
    table = heat([("a", "A"), ("b", "B"), ("c", "C")], [("x", "X"), ("y", "Y")], COUNTS)
    assert table.columns == ("X", "Y")
    assert [(row.of, row.cells) for row in table.rows] == [
        ("A", ((8, 4), (1, 1))),
        ("B", ((3, 2), (0, 0))),
        ("C", ((0, 0), (0, 0))),
    ]


@pytest.mark.parametrize(("count", "most", "tint"), [(0, 0, 0), (0, 9, 0), (1, 1, 4), (1, 100, 1), (50, 100, 2)])
def test_a_tint_is_a_share_of_the_most(count: int, most: int, tint: int) -> None:
    assert step(count, most) == tint


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
def test_more_is_never_lighter(one: int, other: int, third: int) -> None:
    most = max(one, other, third)
    low, high = sorted((one, other))
    assert 0 <= step(low, most) <= step(high, most) <= STEPS
    assert (step(low, most) == 0) == (low == 0)
    assert step(most, most) == (STEPS if most else 0)
