"""Appropriations: the change to a budget year, of projects, by goal and in all."""

from decimal import Decimal

import pytest
from folders import Files
from hypothesis import given
from hypothesis import strategies as st
from making import day, project, strategy

from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.parts.appropriations import Appropriations, added, appropriations, change_of, changes

YEAR = 2027
EUROS = st.none() | st.integers(0, 10**9).map(Decimal)


def of(files: Files) -> Appropriations:
    """Gather the changes to 2027."""
    basis = Basis(strategy(files), day("2026-09-30"), year=YEAR)
    return appropriations(basis, changes(basis))


@pytest.mark.parametrize(
    ("money", "before", "proposed", "pending", "difference"),
    [
        ("", None, None, None, None),
        ("{year: 2026, granted: 100}", 100, None, None, -100),
        ("{year: 2027, asked: 70}", None, 70, 70, 70),
        ("{year: 2026, granted: 100}, {year: 2027, asked: 70}", 100, 70, 70, -30),
        ("{year: 2026, granted: 100}, {year: 2027, asked: 70, granted: 50}", 100, 50, 20, -50),
        ("{year: 2027, asked: 70, granted: 70}", None, 70, None, 70),
        ("{year: 2027, asked: 70, granted: 0}", None, 0, 70, 0),
        ("{year: 2027, asked: 0}", None, 0, None, 0),
        ("{year: 2027, granted: 50}", None, 50, None, 50),
        ("{year: 2026, asked: 100}", None, None, None, None),
        ("{year: 2025, granted: 100}, {year: 2028, asked: 70}", None, None, None, None),
    ],
)
def test_a_change_is_the_granted_else_the_asked_less_what_was_granted_before(
    money: str, before: int | None, proposed: int | None, pending: int | None, difference: int | None
) -> None:
    change = change_of(project(f"money: [{money}]"), YEAR)
    assert (change.before, change.proposed, change.pending, change.difference) == (
        before,
        proposed,
        pending,
        difference,
    )


@given(st.lists(st.tuples(EUROS, EUROS, EUROS), max_size=6))
def test_the_total_changes_as_much_as_the_projects_together(rows: list[tuple[Decimal | None, ...]]) -> None:
    def written(euros: Decimal | None, key: str) -> str:
        return "" if euros is None else f", {key}: {euros}"

    each = [
        change_of(
            project(
                f"money: [{{year: 2026{written(before, 'granted')}}}, "
                f"{{year: 2027{written(asked, 'asked')}{written(granted, 'granted')}}}]"
            ),
            YEAR,
        )
        for before, asked, granted in rows
    ]
    assert (added(each).difference or 0) == sum(change.difference or 0 for change in each)


GOALS = {"goals/a.yaml": "name: A", "goals/b.yaml": "name: B"}


def test_a_project_of_two_goals_is_shown_under_both_and_counted_once() -> None:
    found = of(
        {
            **GOALS,
            "projects/both.yaml": "{name: Both, goals: [a, b], money: [{year: 2027, asked: 10, external: 4}]}",
            "projects/one.yaml": "{name: One, goals: [a], money: [{year: 2027, asked: 5}]}",
            "projects/none.yaml": "{name: None, money: [{year: 2026, granted: 3}]}",
            "projects/poor.yaml": "{name: Poor, goals: [b]}",
        }
    )
    rows = [(one.goal and one.goal.id, one.projects, one.shared, one.change.proposed) for one in found.goals]
    assert rows == [("a", 2, 1, 15), ("b", 1, 1, 10), (None, 1, 0, None)]
    total = found.total
    assert [total.before, total.proposed, total.difference, total.external] == list(map(Decimal, (3, 15, 12, 4)))


def test_the_greatest_change_comes_first_up_or_down() -> None:
    found = of(
        {
            "projects/a.yaml": "{name: A, money: [{year: 2027, asked: 10}]}",
            "projects/b.yaml": "{name: B, money: [{year: 2026, granted: 30}]}",
            "projects/c.yaml": "{name: C, money: [{year: 2027, asked: 20}]}",
        }
    )
    assert [one.project.id for one in found.projects] == ["b", "c", "a"]


@pytest.mark.parametrize(("euros", "places"), [("10", 0), ("10.50", 2)])
def test_all_euros_have_cents_or_none_has(euros: str, places: int) -> None:
    keys = f"{{name: A, money: [{{year: 2027, asked: {euros}}}]}}"
    assert (
        of({"projects/a.yaml": keys, "projects/b.yaml": "{name: B, money: [{year: 2027, asked: 1}]}"}).places == places
    )
