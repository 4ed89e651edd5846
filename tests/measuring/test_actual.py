"""Actual: the latest value known on a day, and when it is too old to tell of the present."""

from datetime import date

import pytest
from making import day, indicator

from strategy_cli.measuring.actual import actual, add_months


@pytest.mark.parametrize(
    ("values", "on", "period"),
    [
        pytest.param("2023: 1, 2024: 2", "2025-06-30", "2024", id="the latest"),
        pytest.param("2024: 2, 2023: 1", "2025-06-30", "2024", id="whatever the order in the file"),
        pytest.param("2025: 2, 2024: 1", "2025-12-30", "2024", id="a period that has not ended is not seen"),
        pytest.param("2025: 2, 2024: 1", "2025-12-31", "2025", id="on its last day it is"),
        pytest.param("2030: 2, 2024: 1", "2025-06-30", "2024", id="nor is a value of the future"),
        pytest.param("2024: 1, 2024-12: 2", "2025-06-30", "2024", id="of two that end together the longer"),
        pytest.param("2024-12-31: 1, 2024-Q4: 2, 2024-H2: 3", "2025-06-30", "2024-H2", id="of three too"),
        pytest.param("2024: 1, 2025-T1: 2", "2025-06-30", "2025-T1", id="an interim period after a year"),
        pytest.param("2025-T1: 1, 2025-T2: 2, 2025-Q2: 3", "2025-08-31", "2025-T2", id="T2 ends in August"),
        pytest.param("2024-02-29: 1, 2024-01: 2", "2024-02-29", "2024-02-29", id="a leap day"),
    ],
)
def test_the_actual_is_the_value_whose_period_ended_last(values: str, on: str, period: str) -> None:
    found = actual(indicator(f"values: {{{values}}}"), day(on))
    assert found is not None
    assert str(found.period) == period


@pytest.mark.parametrize("values", ["{}", "{2025: 1}", "{2024-07: 1}"])
def test_there_is_no_actual_before_the_first_period_has_ended(values: str) -> None:
    assert actual(indicator(f"values: {values}"), day("2024-06-30")) is None


@pytest.mark.parametrize(
    ("keys", "value", "fresh_until"),
    [
        pytest.param("", "2024", "2026-01-30", id="a year and 30 days of grace unless said"),
        pytest.param("frequency: year", "2024", "2026-01-30", id="yearly"),
        pytest.param("frequency: year, lag: 18", "2021", "2024-07-30", id="yearly, published 18 months late"),
        pytest.param("frequency: half", "2024-H1", "2025-01-30", id="half-yearly"),
        pytest.param("frequency: third", "2025-T1", "2025-09-30", id="every four months"),
        pytest.param("frequency: quarter", "2025-Q1", "2025-07-30", id="quarterly"),
        pytest.param("frequency: month", "2025-01", "2025-03-30", id="monthly, January: to the end of February"),
        pytest.param("frequency: month", "2025-02", "2025-04-30", id="monthly, February: to the end of March"),
        pytest.param("frequency: month, lag: 1", "2025-06-15", "2025-09-14", id="a day in the middle of a month"),
        pytest.param("frequency: two-years", "2023", "2026-01-30", id="every two years"),
        pytest.param("frequency: council-term", "2021", "2026-01-30", id="once a council term"),
    ],
)
def test_a_value_is_fresh_for_frequency_and_lag_and_grace(keys: str, value: str, fresh_until: str) -> None:
    made = indicator(f"{keys and keys + ', '}values: {{{value}: 1}}")
    last = day(fresh_until)
    at_the_limit, a_day_after = actual(made, last), actual(made, date.fromordinal(last.toordinal() + 1))
    assert at_the_limit is not None
    assert a_day_after is not None
    assert (at_the_limit.aged, a_day_after.aged) == (False, True)


@pytest.mark.parametrize(("grace", "aged"), [(0, True), (1, False)])
def test_the_city_sets_the_grace(grace: int, aged: bool) -> None:  # noqa: FBT001 - a column of the table
    found = actual(indicator("values: {2024: 1}"), day("2026-01-01"), grace)
    assert found is not None
    assert found.aged is aged


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2025-01-31", 1, "2025-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2025-02-28", 1, "2025-03-31"),
        ("2024-02-28", 12, "2025-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2025-06-30", 2, "2025-08-31"),
        ("2025-11-15", 3, "2026-02-15"),
        ("2025-01-30", 1, "2025-02-28"),
        ("2025-12-31", 0, "2025-12-31"),
        ("2025-12-31", 48, "2029-12-31"),
    ],
)
def test_months_are_added_by_the_calendar_and_month_ends_stay_month_ends(start: str, months: int, end: str) -> None:
    assert add_months(day(start), months) == day(end)


def test_a_lag_past_the_end_of_the_calendar_never_ages_a_value() -> None:
    found = actual(indicator("lag: 999999999, values: {2024: 1}"), day("2026-12-31"))
    assert found is not None
    assert not found.aged
