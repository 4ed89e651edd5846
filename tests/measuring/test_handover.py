"""Handover: what a post with a last day leaves, and to whom."""

import pytest
from making import day, strategy

from strategy_cli.measuring.handover import Left, outliving, owned, successor

ABOUT = "{title: S, period: {from: 2026-01-01, until: 2029-12-31}}"
POST = "{title: O, until: 2027-12-31, deputy: d}"


def left(files: dict[str, str], post: str = POST) -> tuple[Left, ...]:
    """Find what the post leaves."""
    held = {"strategy.yaml": ABOUT, "owners/d.yaml": "title: D", "owners/e.yaml": "title: E", "owners/o.yaml": post}
    read = strategy({**held, **files})
    return outliving(read, read.owners["o"], day("2026-09-30"))


@pytest.mark.parametrize(
    ("file", "keys", "goes_on"),
    [
        ("projects/p.yaml", "status: started, period: {until: 2028-01-01}", True),
        ("projects/p.yaml", "status: started, period: {until: 2027-12-31}", False),
        ("projects/p.yaml", "status: started", True),
        ("projects/p.yaml", "status: closed, period: {until: 2028-01-01}", False),
        ("goals/g.yaml", "", True),
        ("goals/g.yaml", "until: 2027-06-30", False),
        ("goals/g.yaml", "until: 2026-06-30", False),
        ("programmes/p.yaml", "period: {until: 2028-06-30}", True),
        ("indicators/i.yaml", "targets: [{period: 2027, value: 1}]", False),
        ("indicators/i.yaml", "targets: [{period: 2028, value: 1}]", True),
    ],
)
def test_what_goes_on_after_the_posts_last_day_is_left(file: str, keys: str, goes_on: bool) -> None:  # noqa: FBT001 - a column of the table
    assert bool(left({file: f"{{name: X, owner: o, {keys}}}"})) is goes_on


def test_a_post_without_a_last_day_leaves_nothing() -> None:
    assert left({"goals/g.yaml": "{name: G, owner: o}"}, "title: O") == ()


@pytest.mark.parametrize(
    ("files", "post", "heir"),
    [
        ({}, POST, "d"),
        ({}, "{title: O, until: 2027-12-31}", None),
        ({"projects/p.yaml": "{name: P, owner: o, deputy: e, status: started}"}, POST, "e"),
        ({"owners/n.yaml": "{title: N, continues: [o]}"}, POST, "n"),
    ],
)
def test_it_goes_to_the_successor_else_the_projects_deputy_else_the_posts_own(
    files: dict[str, str], post: str, heir: str | None
) -> None:
    [one] = left({"projects/p.yaml": "{name: P, owner: o, status: started}", **files}, post)
    assert one.heir == heir


def test_what_is_over_is_owned_no_more() -> None:
    files = {
        "owners/o.yaml": "title: O",
        "projects/p.yaml": "{name: P, owner: o, status: closed}",
        "programmes/q.yaml": "{name: Q, owner: o}",
        "goals/g.yaml": "{name: G, owner: o}",
    }
    read = strategy(files)
    assert [str(one.ref) for one in owned(read, read.owners["o"], day("2026-09-30"))] == ["goal/g", "programme/q"]
    assert successor(read, read.owners["o"]) is None
