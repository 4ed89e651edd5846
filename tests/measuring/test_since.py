"""Since: what is new between two days, and when the previous report was."""

from datetime import date

import pytest
from making import day, strategy

from strategy_cli.measuring.rollup import measures
from strategy_cli.measuring.since import last_report_day, moved, report_days

BEFORE, ON = day("2026-04-30"), day("2026-08-31")


def reporting(*periods: str) -> str:
    """Write settings with reporting periods."""
    return f"{{title: S, reporting: {{periods: [{', '.join(periods)}]}}}}"


def test_goals_whose_class_has_changed() -> None:
    way = "better: up, baseline: {period: 2024, value: 0}, targets: [{period: 2028, value: 40}]"
    made = strategy(
        {
            "goals/moved.yaml": "name: M",
            "goals/same.yaml": "name: S",
            "goals/why.yaml": "name: W",
            "indicators/m.yaml": f"{{name: M, goal: moved, {way}, values: {{2025: 10, 2026-T2: 1}}}}",
            "indicators/s.yaml": f"{{name: S, goal: same, {way}, values: {{2025: 10, 2026-T2: 20}}}}",
        }
    )
    for figures in (None, measures(made, ON)):
        found = moved(made, BEFORE, ON, figures).goals
        assert [(g.goal, g.before.standing, g.now.standing) for g in found] == [("moved", "on-track", "off-track")]


@pytest.mark.parametrize(
    ("period", "lag", "new"),
    [
        pytest.param("2026-T2", "", True, id="of a period that has just ended"),
        pytest.param("2026-T1", "", False, id="told in the report before"),
        pytest.param("2026-04-30", "", False, id="on the day itself"),
        pytest.param("2026-05-01", "", True, id="a day later"),
        pytest.param("2026-T1", "lag: 1", True, id="of a period before, out since"),
        pytest.param("2025", "lag: 4", False, id="out on the day itself"),
        pytest.param("2024", "lag: 18", True, id="of years ago, out since"),
        pytest.param("2026-T2", "lag: 6", True, id="out sooner than its lag"),
        pytest.param("2026-09", "", False, id="of a period yet to end"),
        pytest.param("1900", "lag: 999999999", True, id="a lag past the calendar"),
    ],
)
def test_values_that_came_out_by_their_lag(period: str, lag: str, new: bool) -> None:  # noqa: FBT001 - a column of the table
    keys = f"name: I, values: {{{period}: 1}}" + (f", {lag}" if lag else "")
    found = moved(strategy({"indicators/i.yaml": f"{{{keys}}}"}), BEFORE, ON)
    assert [(i, str(p)) for i, p in found.values] == ([("i", period)] if new and period != "1900" else [])


def test_milestones_updates_and_decisions_of_the_time_between() -> None:
    days = ("2026-04-30", "2026-05-01", "2026-08-31", "2026-09-01")
    steps = ", ".join(f"{{name: M, due: 2026-01-01, done: {one}}}" for one in days) + ", {name: M, due: 2026-06-01}"
    updates = ", ".join(f"{{period: {one}, status: on-track}}" for one in ("2026-T1", "2026-06", "2026-T2", "2026"))
    made = strategy(
        {
            "projects/p.yaml": f"{{name: P, milestones: [{steps}], updates: [{updates}]}}",
            "bodies/board.yaml": "name: B",
            **{
                f"decisions/d{n}.yaml": f"{{title: D, body: board, date: {one}}}"
                for n, one in enumerate(reversed(days))
            },
        }
    )
    found = moved(made, BEFORE, ON)
    assert [(p, str(m.done)) for p, m in found.milestones] == [("p", "2026-05-01"), ("p", "2026-08-31")]
    assert [(p, str(u.period)) for p, u in found.updates] == [("p", "2026-06"), ("p", "2026-T2")]
    assert [d.id for d in found.decisions] == ["d2", "d1"]


@pytest.mark.parametrize(
    ("periods", "on", "expected"),
    [
        pytest.param(["T1", "T2", "year"], "2026-09-30", "2026-04-30", id="after T2 comes T1 before it"),
        pytest.param(["T1", "T2", "year"], "2026-08-31", "2026-04-30", id="on the period's last day"),
        pytest.param(["T1", "T2", "year"], "2026-08-30", "2025-12-31", id="the day before"),
        pytest.param(["year"], "2026-06-30", "2024-12-31", id="by years"),
        pytest.param(["year"], "2026-12-31", "2025-12-31", id="on the year's last day"),
        pytest.param(["Q1", "Q2", "H1"], "2026-07-31", "2026-03-31", id="two that end together are one"),
        pytest.param([], "2026-06-30", None, id="nothing said"),
        pytest.param(["year"], "1000-12-31", None, id="at the calendar's beginning"),
    ],
)
def test_the_day_of_the_report_before(periods: list[str], on: str, expected: str | None) -> None:
    about = strategy({"strategy.yaml": reporting(*periods)}).about
    assert last_report_day(about, day(on)) == (expected and date.fromisoformat(expected))


def test_of_periods_that_end_together_the_longest_counts() -> None:
    about = strategy({"strategy.yaml": reporting("Q2", "H1", "Q4", "year")}).about
    assert [str(p) for p in report_days(about, day("2026-06-30"))][-3:] == ["2025-H1", "2025", "2026-H1"]
