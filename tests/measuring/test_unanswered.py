"""Unanswered: updates and values that were due, by the post that owes them."""

import pytest
from folders import Files
from making import day, strategy

from strategy_cli.measuring.unanswered import Due, Unanswered, unanswered

ABOUT = "{title: S, period: {from: 2025-01-01}, reporting: {periods: [T1, T2, year], grace_days: 20}}"


def asked(files: Files, on: str = "2026-09-30") -> Unanswered:
    """Ask what is missing at the end of September: T2 and its 20 days of grace are over."""
    return unanswered(strategy({"strategy.yaml": ABOUT, "owners/post.yaml": "title: P", **files}), day(on))


@pytest.mark.parametrize(
    ("keys", "silent"),
    [
        pytest.param("status: started", True, id="no update at all"),
        pytest.param("status: started, updates: [{period: 2026-T1, status: on-track}]", True, id="only an earlier one"),
        pytest.param("status: started, updates: [{period: 2026-T2, status: on-track}]", False, id="the one asked for"),
        pytest.param("status: started, updates: [{period: 2026-08, status: on-track}]", False, id="one as late"),
        pytest.param("status: started, updates: [{period: 2026-09, status: on-track}]", False, id="a later one"),
        pytest.param("status: started, period: {from: 2026-09-01}", False, id="begun after the period"),
        pytest.param("status: started, period: {from: 2026-08-31}", True, id="begun within it"),
        pytest.param("status: approved", False, id="not begun"),
        pytest.param("status: paused", False, id="paused"),
        pytest.param("status: closed", False, id="closed"),
    ],
)
def test_projects_without_the_update_that_was_due(keys: str, silent: bool) -> None:  # noqa: FBT001 - a column of the table
    found = asked({"projects/p.yaml": f"{{name: P, owner: post, {keys}}}"})
    assert found.by_owner == ({"post": Due(["p"])} if silent else {})


@pytest.mark.parametrize(
    ("on", "period"),
    [("2026-09-21", "2026-T2"), ("2026-09-20", "2026-T1"), ("2027-01-20", "2026-T2"), ("2027-01-21", "2026")],
)
def test_a_period_is_asked_for_once_its_days_of_grace_are_over(on: str, period: str) -> None:
    assert str(asked({}, on).period) == period


@pytest.mark.parametrize(
    ("keys", "missing"),
    [
        pytest.param("values: {2025: 1}", False, id="the next one is not due"),
        pytest.param("values: {2024: 1}", True, id="last year's is overdue"),
        pytest.param("lag: 12, values: {2024: 1}", False, id="it comes a year late"),
        pytest.param("frequency: third, values: {2026-T1: 1}", True, id="oftener"),
        pytest.param("baseline: {period: 2025, value: 1}", False, id="no value, but the baseline is of last year"),
        pytest.param("baseline: {period: 2024, value: 1}", True, id="no value since the baseline"),
        pytest.param("lag: 1", True, id="no value since the strategy began"),
        pytest.param("frequency: council-term", False, id="nor is there one to come yet"),
        pytest.param(
            "values: {2024: 1}, targets: [{period: 2024, value: 1}]", False, id="the final target is answered"
        ),
        pytest.param("values: {2023: 1}, targets: [{period: 2024, value: 1}]", True, id="it is not"),
        pytest.param(
            "type: milestone, values: {2024: done}, targets: [{period: 2028, value: Done}]",
            False,
            id="a milestone passed",
        ),
        pytest.param(
            "type: milestone, values: {2024: x}, targets: [{period: 2028, value: Done}]", True, id="one ahead"
        ),
        pytest.param("goal: ended, values: {2020: 1}", False, id="its goal has ended"),
    ],
)
def test_indicators_without_the_value_that_was_due(keys: str, missing: bool) -> None:  # noqa: FBT001 - a column of the table
    files = {
        "goals/ended.yaml": "{name: G, until: 2025-12-31}",
        "indicators/i.yaml": f"{{name: I, owner: post, {keys}}}",
    }
    assert asked(files).by_owner == ({"post": Due(indicators=["i"])} if missing else {})


def test_what_is_missing_is_told_by_owner_and_last_what_has_none() -> None:
    found = asked(
        {
            "owners/a.yaml": "title: A",
            "projects/b.yaml": "{name: B, status: started}",
            "projects/c.yaml": "{name: C, status: started, owner: post}",
            "projects/d.yaml": "{name: D, status: started, owner: a}",
            "indicators/e.yaml": "{name: E, owner: a}",
        }
    )
    assert list(found.by_owner.items()) == [("a", Due(["d"], ["e"])), ("post", Due(["c"])), ("", Due(["b"]))]
    assert found.total == 4


def test_where_no_reporting_is_agreed_no_update_is_due() -> None:
    found = asked({"strategy.yaml": "title: S", "projects/p.yaml": "{name: P, status: started, owner: post}"})
    assert found == Unanswered(None, {})


def test_a_grace_past_the_calendar_asks_for_nothing() -> None:
    settings = ABOUT.replace("grace_days: 20", "grace_days: 999999999")
    project = "{name: P, status: started, period: {from: 2025-01-01}}"
    assert asked({"strategy.yaml": settings, "projects/p.yaml": project}).by_owner == {}
