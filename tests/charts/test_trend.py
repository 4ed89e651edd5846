"""Trend: everything is drawn within the plot, higher is higher, later is further right, and no label covers another."""

import re
from datetime import date
from decimal import Decimal
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_cli.charts.trend import HEIGHT, WIDTH, Label, Point, Series, Trend, trend

ON = date(2026, 9, 30)
FIGURES = st.decimals(min_value=-(10**9), max_value=10**9, places=2)


def points(text: str) -> tuple[Point, ...]:
    """Read points at years' ends: ``2024 71.8, 2025 72.4 preliminary``."""
    parts = [one.split() for one in text.split(",") if one.strip()]
    return tuple(Point(date(int(p[0]), 12, 31), Decimal(p[1]), len(p) > 2) for p in parts)


def drawing(values: str, targets: str = "", path: str = "", decimals: int | None = None, **more: object) -> Trend:
    made = trend(Series(ON, points(values), points(path), points(targets), **more), decimals)  # type: ignore[arg-type]
    assert made is not None
    return made


def corners(path: str) -> list[tuple[float, float]]:
    """Read a straight line's corners."""
    return [(float(x), float(y)) for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", path)]


def marks(path: str) -> list[tuple[float, float]]:
    """Read where marks stand."""
    return [(float(x), float(y)) for x, y in re.findall(r"M([\d.]+) ([\d.]+)", path)]


def within(chart: Trend, place: tuple[float, float]) -> bool:
    return float(chart.left) <= place[0] <= chart.right and chart.top <= place[1] <= chart.bottom


EMPLOYMENT = drawing(
    "2021 71.2, 2022 72.4, 2023 72.6, 2024 71.8, 2025 72.4 preliminary",
    targets="2026 73, 2029 75",
    path="2024 71.8, 2026 73, 2029 75",
    decimals=1,
)


def test_years_stand_where_the_values_of_whole_years_do() -> None:
    chart = drawing("2022 1, 2023 2, 2025 4")
    assert [corner[0] for corner in corners(chart.line)] == [
        float(year.x) for year in chart.years if year.year in {2022, 2023, 2025}
    ]


def test_preliminary_values_are_hollow_and_targets_diamonds() -> None:
    assert EMPLOYMENT.dots.count("M") == 5
    assert EMPLOYMENT.hollow.count("M") == 1
    assert EMPLOYMENT.dots.endswith(EMPLOYMENT.hollow)
    assert EMPLOYMENT.targets.count("M") == 1
    assert EMPLOYMENT.final.count("M") == 1
    assert corners(EMPLOYMENT.path)[-1][0] == float(EMPLOYMENT.right)


def test_levels_have_the_decimals_they_need() -> None:
    assert [level.value for level in EMPLOYMENT.levels] == [71, 72, 73, 74, 75]
    assert EMPLOYMENT.places == 0
    assert drawing("2024 1, 2025 2", decimals=0).places == 0
    assert drawing("2024 1, 2025 2").places == 1


def test_the_latest_value_and_the_final_target_are_written() -> None:
    assert {label.value for label in EMPLOYMENT.labels} == {Decimal("72.4"), Decimal(75)}


def test_a_forecast_and_a_continuation_start_from_the_latest_value() -> None:
    later = Point(date(2029, 12, 31), Decimal(9))
    asked = drawing("2024 1, 2025 2", forecast=later)
    computed = drawing("2024 1, 2025 2", continuation=later)
    assert corners(asked.forecast) == corners(computed.continuation)
    assert corners(asked.forecast)[0] == corners(asked.line)[-1]
    assert (asked.continuation, computed.forecast, computed.forecast_mark) == ("", "", "")
    assert asked.forecast_mark


def test_a_range_is_a_band_from_its_upper_edge_down() -> None:
    chart = drawing("2024 4, 2025 6", band=(Decimal(5), Decimal(9)))
    assert chart.band is not None
    top, height = float(chart.band[0]), float(chart.band[1])
    value = corners(chart.line)[-1][1]
    assert top < value < top + height
    assert chart.top <= top
    assert top + height <= chart.bottom


@pytest.mark.parametrize("values", ["", "2025 1", "2024 1, 2025 1e30", "2024 2e-30, 2025 1e-30"])
def test_nothing_is_drawn_without_two_values_or_with_endless_figures(values: str) -> None:
    assert trend(Series(ON, points(values))) is None


def test_a_figure_too_long_for_the_drawing_is_not_written_in_it() -> None:
    assert drawing("2024 1, 2025 1e-30").labels == ()


def test_values_within_a_year_and_long_before_the_day_are_drawn() -> None:
    months = tuple(Point(date(2026, month, 28), Decimal(month)) for month in (1, 2, 3))
    chart = trend(Series(ON, months))
    assert chart is not None
    assert [year.year for year in chart.years] == [2026]
    assert float(chart.on) > corners(chart.line)[-1][0]


@given(st.lists(FIGURES, min_size=2, max_size=9), FIGURES, FIGURES, st.integers(1, 12))
def test_all_is_within_the_plot_and_keeps_its_order(
    figures: list[Decimal], start: Decimal, end: Decimal, years: int
) -> None:
    values = tuple(Point(date(2018 + n, 12, 31), v) for n, v in enumerate(figures))
    path = (Point(date(2018, 12, 31), start), Point(date(2024 + years, 12, 31), end))
    chart = trend(Series(ON, values, path, path[1:]))
    assert chart is not None
    line = corners(chart.line)
    assert all(within(chart, place) for place in [*line, *corners(chart.path), *marks(chart.final), *marks(chart.dots)])
    assert all(a[0] < b[0] for a, b in pairwise(line))
    for (one, at), (other, there) in pairwise(zip(figures, line, strict=True)):
        assert (one < other) <= (at[1] >= there[1])
    assert len(chart.levels) <= 5
    assert all(chart.top <= float(level.y) <= chart.bottom for level in chart.levels)
    assert float(chart.left) <= float(chart.on) <= chart.right


@given(st.lists(FIGURES, min_size=2, max_size=9), FIGURES)
def test_no_label_covers_another_or_leaves_the_drawing(figures: list[Decimal], target: Decimal) -> None:
    values = tuple(Point(date(2018 + n, 12, 31), v) for n, v in enumerate(figures))
    chart = trend(Series(ON, values, targets=(Point(date(2029, 12, 31), target),)))
    assert chart is not None
    boxes = [box(label) for label in chart.labels]
    assert all(left >= 0 and right <= WIDTH and top >= 0 and bottom <= HEIGHT for left, top, right, bottom in boxes)
    for one, other in combinations(boxes, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    xs = [float(year.x) for year in chart.years]
    assert all(b - a >= 30 for a, b in pairwise(xs))


def box(label: Label) -> tuple[float, float, float, float]:
    """Estimate what a label covers: figures about six units wide, ten high."""
    half = 3.1 * len(f"{label.value:,f}")
    x, y = float(label.x), float(label.y)
    return x - half, y - 9, x + half, y


def test_a_label_keeps_off_a_target_just_above_its_value() -> None:
    chart = drawing("2019 70.6, 2021 66.3, 2023 64, 2025 65.2", "2025 66, 2029 70", "2023 64, 2025 66, 2029 70")
    [latest] = [label for label in chart.labels if label.value == Decimal("65.2")]
    assert float(latest.y) > corners(chart.line)[-1][1]


def test_the_same_series_gives_the_same_drawing() -> None:
    assert drawing("2024 1, 2025 2") == drawing("2024 1, 2025 2")
