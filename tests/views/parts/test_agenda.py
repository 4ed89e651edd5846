"""Agenda: what a year's budget must decide."""

from decimal import Decimal

from folders import Files
from making import day, strategy

from strategy_cli.measuring.scope import Filters
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.parts.agenda import Agenda, Items, agenda
from strategy_cli.views.parts.appropriations import changes

ASKS = "money: [{year: 2027, asked: 10}]"
FILES = {
    "goals/g.yaml": "name: G",
    "goals/h.yaml": "name: H",
    "projects/started.yaml": f"{{name: A, goals: [g], status: started, {ASKS}}}",
    "projects/paused.yaml": "{name: B, goals: [g], status: paused, money: [{year: 2027, asked: 30, granted: 10}]}",
    "projects/idea.yaml": f"{{name: C, status: idea, {ASKS}}}",
    "projects/granted.yaml": "{name: D, goals: [g], status: started, money: [{year: 2027, asked: 9, granted: 9}]}",
    "projects/poor.yaml": "{name: E, goals: [g], status: started, money: [{year: 2026, granted: 7}]}",
    "projects/gone.yaml": f"{{name: F, status: cancelled, {ASKS}}}",
}


def of(files: Files, filters: Filters | None = None) -> Agenda:
    """Gather the agenda of the 2027 budget as of 30.9.2026."""
    basis = Basis(strategy(files), day("2026-09-30"), year=2027, filters=filters or Filters())
    return agenda(basis, changes(basis))


def ids(held: Items) -> list[str]:
    """List the projects to decide of."""
    return [one.project.id for one in held.items]


def test_what_is_asked_and_not_granted_is_told_of_running_and_of_new_projects_apart() -> None:
    found = of(FILES)
    assert (ids(found.running), found.running.change.pending) == (["paused", "started"], Decimal(30))
    assert (ids(found.new), found.new.change.pending) == (["idea"], Decimal(10))
    assert found.pending == Decimal(40)


def test_projects_without_money_money_without_goal_and_goals_without_work() -> None:
    found = of(FILES)
    assert ids(found.unfunded) == ["poor"]
    assert ids(found.goalless) == ["idea"]
    assert [one.id for one in found.goals_without_project] == ["h"]
    assert [one.id for one in found.goals_without_money] == ["h"]


def test_a_filter_leaves_only_what_is_shown() -> None:
    found = of(FILES, Filters(goals=("g",)))
    assert (ids(found.new), found.goals_without_project, found.pending) == ([], (), Decimal(30))


def test_a_strategy_that_asks_nothing_leaves_nothing_to_decide() -> None:
    found = of({})
    assert (found.pending, found.running.items, found.new.change.pending) == (Decimal(0), (), None)
