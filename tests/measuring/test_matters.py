"""Matters: what has to be done by which day, by whom, and when it is late."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import day, strategy

from strategy_cli.measuring.matters import Matter, later, matters

ABOUT = (
    "{title: S, period: {from: 2026-01-01, until: 2029-12-31}, reporting: {periods: [T1, T2, year], grace_days: 30}}"
)
OWNER = "{title: O}"


def found(files: dict[str, str], on: str = "2026-09-30", until: str = "2026-12-29") -> list[tuple[str, str, str, bool]]:
    """List the matters: kind, thing, day and whether it is late."""
    read = strategy({"strategy.yaml": ABOUT, "owners/o.yaml": OWNER, **files})
    return [told(matter) for matter in matters(read, day(on), day(until))]


def told(matter: Matter) -> tuple[str, str, str, bool]:
    """Put a matter in a row."""
    return matter.kind, str(matter.thing), str(matter.day), matter.late


@pytest.mark.parametrize(
    ("milestone", "expected"),
    [
        ("{name: M, due: 2026-09-29}", [("milestone", "project/p", "2026-09-29", True)]),
        ("{name: M, due: 2026-09-30}", [("milestone", "project/p", "2026-09-30", False)]),
        ("{name: M, due: 2026-12-29}", [("milestone", "project/p", "2026-12-29", False)]),
        ("{name: M, due: 2026-12-30}", []),
        ("{name: M, due: 2026-09-29, done: 2026-09-30}", []),
        ("{name: M, due: 2026-09-29, done: 2026-10-01}", [("milestone", "project/p", "2026-09-29", True)]),
    ],
)
def test_a_milestone_is_late_the_day_after_until_it_is_done(
    milestone: str, expected: list[tuple[str, str, str, bool]]
) -> None:
    assert found({"projects/p.yaml": f"{{name: P, status: approved, milestones: [{milestone}]}}"}) == expected


@pytest.mark.parametrize("status", ["closed", "cancelled", "in-practice"])
def test_a_project_that_is_over_asks_for_nothing(status: str) -> None:
    keys = "milestones: [{name: M, due: 2026-01-01}], period: {until: 2026-06-30}, review_by: 2026-06-30"
    assert found({"projects/p.yaml": f"{{name: P, status: {status}, {keys}}}"}) == []


def test_a_last_day_and_a_review_are_matters_of_the_project() -> None:
    keys = "owner: o, status: paused, period: {until: 2026-06-30}, review_by: 2026-10-31"
    assert found({"projects/p.yaml": f"{{name: P, {keys}}}"}) == [
        ("end", "project/p", "2026-06-30", True),
        ("review", "project/p", "2026-10-31", False),
    ]


@pytest.mark.parametrize(
    ("keys", "on", "expected"),
    [
        ("status: started", "2026-05-29", []),
        ("status: started", "2026-05-30", [("update", "project/p", "2026-05-30", False)]),
        ("status: started", "2026-05-31", [("update", "project/p", "2026-05-30", True)]),
        ("status: paused", "2026-05-31", []),
        ("status: started, period: {from: 2026-05-01}", "2026-05-31", []),
        ("status: started, updates: [{period: 2026-T1, status: on-track}]", "2026-05-31", []),
        (
            "status: started, updates: [{period: 2026-03, status: on-track}]",
            "2026-05-31",
            [("update", "project/p", "2026-05-30", True)],
        ),
    ],
)
def test_an_update_is_due_when_the_days_of_grace_after_the_period_are_over(
    keys: str, on: str, expected: list[tuple[str, str, str, bool]]
) -> None:
    got = found({"projects/p.yaml": f"{{name: P, {keys}}}"}, on, on)
    assert [one for one in got if one[0] == "update" and one[2] > "2026-02"] == expected


def test_of_the_periods_that_are_over_only_the_last_is_asked_for() -> None:
    files = {"projects/p.yaml": "{name: P, status: started}"}
    read = strategy({"strategy.yaml": ABOUT, **files})
    periods = [(str(m.period), m.late) for m in matters(read, day("2026-10-15"), day("2027-02-28"))]
    assert periods == [("2026-T2", True), ("2026", False)]


@pytest.mark.parametrize(
    ("judgements", "post", "late"),
    [
        ("[]", "o", True),
        ("[{period: 2026-T1, class: attained, reason: R, by: judge}]", "judge", True),
        ("[{period: 2026-T2, class: attained, reason: R, by: judge}]", None, None),
    ],
)
def test_a_judged_goal_is_judged_every_reporting_period_by_who_judged_last(
    judgements: str,
    post: str | None,
    late: bool | None,  # noqa: FBT001 - a column of the table
) -> None:
    goal = f"{{name: G, roll_up: judged, owner: o, judgements: {judgements}}}"
    files = {"strategy.yaml": ABOUT, "owners/o.yaml": OWNER, "owners/judge.yaml": OWNER, "goals/g.yaml": goal}
    got = matters(strategy(files), day("2026-10-15"), day("2026-10-15"))
    assert [(m.kind, m.post, m.late) for m in got] == ([("judgement", post, late)] if post else [])


def test_a_goal_that_is_not_judged_or_has_ended_asks_for_no_judgement() -> None:
    files = {"goals/g.yaml": "{name: G}", "goals/h.yaml": "{name: H, roll_up: judged, until: 2026-06-30}"}
    assert found(files) == []


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("values: {2024: 1}, lag: 3", [("value", "indicator/i", "2026-04-30", True)]),
        ("values: {2025: 1}, lag: 3", []),
        ("values: {2025-11: 1}, lag: 0", [("value", "indicator/i", "2026-12-30", False)]),
        ("values: {2024: 9}, targets: [{period: 2024, value: 9}]", []),
        ("baseline: {period: 2024, value: 1}", [("value", "indicator/i", "2026-01-30", True)]),
        ("", []),
    ],
)
def test_a_value_is_due_by_frequency_lag_and_grace_until_the_target_is_answered(
    keys: str, expected: list[tuple[str, str, str, bool]]
) -> None:
    files = {"indicators/i.yaml": f"{{name: I, better: up, {keys}}}"}
    assert found(files, until="2026-12-30") == expected


def test_without_anything_to_count_from_a_value_is_late_since_no_day() -> None:
    files = {"strategy.yaml": "title: S", "indicators/i.yaml": "{name: I}"}
    assert found(files) == [("value", "indicator/i", "None", True)]


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2026-06-30", [("post", "owner/o", "2026-06-30", True)]),
        ("2026-10-31", [("post", "owner/o", "2026-10-31", False)]),
        ("2027-12-31", []),
    ],
)
def test_a_posts_end_is_a_matter_when_its_work_goes_on(until: str, expected: list[tuple[str, str, str, bool]]) -> None:
    files = {"owners/o.yaml": f"{{title: O, until: {until}}}"}
    assert found(files) == []
    assert found({**files, "goals/g.yaml": "{name: G, owner: o, until: 2027-12-31}"}) == expected


def test_matters_come_in_order_of_their_days() -> None:
    milestones = "[{name: B, due: 2026-10-02}, {name: A, due: 2026-10-01}]"
    files = {
        "projects/p.yaml": f"{{name: P, status: approved, milestones: {milestones}}}",
        "projects/q.yaml": "{name: Q, status: approved, review_by: 2026-10-01}",
    }
    assert [one[:3] for one in found(files)] == [
        ("milestone", "project/p", "2026-10-01"),
        ("review", "project/q", "2026-10-01"),
        ("milestone", "project/p", "2026-10-02"),
    ]


@given(st.dates(), st.integers(-10_000_000, 10_000_000))
def test_moving_a_day_never_leaves_the_calendar(on: object, days: int) -> None:
    start = day(str(on))
    moved = later(start, days)
    assert (moved - start).days == days or moved in (moved.min, moved.max)


@given(st.dates())
def test_whatever_the_day_there_are_matters(on: object) -> None:
    read = strategy({"strategy.yaml": ABOUT, "projects/p.yaml": "{name: P, status: started}"})
    assert all(matter.kind == "update" for matter in matters(read, day(str(on)), later(day(str(on)), 90)))
