"""The sample municipality is what lint asks of a city that is to be audited, and says why where it is not."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from folders import loaded
from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_cli import config, rules
from strategy_cli.checking import suppress
from strategy_cli.checking.suppress import Settled
from strategy_cli.finding import Level
from strategy_cli.measuring.standing import Standing
from strategy_cli.rules.measurability.assessment import binding_goal_not_assessable
from strategy_cli.strategy import Strategy
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.year import year_report

SAMPLE = Path(__file__).parents[1] / "strategy_data"
READ = loaded({file.relative_to(SAMPLE).as_posix(): file.read_bytes() for file in SAMPLE.rglob("*.yaml")})
MOST_IGNORES = 6
# What lint says of a day before the last that the sample tells of: nothing is wrong but the day asked about.
AHEAD = {"decision-in-future", "milestone-done-in-future", "unused-ignore", "value-before-period-ends"}
# What lint rightly says as days go by and nobody keeps the sample up; what has errors when its time has come.
GRAVE = {"binding-goal-not-assessable"}
WITH_TIME = {
    *GRAVE,
    "milestone-overdue",
    "owner-silent",
    "project-not-begun",
    "project-overdue",
    "published-after-report",
    "review-passed",
    "value-aged",
}


def settled(on: str) -> Settled:
    chosen = config.settings(READ.strategy.about)
    found = rules.check(READ.strategy, chosen, date.fromisoformat(on))
    return suppress.settle(READ.strategy, READ.findings, found, chosen)


def found(on: str) -> list[str]:
    return [f"{one.finding.span} {one.finding.rule}" for one in settled(on).told]


def test_it_asks_to_be_checked_as_an_auditor_would_and_lowers_no_rule() -> None:
    assert READ.strategy.about.lint.profile == "audited"
    assert READ.strategy.about.lint.rules == {}


@pytest.mark.parametrize("on", ["2026-11-16", "2026-11-22", "2026-12-31", "2027-01-30"])
def test_nothing_is_found_until_the_next_follow_up_is_due(on: str) -> None:
    assert found(on) == []


@pytest.mark.parametrize("on", ["2027-03-31", "2027-06-30", "2027-09-30", "2027-12-31"])
def test_as_it_is_left_alone_lint_warns_of_that_and_of_nothing_else(on: str) -> None:
    told = settled(on).told
    assert {one.level for one in told if one.finding.rule not in GRAVE} == {Level.WARNING}
    assert {one.finding.rule for one in told} <= WITH_TIME


def test_an_accounting_year_that_nobody_has_followed_up_is_an_error_once_the_accounts_are_due() -> None:
    assert {one.finding.rule for one in settled("2027-03-31").told} & GRAVE == set()
    assert {one.finding.rule for one in settled("2027-04-01").told if one.level is Level.ERROR} == GRAVE


@pytest.mark.parametrize("on", ["2026-06-30", "2026-10-31"])
def test_of_an_earlier_day_lint_says_only_that_the_sample_goes_on(on: str) -> None:
    assert {one.finding.rule for one in settled(on).told} <= AHEAD


def without_values(names: set[str]) -> Strategy:
    indicators = READ.strategy.indicators
    emptied = {i: one.model_copy(update={"values": {}}) if i in names else one for i, one in indicators.items()}
    return replace(READ.strategy, entities={**READ.strategy.entities, "indicator": emptied})


DAYS = st.builds(date, st.integers(2027, 2030), st.integers(4, 12), st.integers(1, 30))  # the accounts are due


@settings(max_examples=40, deadline=None)
@given(DAYS, st.sets(st.sampled_from([*READ.strategy.indicators])))
def test_lint_and_the_years_report_agree_on_which_binding_goals_cannot_be_assessed(on: date, empty: set[str]) -> None:
    strategy = without_values(empty)
    report = year_report(Basis(strategy, on, year=on.year - 1, yearly=True), ())
    goals = [goal.part.measured for body in report.binding.bodies for goal in body.goals]
    cannot = {one.goal.id for one in goals if one.assessment.standing is Standing.CANNOT}
    found = list(binding_goal_not_assessable(strategy, on))
    assert cannot == {one.subject.id for one in found if one.subject}
    assert len(found) == len(cannot)


def test_the_few_ignores_all_give_a_reason() -> None:
    ignored = settled("2026-11-22").ignored
    assert 0 < len(ignored) <= MOST_IGNORES
    assert [one for one in ignored if len(one.reason.split()) < 5] == []
