"""Money: a year's figures among themselves, in the project's time, and against the goals in force."""

from datetime import date
from decimal import Decimal

import pytest
from folders import Files
from telling import found, told

from strategy_cli.messages import Messages

GOAL = {"goals/g.yaml": "name: G"}


def project(row: str, keys: str = "status: started") -> Files:
    return {"projects/p.yaml": f"name: P\ngoals: [g]\nmoney:\n  - {{{row}}}\n{keys}", **GOAL}


HERE = ["projects/p.yaml:4"]


@pytest.mark.parametrize(
    ("rule", "row", "expected"),
    [
        ("granted-without-asked", "year: 2026, granted: 5", HERE),
        ("granted-without-asked", "year: 2027, granted: 5", HERE),
        ("granted-without-asked", "year: 2025, granted: 5", HERE),
        ("granted-without-asked", "year: 2022, granted: 5", HERE),
        ("granted-without-asked", "year: 2022, granted: 5, note: From the council's reserve", []),
        ("granted-without-asked", "year: 2026, granted: 0", []),
        ("granted-without-asked", "year: 2026, granted: 5, asked: 0", []),
        ("granted-without-asked", "year: 2026, granted: 5, note: From the council's reserve", []),
        ("used-without-granted", "year: 2026, used: 5", ["projects/p.yaml:4 unasked"]),
        ("used-without-granted", "year: 2025, used: 5, asked: 5", HERE),
        ("used-without-granted", "year: 2024, used: 50", ["projects/p.yaml:4 unasked"]),
        ("used-without-granted", "year: 2024, used: 50, note: From reserves", []),
        ("used-without-granted", "year: 2026, used: 0", []),
        ("used-without-granted", "year: 2026, used: 5, external: 5", []),
        ("used-without-granted", "year: 2026, used: 5.01, external: 5, asked: 5", HERE),
        ("used-without-granted", "year: 2026, used: 5, granted: 0", []),
        ("used-without-granted", "year: 2026, used: 5, note: From reserves", []),
        ("used-over-granted", "year: 2026, used: 5.01, granted: 5", HERE),
        ("used-over-granted", "year: 2026, used: 5, granted: 5", []),
        ("used-over-granted", "year: 2026, used: 5, granted: 0", HERE),
        ("used-over-granted", "year: 2025, used: 6, granted: 5", HERE),
        ("used-over-granted", "year: 2024, used: 6, granted: 5", HERE),
        ("used-over-granted", "year: 2026, used: 6, granted: 5, note: The ground was polluted", []),
        ("used-over-granted", "year: 2026, used: 120500, granted: 400, asked: 400000", []),  # in thousands
        ("amount-in-thousands", "year: 2026, asked: 400000, granted: 400", HERE),
        ("amount-in-thousands", "year: 2026, asked: 400000, granted: 350", HERE),
        ("amount-in-thousands", "year: 2024, asked: 400, granted: 350000", HERE),
        ("amount-in-thousands", "year: 2026, asked: 412500.50, granted: 412.5", HERE),
        ("amount-in-thousands", "year: 2026, asked: 400, used: 390000", HERE),
        ("amount-in-thousands", "year: 2026, granted: 400000, used: 400", []),  # use begins small
        ("amount-in-thousands", "year: 2026, asked: 400000, granted: 4000", []),
        ("amount-in-thousands", "year: 2026, asked: 9000, granted: 9", []),
        ("amount-in-thousands", "year: 2026, asked: 400000, granted: 0", []),
        ("amount-in-thousands", "year: 2026, asked: 400000, granted: 400, note: The rest comes from the state", []),
        ("external-over-costs", "year: 2026, external: 6, asked: 5", HERE),
        ("external-over-costs", "year: 2026, external: 5, asked: 5", []),
        ("external-over-costs", "year: 2026, external: 6, asked: 5, used: 7", []),
        ("external-over-costs", "year: 2026, external: 6", []),
        ("external-over-costs", "year: 2026, external: 6, asked: 5, note: A loan", []),
        ("past-year-without-use", "year: 2025, granted: 5", HERE),
        ("past-year-without-use", "year: 2025, granted: 5, used: 0", []),
        ("past-year-without-use", "year: 2025, granted: 0", []),
        ("past-year-without-use", "year: 2025, asked: 5", []),
        ("past-year-without-use", "year: 2026, granted: 5", []),
        ("past-year-without-use", "year: 2019, granted: 5", HERE),
    ],
)
def test_a_years_figures_agree(rule: str, row: str, expected: list[str]) -> None:
    assert told(rule, project(row)) == expected


@pytest.mark.parametrize(("year", "expected"), [(2026, HERE), (2025, HERE), (2024, [])])
@pytest.mark.parametrize(
    ("rule", "figures"),
    [
        ("granted-without-asked", "granted: 5"),
        ("used-without-granted", "asked: 5, used: 5"),
        ("used-over-granted", "asked: 5, granted: 5, used: 6"),
    ],
)
def test_of_what_is_over_only_the_years_with_open_accounts_are_asked_for(
    rule: str, figures: str, year: int, expected: list[str]
) -> None:
    assert told(rule, project(f"year: {year}, {figures}", "status: closed")) == expected


@pytest.mark.parametrize(
    ("on", "year", "expected"), [("03-31", 2025, []), ("04-01", 2025, HERE), ("03-31", 2024, HERE)]
)
def test_use_is_asked_for_once_the_accounts_are_due(on: str, year: int, expected: list[str]) -> None:
    files = project(f"year: {year}, granted: 5")
    assert told("past-year-without-use", files, date.fromisoformat(f"2026-{on}")) == expected


@pytest.mark.parametrize(("year", "expected"), [(2025, HERE), (2024, [])])
def test_of_a_closed_project_only_the_last_years_use_is_asked_for(year: int, expected: list[str]) -> None:
    assert told("past-year-without-use", project(f"year: {year}, granted: 5", "status: closed")) == expected


@pytest.mark.parametrize(
    ("period", "row", "expected"),
    [
        ("{from: 2026-12-31, until: 2027-01-01}", "year: 2026, asked: 5", []),
        ("{from: 2026-12-31, until: 2027-01-01}", "year: 2027, used: 5", []),
        ("{from: 2026-12-31, until: 2027-01-01}", "year: 2025, used: 5", ["projects/p.yaml:4 before"]),
        ("{from: 2026-12-31, until: 2027-01-01}", "year: 2028, granted: 5", ["projects/p.yaml:4 after"]),
        ("{from: 2026-12-31, until: 2027-01-01}", "year: 2028, asked: 0", []),
        ("{from: 2026-12-31, until: 2027-01-01}", "year: 2028, used: 5, note: The last invoice", []),
        ("{}", "year: 1999, used: 5", []),
        ("{until: 2027-01-01}", "year: 1999, used: 5", []),
    ],
)
def test_money_is_for_the_years_of_the_project(period: str, row: str, expected: list[str]) -> None:
    assert told("spending-outside-period", project(row, f"period: {period}")) == expected


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("status: started", ["projects/p.yaml:1"]),
        ("status: started\nmoney: []", ["projects/p.yaml:3"]),
        ("status: started\nmoney: [{year: 2026}]", ["projects/p.yaml:3"]),
        ("status: started\nmoney: [{year: 2026, asked: 0}]", []),
        ("status: started\nmoney: [{year: 2026, note: In the budget of the board}]", []),
        ("status: started\nmoney: [{year: 2031, external: 5}]", []),
        ("status: started\neffort: 0.1", []),
        ("status: approved", []),
        ("status: paused", []),
    ],
)
def test_a_started_project_has_money_or_effort(keys: str, expected: list[str]) -> None:
    assert told("started-without-money", {"projects/p.yaml": f"name: P\n{keys}"}) == expected


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("status: idea\nmoney: [{year: 2026, asked: 5}]", ["projects/p.yaml:1"]),
        ("status: started\nmoney: [{year: 2026, external: 5}]", ["projects/p.yaml:1"]),
        ("status: started\nmoney: [{year: 2026, asked: 0}]", []),
        ("status: closed\nmoney: [{year: 2026, used: 5}]", []),
        ("status: started\ngoals: [unknown]\nmoney: [{year: 2026, asked: 5}]", []),
    ],
)
def test_money_has_a_goal(keys: str, expected: list[str]) -> None:
    assert told("money-without-goal", {"projects/p.yaml": f"name: P\n{keys}"}) == expected


def test_money_without_a_goal_is_told_with_its_years() -> None:
    rows = "[{year: 2026, asked: 5}, {year: 2027}, {year: 2028, granted: 5}]"
    (finding,) = found("money-without-goal", {"projects/p.yaml": f"name: P\nstatus: started\nmoney: {rows}"})
    assert finding.args["years"] == ("2026", "2028")


@pytest.mark.parametrize(
    ("period", "goal", "year", "expected"),
    [
        ("{}", "until: 2026-12-31", 2027, HERE),
        ("{}", "until: 2027-01-01", 2027, []),
        ("{}", "from: 2027-01-01", 2026, HERE),
        ("{}", "until: 2026-12-31", 2028, []),
        ("{}", "until: 2024-12-31", 2025, []),
        ("{until: 2026-12-31}", "", 2027, ["strategy.yaml:2 strategy"]),
        ("{until: 2026-12-31}", "", 2026, []),
        ("{from: 2027-01-01}", "", 2026, []),
        ("{from: 2026-01-01}", "from: 2028-01-01", 2027, HERE),
    ],
)
def test_a_budget_year_is_on_goals_in_force(period: str, goal: str, year: int, expected: list[str]) -> None:
    files = project(f"year: {year}, asked: 5")
    files = {**files, "goals/g.yaml": f"name: G\n{goal}", "strategy.yaml": f"title: T\nperiod: {period}"}
    assert told("budget-year-without-goal-in-force", files) == expected


def test_one_goal_in_force_is_enough_and_what_is_over_or_unknown_is_left_alone() -> None:
    rule = "budget-year-without-goal-in-force"
    ended = {"goals/g.yaml": "name: G\nuntil: 2026-12-31"}
    both = {"projects/p.yaml": "name: P\nstatus: started\ngoals: [g, h]\nmoney: [{year: 2027, asked: 5}]"}
    assert told(rule, {**ended, **both, "goals/h.yaml": "name: H"}) == []
    assert told(rule, {**project("year: 2027, asked: 5", "status: cancelled"), **ended}) == []
    assert told(rule, {"projects/p.yaml": "name: P\ngoals: [x]\nmoney: [{year: 2027, asked: 5}]"}) == []


@pytest.mark.parametrize(
    ("goal", "serving", "expected"),
    [
        ("binding: true", "status: started", ["goals/b.yaml:2"]),
        ("", "status: started", []),
        ("binding: true", "status: idea", []),
        ("binding: true", "status: started\neffort: 0.5", []),
        ("binding: true", "status: started\nmoney: [{year: 2026, asked: 5}]", []),
        ("binding: true", "status: started\nmoney: [{year: 2025, asked: 5}]", ["goals/b.yaml:2"]),
        ("binding: true\nuntil: 2026-06-29", "status: started", []),
    ],
)
def test_a_binding_goal_has_money_in_the_year(goal: str, serving: str, expected: list[str]) -> None:
    files = {"goals/b.yaml": f"name: B\n{goal}", "projects/s.yaml": f"name: S\ngoals: [b]\n{serving}"}
    assert told("goal-without-money", {**files, **project("year: 2026, asked: 5")}) == expected
    assert told("goal-without-money", files) == []


def test_euros_are_written_as_finns_write_them() -> None:
    (finding,) = found("used-over-granted", project("year: 2026, used: 43500.50, granted: 40000"))
    assert finding.args["over"] == Decimal("3500.50")
    assert "43\N{NO-BREAK SPACE}500,5" in Messages("fi").finding(finding)


def test_nothing_is_asked_of_the_money_of_a_replaced_strategy() -> None:
    about = {"strategy.yaml": "title: T\nstatus: replaced"}
    assert told("used-over-granted", {**project("year: 2026, used: 6, granted: 5"), **about}) == []
    assert told("started-without-money", {"projects/p.yaml": "name: P\nstatus: started", **about}) == []


def test_a_list_of_projects_is_told_by_its_items() -> None:
    row = "money: [{year: 2026, used: 6, granted: 5}]"
    files = {"projects/all.yaml": f"- id: p\n  name: P\n- id: q\n  name: Q\n  {row}"}
    assert told("used-over-granted", files) == ["projects/all.yaml:5"]


def test_a_strategy_that_ends_before_the_budget_year_is_told_once_with_its_projects() -> None:
    row = "name: P\n  goals: [g]\n  money: [{year: 2026, asked: 5}, {year: 2027, asked: 5}]"
    projects = f"- id: p\n  {row}\n- id: q\n  status: closed\n  {row}\n- id: r\n  {row}"
    about = "title: T\nperiod: {until: 2026-12-31}"
    files = {"strategy.yaml": about, "projects/all.yaml": projects, **GOAL}
    (finding,) = found("budget-year-without-goal-in-force", files)
    assert (finding.problem, finding.args["count"], finding.args["year"]) == ("strategy", 2, 2027)
    ended = {**files, "strategy.yaml": "title: T\nperiod: {until: 2025-12-31}"}
    (finding,) = found("budget-year-without-goal-in-force", ended)
    assert finding.args["year"] == 2026
