"""The board's packet: what is the body's own, what waits for it, what lacks, and what it shares with others."""

import pytest
from folders import Files
from making import day, strategy

from strategy_cli.measuring.scope import Filters
from strategy_cli.views.board import BoardReport
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.named import Named
from strategy_cli.views.reports import made

BODIES = {
    "bodies/council.yaml": "{name: Council, kind: council}",
    "bodies/top.yaml": "{name: Top, kind: board, reports_to: council}",
    "bodies/b.yaml": "{name: B, kind: board, reports_to: top}",
    "bodies/c.yaml": "{name: C, kind: board, reports_to: top}",
    "owners/o.yaml": "{title: O, unit: u}",
    "units/u.yaml": "{name: U, body: b}",
}


def packet(files: Files, body: str = "b", filters: Filters | None = None) -> BoardReport:
    """Make a body's packet as of 30.9.2026."""
    basis = Basis(strategy({**BODIES, **files}), day("2026-09-30"), subject=body, filters=filters or Filters())
    view = made("board", basis).view
    assert isinstance(view, BoardReport)
    return view


def ids(things: tuple[Named, ...]) -> list[str]:
    """List the ids of things."""
    return [one.id for one in things]


def decision(body: str, date: str, keys: str = "") -> str:
    """Write a decision."""
    return f"{{title: T, body: {body}, date: {date}, {keys}}}"


def test_projects_of_the_body_are_its_own_and_those_of_others_that_serve_its_goals_stand_apart() -> None:
    files = {
        "goals/g.yaml": "{name: G, body: b}",
        "goals/h.yaml": "{name: H, body: c, number: '2'}",
        "goals/a.yaml": "{name: A, body: c, number: '1'}",
        "projects/own.yaml": "{name: Own, body: b, goals: [h, a, g]}",
        "projects/units.yaml": "{name: Unit's, unit: u, goals: [h]}",
        "projects/theirs.yaml": "{name: Theirs, body: c, goals: [g]}",
        "projects/other.yaml": "{name: Other, body: c, goals: [h]}",
    }
    view = packet(files)
    assert [one.card.id for one in view.projects] == ["own", "units"]
    assert [one.id for one in view.theirs] == ["theirs"]
    assert [(one.goal.id, ids(one.projects)) for one in view.served] == [("a", ["own"]), ("h", ["own", "units"])]


def test_cancelled_projects_serve_nobody() -> None:
    files = {
        "goals/h.yaml": "{name: H, body: c}",
        "projects/p.yaml": "{name: P, body: b, goals: [h], status: cancelled}",
    }
    assert packet(files).served == ()


def test_money_is_of_its_own_projects_only() -> None:
    files = {
        "goals/g.yaml": "{name: G, body: b}",
        "projects/own.yaml": "{name: Own, body: b, money: [{year: 2026, granted: 10}]}",
        "projects/theirs.yaml": "{name: T, body: c, goals: [g], money: [{year: 2026, granted: 5}]}",
    }
    assert packet(files).money.total.granted == 10


def test_proposals_wait_for_the_body_above_until_a_decision_follows() -> None:
    files = {"decisions/d.yaml": decision("b", "2026-09-01", "kind: proposed")}
    assert [one.id for one in packet(files, "top").waiting.proposals] == ["d"]
    assert packet(files, "council").waiting.proposals == ()
    assert packet(files).waiting.proposals == ()
    answered = {**files, "decisions/e.yaml": decision("top", "2026-09-15", "kind: approved, previous: d")}
    assert packet(answered, "top").waiting.proposals == ()
    later = {**files, "decisions/e.yaml": decision("top", "2026-10-15", "kind: approved, previous: d")}
    assert [one.id for one in packet(later, "top").waiting.proposals] == ["d"]


def test_what_was_returned_waits_for_the_body_that_proposed_it() -> None:
    files = {
        "decisions/d.yaml": decision("b", "2026-09-01", "kind: proposed"),
        "decisions/e.yaml": decision("top", "2026-09-15", "kind: returned, previous: d"),
    }
    assert [one.id for one in packet(files).waiting.returned] == ["e"]
    assert packet(files, "top").waiting.returned == ()


@pytest.mark.parametrize(
    ("keys", "needs"),
    [
        ("status: proposed, owner: o", ["approve"]),
        ("status: started, owner: o", ["handle"]),
        ("status: started, decisions: [d]", ["owner"]),
        ("status: paused, owner: o, decisions: [d]", ["resume"]),
        ("status: closed", []),
    ],
)
def test_projects_that_need_a_decision_say_why(keys: str, needs: list[str]) -> None:
    files = {"projects/p.yaml": f"{{name: P, body: b, {keys}}}", "decisions/d.yaml": decision("b", "2026-01-15")}
    assert [need for one in packet(files).waiting.projects for need in one.needs] == needs


@pytest.mark.parametrize(
    ("money", "asked"),
    [
        ("{year: 2027, asked: 5}", [(2027, 5)]),
        ("{year: 2026, asked: 5}, {year: 2028, asked: 7}", [(2026, 5), (2028, 7)]),
        ("{year: 2027, asked: 5, granted: 4}", []),
        ("{year: 2027, asked: 0}", []),
        ("{year: 2025, asked: 5}", []),
    ],
)
def test_money_asked_waits_until_something_is_granted(money: str, asked: list[tuple[int, int]]) -> None:
    view = packet({"projects/p.yaml": f"{{name: P, body: b, money: [{money}]}}"})
    assert [(one.year, int(one.asked)) for one in view.waiting.money] == asked


def test_what_is_missing_is_listed_by_kind() -> None:
    files = {
        "goals/g.yaml": "{name: G, body: b}",
        "projects/p.yaml": "{name: P, body: b, status: started}",
        "projects/over.yaml": "{name: Over, body: b, status: closed}",
    }
    found = {(one.of, one.kind, one.year): ids(one.things) for one in packet(files).shortfalls}
    assert found == {
        ("goal", "owner", None): ["g"],
        ("goal", "indicator", None): ["g"],
        ("goal", "project", None): ["g"],
        ("project", "owner", None): ["p"],
        ("project", "goal", None): ["p"],
        ("project", "milestones", None): ["p"],
        ("project", "money", 2026): ["p"],
        ("project", "money", 2027): ["p"],
    }


def test_what_has_everything_lacks_nothing() -> None:
    keys = (
        "goals: [g], owner: o, status: started, milestones: [{name: M, due: 2027-01-01}], period: {until: 2026-12-31}"
    )
    files = {
        "goals/g.yaml": "{name: G, body: b, owner: o}",
        "indicators/i.yaml": "{name: I, goal: g}",
        "projects/p.yaml": f"{{name: P, body: b, {keys}, money: [{{year: 2026, granted: 5}}]}}",
    }
    assert packet(files).shortfalls == ()


def test_deadlines_are_of_its_own_projects_and_of_its_goals_indicators() -> None:
    milestones = (
        "status: started, updates: [{period: 2026, status: on-track}], milestones: [{name: M, due: 2026-09-01}]"
    )
    files = {
        "strategy.yaml": "{title: S, period: {from: 2024-01-01}}",
        "goals/g.yaml": "{name: G, body: b}",
        "indicators/i.yaml": "{name: I, goal: g}",
        "indicators/j.yaml": "{name: J}",
        "projects/own.yaml": f"{{name: Own, body: b, {milestones}}}",
        "projects/theirs.yaml": f"{{name: Theirs, body: c, goals: [g], {milestones}}}",
    }
    assert {one.thing.id for one in packet(files).deadlines.late} == {"i", "own"}


def test_decisions_are_its_own_latest_first_and_those_of_others_on_what_is_its_own() -> None:
    files = {
        "projects/p.yaml": "{name: P, body: b}",
        "goals/g.yaml": "{name: G, body: b}",
        "decisions/old.yaml": decision("b", "2026-01-15"),
        "decisions/new.yaml": decision("b", "2026-02-15"),
        "decisions/future.yaml": decision("b", "2026-12-15"),
        "decisions/top.yaml": decision("top", "2026-03-15", "concerns: [project/p]"),
        "decisions/goal.yaml": decision("top", "2026-04-15", "concerns: [goal/g]"),
        "decisions/else.yaml": decision("top", "2026-03-15", "concerns: [strategy/strategy]"),
    }
    view = packet(files)
    assert [one.id for one in view.decisions] == ["new", "old"]
    assert [one.id for one in view.others] == ["goal", "top"]


def test_the_last_decision_of_a_project_is_told() -> None:
    files = {
        "projects/p.yaml": "{name: P, body: b, decisions: [named]}",
        "decisions/named.yaml": decision("b", "2026-01-15"),
        "decisions/concerning.yaml": decision("b", "2026-02-15", "section: § 2, concerns: [project/p]"),
    }
    [one] = packet(files).projects
    assert one.handled
    assert one.handled.section == "§ 2"


def test_bodies_that_report_to_it_are_counted_at_any_remove() -> None:
    late = "status: started, milestones: [{name: M, due: 2026-09-01}]"
    files = {
        "goals/g.yaml": "{name: G, body: b}",
        "projects/p.yaml": f"{{name: P, body: b, {late}}}",
        "projects/q.yaml": "{name: Q, body: b, status: closed, milestones: [{name: M, due: 2026-09-01}]}",
    }
    [line] = packet(files, "council").below
    assert (line.body.id, line.goals.all, line.projects, line.late) == ("b", 1, 2, 1)
    assert packet(files).below == ()


def test_bodies_that_report_in_a_circle_do_not_hang_it() -> None:
    files = {
        "bodies/x.yaml": "{name: X, reports_to: y}",
        "bodies/y.yaml": "{name: Y, reports_to: x}",
        "goals/g.yaml": "{name: G, body: y}",
    }
    assert [one.body.id for one in packet(files, "x").below] == ["y"]


def test_filters_leave_only_what_was_asked_for() -> None:
    files = {
        "goals/g.yaml": "{name: G, body: b}",
        "goals/h.yaml": "{name: H, body: b}",
        "projects/p.yaml": "{name: P, body: b, goals: [g]}",
        "projects/q.yaml": "{name: Q, body: b, goals: [h]}",
        "decisions/d.yaml": decision("b", "2026-01-15", "concerns: [project/q]"),
    }
    view = packet(files, filters=Filters(goals=("g",)))
    assert [one.id for one in view.goals] == ["g"]
    assert [one.card.id for one in view.projects] == ["p"]
    assert view.decisions == ()


def test_a_body_with_nothing_is_empty() -> None:
    assert packet({}).empty
    assert not packet({"goals/g.yaml": "{name: G, body: b}"}).empty
