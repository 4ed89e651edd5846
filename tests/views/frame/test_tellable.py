"""Tellable: under filters only the changes of what is shown, those of what has gone since too."""

import pytest
from folders import Files
from making import day, strategy

from strategy_cli.changes import compared
from strategy_cli.measuring.scope import Filters
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.tellable import told

BEFORE = {
    "strategy.yaml": "{title: Old, vision: V}",
    "owners/a.yaml": "{title: A, holder: maija-meri}",
    "owners/b.yaml": "title: B",
    "bodies/x.yaml": "name: X",
    "goals/g.yaml": "{name: G, owner: a, body: x}",
    "goals/h.yaml": "{name: H, owner: a}",
    "goals/gone.yaml": "{name: Gone, body: x}",
    "projects/p.yaml": "{name: P, goals: [g], owner: a, updates: [{period: 2026-T1, status: on-track, by: a}]}",
}
AFTER = {
    **BEFORE,
    "strategy.yaml": "{title: New, vision: V}",
    "owners/a.yaml": "{title: A, holder: matti-meri}",
    "goals/g.yaml": "{name: G2, owner: b, body: x}",
    "goals/h.yaml": "{name: H2, owner: a}",
    "projects/p.yaml": "{name: P, goals: [g], owner: a, updates: [{period: 2026-T1, status: at-risk, by: b},"
    " {period: 2026-T2, status: on-track, by: b}]}",
}
del AFTER["goals/gone.yaml"]
WHOLE = {
    "goal-name-changed g",
    "goal-name-changed h",
    "goal-removed gone",
    "project-update-added p",
    "project-update-changed p",
    "strategy-title-changed strategy",
}
POSTS = {"goal-owner-changed g"}
OF_X = {"goal-name-changed g", "goal-removed gone", "project-update-added p", "project-update-changed p"}


def changes(names: str, filters: Filters, before: Files = BEFORE, after: Files = AFTER) -> list[object]:
    basis = Basis(strategy(after), day("2026-09-30"), names=names, filters=filters)
    return list(told(compared(strategy(before), basis.strategy), basis).changes)


@pytest.mark.parametrize(
    ("names", "filters", "expected"),
    [
        ("full", Filters(), WHOLE | POSTS | {"owner-holder-changed a"}),
        ("role", Filters(), WHOLE | POSTS),
        ("none", Filters(), WHOLE),
        ("role", Filters(bodies=("x",)), OF_X | POSTS),
        ("role", Filters(goals=("h",)), {"goal-name-changed h"}),
        (
            "full",
            Filters(owners=("a",)),
            {"goal-name-changed h", "owner-holder-changed a", *OF_X, *POSTS} - {"goal-removed gone"},
        ),
    ],
)
def test_a_report_tells_the_changes_of_what_it_shows_as_far_as_readers_may_know(
    names: str, filters: Filters, expected: set[str]
) -> None:
    assert {f"{one.id} {one.subject.id}" for one in changes(names, filters)} == expected  # type: ignore[attr-defined]


def test_without_names_an_update_is_told_without_whom_it_is_by() -> None:
    said = [repr(one) for one in changes("none", Filters())]
    assert any("Update(" in one for one in said)
    assert not [one for one in said if "by='" in one]
    assert [one for one in map(repr, changes("role", Filters())) if "by='b'" in one]


def test_a_filter_for_what_the_earlier_version_lacked_tells_what_came() -> None:
    before = {key: text for key, text in BEFORE.items() if not key.startswith(("bodies/", "goals/", "projects/"))}
    after = {**before, "bodies/x.yaml": "name: X", "goals/g.yaml": "{name: G, body: x}", "goals/h.yaml": "name: H"}
    found = changes("role", Filters(bodies=("x",)), before, after)
    assert {one.subject.id for one in found} == {"g", "x"}  # type: ignore[attr-defined]


def test_a_report_tells_no_guess_of_hidden_posts_and_nothing_of_files() -> None:
    before, after = {**BEFORE, "owners/c.yaml": "title: C"}, {**AFTER, "owners/d.yaml": "title: C"}
    found = compared(strategy(before), strategy({**after, "owners/b.yaml": "# x\ntitle: B"}))
    assert (len(found.hints), len(found.layout)) == (1, 1)
    kept = told(found, Basis(found.new, day("2026-06-30"), names="none"))
    assert (kept.hints, kept.layout) == ((), ())
