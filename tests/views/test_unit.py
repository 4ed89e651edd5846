"""The unit's card: its goals and their meaning, its projects and indicators, what comes next and whom to ask."""

from folders import Files
from making import day, strategy

from strategy_cli.measuring.scope import Filters
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.reports import made
from strategy_cli.views.unit import UnitReport

UNITS = {
    "units/sector.yaml": "{name: Sector, level: sector, head: director, body: board}",
    "units/area.yaml": "{name: Area, level: area, parent: sector, head: manager}",
    "units/team.yaml": "{name: Team, parent: area}",
    "owners/director.yaml": "{title: Director, unit: sector}",
    "owners/manager.yaml": "{title: Manager, unit: area, deputy: director}",
    "bodies/board.yaml": "name: Board",
}


def card(files: Files, unit: str = "area", filters: Filters | None = None) -> UnitReport:
    """Make a unit's card as of 30.9.2026."""
    basis = Basis(strategy({**UNITS, **files}), day("2026-09-30"), subject=unit, filters=filters or Filters())
    view = made("unit", basis).view
    assert isinstance(view, UnitReport)
    return view


def text(value: object) -> str | None:
    """Give the words of a text."""
    return value.pick("fi")[0] if hasattr(value, "pick") else None


def test_the_meaning_is_said_of_the_unit_else_of_the_nearest_above() -> None:
    files = {
        "goals/own.yaml": "{name: A, participants: [area], meaning: {area: Ours, sector: Theirs}}",
        "goals/above.yaml": "{name: B, participants: [area], meaning: {sector: Theirs}}",
        "goals/none.yaml": "{name: C, participants: [area], meaning: {team: Below}}",
    }
    assert {g.id: (text(g.meaning), g.of and g.of.id) for g in card(files).goals} == {
        "own": ("Ours", None),
        "above": ("Theirs", "sector"),
        "none": (None, None),
    }


def test_a_unit_linked_to_no_goal_carries_out_those_of_the_nearest_unit_above() -> None:
    files = {"goals/g.yaml": "{name: G, participants: [sector]}"}
    view = card(files, "team")
    assert view.through
    assert (view.through.id, [g.id for g in view.goals]) == ("sector", ["g"])
    assert card(files, "sector").through is None


def test_goals_of_units_below_are_the_units_own() -> None:
    files = {"goals/g.yaml": "{name: G}", "projects/p.yaml": "{name: P, unit: team, goals: [g]}"}
    assert [g.id for g in card(files).goals] == ["g"]
    assert [p.id for p in card(files).projects] == ["p"]


def test_aims_are_not_listed_beside_goals() -> None:
    files = {
        "goals/a.yaml": "{name: A, level: aim, participants: [area]}",
        "goals/g.yaml": "{name: G, participants: [area]}",
    }
    assert [g.id for g in card(files).goals] == ["g"]


def test_projects_that_it_takes_part_in_stand_apart_and_what_is_over_nowhere() -> None:
    files = {
        "projects/own.yaml": "{name: Own, unit: area}",
        "projects/posts.yaml": "{name: Post's, owner: manager}",
        "projects/joint.yaml": "{name: Joint, unit: sector, participants: [area]}",
        "projects/over.yaml": "{name: Over, unit: area, status: closed}",
    }
    view = card(files)
    assert [p.id for p in view.projects] == ["own", "posts"]
    assert [p.id for p in view.joint] == ["joint"]


def test_indicators_are_those_of_its_posts_and_projects_else_its_goals_results() -> None:
    goal = {"goals/g.yaml": "{name: G, participants: [area]}", "indicators/r.yaml": "{name: R, goal: g, kind: result}"}
    more = {**goal, "indicators/s.yaml": "{name: S, goal: g, kind: steering}"}
    assert ([row.id for row in card(more).indicators], card(more).own) == (["r"], False)
    own = {**more, "indicators/own.yaml": "{name: O, owner: manager}"}
    assert ([row.id for row in card(own).indicators], card(own).own) == (["own"], True)
    moved = {**more, "projects/p.yaml": "{name: P, unit: team, goals: [g], indicators: [s]}"}
    assert [row.id for row in card(moved).indicators] == ["s"]


def test_what_happens_next_are_milestones_of_half_a_year_the_late_first() -> None:
    milestones = "[{name: Far, due: 2027-06-30}, {name: Soon, due: 2027-03-31}, {name: Late, due: 2026-06-30}]"
    joint = {"projects/j.yaml": f"{{name: J, unit: sector, participants: [area], milestones: {milestones}}}"}
    assert [text(i.what) for i in card(joint).next] == ["Late", "Soon"]
    own = {**joint, "projects/p.yaml": "{name: P, unit: area, milestones: [{name: Own, due: 2026-12-01}]}"}
    assert [text(i.what) for i in card(own).next] == ["Own"]


def test_who_answers_is_the_head_of_the_unit_else_of_the_nearest_above() -> None:
    own, team = card({}).unit, card({}, "team").unit
    assert (text(own.head), text(own.deputy), own.head_of, text(own.body)) == ("Manager", "Director", None, "Board")
    assert team.head_of
    assert (text(team.head), team.head_of.id) == ("Manager", "area")
    assert [u.id for u in team.above] == ["area", "sector"]
    assert [u.id for u in card({}, "sector").unit.below] == ["area"]


def test_a_unit_that_has_ended_says_when_and_who_continues() -> None:
    files = {"units/old.yaml": "{name: Old, parent: sector, until: 2025-12-31, successors: [area]}"}
    unit = card(files, "old").unit
    assert (str(unit.ended), [u.id for u in unit.successors], text(unit.head)) == ("2025-12-31", ["area"], "Manager")
    assert card(files, "old").goals == ()
    assert "old" not in [u.id for u in card(files, "sector").unit.below]


def test_a_unit_to_come_says_when_it_begins() -> None:
    files = {"units/new.yaml": "{name: New, from: 2027-01-01}"}
    assert str(card(files, "new").unit.begins) == "2027-01-01"


def test_filters_leave_only_the_goals_asked_for() -> None:
    files = {"goals/g.yaml": "{name: G, participants: [area]}", "goals/h.yaml": "{name: H, participants: [area]}"}
    assert [g.id for g in card(files, filters=Filters(goals=("g",))).goals] == ["g"]


def test_units_in_a_circle_do_not_hang_it() -> None:
    files = {"units/x.yaml": "{name: X, parent: y}", "units/y.yaml": "{name: Y, parent: x}"}
    assert [u.id for u in card(files, "x").unit.above] == ["y"]
