"""Path: straight lines from the baseline through the dated targets."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import day

from strategy_cli.measuring.path import Path

POINTS = st.dictionaries(
    st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.fractions(-(10**6), 10**6), min_size=2, max_size=6
).map(lambda points: tuple(sorted(points.items())))
DAYS = st.dates(date(1980, 1, 1), date(2110, 12, 31))

BENT = Path(((day("2020-01-01"), Fraction(0)), (day("2020-01-11"), Fraction(10)), (day("2020-01-31"), Fraction(20))))


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        pytest.param("2019-01-01", 0, id="before it begins: its start"),
        pytest.param("2020-01-01", 0, id="at its start"),
        pytest.param("2020-01-02", 1, id="a day on the first line"),
        pytest.param("2020-01-11", 10, id="at a target on the way"),
        pytest.param("2020-01-12", Fraction(21, 2), id="the next line is flatter"),
        pytest.param("2020-01-31", 20, id="at its end"),
        pytest.param("2030-01-01", 20, id="after it: its end"),
    ],
)
def test_the_path_gives_the_expected_value_of_a_day(on: str, expected: Fraction) -> None:
    assert BENT.at(day(on)) == expected


def test_the_path_knows_where_it_begins_and_ends() -> None:
    assert (BENT.start, BENT.end) == (Fraction(0), Fraction(20))


@given(POINTS, DAYS)
def test_the_path_stays_between_its_points(points: tuple[tuple[date, Fraction], ...], on: date) -> None:
    values = [value for _, value in points]
    assert min(values) <= Path(points).at(on) <= max(values)


@given(POINTS)
def test_the_path_goes_through_its_points(points: tuple[tuple[date, Fraction], ...]) -> None:
    assert [(at, Path(points).at(at)) for at, _ in points] == list(points)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(2, 4000), st.data())
def test_the_path_is_straight_between_two_points(start: date, days: int, data: st.DataObject) -> None:
    path = Path(((start, Fraction(0)), (start + timedelta(days), Fraction(days))))
    passed = data.draw(st.integers(0, days))
    assert path.at(start + timedelta(passed)) == passed
