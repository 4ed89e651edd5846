"""Handlings: whose views are told, since when, and who has not said anything."""

import pytest
from making import day, strategy

from strategy_cli.measuring.scope import Filters
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.parts.handlings import Handlings, handlings

BODIES = {
    "bodies/council.yaml": "{name: C, kind: council}",
    "bodies/board.yaml": "{name: B, kind: board}",
    "bodies/section.yaml": "{name: S, kind: committee, reports_to: board}",
    "bodies/youth.yaml": "{name: Y, kind: influence}",
    "bodies/old.yaml": "{name: O, kind: board, until: 2025-12-31}",
    "goals/g.yaml": "name: G",
    "projects/p.yaml": "{name: P, money: [{year: 2027, asked: 5}]}",
    "projects/q.yaml": "name: Q",
}


def of(decisions: dict[str, str], since: str | None = "2026-04-30", only: Filters | None = None) -> Handlings:
    """Gather the views as of 30.9.2026 before the budget of 2027; a decision is its body, day and other keys."""
    files = {f"decisions/{name}.yaml": f"{{title: T, {keys}}}" for name, keys in decisions.items()}
    basis = Basis(strategy({**BODIES, **files}), day("2026-09-30"), year=2027, filters=only or Filters())
    return handlings(basis, day(since) if since else None)


def ids(found: Handlings) -> list[str]:
    """List the decisions told of."""
    return [row.id for row in found.rows]


@pytest.mark.parametrize(("body", "told"), [("board", True), ("section", True), ("youth", True), ("council", False)])
def test_boards_committees_and_influence_bodies_have_views(body: str, *, told: bool) -> None:
    assert ids(of({"d": f"body: {body}, date: 2026-05-05, concerns: [goal/g]"})) == (["d"] if told else [])


@pytest.mark.parametrize(
    ("concerns", "told"),
    [("goal/g", True), ("project/q", True), ("strategy/strategy", True), ("body/board", False), ("", False)],
)
def test_a_view_is_of_the_strategy_or_of_a_thing_in_it(concerns: str, *, told: bool) -> None:
    assert ids(of({"d": f"body: board, date: 2026-05-05, concerns: [{concerns}]"})) == (["d"] if told else [])


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("date: 2026-05-01, concerns: [goal/g]", True),
        ("date: 2026-04-30, concerns: [goal/g]", False),
        ("date: 2026-10-01, concerns: [goal/g]", False),
        ("date: 2026-02-01, kind: proposed, concerns: [project/p]", True),
        ("date: 2026-02-01, kind: approved, concerns: [project/p]", False),
        ("date: 2026-02-01, kind: proposed, concerns: [project/q]", False),
        ("date: 2025-12-31, kind: proposed, concerns: [project/p]", False),
    ],
)
def test_a_view_is_new_or_a_proposal_for_the_budget(keys: str, *, told: bool) -> None:
    assert ids(of({"d": f"body: board, {keys}"})) == (["d"] if told else [])


def test_without_a_last_report_only_proposals_for_the_budget_are_told() -> None:
    views = {"a": "body: board, date: 2026-05-05, concerns: [goal/g]"}
    views["b"] = "body: board, date: 2026-05-05, kind: proposed, concerns: [project/p]"
    assert ids(of(views, since=None)) == ["b"]


def test_views_stand_in_order_of_time() -> None:
    views = {
        name: f"body: board, date: {date}, concerns: [goal/g]"
        for name, date in (("a", "2026-06-06"), ("b", "2026-05-05"))
    }
    assert ids(of(views)) == ["b", "a"]


def test_boards_in_force_that_have_said_nothing_are_named() -> None:
    assert [one.id for one in of({}).silent] == ["board", "section"]
    assert [one.id for one in of({"d": "body: section, date: 2026-05-05, concerns: [goal/g]"}).silent] == ["board"]


def test_a_filter_leaves_views_of_what_is_shown_and_names_no_silent_boards() -> None:
    views = {"a": "body: board, date: 2026-05-05, concerns: [goal/g]"}
    views |= {"b": "body: board, date: 2026-05-05, concerns: [strategy/strategy, project/q]"}
    found = of(views, only=Filters(goals=("g",)))
    assert (ids(found), found.silent) == (["a"], ())
