"""Forecast: a person's goes before the trend, the trend says when the target is met, and both tell who says so."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from making import day, indicator

from strategy_cli.measuring.forecast import year_forecast
from strategy_cli.measuring.indicator import Rules, measure
from strategy_cli.measuring.precision import places, rounded
from strategy_cli.measuring.target import Forecast
from strategy_cli.model.period import Period

UP = "better: up, targets: [{period: 2030, value: 9}]"
RISING = "2022: 1, 2023: 2, 2024: 3"  # a step a year: 9 at the end of 2030
ON = "2025-06-30"


def forecast(keys: str, values: str = RISING, on: str = ON, end: str | None = None) -> Forecast | None:
    """Measure an indicator and give its forecast."""
    rules = Rules(day(on), end=day(end) if end else None)
    return measure(indicator(f"{keys}, values: {{{values}}}"), rules).forecast


def computed(period: str, value: str, about: int | None, *, reached: bool | None, n: int = 3) -> Forecast:
    """Write a forecast that was computed."""
    return Forecast(Period.parse(period), Decimal(value), reached, "trend", n, about)


@pytest.mark.parametrize(
    ("keys", "values", "expected"),
    [
        pytest.param(UP, RISING, computed("2030", "9", 2030, reached=True), id="just enough"),
        pytest.param(UP.replace("9", "10"), RISING, computed("2030", "9", 2031, reached=False), id="a year late"),
        pytest.param(UP.replace("9", "8.5"), RISING, computed("2030", "9.0", 2030, reached=True), id="in the year"),
        pytest.param(UP.replace("9", "200"), RISING, computed("2030", "9", None, reached=False), id="200 years away"),
        pytest.param(UP, "2022: 3, 2023: 2, 2024: 1", computed("2030", "0", None, reached=False), id="the wrong way"),
        pytest.param(
            UP,
            "2022: 1, 2023: 0, 2024: -1",
            computed("2030", "-7", None, reached=False),
            id="what has been below zero",
        ),
        pytest.param(UP, "2022: 3, 2023: 3, 2024: 3", computed("2030", "3", None, reached=False), id="standing still"),
        pytest.param(
            UP, "2022: 9, 2023: 10, 2024: 11", computed("2030", "17", None, reached=True), id="already there: no year"
        ),
        pytest.param(
            UP, "2022: 11, 2023: 10, 2024: 9", computed("2030", "3", None, reached=False), id="there, and slipping away"
        ),
        pytest.param(
            UP,
            "2020: 5, 2021: 7, 2022: 9, 2023: 11, 2024: 8",
            computed("2030", "25", 2025, reached=True, n=5),
            id="the line is there, the latest value fell short: the next year",
        ),
        pytest.param(
            "better: down, targets: [{period: 2030, value: -9}]",
            "2022: -1, 2023: -2, 2024: -3",
            computed("2030", "-9", 2030, reached=True),
            id="down is the mirror of up",
        ),
        pytest.param(
            "targets: [{period: 2030, value: 9}], baseline: {period: 2020, value: 1}",
            RISING,
            computed("2030", "9", 2030, reached=True),
            id="the direction seen from the baseline",
        ),
        pytest.param(
            "better: up, targets: [{period: 2025, value: 4}, {period: 2028, value: 6}]",
            RISING,
            computed("2028", "7", 2027, reached=True),
            id="to the final target",
        ),
        pytest.param(
            "type: rank, targets: [{period: 2030, value: 2}]",
            "2022: 9, 2023: 7, 2024: 5",
            computed("2030", "1", 2026, reached=True),
            id="no rank is above the first",
        ),
        pytest.param(
            "better: {min: 5, max: 6}, targets: [{period: 2027, value: 5}]",
            RISING,
            computed("2027", "6", 2026, reached=True),
            id="into a range from below",
        ),
        pytest.param(
            "better: {min: -6, max: -5}, targets: [{period: 2027, value: -5}]",
            "2022: -1, 2023: -2, 2024: -3",
            computed("2027", "-6", 2026, reached=True),
            id="into a range from above",
        ),
        pytest.param(
            "better: {min: 5, max: 6}, targets: [{period: 2030, value: 5}]",
            RISING,
            computed("2030", "9", 2026, reached=False),
            id="through a range and out",
        ),
        pytest.param(
            "better: {min: 3, max: 5}, targets: [{period: 2030, value: 5}]",
            RISING,
            computed("2030", "9", None, reached=False),
            id="out of a range",
        ),
    ],
)
def test_the_trend_is_followed_to_the_final_target(keys: str, values: str, expected: Forecast) -> None:
    assert forecast(keys, values) == expected


@pytest.mark.parametrize(
    ("keys", "values"),
    [
        pytest.param(UP, "2023: 2, 2024: 3", id="two values"),
        pytest.param(UP, "2020: 1, 2021: 2, 2022: 3", id="an aged value tells of nothing"),
        pytest.param(UP.replace("2030", "2024"), RISING, id="the target's value is known"),
        pytest.param("better: up", RISING, id="nothing to reach"),
        pytest.param("targets: [{period: 2030, value: 9}]", RISING, id="no direction"),
        pytest.param("better: up, targets: [{period: 2030, value: good}]", RISING, id="a target in words"),
        pytest.param("type: text, targets: [{period: 2030, value: 9}]", RISING, id="text"),
        pytest.param("type: milestone, targets: [{period: 2030, value: 9}]", RISING, id="a milestone"),
        pytest.param("better: {min: 1, max: 2}", RISING, id="a range, and no end of the strategy"),
        pytest.param(UP, "2022: 1, 2023: 2, 2024: x", id="a latest value in words"),
    ],
)
def test_there_is_no_trend_where_it_would_tell_nothing(keys: str, values: str) -> None:
    assert forecast(keys, values) is None


@pytest.mark.parametrize(("end", "period"), [("2027-12-31", "2027"), ("2027-05-31", "2027-05-31")])
def test_a_range_without_targets_is_followed_to_the_strategys_end(end: str, period: str) -> None:
    found = forecast("better: {min: 4.5, max: 8}", end=end)
    assert found is not None
    assert (str(found.period), found.reached, found.reached_about) == (period, True, 2026)


def test_a_persons_forecast_goes_before_the_trend_and_leaves_no_computed_figure() -> None:
    found = forecast(f"{UP}, forecasts: {{2030: 8}}")
    assert found == Forecast(Period.parse("2030"), Decimal(8), reached=False)
    assert (found.how, found.n, found.reached_about) == ("person", None, None)


def test_a_persons_forecast_of_an_earlier_year_wins_over_the_trend_too() -> None:
    found = forecast(f"{UP}, forecasts: {{2029: 8}}")
    assert found is not None
    assert (found.how, str(found.period), found.reached) == ("person", "2029", None)


NEARING = "2022: 85, 2023: 90, 2024: 95"
PER_CENT = "better: up, targets: [{period: 2030, value: 98}]"


@pytest.mark.parametrize(
    ("keys", "values", "shown", "reached"),
    [
        pytest.param(f"unit: '%', {PER_CENT}", NEARING, "100", True, id="per cent of a whole"),
        pytest.param(f"unit: Per cent, {PER_CENT}", NEARING, "100", True, id="in words"),
        pytest.param(f"unit: '%', {PER_CENT}", "2022: 95, 2023: 100.5, 2024: 106", "139.0", True, id="has been over"),
        pytest.param(PER_CENT, NEARING, "125", True, id="no unit"),
        pytest.param(f"unit: '% a year', {PER_CENT}", NEARING, "125", True, id="another unit"),
        pytest.param(
            f"unit: '%', baseline: {{period: 2020, value: 120}}, {PER_CENT}",
            NEARING,
            "125",
            True,
            id="the baseline was over",
        ),
        pytest.param(
            "better: down, targets: [{period: 2030, value: 1}]", "2022: 6, 2023: 4, 2024: 2", "0", True, id="not below"
        ),
        pytest.param(
            "unit: '%', better: down, targets: [{period: 2030, value: 100}]",
            NEARING,
            "125",
            False,
            id="a target at the limit that is missed",
        ),
        pytest.param(
            f"unit: '%', {PER_CENT}, forecasts: {{2030: 115}}",
            NEARING,
            "115",
            True,
            id="a person's is never touched",
        ),
    ],
)
def test_a_computed_figure_is_kept_to_what_it_can_be(keys: str, values: str, shown: str, *, reached: bool) -> None:
    found = forecast(keys, values)
    assert found is not None
    assert (str(found.value), found.reached) == (shown, reached)


@pytest.mark.parametrize(
    ("value", "decimals", "way", "expected"),
    [
        ("2.5", 0, 0, "3"),
        ("-2.5", 0, 0, "-3"),
        ("2.4", 0, 0, "2"),
        ("-2.4", 0, 0, "-2"),
        ("2.01", 0, 1, "3"),
        ("2.99", 0, -1, "2"),
        ("-2.01", 1, -1, "-2.1"),
        ("1e40", 2, 0, "1" + "0" * 40 + ".00"),
    ],
)
def test_figures_are_rounded_by_their_digits(value: str, decimals: int, way: int, expected: str) -> None:
    assert str(rounded(Fraction(value), decimals, way)) == expected


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("values: {2024: 1}", 0),
        ("values: {2024: 1.50, 2023: 2}", 2),
        ("values: {2024: 1e3}", 0),
        ("decimals: 1, values: {2024: 1}", 1),
        ("decimals: 0, targets: [{period: 2030, value: 0.5}]", 1),
        ("better: {min: 0.25, max: 1}", 2),
        ("type: text, values: {2024: some}", 0),
    ],
)
def test_computed_figures_are_as_fine_as_the_finest_given(keys: str, expected: int) -> None:
    assert places(indicator(keys)) == expected


STEPS = st.integers(-50, 50)


@given(st.lists(STEPS, min_size=3, max_size=6), STEPS, st.sampled_from(["up", "down"]))
def test_the_figure_shown_is_enough_just_when_the_year_is_in_time(steps: list[int], target: int, better: str) -> None:
    values = ", ".join(f"{2025 - len(steps) + n}: {value}" for n, value in enumerate(steps))
    found = forecast(f"better: {better}, targets: [{{period: 2030, value: {target}}}]", values)
    assert found is not None
    assert isinstance(found.value, Decimal)
    assert found.reached == ((found.value >= target) if better == "up" else (found.value <= target))
    if found.reached_about is not None:
        assert found.reached == (found.reached_about <= 2030)


@given(st.lists(STEPS, min_size=3, max_size=6), STEPS)
def test_up_and_down_are_mirrors_in_the_forecast(steps: list[int], target: int) -> None:
    assume(min(*steps, target) < 0 < max(*steps, target))  # what has no side below zero has a limit there
    made = []
    for sign, better in ((1, "up"), (-1, "down")):
        values = ", ".join(f"{2025 - len(steps) + n}: {sign * value}" for n, value in enumerate(steps))
        made.append(forecast(f"better: {better}, targets: [{{period: 2030, value: {sign * target}}}]", values))
    up, down = made
    assert up is not None
    assert down is not None
    assert isinstance(up.value, Decimal)
    assert (down.value, down.reached, down.reached_about) == (-up.value, up.reached, up.reached_about)


@given(st.lists(STEPS, min_size=3, max_size=5), STEPS, STEPS)
def test_an_easier_target_is_never_met_later(steps: list[int], one: int, other: int) -> None:
    values = ", ".join(f"{2025 - len(steps) + n}: {value}" for n, value in enumerate(steps))
    easy, hard = (
        forecast(f"better: up, targets: [{{period: 2030, value: {t}}}]", values) for t in sorted((one, other))
    )
    assert easy is not None
    assert hard is not None
    assert easy.reached or not hard.reached
    if easy.reached_about and hard.reached_about:
        assert easy.reached_about <= hard.reached_about


YEARLY = "better: up, baseline: {period: 2020, value: 0}, targets: [{period: 2025, value: 4}, {period: 2030, value: 9}]"


@pytest.mark.parametrize(
    ("keys", "year", "on", "expected"),
    [
        pytest.param(
            f"{YEARLY}, values: {{{RISING}}}", 2025, ON, computed("2025", "4", None, reached=True), id="trend"
        ),
        pytest.param(
            f"{YEARLY}, values: {{{RISING}}}", 2026, ON, computed("2026", "5", None, reached=True), id="on the path"
        ),
        pytest.param(
            f"{YEARLY}, values: {{{RISING}}}, forecasts: {{2025: 3, 2030: 9}}",
            2025,
            ON,
            Forecast(Period.parse("2025"), Decimal(3), reached=False),
            id="a person's goes before it",
        ),
        pytest.param(
            f"better: up, values: {{{RISING}}}", 2025, ON, computed("2025", "4", None, reached=None), id="no target"
        ),
        pytest.param(
            f"better: {{min: 1, max: 3}}, values: {{{RISING}}}",
            2025,
            ON,
            computed("2025", "4", None, reached=False),
            id="range",
        ),
        pytest.param(f"{YEARLY}, values: {{{RISING}}}", 2024, ON, None, id="the year's value is known"),
        pytest.param(f"{YEARLY}, values: {{2024: 3}}", 2025, ON, None, id="nothing to tell it by"),
        pytest.param(
            f"{YEARLY}, frequency: third, values: {{2023: 1, 2024: 2, 2025-T2: 3}}",
            2025,
            "2025-09-30",
            computed("2025", "3", None, reached=False),
            id="more of the year is to come",
        ),
        pytest.param(
            "better: up, frequency: two-years, targets: [{period: 2025-06, value: 4}],"
            " values: {2021-06: 1, 2023-06: 2, 2025-06: 3}",
            2025,
            "2025-09-30",
            None,
            id="no more of the year is to come",
        ),
        pytest.param(
            "better: up, targets: [{period: 2025-06, value: 4}], forecasts: {2025-06: 5}",
            2025,
            "2025-03-31",
            Forecast(Period.parse("2025-06"), Decimal(5), reached=True),
            id="a forecast for the target's own period",
        ),
        pytest.param(
            "type: milestone, targets: [{period: 2025, value: Approved}], forecasts: {2025: approved}",
            2025,
            ON,
            Forecast(Period.parse("2025"), "approved", reached=True),
            id="in words",
        ),
    ],
)
def test_what_is_expected_of_a_whole_year(keys: str, year: int, on: str, expected: Forecast | None) -> None:
    assert year_forecast(indicator(keys), year, day(on)) == expected
