"""Accounts: a year held against its own targets, set or computed, by the four classes."""

from decimal import Decimal

import pytest
from folders import Files
from making import day, indicator, strategy

from strategy_cli.measuring.accounts import year_measures
from strategy_cli.measuring.progress import Progress
from strategy_cli.measuring.rollup import Measures
from strategy_cli.measuring.standing import Reason, Standing
from strategy_cli.measuring.yearly import YearTarget, year_target

START = "better: up, baseline: {period: 2022, value: 0}"
SET = "targets: [{period: 2025, value: 30}, {period: 2026, value: 40}, {period: 2030, value: 80}]"
FAR = "targets: [{period: 2030, value: 80}]"  # a tenth of the way a year: 39.99… at the end of 2026
END = "2026-12-31"


def year(files: Files, on: str = "2027-03-31", number: int = 2026) -> Measures:
    """Measure a year, once it is over unless said otherwise."""
    return year_measures(strategy(files), number, day(on))


def one(keys: str, values: str, on: str = "2027-03-31") -> tuple[str, Reason | None]:
    """Give the class that an indicator has in 2026."""
    found = year({"indicators/i.yaml": f"{{name: I, {keys}, values: {{{values}}}}}"}, on).indicators["i"].assessment
    return found.standing.value, found.reason


@pytest.mark.parametrize(
    ("keys", "number", "value", "how"),
    [
        pytest.param(f"{START}, {SET}", 2026, "40", "set", id="set for the year"),
        pytest.param(f"{START}, {SET}", 2027, "50", "path", id="between two, on the path"),
        pytest.param(f"{START}, {FAR}", 2026, "40", "path", id="to the indicator's own decimals"),
        pytest.param(f"{START}, {FAR}, decimals: 2", 2026, "40.00", "path", id="or those it is shown with"),
        pytest.param(f"{START}, {SET}", 2031, "80", "final", id="the final one stays in force"),
        pytest.param("better: up, targets: [{period: 2026-06, value: 7}]", 2026, "7", "set", id="within the year"),
        pytest.param(
            "targets: [{period: 2026-T1, value: 6}, {period: 2026-T2, value: 7}]",
            2026,
            "7",
            "set",
            id="the year's last",
        ),
    ],
)
def test_a_years_target_and_where_it_comes_from(keys: str, number: int, value: str, how: str) -> None:
    found = year_target(indicator(keys), number)
    assert found is not None
    assert (str(found.target.value), found.how, found.computed) == (value, how, how == "path")
    assert found.target.period.last.year == number


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param("better: up", id="no targets"),
        pytest.param(f"better: up, {FAR}", id="no baseline to draw a path from"),
        pytest.param(f"better: up, baseline: {{period: 2026, value: 1}}, {FAR}", id="the baseline's own year"),
        pytest.param("type: milestone, targets: [{period: 2027, value: Approved}]", id="a milestone of a later year"),
        pytest.param(
            "better: {min: 1, max: 2}, baseline: {period: 2022, value: 1}, targets: [{period: 2030, value: 1}]",
            id="a range",
        ),
    ],
)
def test_where_nothing_was_said_of_the_year_it_has_no_target(keys: str) -> None:
    assert year_target(indicator(keys), 2026) is None


def test_a_computed_target_is_a_target_like_others() -> None:
    found = year_target(indicator(f"{START}, {FAR}"), 2026)
    assert isinstance(found, YearTarget)
    assert (str(found.target.period), found.target.value) == ("2026", Decimal(40))


@pytest.mark.parametrize("targets", [SET, FAR])
@pytest.mark.parametrize(
    ("values", "standing", "reason"),
    [
        ("2026: 40", "attained", None),
        ("2026: 39", "partly", None),
        ("2026: 19", "not-attained", None),
        ("2025: 90", "cannot", Reason.NOT_YET),
        ("2020: 90", "cannot", Reason.AGED_VALUE),
        ("2026: 39, 2027: 90", "partly", None),
        ("2026-T2: 90", "cannot", Reason.NOT_YET),
        ("2026-12: 40", "attained", None),
    ],
)
def test_a_year_is_classed_against_its_own_target(
    targets: str, values: str, standing: str, reason: Reason | None
) -> None:
    assert one(f"{START}, {targets}", values) == (standing, reason)


def test_a_value_counts_however_late_it_was_published() -> None:
    assert one(f"{START}, {SET}, lag: 18", "2026: 40", "2028-12-31") == ("attained", None)
    assert one(f"{START}, {SET}, lag: 18", "2025: 40", "2028-12-31") == ("cannot", Reason.NOT_YET)


def test_there_is_no_percentage_of_a_year_without_a_baseline() -> None:
    keys = "better: up, targets: [{period: 2026, value: 40}], values: {2026: 39}"
    found = year({"indicators/i.yaml": f"{{name: I, {keys}}}"}).indicators["i"]
    assert found.progress == Progress(None, Reason.NO_BASELINE)
    assert found.assessment.reason is Reason.NO_BASELINE
    assert one(keys.partition(", values")[0], "2026: 40") == ("attained", None)


def test_a_later_target_says_nothing_of_the_year() -> None:
    assert one(f"better: up, {FAR}", "2026: 90") == ("cannot", Reason.NO_TARGET)


@pytest.mark.parametrize(
    ("values", "on", "standing"),
    [
        ("2026: 3", "2027-03-31", "attained"),
        ("2026: 5", "2027-03-31", "not-attained"),
        ("2025: 3", "2026-06-30", "on-track"),
    ],
)
def test_a_range_is_held_against_at_the_years_end(values: str, on: str, standing: str) -> None:
    assert one("better: {min: 2, max: 4}", values, on) == (standing, None)


def test_a_year_under_way_is_measured_as_of_the_day_between_dates() -> None:
    found = year({"indicators/i.yaml": f"{{name: I, {START}, {SET}, values: {{2025: 30}}}}"}, "2026-06-30")
    measured = found.indicators["i"]
    assert found.on == day("2026-06-30")
    assert measured.assessment.standing == "on-track"
    assert measured.target is not None
    assert measured.target.value == 40


def test_once_over_a_year_stands_as_of_its_end() -> None:
    assert year({"goals/g.yaml": "name: G"}, "2029-06-30").on == day(END)


def of(reached: int, missed: int, goal: str = "name: G") -> Measures:
    """Measure a goal with indicators that reach the year's target and others that miss it."""
    files = {"goals/g.yaml": f"{{{goal}}}", "owners/manager.yaml": "title: M"}
    for n in range(reached + missed):
        value = 40 if n < reached else 10
        files[f"indicators/i{n}.yaml"] = f"{{name: I, goal: g, {START}, {SET}, values: {{2026: {value}}}}}"
    return year(files)


@pytest.mark.parametrize(
    ("reached", "missed", "standing"), [(4, 0, "attained"), (3, 1, "not-attained"), (0, 4, "not-attained")]
)
def test_three_of_four_indicators_reached_is_not_attained(reached: int, missed: int, standing: str) -> None:
    assert of(reached, missed).goals["g"].assessment.standing == standing


def test_a_goal_whose_only_values_are_aged_cannot_be_assessed_for_that_reason() -> None:
    files = {
        "goals/g.yaml": "name: G",
        "indicators/i.yaml": f"{{name: I, goal: g, {START}, {SET}, values: {{2020: 90}}}}",
    }
    found = year(files).goals["g"].assessment
    assert (found.standing, found.reason) == (Standing.CANNOT, Reason.AGED_VALUE)


@pytest.mark.parametrize(
    ("period", "standing"),
    [
        pytest.param("2026", "partly", id="of the year"),
        pytest.param("2026-T2", "partly", id="within the year"),
        pytest.param("2025", "attained", id="of the year before, though not out of date"),
        pytest.param("2027", "attained", id="of the year after"),
    ],
)
def test_only_the_years_own_judgements_hold(period: str, standing: str) -> None:
    judged = f"name: G, judgements: [{{period: {period}, class: partly, reason: R, by: manager}}]"
    assert of(1, 0, judged).goals["g"].assessment.standing == standing


def test_goals_that_begin_after_the_year_are_no_part_of_it() -> None:
    found = year({"goals/new.yaml": "{name: N, from: 2027-01-01}", "goals/last.yaml": "{name: L, from: 2026-12-31}"})
    assert list(found.goals) == ["last"]


def test_a_year_leaves_the_strategy_as_it_was() -> None:
    made = strategy({"indicators/i.yaml": f"{{name: I, {START}, {FAR}, values: {{2026: 40}}}}"})
    year_measures(made, 2026, day(END))
    assert [str(t.period) for t in made.indicators["i"].targets] == ["2030"]
    assert made.about.period.until is None


@pytest.mark.parametrize(
    ("keys", "period", "value", "how"),
    [
        ("frequency: third, targets: [{period: 2026-T2, value: 20}, {period: 2027, value: 32}]", "2026", "23", "path"),
        ("frequency: third, targets: [{period: 2026-T2, value: 20}]", "2026-T2", "20", "set"),
        ("targets: [{period: 2026-09, value: 20}, {period: 2027, value: 32}]", "2026-09", "20", "set"),
        ("values: {2026-09: 9}, targets: [{period: 2027-09, value: 20}]", "2026-09", "10", "path"),
    ],
)
def test_a_years_target_is_of_the_time_of_the_years_own_result(keys: str, period: str, value: str, how: str) -> None:
    found = year_target(indicator(f"better: up, baseline: {{period: 2025-09, value: 0}}, decimals: 0, {keys}"), 2026)
    assert found is not None
    assert (str(found.target.period), str(found.target.value), found.how) == (period, value, how)
