"""Schedule: days that have passed, and deviations that nobody has reacted to."""

from datetime import date
from pathlib import Path

import pytest
from folders import Files
from telling import found, told

from strategy_cli import loading, source
from strategy_cli.messages import Messages
from strategy_cli.rules.schedule.terms import strategy_ended

GRACE = "title: T\nreporting: {periods: [T1, T2, year], grace_days: 10}"


def project(keys: str) -> Files:
    return {"projects/p.yaml": f"name: P\n{keys}"}


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("status: started", ["projects/p.yaml:1"]),
        ("status: started\nmilestones: []", ["projects/p.yaml:3"]),
        ("status: started\nmilestones: [{name: M, due: 2020-01-01}]", []),
        ("status: approved", []),
        ("status: paused", []),
        ("status: closed", []),
    ],
)
def test_a_started_project_has_milestones(keys: str, expected: list[str]) -> None:
    assert told("started-without-milestones", project(keys)) == expected


@pytest.mark.parametrize(
    ("due", "more", "expected"),
    [
        ("2026-06-19", "status: started", ["projects/p.yaml:2"]),
        ("2026-06-20", "status: started", []),
        ("2026-05-01, done: 2026-05-02", "status: started", []),
        ("2026-05-01", "status: paused", []),
        ("2026-05-01", "status: approved", []),
        ("2026-05-01", "status: closed", []),
        ("2026-05-01", "status: started\nperiod: {until: 2026-06-29}", []),
        ("2026-05-01", "status: started\nperiod: {until: 2026-06-30}", ["projects/p.yaml:2"]),
        ("2026-05-01", "status: started\nupdates: [{period: 2026-T1, status: at-risk}]", ["projects/p.yaml:2"]),
        ("2026-04-30", "status: started\nupdates: [{period: 2026-T1, status: at-risk}]", []),
        ("2026-05-01", "status: started\nupdates: [{period: 2026-T2, status: on-track}]", []),
    ],
)
def test_a_milestone_past_its_day_and_grace_is_done_or_told_of(due: str, more: str, expected: list[str]) -> None:
    files = project(f"milestones: [{{name: M, due: {due}}}]\n{more}")
    assert told("milestone-overdue", {"strategy.yaml": GRACE, **files}) == expected


def test_each_overdue_milestone_is_told_by_its_name() -> None:
    rows = "- {name: {fi: Kaava, sv: Plan}, due: 2026-01-31}\n- {name: Piha, due: 2026-02-28}\n"
    about = "title: T\nlanguages: [fi, sv]"
    files = {"strategy.yaml": about, **project(f"status: started\nmilestones:\n{rows}")}
    first, second = found("milestone-overdue", files)
    assert (first.span.line, second.span.line) == (4, 5)
    assert "Plan" in Messages("sv").finding(first)
    assert "31.1.2026" in Messages("sv").finding(first)


@pytest.mark.parametrize(
    ("milestone", "more", "expected"),
    [
        ("due: 2027-07-01", "status: started", ["projects/p.yaml:2"]),
        ("due: 2027-06-30", "status: started", []),
        ("due: 2027-07-01", "status: cancelled", []),
        ("due: 2027-07-01, done: 2026-06-01", "status: started", []),
        ("due: 2025-07-01", "status: approved", []),
    ],
)
def test_a_milestone_is_due_before_its_project_ends(milestone: str, more: str, expected: list[str]) -> None:
    files = project(f"milestones: [{{name: M, {milestone}}}]\nperiod: {{from: 2026-01-01, until: 2027-06-30}}\n{more}")
    assert told("milestone-outside-period", files) == expected


@pytest.mark.parametrize(("done", "expected"), [("2026-06-30", []), ("2026-07-01", ["projects/p.yaml:2"])])
@pytest.mark.parametrize("status", ["started", "closed"])
def test_nothing_is_done_tomorrow(done: str, status: str, expected: list[str]) -> None:
    files = project(f"milestones: [{{name: M, due: 2026-06-01, done: {done}}}]\nstatus: {status}")
    assert told("milestone-done-in-future", files) == expected


@pytest.mark.parametrize(
    ("status", "begin", "expected"),
    [
        ("started", "2026-07-01", ["projects/p.yaml:3 started"]),
        ("started", "2026-06-30", []),
        ("closed", "2028-01-01", ["projects/p.yaml:3 done"]),
        ("in-practice", "2028-01-01", ["projects/p.yaml:3 done"]),
        ("cancelled", "2028-01-01", []),
        ("approved", "2028-01-01", []),
        ("paused", "2028-01-01", []),
    ],
)
def test_nothing_starts_or_is_done_before_its_first_day(status: str, begin: str, expected: list[str]) -> None:
    files = project(f"status: {status}\nperiod: {{from: {begin}, until: 2028-12-31}}")
    assert told("status-before-first-day", files) == expected


@pytest.mark.parametrize(
    ("milestone", "status", "expected"),
    [
        ("due: 2026-05-31, done: 2016-05-20", "started", ["projects/p.yaml:2 due"]),
        ("due: 2026-05-31, done: 2024-05-30", "started", []),
        ("due: 2026-05-31, done: 2024-05-28", "started", ["projects/p.yaml:2 due"]),
        ("due: 2024-02-01, done: 2024-02-02", "started", []),
        ("due: 2023-12-01, done: 2023-12-28", "started", ["projects/p.yaml:2 project"]),
        ("due: 2023-12-01, done: 2023-12-28", "closed", []),
        ("due: 2016-05-20", "started", []),
        ("due: 0001-01-01, done: 9999-12-31", "started", []),
    ],
)
def test_no_milestone_is_reached_years_before_its_time(milestone: str, status: str, expected: list[str]) -> None:
    files = project(f"milestones: [{{name: M, {milestone}}}]\nperiod: {{from: 2026-01-01}}\nstatus: {status}")
    assert told("milestone-done-early", files) == expected


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("status: started", ["projects/p.yaml:1"]),
        ("status: started\nperiod: {from: 2026-01-01}", ["projects/p.yaml:3"]),
        ("status: started\nperiod: {until: 2026-01-01}", []),
        ("status: idea", []),
    ],
)
def test_a_started_project_has_an_end(keys: str, expected: list[str]) -> None:
    assert told("started-without-end", project(keys)) == expected


@pytest.mark.parametrize(
    ("status", "until", "expected"),
    [
        ("started", "2026-06-29", ["projects/p.yaml:3 started"]),
        ("started", "2026-06-30", []),
        ("approved", "2026-06-29", ["projects/p.yaml:3 approved"]),
        ("paused", "2026-06-29", ["projects/p.yaml:3 paused"]),
        ("proposed", "2026-06-29", []),
        ("idea", "2026-06-29", []),
        ("in-practice", "2026-06-29", []),
        ("closed", "2026-06-29", []),
        ("cancelled", "2026-06-29", []),
    ],
)
def test_a_project_past_its_last_day_is_closed_or_goes_on_by_a_new_one(
    status: str, until: str, expected: list[str]
) -> None:
    assert told("project-overdue", project(f"status: {status}\nperiod: {{until: {until}}}")) == expected


@pytest.mark.parametrize(
    ("status", "begin", "on", "expected"),
    [
        ("approved", "2026-04-29", "2026-05-10", []),
        ("approved", "2026-04-29", "2026-05-11", ["projects/p.yaml:3 approved"]),
        ("approved", "2026-04-30", "2026-05-11", []),
        ("proposed", "2026-04-29", "2026-05-11", ["projects/p.yaml:3 proposed"]),
        ("idea", "2026-04-29", "2026-05-11", []),
        ("started", "2026-04-29", "2026-05-11", []),
        ("paused", "2026-04-29", "2026-05-11", []),
    ],
)
def test_a_project_begins_before_a_report_has_to_tell_that_it_has_not(
    status: str, begin: str, on: str, expected: list[str]
) -> None:
    files = {"strategy.yaml": GRACE, **project(f"status: {status}\nperiod: {{from: {begin}}}")}
    assert told("project-not-begun", files, date.fromisoformat(on)) == expected


@pytest.mark.parametrize(("begin", "expected"), [("2026-02-27", ["projects/p.yaml:3 approved"]), ("2026-02-28", [])])
def test_without_reporting_periods_four_months_are_waited(begin: str, expected: list[str]) -> None:
    found_ = told("project-not-begun", project(f"status: approved\nperiod: {{from: {begin}}}"), date(2026, 6, 28))
    assert found_ == expected


def test_an_approved_project_whose_whole_time_has_passed_is_told_once() -> None:
    files = project("status: approved\nperiod: {from: 2025-01-01, until: 2025-12-31}")
    assert told("project-not-begun", files) == []
    assert told("project-overdue", files) == ["projects/p.yaml:3 approved"]


@pytest.mark.parametrize(
    ("day", "status", "expected"),
    [
        ("2026-06-29", "started", ["projects/p.yaml:2"]),
        ("2026-06-30", "started", []),
        ("2026-06-29", "paused", ["projects/p.yaml:2"]),
        ("2026-06-29", "in-practice", []),
    ],
)
def test_a_review_is_held_by_its_day(day: str, status: str, expected: list[str]) -> None:
    assert told("review-passed", project(f"review_by: {day}\nstatus: {status}")) == expected


@pytest.mark.parametrize(
    ("updates", "status", "expected"),
    [
        ("{period: 2026-T1, status: off-track}", "started", ["projects/p.yaml:2 off-track"]),
        ("{period: 2026-T1, status: at-risk}", "started", ["projects/p.yaml:2 at-risk"]),
        ("{period: 2026-T1, status: at-risk, corrective: C}", "started", []),
        ("{period: 2026-T1, status: on-track}", "started", []),
        ("{period: 2025, status: off-track}, {period: 2026-T1, status: on-track}", "started", []),
        (
            "{period: 2026-T1, status: off-track}, {period: 2025, status: on-track}",
            "started",
            ["projects/p.yaml:2 off-track"],
        ),
        ("{period: 2026-T1, status: off-track}", "paused", []),
        ("{period: 2026-T1, status: off-track}", "closed", []),
        ("{period: 2027, status: off-track}", "started", []),
    ],
)
def test_the_latest_update_in_trouble_has_a_corrective_step(updates: str, status: str, expected: list[str]) -> None:
    assert told("deviation-without-corrective", project(f"updates: [{updates}]\nstatus: {status}")) == expected


@pytest.mark.parametrize(
    ("judgement", "more", "expected"),
    [
        ("period: 2025, class: partly", {}, ["goals/g.yaml:2 judgement"]),
        ("period: 2025, class: not-attained", {}, ["goals/g.yaml:2 judgement"]),
        ("period: 2025, class: cannot", {}, []),
        ("period: 2025, class: attained", {}, []),
        ("period: 2024, class: partly", {}, []),
        ("period: 2025, class: partly, corrective: C", {}, []),
        (
            "period: 2025, class: partly",
            project("status: started\ngoals: [g]\nupdates: [{period: 2026-T1, status: at-risk, corrective: C}]"),
            [],
        ),
        (
            "period: 2025, class: partly",
            project("status: closed\ngoals: [g]\nupdates: [{period: 2026-T1, status: at-risk, corrective: C}]"),
            ["goals/g.yaml:2 judgement"],
        ),
    ],
)
def test_a_shortfall_that_was_judged_is_answered(judgement: str, more: Files, expected: list[str]) -> None:
    files = {"goals/g.yaml": f"name: G\njudgements: [{{{judgement}, reason: R, by: o}}]", **more}
    assert told("deviation-without-corrective", files) == expected


def test_an_ended_goal_is_asked_for_no_step() -> None:
    text = "name: G\nuntil: 2025-12-31\njudgements: [{period: 2025, class: partly, reason: R, by: o}]"
    assert told("deviation-without-corrective", {"goals/g.yaml": text}) == []


OVER = "title: T\nstatus: in-force\nperiod: {until: 2026-06-29}"


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        (OVER, "title: N\nstatus: in-force\nperiod: {from: 2026-06-30}", ["s/strategy.yaml:3"]),
        (OVER, "title: N\nstatus: in-force\nperiod: {from: 2026-07-01}", []),
        (OVER, "title: N\nstatus: draft", []),
        (OVER.replace("06-29", "06-30"), "title: N\nstatus: in-force\nperiod: {from: 2026-06-30}", []),
        (OVER.replace("in-force", "replaced"), "title: N\nstatus: in-force\nperiod: {from: 2026-06-30}", []),
    ],
)
def test_a_strategy_that_another_follows_is_no_more_in_force(
    own: str, other: str, expected: list[str], tmp_path: Path
) -> None:
    (tmp_path / ".git").mkdir()
    for name, text in (("s", own), ("new", other)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "strategy.yaml").write_text(text, "utf-8")
    strategy = loading.load(source.from_folder(tmp_path / "s", versioned=False)).strategy
    assert [f"{f.span.path}:{f.span.line}" for f in strategy_ended(strategy, date(2026, 6, 30))] == expected


@pytest.mark.parametrize("day", [date.min, date.max, date(1, 3, 1)])
def test_the_ends_of_time_are_days_like_others(day: date) -> None:
    files = {"strategy.yaml": GRACE, **project("status: approved\nperiod: {from: 2026-01-01}")}
    assert len(told("project-not-begun", files, day)) <= 1
    assert len(told("project-not-begun", {**files, "strategy.yaml": "title: T"}, day)) <= 1
    assert told("milestone-overdue", project("status: started\nmilestones: [{name: M, due: 9999-12-31}]"), day) == []
