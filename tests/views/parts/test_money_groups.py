"""Money by group and the load of posts: nothing counted twice in a total, and only what is shown."""

import re
from decimal import Decimal

import pytest
from folders import Files
from making import day, strategy

from strategy_cli.commands.report import formatted
from strategy_cli.measuring.money import by_own_goal, grouped
from strategy_cli.measuring.scope import Filters
from strategy_cli.messages import Messages
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.parts.load_table import LoadTable, load_table
from strategy_cli.views.parts.money_groups import groups_of, money_groups
from strategy_cli.views.reports import made

ON = day("2026-09-30")
FILES = {
    "strategy.yaml": "{title: S, languages: [en]}",
    "goals/g.yaml": "{name: G, owner: a}",
    "goals/h.yaml": "{name: H, owner: b}",
    "indicators/i.yaml": "{name: I, goal: g, owner: a, better: up}",
    "units/s.yaml": "{name: Technics, level: sector}",
    "units/u.yaml": "{name: Streets, parent: s}",
    "programmes/p.yaml": "{name: Climate}",
    "owners/a.yaml": "title: Adviser",
    "owners/b.yaml": "title: Builder",
    "owners/c.yaml": "title: Clerk",
    "projects/one.yaml": "{name: One, goals: [g, h], unit: u, programme: p, owner: b, status: started, effort: 0.5,"
    " money: [{year: 2026, asked: 10, granted: 7}]}",
    "projects/two.yaml": "{name: Two, goals: [g], unit: s, owner: b, status: started, effort: 2,"
    " money: [{year: 2026, asked: 5.50}, {year: 2027, external: 4}]}",
    "projects/three.yaml": "{name: Three, owner: b}",
}


def basis(files: Files = FILES, names: str = "role", **filters: tuple[str, ...]) -> Basis:
    """Look at a strategy on the day."""
    return Basis(strategy(files), ON, filters=Filters(**filters), names=names)


def posts(table: LoadTable | None) -> list[tuple[int | Decimal | None, ...]]:
    """List the counts of the posts, in order."""
    return [(one.goals, one.indicators, one.projects, one.effort) for one in table.rows] if table else []


def test_projects_in_no_group_have_a_row_of_their_own_and_the_rows_make_the_total() -> None:
    tables = {table.by: table for table in money_groups(basis())}
    assert {by: [len(row.group.projects) for row in table.rows] for by, table in tables.items()} == {
        "sector": [2, 1],
        "programme": [1, 2],
    }
    for table in tables.values():
        assert table.rows[-1].name is None
        assert not table.shared
        assert (len(table.total.projects), table.total.sums.asked) == (3, Decimal("15.50"))
        assert table.places == {"asked": 2, "granted": 0, "used": 0, "external": 0}


def test_a_project_in_two_groups_is_told_in_both_and_counted_once_in_the_total() -> None:
    table = groups_of("goal", grouped(basis().projects, by_own_goal), str)
    assert table is not None
    assert table.shared
    assert [(row.name, len(row.group.projects), row.group.shared) for row in table.rows] == [
        ("g", 2, 1),
        ("h", 1, 1),
        (None, 1, 0),
    ]
    assert (len(table.total.projects), table.total.shared, table.total.sums.granted) == (3, 0, Decimal(7))


@pytest.mark.parametrize("project", ["{name: A, unit: s}", "{name: A, money: [{year: 2026, asked: 1}]}"])
def test_without_money_or_without_a_group_there_is_no_table(project: str) -> None:
    assert money_groups(basis({"projects/a.yaml": project, "units/s.yaml": "{name: S, level: sector}"})) == ()


def test_the_post_with_most_comes_first_and_one_with_nothing_not_at_all() -> None:
    found = load_table(basis())
    assert posts(found) == [(1, 0, 3, Decimal("2.5")), (1, 1, 0, None)]


def test_only_what_is_shown_is_counted_and_only_its_person_years() -> None:
    found = basis(goals=("h",))
    assert posts(load_table(found)) == [(1, 0, 1, Decimal("0.5"))]
    assert [len(table.total.projects) for table in money_groups(found)] == [1, 1]


def test_posts_that_may_not_be_told_have_no_table() -> None:
    assert load_table(basis(names="none")) is None


def test_fifteen_posts_are_named_in_order_and_the_rest_counted() -> None:
    files = {f"owners/o{n:02}.yaml": f"title: Post {99 - n}" for n in range(17)}
    files |= {f"goals/g{n}.yaml": f"{{name: G, owner: o{n:02}}}" for n in range(17)}
    found = load_table(basis(files))
    assert found is not None
    assert (len(found.rows), found.more) == (15, 2)
    names = [str(row.name) for row in found.rows]
    assert names == sorted(names)


@pytest.mark.parametrize("markup", ["html", "md"])
def test_the_progress_report_shows_the_tables(markup: str) -> None:
    text = formatted(markup, made("progress", basis()), None, Messages("en"))
    shown = re.sub(r"<[^>]+>|[|*€]", " ", text.rpartition("</head>")[2].replace("&nbsp;", " "))
    found = re.sub(r"[\s\u00a0]+", " ", shown)
    assert "Technics 15,50 7 – 4 2 In no unit – – – – 1 Total 15,50 7 – 4 3" in found
    assert "Climate 10,00 7 – – 1 In no programme 5,50 – – 4 2" in found
    assert re.search(r"Builder 1 0 3 2,5 Adviser 1 1 0 –", found)
    hidden = formatted(markup, made("progress", basis(names="none")), None, Messages("en"))
    assert "Load of posts" not in hidden
