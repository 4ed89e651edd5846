"""Money: euros by year, each project counted once, and nothing said is not nothing."""

from decimal import Decimal

from making import day, project, strategy

from strategy_cli.measuring.money import Sums, by_year, sums
from strategy_cli.views.basis import Basis
from strategy_cli.views.money import money_table
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
