"""Gaps: projects without money, money without a goal, goals without projects or money."""

import pytest
from making import day, project, strategy

from strategy_cli.measuring.gaps import goals_without_money, goals_without_project, unfunded, without_goal

ON = day("2026-09-30")


@pytest.mark.parametrize(
    ("keys", "listed"),
    [
        pytest.param("money: [{year: 2026, used: 1}]", True, id="money and no goal"),
        pytest.param("goals: [g], money: [{year: 2026, used: 1}]", False, id="money and a goal"),
        pytest.param("money: [{year: 2026, asked: 0}]", False, id="no euros"),
        pytest.param("effort: 1", False, id="no money"),
    ],
)
def test_money_without_a_goal(keys: str, listed: bool) -> None:  # noqa: FBT001 - a column of the table
    assert bool(without_goal([project(keys)])) == listed


@pytest.mark.parametrize(
    ("keys", "listed"),
    [
        pytest.param("status: started", True, id="nothing said of any year"),
        pytest.param("status: approved, money: [{year: 2026, granted: 5}]", True, id="only of another year"),
        pytest.param("status: approved, money: [{year: 2027, note: Open}]", True, id="a row without euros"),
        pytest.param("status: started, money: [{year: 2027, asked: 5, granted: 0}]", True, id="asked for and refused"),
        pytest.param("status: started, money: [{year: 2027, asked: 5}]", False, id="asked for, not decided"),
        pytest.param("status: started, money: [{year: 2027, asked: 0}]", False, id="asks for nothing"),
        pytest.param("status: started, money: [{year: 2027, asked: 0, granted: 0}]", False, id="and is given nothing"),
        pytest.param(
            "status: started, money: [{year: 2027, asked: 5, granted: 0, external: 5}]", False, id="paid from outside"
        ),
        pytest.param("status: started, money: [{year: 2027, granted: 5}]", False, id="granted"),
        pytest.param("status: idea", False, id="an idea"),
        pytest.param("status: paused", False, id="paused"),
        pytest.param("status: closed", False, id="closed"),
        pytest.param("status: started, period: {until: 2026-12-31}", False, id="over by then"),
        pytest.param("status: approved, period: {from: 2028-01-01}", False, id="later than that"),
        pytest.param("status: approved, period: {from: 2027-12-31, until: 2028-01-01}", True, id="beginning that year"),
    ],
)
def test_running_projects_without_money_for_a_year(keys: str, listed: bool) -> None:  # noqa: FBT001 - a column of the table
    assert bool(unfunded([project(keys)], 2027)) == listed


def test_goals_without_projects_or_money_look_below_themselves() -> None:
    made = strategy(
        {
            "goals/top.yaml": "name: T",
            "goals/below.yaml": "{name: B, parent: top}",
            "goals/cancelled.yaml": "name: C",
            "goals/ended.yaml": "{name: E, until: 2025-12-31}",
            "goals/poor.yaml": "name: P",
            "projects/paid.yaml": "{name: P, goals: [below], money: [{year: 2026, granted: 1}]}",
            "projects/off.yaml": "{name: P, goals: [cancelled], status: cancelled, money: [{year: 2026, granted: 1}]}",
            "projects/free.yaml": "{name: P, goals: [poor], money: [{year: 2026, asked: 0}]}",
        }
    )
    assert goals_without_project(made, ON) == ("cancelled",)
    assert goals_without_money(made, ON) == goals_without_money(made, ON, 2026) == ("cancelled", "poor")
    assert goals_without_money(made, ON, 2027) == ("below", "cancelled", "poor", "top")
