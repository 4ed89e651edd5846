"""Which thing is the same in two versions: by kind and id, or as ``formerly`` declares."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from planted.comparing import Compare, ids

from strategy_cli.changes import compared
from strategy_cli.strategy import Strategy

Make = Callable[[Mapping[str, str]], Strategy]


def test_a_declared_rename_is_one_change_and_links_follow_it(compare: Compare) -> None:
    old = {
        "goals/health.yaml": "{name: A, number: '1'}",
        "projects/path.yaml": "{name: P, goals: [health, other], status: started}",
        "indicators/walk.yaml": "{name: I, goal: health}",
        "decisions/d.yaml": "{title: D, body: b, date: 2025-01-01, concerns: [goal/health]}",
    }
    new = {
        "goals/wellbeing.yaml": "{name: B, number: '1', formerly: [health]}",
        "projects/path.yaml": "{name: P, goals: [other, wellbeing], status: started}",
        "indicators/walk.yaml": "{name: I, goals: [wellbeing]}",
        "decisions/d.yaml": "{title: D, body: b, date: 2025-01-01, concerns: [goal/wellbeing]}",
    }
    found = compare(old, new).changes
    assert [(c.id, c.before, c.after) for c in found if c.id == "id-renamed"] == [("id-renamed", "health", "wellbeing")]
    assert ids(compare(old, new)) == ["goal-name-changed", "id-renamed"]
    assert ids(compare(new, old)) == ["goal-name-changed", "id-renamed"]


def test_an_undeclared_rename_is_a_removal_and_an_addition(compare: Compare) -> None:
    found = compare({"goals/a.yaml": "{name: A}"}, {"goals/b.yaml": "{name: A}"})
    assert ids(found) == ["goal-added", "goal-removed"]


def test_an_old_rename_says_nothing_any_more(compare: Compare) -> None:
    old = {"goals/b.yaml": "{name: A}"}
    new = {"goals/b.yaml": "{name: A, formerly: [a]}"}
    assert compare(old, new).changes == ()


def test_one_old_id_is_not_given_to_two(compare: Compare) -> None:
    new = {"goals/b.yaml": "{name: A, formerly: [a]}", "goals/c.yaml": "{name: A, formerly: [a]}"}
    assert ids(compare({"goals/a.yaml": "{name: A}"}, new)) == ["goal-added", "id-renamed"]


def test_a_merge_keeps_the_id_that_stays(compare: Compare) -> None:
    old = {"goals/a.yaml": "{name: A}", "goals/b.yaml": "{name: B}"}
    new = {"goals/b.yaml": "{name: B, formerly: [a]}"}
    assert ids(compare(old, new)) == ["goal-removed"]


def test_a_declared_rename_wins_over_a_new_thing_with_the_old_id(compare: Compare) -> None:
    old = {"goals/g.yaml": "{name: G, number: '1'}", "projects/path.yaml": "{name: P, goals: [g]}"}
    new = {
        "goals/g.yaml": "{name: Other}",
        "goals/h.yaml": "{name: G, number: '1', formerly: [g]}",
        "projects/path.yaml": "{name: P, goals: [h]}",
    }
    assert ids(compare(old, new)) == ["goal-added", "id-renamed"]
    assert ids(compare(new, old)) == ["goal-removed", "id-renamed"]
    assert compare(new, new).changes == ()


def test_ids_may_move_on_in_a_row_and_change_places(compare: Compare) -> None:
    old = {"goals/a.yaml": "{name: A}", "goals/b.yaml": "{name: B}"}
    row = {"goals/b.yaml": "{name: A, formerly: [a]}", "goals/c.yaml": "{name: B, formerly: [b]}"}
    places = {"goals/a.yaml": "{name: B, formerly: [b]}", "goals/b.yaml": "{name: A, formerly: [a]}"}
    for new in (row, places):
        assert ids(compare(old, new)) == ["id-renamed", "id-renamed"]
        assert ids(compare(new, old)) == ["id-renamed", "id-renamed"]
        assert compare(new, new).changes == ()


def test_an_old_rename_stays_so_when_its_first_id_is_used_again(compare: Compare) -> None:
    old = {"goals/h.yaml": "{name: H, formerly: [g]}"}
    new = {"goals/h.yaml": "{name: H, formerly: [g]}", "goals/g.yaml": "{name: Other}"}
    assert ids(compare(old, new)) == ["goal-added"]
    assert ids(compare(new, old)) == ["goal-removed"]


def test_a_link_to_another_thing_with_a_freed_id_is_another_link(compare: Compare) -> None:
    old = {"goals/a.yaml": "{name: A}", "projects/p.yaml": "{name: P, goals: [a]}"}
    new = {
        "goals/a.yaml": "{name: Other}",
        "goals/c.yaml": "{name: A, formerly: [a]}",
        "projects/p.yaml": "{name: P, goals: [a, c]}",
    }
    assert ids(compare(old, new)) == ["goal-added", "id-renamed", "project-goal-link-added"]
    assert ids(compare(new, old)) == ["goal-removed", "id-renamed", "project-goal-link-removed"]


def test_versions_that_declare_against_each_other_are_paired_the_same_both_ways(compare: Compare) -> None:
    old = {"goals/a.yaml": "{name: X}", "goals/b.yaml": "{name: B, formerly: [a]}"}
    new = {"goals/a.yaml": "{name: B}", "goals/c.yaml": "{name: B, formerly: [b]}"}
    assert ids(compare(old, new)) == ["goal-added", "goal-removed", "id-renamed"]
    assert ids(compare(new, old)) == ["goal-added", "goal-removed", "id-renamed"]


@pytest.mark.parametrize(
    ("key", "told"), [("formerly", ["goal-added", "id-renamed"]), ("continues", ["goal-added", "goal-split"])]
)
def test_a_thing_that_both_versions_share_may_be_what_another_comes_from(make: Make, key: str, told: list[str]) -> None:
    old = make({"goals/a.yaml": "name: A"})
    new = make({"goals/a.yaml": "name: A", "goals/b.yaml": f"{{name: A, {key}: [a]}}"})
    shared = replace(new, about=old.about, entities={**new.entities, "goal": {**new.goals, "a": old.goals["a"]}})
    assert ids(compared(old, shared)) == ids(compared(old, new)) == told
    assert ids(compared(shared, old)) == ids(compared(new, old))
