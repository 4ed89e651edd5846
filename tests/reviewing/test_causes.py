"""One cause, one line: what a removal, an addition, an ending or a merge brings stands beneath it; nothing is lost."""

from collections import Counter
from datetime import date
from typing import Any

import pytest
from folders import Files
from hypothesis import given, settings
from hypothesis import strategies as st
from making import strategy

from strategy_cli.changes import Change, Comparison, Weight, compared
from strategy_cli.loading import load
from strategy_cli.ref import Ref
from strategy_cli.reviewing import Group
from strategy_cli.reviewing.reviewed import Wanted, reviewed
from strategy_cli.source import Source, Version

TODAY = date(2026, 1, 1)
POST = {"owners/x.yaml": "title: X\n"}
GOAL = {"goals/a.yaml": "name: A\n"}
KEPT = {"goals/k.yaml": "name: K\n"}


def groups(old: Files, new: Files) -> tuple[Group, ...]:
    return reviewed(compared(strategy(old), strategy(new)), Wanted(on=TODAY)).groups


def told(found: tuple[Group, ...]) -> dict[str, list[str]]:
    return {_named(group.head.change): [_named(one.change) for one in group.carried] for group in found}


def _named(change: Change) -> str:
    return f"{change.id} {change.subject.id}"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            GOAL | KEPT | {"projects/p.yaml": "name: P\ngoals: [a, k]\n", "indicators/i.yaml": "name: I\ngoal: a\n"},
            KEPT | {"projects/p.yaml": "name: P\ngoals: [k]\n", "indicators/i.yaml": "name: I\ngoal: k\n"},
            {
                "goal-removed a": ["indicator-goal-link-removed i", "project-goal-link-removed p"],
                "indicator-goal-link-added i": [],
            },
            id="a removed goal carries the links to it",
        ),
        pytest.param(
            GOAL
            | KEPT
            | {
                "goals/b.yaml": "name: B\nparent: a\n",
                "goals/c.yaml": "name: C\nparent: b\n",
                "indicators/i.yaml": "name: I\ngoal: c\n",
                "indicators/j.yaml": "name: J\ngoals: [c, k]\n",
                "projects/p.yaml": "name: P\ngoals: [c]\n",
            },
            KEPT | {"projects/p.yaml": "name: P\n"},
            {
                "goal-removed a": [
                    "goal-removed b",
                    "goal-removed c",
                    "project-goal-link-removed p",
                    "indicator-removed i",
                ],
                "indicator-removed j": [],
            },
            id="the chain goes to the root, and what hung on another goal too stands by itself",
        ),
        pytest.param(
            POST | {"goals/a.yaml": "name: A\nowner: x\n"},
            {"owners/y.yaml": "title: Y\n", "goals/a.yaml": "name: A\nowner: y\n"},
            {"owner-removed x": ["goal-owner-changed a"], "owner-added y": []},
            id="a removed post carries the change of owner",
        ),
        pytest.param(
            POST | {"goals/a.yaml": "name: A\nowner: x\n"},
            POST | {"owners/y.yaml": "title: Y\n", "goals/a.yaml": "name: A\nowner: y\n"},
            {"owner-added y": ["goal-owner-changed a"]},
            id="an added post carries the links made to it",
        ),
        pytest.param(
            KEPT,
            KEPT | GOAL | {"goals/b.yaml": "name: B\nparent: a\n"},
            {"goal-added a": ["goal-added b"]},
            id="an added goal carries the goals added below it",
        ),
        pytest.param(
            GOAL | {"units/u.yaml": "name: U\n", "goals/b.yaml": "name: B\nmeaning: {u: Vesi}\n"},
            GOAL | {"goals/b.yaml": "name: B\n"},
            {"unit-removed u": ["goal-meaning-removed b"]},
            id="a removed unit carries what a goal meant for it",
        ),
        pytest.param(
            {
                "units/u.yaml": "name: U\n",
                "units/v.yaml": "name: V\n",
                "units/s.yaml": "name: S\nparent: u\n",
                "projects/p.yaml": "name: P\nunit: u\n",
            },
            {
                "units/u.yaml": "name: U\nuntil: 2025-12-31\nsuccessors: [v]\n",
                "units/v.yaml": "name: V\n",
                "units/s.yaml": "name: S\nparent: u\nuntil: 2025-12-31\n",
                "projects/p.yaml": "name: P\nunit: v\n",
            },
            {"unit-end-added u": ["project-unit-changed p", "unit-end-added s", "unit-successor-added u"]},
            id="a unit that ended carries what was moved away, its successors and what ended with it",
        ),
        pytest.param(
            GOAL | {"units/u.yaml": "name: U\nuntil: 2025-12-31\n", "projects/p.yaml": "name: P\nunit: u\n"},
            GOAL | {"units/u.yaml": "name: U\nuntil: 2026-12-31\n", "projects/p.yaml": "name: P\n"},
            {"unit-end-changed u": [], "project-unit-removed p": []},
            id="a unit that goes on for longer carries nothing",
        ),
        pytest.param(
            GOAL | KEPT | {"indicators/i.yaml": "name: I\ngoal: k\n"},
            {"goals/n.yaml": "name: N\ncontinues: [a, k]\n", "indicators/i.yaml": "name: I\ngoal: n\n"},
            {
                "goal-merged n": [
                    "goal-added n",
                    "goal-removed a",
                    "goal-removed k",
                    "indicator-goal-link-added i",
                    "indicator-goal-link-removed i",
                ]
            },
            id="a merge carries its parts and the links to them",
        ),
        pytest.param(
            GOAL,
            {"goals/n.yaml": "name: N\ncontinues: [a]\n", "goals/m.yaml": "name: M\ncontinues: [a]\n"},
            {"goal-split a": ["goal-added m", "goal-added n", "goal-removed a"]},
            id="a split carries what it was made into",
        ),
        pytest.param(
            {"goals/a.yaml": "name: A\nparent: b\n", "goals/b.yaml": "name: B\nparent: a\n"},
            {},
            {"goal-removed a": ["goal-removed b"]},
            id="a circle ends where it began",
        ),
    ],
)  # fmt: skip
def test_what_a_change_brings_stands_beneath_it(old: Files, new: Files, expected: dict[str, list[str]]) -> None:
    assert {head: sorted(held) for head, held in told(groups(old, new)).items()} == {
        head: sorted(held) for head, held in expected.items()
    }


def test_what_hangs_on_a_unit_beyond_its_end_is_named() -> None:
    unit = {
        "units/u.yaml": "name: U\n",
        "owners/o.yaml": "title: O\nunit: u\n",
        "projects/p.yaml": "name: P\nunit: u\n",
    }
    ended = unit | {
        "units/u.yaml": "name: U\nuntil: 2026-12-31\n",
        "projects/p.yaml": "name: P\nunit: u\nstatus: closed\n",
    }
    group = next(g for g in groups(unit, ended) if g.head.change.subject.kind == "unit")
    assert group.hanging == (Ref("owner", "o"),)


def test_a_project_whose_last_goal_went_is_told_as_left_without_one() -> None:
    old = GOAL | KEPT | {"projects/p.yaml": "name: P\ngoals: [a]\n", "projects/q.yaml": "name: Q\ngoals: [a, k]\n"}
    new = KEPT | {"projects/p.yaml": "name: P\n", "projects/q.yaml": "name: Q\ngoals: [k]\n"}
    (group,) = groups(old, new)
    assert [(one.change.subject.id, one.change.args.get("orphaned")) for one in group.carried] == [
        ("p", True),
        ("q", None),
    ]


def test_a_group_weighs_as_its_gravest_and_the_gravest_comes_first() -> None:
    old = {"owners/x.yaml": "title: X\n", "goals/a.yaml": "name: A\ndescription: B\n", "bodies/b.yaml": "name: B\n"}
    new = {"goals/a.yaml": "name: A\ndescription: C\nbinding: true\n", "bodies/b.yaml": "name: B\n"}
    weights = [group.weight for group in groups(old, new)]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] is Weight.DECISION


IDS = st.sampled_from(["a", "b", "c"])
SOME = st.lists(IDS, max_size=2, unique=True)


def things(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(IDS, st.fixed_dictionaries({"name": st.just("N")}, optional=keys), max_size=3)


DAYS = st.sampled_from(["2025-12-31", "2026-12-31"])
FOLDERS = st.fixed_dictionaries(
    {
        "goals": things(
            parent=IDS, participants=SOME, meaning=st.dictionaries(IDS, st.just("M"), max_size=2), continues=SOME
        ),
        "indicators": things(goals=SOME),
        "projects": things(goals=SOME, unit=IDS, depends_on=SOME),
        "units": things(parent=IDS, until=DAYS, successors=SOME),
    }
)


def written(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {written(held)}" for key, held in value.items()) + "}"
    return "[" + ", ".join(value) + "]" if isinstance(value, list) else str(value)


def read(folders: dict[str, dict[str, Any]]) -> Any:
    files = {
        f"{folder}/{name}.yaml": written(one).encode() for folder, all_ in folders.items() for name, one in all_.items()
    }
    return load(Source("", Version("test"), {"strategy.yaml": b"{title: T}", **files})).strategy


@given(FOLDERS, FOLDERS, st.sampled_from(list(Weight)))
@settings(max_examples=150, deadline=None)
def test_no_change_is_lost_or_told_twice(old: Any, new: Any, floor: Weight) -> None:
    comparison: Comparison = compared(read(old), read(new))
    whole = reviewed(comparison, Wanted(on=TODAY))
    told = [entry for group in whole.groups for entry in group.entries]
    assert Counter(map(_place, (e.change for e in told))) == Counter(map(_place, comparison.changes))
    assert len({entry.mark for entry in told}) == len(told)
    assert [g.weight for g in whole.groups] == sorted((g.weight for g in whole.groups), reverse=True)
    part = reviewed(comparison, Wanted(floor=floor, on=TODAY))
    assert len(list(part.shown)) + sum(part.hidden) == len(comparison.changes)
    assert {e.mark for e in told if e.weight >= floor} <= {e.mark for e in part.shown}


def _place(change: Change) -> tuple[object, ...]:
    return change.id, change.subject, change.key, repr(change.before), repr(change.after)
