"""Trend: Theil and Sen's line, exact, through the values known on a day."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import day, indicator

from strategy_cli.measuring.trend import YEAR, Trend, place, theil_sen, trend

NUMBERS = st.decimals(-(10**9), 10**9, places=3)
PLACES = st.lists(st.integers(1000 * YEAR, 2999 * YEAR), min_size=3, max_size=12, unique=True).map(sorted)


@st.composite
def points(draw: st.DrawFn) -> list[tuple[int, Decimal]]:
    """Draw values in order of their places."""
    return [(x, draw(NUMBERS)) for x in draw(PLACES)]


def fitted(values: Sequence[tuple[int, Decimal]]) -> Trend:
    """Fit a line that there must be."""
    line = theil_sen(values)
    assert line is not None
    return line


@pytest.mark.parametrize(
    ("values", "at_2030"),
    [
        pytest.param("2022: 1, 2023: 2, 2024: 3", 9, id="a straight line goes straight on"),
        pytest.param("2021: 1, 2022: 2, 2023: 900, 2024: 4, 2025: 5", 10, id="one odd value does not turn it"),
        pytest.param("2021: 5, 2022: 5, 2024: 5", 5, id="what stands still stays"),
        pytest.param("2022: 0.1, 2023: 0.2, 2024: 0.3", Fraction(9, 10), id="exact tenths"),
        pytest.param("2022: 0, 2023: 1, 2025: 2", Fraction(16, 3), id="exact thirds"),
        pytest.param("2022: 1e9, 2023: 2e9, 2024: 3e9", 9 * 10**9, id="billions with an exponent"),
        pytest.param("2023-12-31: 7, 2022: 1, 2024: 3, 2023: 2", 9, id="of two that end on one day the longer counts"),
        pytest.param("2021: few, 2022: 1, 2023: 2, 2024: 3", 9, id="words beside numbers are left out"),
        pytest.param("2022: 1, 2023: 2, 2024: 3, 2025-06: 90", 9, id="what is not yet known is left out"),
    ],
)
def test_the_line_goes_on(values: str, at_2030: Fraction | int) -> None:
    line = trend(indicator(f"values: {{{values}}}"), day("2025-05-31" if "2025-06" in values else "2025-12-31"))
    assert line is not None
    assert line.at(day("2030-12-31")) == at_2030


@pytest.mark.parametrize("values", ["", "2023: 1, 2024: 2", "2022: 1, 2023: 2, 2026: 3", "2022: 1, 2023: x, 2024: 2"])
def test_of_fewer_than_three_known_numbers_there_is_no_trend(values: str) -> None:
    assert trend(indicator(f"values: {{{values}}}"), day("2025-12-31")) is None


def test_of_what_accumulates_only_whole_years_make_the_line() -> None:
    keys = "cumulative: true, targets: [{period: 2030, value: 1}]"
    values = "2021: 10, 2022: 20, 2023: 30, 2023-T1: 900, 2023-T2: 900, 2024-T2: 900"
    line = trend(indicator(f"{keys}, values: {{{values}}}"), day("2024-12-31"))
    assert line is not None
    assert line.n == 3
    assert line.at(day("2024-12-31")) == 40


def test_the_latest_120_values_make_the_line() -> None:
    months = [f"{2000 + n // 12}-{n % 12 + 1:02d}: {max(0, n - 60)}" for n in range(181)]
    line = trend(indicator(f"values: {{{', '.join(months)}}}"), day("2030-12-31"))
    assert line is not None
    assert line.n == 120
    assert round(line.slope) == 12


def test_years_are_as_long_with_a_leap_day_as_without() -> None:
    assert place(day("2024-12-31")) - place(day("2023-12-31")) == YEAR
    assert place(day("2023-12-31")) - place(day("2022-12-31")) == YEAR
    assert place(day("2024-01-01")) - place(day("2023-12-31")) == YEAR // 366
    assert place(day("2023-12-31")) == 2024 * YEAR


@given(points())
def test_it_is_the_median_of_the_slopes_and_of_the_heights(values: list[tuple[int, Decimal]]) -> None:
    slopes = [(Fraction(b) - Fraction(a)) * YEAR / (y - x) for (x, a), (y, b) in combinations(values, 2)]
    slope = median(slopes)
    heights = [Fraction(value) - slope * Fraction(x, YEAR) for x, value in values]
    assert fitted(values) == Trend(slope, median(heights), len(values))


@given(points(), NUMBERS.filter(bool), NUMBERS)
def test_the_line_does_not_depend_on_the_unit(
    values: list[tuple[int, Decimal]], scale: Decimal, shift: Decimal
) -> None:
    line = fitted(values)
    changed = fitted([(x, value * scale + shift) for x, value in values])
    assert changed.slope == line.slope * Fraction(scale)
    assert changed.intercept == line.intercept * Fraction(scale) + Fraction(shift)


@given(points())
def test_down_is_the_mirror_of_up(values: list[tuple[int, Decimal]]) -> None:
    line = fitted(values)
    assert fitted([(x, -value) for x, value in values]) == Trend(-line.slope, -line.intercept, line.n)


@given(points(), st.data())
def test_a_value_raised_at_the_end_never_lowers_the_slope(
    values: list[tuple[int, Decimal]], data: st.DataObject
) -> None:
    *before, (x, value) = values
    raised = data.draw(st.decimals(value, 2 * 10**9, places=3))
    assert fitted([*before, (x, raised)]).slope >= fitted(values).slope


@given(NUMBERS, NUMBERS, PLACES.filter(lambda p: len(p) >= 5), NUMBERS, st.data())
def test_one_odd_value_of_five_or_more_does_not_turn_a_line(
    start: Decimal, slope: Decimal, places: list[int], odd: Decimal, data: st.DataObject
) -> None:
    """Of five points on a line, one displaced touches 4 of 10 slopes and 1 of 5 heights: no median moves."""
    straight = [(x, start + slope * x) for x in places]
    n = data.draw(st.integers(0, len(places) - 1))
    bent = [*straight[:n], (places[n], odd), *straight[n + 1 :]]
    assert fitted(bent).slope == fitted(straight).slope == Fraction(slope) * YEAR
    assert fitted(bent).intercept == Fraction(start)
