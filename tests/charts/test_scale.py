"""Scale: levels are few, round, even and around the figures; years are those that end between the days."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_cli.charts.scale import Scale, drawn, levels, places, years

FIGURES = st.decimals(min_value=-(10**12), max_value=10**12, places=3)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2999, 12, 31))


@pytest.mark.parametrize(
    ("low", "high", "chosen"),
    [
        ("71.2", "75", "71 72 73 74 75"),
        ("-70", "0", "-80 -60 -40 -20 0"),
        ("20852", "21240", "20800 20900 21000 21100 21200 21300"),
        ("0.13", "0.19", "0.12 0.14 0.16 0.18 0.20"),
        ("1", "2", "1.0 1.2 1.4 1.6 1.8 2.0"),
        ("5", "5", "4.6 4.8 5.0 5.2 5.4"),
        ("0", "0", "-1.0 -0.5 0.0 0.5 1.0"),
    ],
)
def test_levels_are_round(low: str, high: str, chosen: str) -> None:
    most = max(5, len(chosen.split()))
    assert levels(Decimal(low), Decimal(high), most=most) == tuple(Decimal(one) for one in chosen.split())


@given(FIGURES, FIGURES, st.integers(3, 9))
def test_levels_are_few_even_and_cover_the_figures(one: Decimal, other: Decimal, most: int) -> None:
    low, high = sorted((one, other))
    found = levels(low, high, most=most)
    assert 2 <= len(found) <= most
    assert found[0] <= low <= high <= found[-1]
    assert len({b - a for a, b in pairwise(found)}) == 1
    assert (found[1] - found[0]).normalize().as_tuple().digits in {(1,), (2,), (5,)}


@given(FIGURES, FIGURES, st.integers(-3, 3))
def test_levels_are_scaled_with_the_figures(one: Decimal, other: Decimal, power: int) -> None:
    low, high = sorted((one, other))
    if low != high:
        scaled = levels(low.scaleb(power), high.scaleb(power))
        assert scaled == tuple(level.scaleb(power) for level in levels(low, high))


@given(FIGURES, FIGURES, st.sampled_from([Decimal(1), Decimal("0.1"), Decimal(10)]))
def test_levels_are_no_finer_than_the_figures_are_told(one: Decimal, other: Decimal, least: Decimal) -> None:
    found = levels(min(one, other), max(one, other), least)
    assert found[1] - found[0] >= least


@given(FIGURES, FIGURES)
def test_levels_differ_when_written_with_their_decimals(one: Decimal, other: Decimal) -> None:
    found = levels(min(one, other), max(one, other))
    assert len({f"{level:.{places(found)}f}" for level in found}) == len(found)


@pytest.mark.parametrize(
    ("first", "last", "chosen"),
    [
        ("2021-12-31", "2026-12-31", (2021, 2022, 2023, 2024, 2025, 2026)),
        ("2021-12-31", "2029-12-31", (2022, 2024, 2026, 2028)),
        ("1990-12-31", "2029-12-31", (1990, 2000, 2010, 2020)),
        ("2026-01-31", "2026-06-30", (2026,)),
        ("2026-01-31", "2026-12-31", (2026,)),
        ("2025-06-30", "2026-06-30", (2025,)),
    ],
)
def test_years_are_round_ones(first: str, last: str, chosen: tuple[int, ...]) -> None:
    assert years(date.fromisoformat(first), date.fromisoformat(last)) == chosen


@given(DAYS, DAYS, st.integers(2, 8))
def test_years_are_few_and_end_between_the_days(one: date, other: date, most: int) -> None:
    first, last = sorted((one, other))
    found = years(first, last, most)
    assert 1 <= len(found) <= most
    assert all(first <= date(year, 12, 31) <= last for year in found) or len(found) == 1


@given(st.floats(0, 100), st.floats(0, 100))
def test_a_scale_keeps_the_order_and_its_ends(one: float, other: float) -> None:
    scale = Scale(0, 100, 170, 10)
    assert (scale.at(0), scale.at(100)) == (170, 10)
    assert (one < other) <= (scale.at(one) >= scale.at(other))
    assert 10 <= scale.at(one) <= 170


@pytest.mark.parametrize(
    ("coordinate", "written"), [(12, "12"), (3.25, "3.2"), (0.04, "0"), (-0.04, "0"), (-1.5, "-1.5"), (99.96, "100")]
)
def test_a_coordinate_is_written_to_a_tenth(coordinate: float, written: str) -> None:
    assert drawn(coordinate) == written
