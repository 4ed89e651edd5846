"""Money: euros by year, each project counted once, and nothing said is not nothing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import day, project, strategy

from strategy_cli.measuring.money import (
    Key,
    Sums,
    by_body,
    by_goal,
    by_own_goal,
    by_programme,
    by_sector,
    by_unit,
    by_year,
    grouped,
    sums,
)
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.parts.money import money_table
from strategy_cli.views.progress import progress_report

ROWS = "money: [{year: 2026, asked: 100, granted: 80.50}, {year: 2026, asked: 20}, {year: 2025, used: 0}]"


def test_what_nobody_has_said_is_none_and_what_is_said_to_be_nothing_is_zero() -> None:
    assert sums(project(ROWS).money) == Sums(Decimal(120), Decimal("80.50"), Decimal(0), None)
    assert sums([]) == Sums(None, None, None, None)


def test_money_is_added_by_budget_year_in_order() -> None:
    found = by_year([project(ROWS), project("money: [{year: 2026, external: 5}]"), project("effort: 1")])
    assert found == {
        2025: Sums(used=Decimal(0)),
        2026: Sums(Decimal(120), Decimal("80.50"), None, Decimal(5)),
    }
    assert list(found) == [2025, 2026]


def test_cents_are_added_exactly() -> None:
    found = by_year([project("money: [{year: 2026, used: 0.1}]")] * 3)
    assert found[2026].used == Decimal("0.3")


def test_a_project_that_serves_three_goals_is_counted_once() -> None:
    shared = strategy(
        {
            "goals/a.yaml": "name: A",
            "goals/b.yaml": "name: B",
            "goals/c.yaml": "name: C",
            "projects/p.yaml": "{name: P, goals: [a, b, c], money: [{year: 2026, granted: 1000}]}",
        }
    )
    view = progress_report(Basis(shared, day("2026-12-31")), ())
    assert view.money.years == {2026: Sums(granted=Decimal(1000))}
    assert view.money.total == Sums(granted=Decimal(1000))
    assert [[p.id for p in goal.projects] for goal in view.goals] == [["p"], ["p"], ["p"]]


def test_the_table_has_a_sum_and_cents_in_all_or_none_of_a_column_and_counts_the_cancelled() -> None:
    cancelled = "status: cancelled, money: [{year: 2027, asked: 7, used: 0.25}]"
    found = money_table([project(ROWS), project(cancelled), project("status: cancelled")])
    assert found.total == Sums(Decimal(127), Decimal("80.50"), Decimal("0.25"), None)
    assert found.places == {"asked": 0, "granted": 2, "used": 2, "external": 0}
    assert (list(found.years), found.cancelled) == ([2025, 2026, 2027], 1)


TREE = {
    "goals/top.yaml": "name: T",
    "goals/a.yaml": "{name: A, parent: top}",
    "goals/b.yaml": "{name: B, parent: top}",
    "goals/c.yaml": "name: C",
    "units/all.yaml": "- {id: sector, name: S, level: sector}\n- {id: office, name: O, parent: sector}\n",
    "projects/ab.yaml": "{name: P, goals: [a, b], unit: office, body: board, programme: plan,"
    " money: [{year: 2026, asked: 1}]}",
    "projects/ac.yaml": "{name: P, goals: [a, c, a], unit: sector, body: board, money: [{year: 2026, asked: 10}]}",
    "projects/loose.yaml": "{name: P, body: council, money: [{year: 2026, asked: 100}, {year: 2027, asked: 1000}]}",
    "programmes/plan.yaml": "name: P",
    "bodies/all.yaml": "- {id: board, name: B}\n- {id: council, name: C}\n",
}


@pytest.mark.parametrize(
    ("key", "groups", "outside"),
    [
        pytest.param("goal", {"top": (11, 1), "a": (11, 2), "b": (1, 1), "c": (10, 1)}, 100, id="goal"),
        pytest.param("own goal", {"a": (11, 2), "b": (1, 1), "c": (10, 1)}, 100, id="the goal itself"),
        pytest.param("programme", {"plan": (1, 0)}, 110, id="programme"),
        pytest.param("unit", {"office": (1, 0), "sector": (10, 0)}, 100, id="unit"),
        pytest.param("sector", {"sector": (11, 0)}, 100, id="sector"),
        pytest.param("body", {"board": (11, 0), "council": (100, 0)}, None, id="body"),
    ],
)
def test_money_is_added_up_by_group_and_says_what_is_shared(
    key: str, groups: dict[str, tuple[int, int]], outside: int | None
) -> None:
    made = strategy(TREE)
    keys: dict[str, Key] = {
        "goal": by_goal(made),
        "own goal": by_own_goal,
        "programme": by_programme,
        "unit": by_unit,
        "sector": by_sector(made),
        "body": by_body,
    }
    found = grouped(made.projects.values(), keys[key], 2026)
    summed = {name: (int(one.sums.asked or 0), one.shared) for name, one in found.groups.items()}
    assert summed == groups
    assert list(found.groups) == sorted(groups)
    assert found.outside.sums.asked == outside
    assert (found.total.sums, found.total.shared) == (Sums(asked=Decimal(111)), 0)


def test_groups_hold_the_money_of_every_year_or_of_the_one_asked_for() -> None:
    projects = strategy(TREE).projects.values()
    every, one = (grouped(projects, by_body, year).groups["council"] for year in (None, 2027))
    assert every.years == {2026: Sums(Decimal(100)), 2027: Sums(Decimal(1000))}
    assert (every.sums, every.projects) == (Sums(Decimal(1100)), ("loose",))
    assert one.years == {2027: Sums(Decimal(1000))}
    assert one.sums == Sums(Decimal(1000))


EUROS = st.decimals(0, 10**9, places=2)
WORK = st.lists(st.tuples(EUROS, st.lists(st.sampled_from("abcd"), max_size=4)), max_size=6)


@given(WORK)
def test_the_total_is_the_sum_over_distinct_projects_however_many_goals_they_serve(
    work: list[tuple[Decimal, list[str]]],
) -> None:
    files = {"goals/a.yaml": "name: A", "goals/b.yaml": "{name: B, parent: a}", "goals/c.yaml": "{name: C, parent: b}"}
    files["goals/d.yaml"] = "name: D"
    for n, (euros, goals) in enumerate(work):
        files[f"projects/p{n}.yaml"] = (
            f"{{name: P, goals: [{', '.join(goals)}], money: [{{year: 2026, used: {euros:f}}}]}}"
        )
    made = strategy(files)
    found = grouped(made.projects.values(), by_goal(made))
    whole = sum((euros for euros, _ in work), Decimal(0))
    assert (found.total.sums.used or 0) == whole
    assert len(found.total.projects) == len(set(found.total.projects)) == len(work)
    for goal, below in {"a": "abc", "b": "bc", "c": "c", "d": "d"}.items():
        euros = sum((one for one, goals in work if set(goals) & set(below)), Decimal(0))
        group = found.groups.get(goal)
        assert (group.sums.used if group else 0) == euros
        outside = [set(goals) - set(below) for _, goals in work if set(goals) & set(below)]
        assert (group.shared if group else 0) == sum(map(bool, outside))
    inside = {project for group in found.groups.values() for project in group.projects}
    assert inside.isdisjoint(found.outside.projects)
    assert inside | set(found.outside.projects) == set(found.total.projects)
