"""Indicator: progress and class as of a day: at a target's date, between dates, within a range, in words."""

from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from making import day, indicator, strategy

from strategy_cli.measuring.indicator import TOLERANCE, Measured, Rules, measure
from strategy_cli.measuring.progress import Progress
from strategy_cli.measuring.standing import Reason, Standing, rank
from strategy_cli.measuring.target import Forecast, Outcome, direction
from strategy_cli.model.period import Period

# From 0 at the end of 2020 to 100 at the end of 2030: at the end of 2024 the path is at 40 (1461 of 3652 days).
WAY = "better: up, baseline: {period: 2020, value: 0}, targets: [{period: 2030, value: 100}]"
START = "better: up, baseline: {period: 2020, value: 0}"
STEPS = f"{START}, targets: [{{period: 2025, value: 50}}, {{period: 2030, value: 100}}]"
DOWN = "better: down, baseline: {period: 1990, value: 0}, targets: [{period: 2025, value: -60}]"
NO_BASELINE = "better: up, targets: [{period: 2030, value: 100}]"
WITHIN = "better: {min: 2, max: 4}, targets: [{period: 2025, value: 3}]"
RANK = "type: rank, baseline: {period: 2020, value: 40}, targets: [{period: 2025, value: 20}]"
TEXT = "type: text, targets: [{period: 2025, value: Good}]"
FLOW = (
    "cumulative: true, frequency: third, better: up, baseline: {period: 2025, value: 90},"
    " targets: [{period: 2026, value: 100}, {period: 2027-T2, value: 70}, {period: 2028, value: 110}]"
)
MILESTONE = "type: milestone, targets: [{period: 2025-06-30, value: Approved}]"

CLASSES = [
    # At a target's date, or after the last one.
    (WAY, "2030: 100", "2030-12-31", "attained", None),
    (WAY, "2030: 120", "2031-06-30", "attained", None),
    (WAY, "2030: 50", "2030-12-31", "partly", None),
    (WAY, "2030: 99.9", "2031-06-30", "partly", None),
    (WAY, "2030: 49.9", "2030-12-31", "not-attained", None),
    (WAY, "2030: -10", "2030-12-31", "not-attained", None),
    (NO_BASELINE, "2030: 100", "2030-12-31", "attained", None),
    (NO_BASELINE, "2030: 99", "2030-12-31", "cannot", Reason.NO_BASELINE),
    (WAY, "2020: 100", "2030-12-31", "cannot", Reason.AGED_VALUE),
    # On the date itself only a value of the target's own period, or a later one, tells.
    (WAY, "2029: 100", "2030-12-31", "cannot", Reason.NOT_YET),
    (WAY, "2029: 10", "2031-01-15", "cannot", Reason.NOT_YET),
    (WAY, "2030-11: 100", "2030-12-31", "cannot", Reason.NOT_YET),
    (WAY, "2030-12: 100", "2030-12-31", "attained", None),
    (STEPS, "2024: 50", "2025-12-31", "cannot", Reason.NOT_YET),
    (WITHIN, "2024: 3", "2025-12-31", "cannot", Reason.NOT_YET),
    (TEXT, "2024: Good", "2025-12-31", "cannot", Reason.NOT_YET),
    (RANK, "2024: 20", "2025-12-31", "cannot", Reason.NOT_YET),
    # Of what accumulates over the year only a whole year's value is held against a year's target.
    (FLOW, "2025: 91, 2026-T1: 34", "2026-05-31", "on-track", None),
    (FLOW, "2026-T1: 34", "2026-05-31", "cannot", Reason.NO_VALUE),
    (FLOW, "2026: 100, 2027-T2: 71", "2027-10-01", "on-track", None),
    (FLOW, "2024: 80, 2025-T2: 60", "2026-02-28", "cannot", Reason.AGED_VALUE),
    (FLOW, "2028-T2: 80, 2027: 105", "2028-12-31", "cannot", Reason.NOT_YET),
    # A target on the way has its own date; the day after, the path is in force again.
    (STEPS, "2025: 50", "2025-12-31", "attained", None),
    (STEPS, "2025: 30", "2025-12-31", "partly", None),
    (STEPS, "2025: 20", "2025-12-31", "not-attained", None),
    (STEPS, "2025: 50", "2026-01-01", "on-track", None),
    (STEPS, "2025: 20", "2026-01-01", "off-track", None),
    # Between dates, against the path at the value's own date, with 5 % of the whole way as tolerance.
    (WAY, "2024: 41", "2025-06-30", "on-track", None),
    (WAY, "2024: 35.1", "2025-06-30", "on-track", None),
    (WAY, "2024: 35", "2025-06-30", "at-risk", None),
    (WAY, "2024: 20.1", "2025-06-30", "at-risk", None),
    (WAY, "2024: 20", "2025-06-30", "off-track", None),
    (WAY, "2024: -1", "2025-06-30", "off-track", None),
    (WAY, "2020: 0", "2021-06-30", "on-track", None),
    (WAY, "2020: -5", "2021-06-30", "on-track", None),
    (WAY, "2020: -5.1", "2021-06-30", "off-track", None),
    (DOWN, "2021: -54", "2022-12-31", "on-track", None),
    (DOWN, "2021: -47", "2022-12-31", "at-risk", None),
    (DOWN, "2021: -26", "2022-12-31", "off-track", None),
    # Reached early: on track before the date, attained only at it.
    (WAY, "2024: 100", "2025-06-30", "on-track", None),
    (NO_BASELINE, "2024: 100", "2025-06-30", "on-track", None),
    (NO_BASELINE, "2024: 99", "2025-06-30", "cannot", Reason.NO_BASELINE),
    # A range asks for no baseline and has no percentage.
    (WITHIN, "2025: 2", "2025-12-31", "attained", None),
    (WITHIN, "2025: 4", "2025-12-31", "attained", None),
    (WITHIN, "2025: 4.01", "2025-12-31", "not-attained", None),
    (WITHIN, "2024: 3", "2025-06-30", "on-track", None),
    (WITHIN, "2024: 1.9", "2025-06-30", "off-track", None),
    (WITHIN, "2023: 3", "2025-12-31", "cannot", Reason.AGED_VALUE),
    (WITHIN, "2025: hyvä", "2025-12-31", "cannot", Reason.NOT_A_NUMBER),
    ("better: {min: 2, max: 4}", "2024: 3", "2025-06-30", "on-track", None),
    ("better: {min: 2, max: 4}", "2024: 5", "2025-06-30", "off-track", None),
    # A rank is better the smaller it is, without saying so.
    (RANK, "2025: 20", "2025-12-31", "attained", None),
    (RANK, "2025: 29", "2025-12-31", "partly", None),
    (RANK, "2025: 31", "2025-12-31", "not-attained", None),
    (RANK, "2024: 50", "2025-06-30", "off-track", None),
    # Words: the same as the target, whatever the capitals; other words only a person can judge.
    (TEXT, "2025: good", "2025-12-31", "attained", None),
    (TEXT, "2025: Fair", "2025-12-31", "cannot", Reason.IN_WORDS),
    (TEXT, "2024: Good", "2025-06-30", "on-track", None),
    (TEXT, "2024: Fair", "2025-06-30", "cannot", Reason.IN_WORDS),
    (MILESTONE, "2025-05: approved", "2025-06-30", "attained", None),
    (MILESTONE, "2025-05: In preparation", "2025-06-30", "cannot", Reason.NOT_YET),
    (MILESTONE, "2025-06: In preparation", "2025-06-30", "not-attained", None),
    (MILESTONE, "2025-05: In preparation", "2025-06-29", "cannot", Reason.IN_WORDS),
    (MILESTONE, "2025-05: Approved", "2025-06-29", "on-track", None),
    # What is missing, or does not fit.
    (WAY, "", "2025-06-30", "cannot", Reason.NO_VALUE),
    (WITHIN, "", "2025-06-30", "cannot", Reason.NO_VALUE),
    (TEXT, "", "2025-06-30", "cannot", Reason.NO_VALUE),
    (WAY, "2023: 35", "2025-06-30", "cannot", Reason.AGED_VALUE),
    (WAY, "2024: noin 40", "2025-06-30", "cannot", Reason.NOT_A_NUMBER),
    ("targets: [{period: 2030, value: paljon}]", "2024: 40", "2025-06-30", "cannot", Reason.NOT_A_NUMBER),
    ("better: up, baseline: {period: 2020, value: 0}", "2024: 40", "2025-06-30", "cannot", Reason.NO_TARGET),
    ("type: text", "2024: Good", "2025-06-30", "cannot", Reason.NO_TARGET),
    ("targets: [{period: 2030, value: 100}]", "2024: 40", "2025-06-30", "cannot", Reason.NO_DIRECTION),
    # The direction is seen from baseline and target; a baseline in the future is no path.
    (
        "baseline: {period: 2020, value: 10}, targets: [{period: 2025, value: 5}]",
        "2025: 4",
        "2025-12-31",
        "attained",
        None,
    ),
    (
        "better: up, baseline: {period: 2031, value: 0}, targets: [{period: 2030, value: 100}]",
        "2024: 40",
        "2025-06-30",
        "cannot",
        Reason.NO_BASELINE,
    ),
]

PROGRESS = [
    (WAY, "2024: 25", Fraction(1, 4), None),
    (WAY, "2024: 250", Fraction(5, 2), None),
    (DOWN, "2021: -47", Fraction(47, 60), None),
    (RANK, "2024: 35", Fraction(1, 4), None),
    (WAY, "", None, Reason.NO_VALUE),
    (WAY, "2024: noin 25", None, Reason.NOT_A_NUMBER),
    ("better: up, baseline: {period: 2020, value: 0}", "2024: 25", None, Reason.NO_TARGET),
    (NO_BASELINE, "2024: 25", None, Reason.NO_BASELINE),
    (
        "better: up, baseline: {period: 2020, value: 5}, targets: [{period: 2030, value: 5}]",
        "2024: 25",
        None,
        Reason.NO_WAY,
    ),
    (TEXT, "2024: Good", None, Reason.IN_WORDS),
    (MILESTONE, "2024: Approved", None, Reason.IN_WORDS),
    (WITHIN, "2024: 3", None, Reason.RANGE),
]


def measured(keys: str, values: str, on: str) -> Measured:
    """Measure an indicator as of a day, by the rules that hold unless the city says otherwise."""
    return measure(indicator(f"{keys}, values: {{{values}}}"), Rules(day(on)))


def settled(keys: str, on: str) -> Rules:
    """Read the rules of measuring from a strategy's own settings."""
    return Rules.of(strategy({"strategy.yaml": f"{{title: S, {keys}}}"}).about, day(on))


@pytest.mark.parametrize(("keys", "values", "on", "standing", "reason"), CLASSES)
def test_the_class_on_a_day(keys: str, values: str, on: str, standing: str, reason: Reason | None) -> None:
    found = measured(keys, values, on).assessment
    assert (found.standing, found.reason, found.judged) == (standing, reason, None)


@pytest.mark.parametrize(("keys", "values", "value", "reason"), PROGRESS)
def test_progress_or_the_reason_why_there_is_none(
    keys: str, values: str, value: Fraction | None, reason: Reason | None
) -> None:
    assert measured(keys, values, "2025-06-30").progress == Progress(value, reason)


def test_the_tables_show_every_class_and_every_reason_an_indicator_can_have() -> None:
    of_goals = {Reason.NO_JUDGEMENT, Reason.AGED_JUDGEMENT, Reason.JUDGED, Reason.NO_INDICATORS, Reason.PARTS}
    reasons = {row[4] for row in CLASSES} | {row[3] for row in PROGRESS}
    assert {row[3] for row in CLASSES} == set(Standing)
    assert reasons - {None} == set(Reason) - of_goals


@pytest.mark.parametrize(
    ("on", "current", "to_current"),
    [
        pytest.param("2024-12-31", "2025", Fraction(4, 5), id="the next target"),
        pytest.param("2025-12-31", "2025", Fraction(4, 5), id="still on its last day"),
        pytest.param("2026-01-01", "2030", Fraction(2, 5), id="then the one after it"),
        pytest.param("2035-01-01", "2030", Fraction(2, 5), id="at the end the final one"),
    ],
)
def test_beside_the_final_target_stands_that_of_the_period_under_way(
    on: str, current: str, to_current: Fraction
) -> None:
    found = measured(STEPS, "2024: 40", on)
    assert found.target is not None
    assert found.current is not None
    assert str(found.target.period) == "2030"
    assert found.progress.value == Fraction(2, 5)
    assert (str(found.current.period), found.to_current.value) == (current, to_current)


def test_targets_are_taken_in_the_order_of_time_whatever_the_order_in_the_file() -> None:
    turned = WAY.replace("[{", "[{period: 2040, value: 300}, {")
    found = measured(turned, "2030: 90", "2031-06-30")
    assert found.target is not None
    assert str(found.target.period) == "2040"
    assert found.expected == 100


def test_the_expected_value_is_that_of_the_actuals_own_date_so_that_a_lag_is_no_delay() -> None:
    assert measured(WAY, "2022: 1", "2023-12-31").expected == measured(WAY, "2022: 1", "2024-12-31").expected
    assert measured(WAY, "2022: 1", "2023-12-31").expected == 100 * Fraction(730, 3652)


@pytest.mark.parametrize("keys", [NO_BASELINE, WITHIN, TEXT, "better: up, baseline: {period: 2020, value: 0}"])
def test_there_is_no_expected_value_without_a_path(keys: str) -> None:
    assert measured(keys, "2024: 3", "2025-06-30").expected is None


@pytest.mark.parametrize(
    ("keys", "values", "reached"),
    [
        (NO_BASELINE, "2024: 100", True),
        (NO_BASELINE, "2024: 99.99", False),
        (NO_BASELINE, "", False),
        (DOWN, "2024: -60", True),
        (RANK, "2024: 20", True),
        (RANK, "2024: 21", False),
        (WITHIN, "2024: 3", True),
        (WITHIN, "2024: 5", False),
        (TEXT, "2024: GOOD", True),
        (TEXT, "2024: Fair", False),
        ("targets: [{period: 2030, value: 100}]", "2024: 200", False),
        ("better: up", "2024: 200", False),
    ],
)
def test_reached_is_at_or_better_than_the_final_target(keys: str, values: str, reached: bool) -> None:  # noqa: FBT001 - a column of the table
    assert measured(keys, values, "2025-06-30").reached is reached


@pytest.mark.parametrize("keys", [WAY, WITHIN.replace("2025", "2030")])
def test_an_aged_value_reaches_nothing(keys: str) -> None:
    values = "2022: 100" if keys is WAY else "2022: 3"
    assert measured(keys, values, "2023-06-30").reached
    assert not measured(keys, values, "2025-06-30").reached


@pytest.mark.parametrize(
    ("values", "on", "actual", "interim"),
    [
        ("2025: 90, 2026-T1: 34", "2026-06-30", "2025", "2026-T1"),
        ("2025: 90, 2026-T1: 34, 2026-T2: 66", "2026-09-30", "2025", "2026-T2"),
        ("2025: 90, 2025-T2: 60", "2026-06-30", "2025", None),
        ("2025: 90, 2026-T1: 34, 2026: 101", "2027-01-31", "2026", None),
        ("2026-T1: 34", "2026-06-30", None, "2026-T1"),
    ],
)
def test_an_interim_value_of_a_cumulative_indicator_is_told_but_not_compared(
    values: str, on: str, actual: str | None, interim: str | None
) -> None:
    found = measured(FLOW, values, on)
    assert (found.actual and str(found.actual.period)) == actual
    assert (found.interim and str(found.interim.period)) == interim
    assert found.progress.value == {"2025": 0, "2026": Fraction(11, 20), None: None}[actual]


def test_what_does_not_accumulate_has_no_interim_value() -> None:
    found = measured(WAY, "2024: 34, 2025-T1: 40", "2025-06-30")
    assert found.actual is not None
    assert (str(found.actual.period), found.interim) == ("2025-T1", None)


def test_a_cumulative_baseline_of_a_part_of_the_year_is_no_beginning_of_a_years_way() -> None:
    found = measured(FLOW.replace("period: 2025,", "period: 2025-T1,"), "2026: 95", "2027-01-31")
    assert found.progress == Progress(None, Reason.NO_BASELINE)


@pytest.mark.parametrize(
    ("keys", "values", "on", "reached"),
    [
        pytest.param(STEPS, "2025: 50", "2026-06-30", True, id="met"),
        pytest.param(STEPS, "2025: 49, 2026-T1: 60", "2026-06-30", False, id="its own value goes before a later one"),
        pytest.param(STEPS, "2026-T1: 60", "2026-06-30", True, id="else the first later one"),
        pytest.param(STEPS, "2024: 60", "2026-06-30", None, id="no value of it yet"),
        pytest.param(FLOW, "2027-T2: 71, 2026: 100", "2027-10-01", True, id="of a part of the year, by its like"),
        pytest.param(FLOW, "2026: 100", "2027-10-01", None, id="and by no other"),
    ],
)
def test_what_came_of_the_target_last_due_on_the_way(keys: str, values: str, on: str, reached: bool | None) -> None:  # noqa: FBT001 - a column of the table
    found = measured(keys, values, on).outcome
    assert isinstance(found, Outcome)
    assert str(found.target.period) == ("2025" if keys is STEPS else "2027-T2")
    assert found.reached is reached


@pytest.mark.parametrize(("keys", "on"), [(STEPS, "2025-12-30"), (WAY, "2031-06-30"), (WITHIN, "2026-06-30")])
def test_before_any_has_fallen_due_and_of_the_final_one_there_is_none(keys: str, on: str) -> None:
    assert measured(keys, "2024: 3", on).outcome is None


@pytest.mark.parametrize(
    ("keys", "forecasts", "expected"),
    [
        (WAY, "2030: 100", ("2030", Decimal(100), True)),
        (WAY, "2030: 99, 2029: 101", ("2030", Decimal(99), False)),
        (WAY, "2029: 101", ("2029", Decimal(101), None)),
        (WAY, "2023: 101", None),
        (TEXT, "2025: good", ("2025", "good", True)),
        ("better: {min: 2, max: 4}", "2026: 5, 2027: 3", ("2027", Decimal(3), True)),
        ("better: up", "2027: 3", None),
        (WAY, "", None),
    ],
)
def test_a_persons_forecast_of_the_final_target(
    keys: str, forecasts: str, expected: tuple[str, Decimal | str, bool | None] | None
) -> None:
    found = measured(f"{keys}, forecasts: {{{forecasts}}}", "2024: 3", "2025-06-30").forecast
    assert found == (expected and Forecast(Period.parse(expected[0]), *expected[1:]))


@pytest.mark.parametrize(
    ("keys", "way"),
    [
        ("better: up", 1),
        ("better: down", -1),
        ("better: up, type: rank", 1),
        ("type: rank", -1),
        ("baseline: {period: 2020, value: 1}, targets: [{period: 2025, value: 2}]", 1),
        ("baseline: {period: 2020, value: 2}, targets: [{period: 2025, value: 1}]", -1),
        (
            "baseline: {period: 2020, value: 2}, targets: [{period: 2030, value: 3}, {period: 2025, value: 1}]",
            1,
        ),
        ("baseline: {period: 2020, value: 2}, targets: [{period: 2025, value: 2}]", None),
        ("baseline: {period: 2020, value: 2}", None),
        ("targets: [{period: 2025, value: 2}]", None),
        ("baseline: {period: 2020, value: low}, targets: [{period: 2025, value: 2}]", None),
    ],
)
def test_the_direction_is_said_or_seen_from_baseline_and_final_target(keys: str, way: int | None) -> None:
    assert direction(indicator(keys)) == way


def test_the_city_sets_tolerance_and_grace_and_its_period_ends_a_range() -> None:
    settings = "period: {until: 2025-06-30}, defaults: {tolerance: 0.2}, reporting: {grace_days: 0}"
    rules = settled(settings, "2025-06-30")
    assert rules == Rules(day("2025-06-30"), Fraction(1, 5), 0, day("2025-06-30"))
    assert measure(indicator(f"{WAY}, values: {{2024: 20.1}}"), rules).assessment.standing == "on-track"
    for values, standing in (("2025-H1: 1", "attained"), ("2024: 1", "cannot")):
        found = measure(indicator(f"better: {{min: 1, max: 2}}, values: {{{values}}}"), rules)
        assert found.assessment.standing == standing


def test_a_city_that_says_nothing_has_the_usual_rules_and_a_grace_past_the_calendar_is_cut() -> None:
    assert settled("languages: [fi]", "2025-06-30") == Rules(day("2025-06-30"), Fraction(TOLERANCE), 30, None)
    rules = settled("reporting: {grace_days: 999999999}", "2025-06-30")
    assert measure(indicator(f"{WAY}, values: {{2021: 50}}"), rules).assessment.standing == "on-track"


VALUES = st.decimals(-300, 300, places=2)


CASES = st.sampled_from([*product((WAY, STEPS, NO_BASELINE), ("2024-12-31", "2025-12-31", "2030-12-31"))])


@given(VALUES, VALUES, CASES)
def test_a_better_value_never_has_a_worse_class(one: Decimal, other: Decimal, case: tuple[str, str]) -> None:
    keys, on = case
    ranks = [rank(measured(keys, f"{on[:4]}: {value:f}", on).assessment.standing) for value in sorted((one, other))]
    assume(-1 not in ranks)
    assert ranks == sorted(ranks)


@given(VALUES, st.sampled_from(["2024-12-31", "2025-12-31", "2027-12-31", "2030-12-31"]))
def test_down_is_the_mirror_of_up(value: Decimal, on: str) -> None:
    mirrored = STEPS.replace("up", "down").replace("value: 50", "value: -50").replace("value: 100", "value: -100")
    up = measured(STEPS, f"{on[:4]}: {value:f}", on)
    down = measured(mirrored, f"{on[:4]}: {-value:f}", on)
    assert (up.assessment, up.progress, up.reached) == (down.assessment, down.progress, down.reached)
