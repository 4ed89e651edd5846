"""Bullet: the target is always to the right, and what lies outside the drawing ends in an arrowhead."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_cli.charts.bullet import WIDTH, bullet

SHARES = st.fractions(-3, 3)


@pytest.mark.parametrize(
    ("progress", "gone"),
    [
        (Fraction(0), ("16", "0")),
        (Fraction(1), ("16", "102")),
        (Fraction(1, 2), ("16", "51")),
        (Fraction(-1, 20), ("10.9", "5.1")),
    ],
)
def test_the_bar_runs_from_the_baseline_to_the_actual(progress: Fraction, gone: tuple[str, str]) -> None:
    assert bullet(progress).gone == gone


@pytest.mark.parametrize(("progress", "side"), [(Fraction(-2), "M4 "), (Fraction(5), "M134 "), (Fraction(1), "")])
def test_what_lies_outside_ends_in_an_arrowhead(progress: Fraction, side: str) -> None:
    beyond = bullet(progress).beyond
    assert beyond.startswith(side) if side else beyond == ""


def test_the_tolerance_is_short_of_the_expected_place() -> None:
    drawing = bullet(Fraction(1, 2), expected=Fraction(1, 2), tolerance=Fraction(1, 10))
    assert (drawing.expected, drawing.tolerated) == ("67", ("56.8", "10.2"))
    assert (bullet(Fraction(1, 2)).expected, bullet(Fraction(1, 2)).tolerated) == (None, None)


@given(SHARES, SHARES, SHARES)
def test_all_is_within_the_drawing_and_more_is_further_right(
    progress: Fraction, other: Fraction, expected: Fraction
) -> None:
    drawing = bullet(progress, expected, Fraction(1, 20))
    left, width = (float(part) for part in drawing.gone)
    assert 0 <= left <= left + width <= WIDTH
    assert drawing.tolerated is not None
    assert float(drawing.tolerated[1]) >= 0
    ends = [sum(map(float, bullet(one).gone)) for one in sorted((progress, other))]
    assert ends == sorted(ends)
