"""Boards: which body answers for what, from the top down, and what is missing there."""

import pytest
from folders import Files
from making import day, strategy

from strategy_cli.measuring.scope import Filters
from strategy_cli.views.budget import BudgetReport
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.parts.boards import BoardPart, Boards, place
from strategy_cli.views.reports import made

BODIES = {
    "bodies/council.yaml": "{name: Council, kind: council}",
    "bodies/zeta.yaml": "{name: City board, kind: board, reports_to: council}",
    "bodies/alfa.yaml": "{name: A, kind: board, reports_to: zeta}",
    "bodies/port.yaml": "{name: Port, kind: company, reports_to: zeta}",
    "bodies/past.yaml": "{name: Past, kind: board, until: 2025-12-31}",
}


def of(files: Files, filters: Filters | None = None) -> Boards:
    """Make the parts of the report before the budget of 2027."""
    basis = Basis(strategy({**BODIES, **files}), day("2026-09-30"), year=2027, filters=filters or Filters())
    view = made("budget", basis).view
    assert isinstance(view, BudgetReport)
    return view.boards


def bodies(parts: tuple[BoardPart, ...]) -> list[str | None]:
    """List the bodies of parts."""
    return [part.body.id if part.body else None for part in parts]


GOALS = {
    "goals/a.yaml": "{name: A, body: alfa, number: '2'}",
    "goals/z.yaml": "{name: Z, body: zeta, number: '1'}",
    "goals/p.yaml": "{name: P, body: port}",
    "goals/n.yaml": "{name: N}",
}


def test_bodies_come_from_the_top_down_companies_apart_and_what_is_of_none_last() -> None:
    found = of(GOALS)
    assert bodies(found.boards) == ["zeta", "alfa", None]
    assert bodies(found.companies) == ["port"]


def test_a_goal_without_a_body_is_its_parents_and_a_project_its_units() -> None:
    files = {
        "goals/a.yaml": "{name: A, body: alfa}",
        "goals/b.yaml": "{name: B, parent: a}",
        "units/u.yaml": "{name: U, body: zeta}",
        "projects/p.yaml": "{name: P, unit: u}",
    }
    found = of(files)
    held = {part.body.id: part for part in found.boards if part.body}
    assert [goal.id for goal in held["alfa"].goals] == ["a", "b"]
    assert [line.card.id for line in held["zeta"].projects] == ["p"]


def test_every_goal_and_project_shown_has_one_place() -> None:
    files = {**GOALS, "projects/x.yaml": "{name: X, body: zeta, goals: [a, z]}", "projects/y.yaml": "name: Y"}
    found = of(files)
    parts = (*found.boards, *found.companies)
    assert sorted(goal.id for part in parts for goal in part.goals) == ["a", "n", "p", "z"]
    assert sorted(line.card.id for part in parts for line in part.projects) == ["x", "y"]


def test_boards_and_companies_in_force_without_anything_are_named_unless_only_a_part_is_shown() -> None:
    found = of({"goals/a.yaml": "{name: A, body: alfa}"})
    assert ([one.id for one in found.idle], [one.id for one in found.mute]) == (["zeta"], ["port"])
    part = of({"goals/a.yaml": "{name: A, body: alfa}"}, Filters(goals=("a",)))
    assert (part.idle, part.mute) == ((), ())


def test_a_part_counts_goals_and_not_aims() -> None:
    files = {"goals/a.yaml": "{name: A, body: alfa, level: aim}", "goals/b.yaml": "{name: B, body: alfa, parent: a}"}
    [part] = of(files).boards
    assert (len(part.goals), part.counts.all) == (2, 1)


@pytest.mark.parametrize(
    ("files", "gap", "missing"),
    [
        ({"goals/a.yaml": "{name: A, body: alfa}"}, "goals_without_owner", ["a"]),
        ({"goals/a.yaml": "{name: A, body: alfa}"}, "goals_without_project", ["a"]),
        ({"projects/p.yaml": "{name: P, body: alfa}"}, "projects_without_owner", ["p"]),
        ({"projects/p.yaml": "{name: P, body: alfa}"}, "projects_without_goal", ["p"]),
        ({"projects/p.yaml": "{name: P, body: alfa, status: started}"}, "projects_without_money", ["p"]),
        ({"projects/p.yaml": "{name: P, body: alfa, status: closed}"}, "projects_without_owner", []),
    ],
)
def test_a_part_names_what_is_missing_in_it(files: Files, gap: str, missing: list[str]) -> None:
    [part] = of(files).boards
    assert [one.id for one in getattr(part.gaps, gap)] == missing


def test_bodies_that_report_to_each_other_have_places_too() -> None:
    read = strategy({"bodies/a.yaml": "{name: A, reports_to: b}", "bodies/b.yaml": "{name: B, reports_to: a}"})
    assert sorted("ab", key=lambda body: place(read, body)) == ["a", "b"]
