"""Who changed what over a version in the middle; every change of either step is accounted for."""

from typing import Any

import pytest
from folders import Files
from hypothesis import given, settings
from hypothesis import strategies as st
from making import strategy

from strategy_cli.changes import compared
from strategy_cli.loading import load
from strategy_cli.reviewing import Entry, Review
from strategy_cli.reviewing.reviewed import Beside, Wanted, reviewed
from strategy_cli.reviewing.threeway import threeway
from strategy_cli.reviewing.trail import Trail
from strategy_cli.source import Source, Version
from strategy_cli.strategy import Strategy


def three(base: Files, middle: Files, new: Files) -> Review:
    comparison = compared(strategy(base), strategy(new))
    return reviewed(comparison, Wanted(), Beside(middle=strategy(middle)))


def said(entries: tuple[Entry, ...]) -> set[tuple[str, str, str]]:
    return {
        (entry.change.id, entry.between.by, str(entry.between.value)) for entry in entries if entry.between is not None
    }


GOAL = "name: A\nweight: {}\n"


@pytest.mark.parametrize(
    ("base", "middle", "new", "expected"),
    [
        (1, 2, 2, {("goal-weight-changed", "middle", "2")}),
        (1, 1, 2, {("goal-weight-changed", "new", "1")}),
        (1, 2, 3, {("goal-weight-changed", "both", "2")}),
        (1, 2, 1, {("goal-weight-changed", "undone", "2")}),
        (1, 1, 1, set()),
    ],
)
def test_who_changed_a_value(base: int, middle: int, new: int, expected: set[tuple[str, str, str]]) -> None:
    review = three(*({"goals/a.yaml": GOAL.format(weight)} for weight in (base, middle, new)))
    entries = (*review.selected, *(group.head for group in review.undone))
    assert said(entries) == expected
    assert tuple(review.shown) == review.selected


def test_a_value_changed_under_another_id_is_one_change() -> None:
    old, new = {"goals/a.yaml": GOAL.format(1)}, {"goals/b.yaml": GOAL.format(3) + "formerly: [a]\n"}
    assert said(three(old, {"goals/b.yaml": GOAL.format(2) + "formerly: [a]\n"}, new).selected) == {
        ("id-renamed", "middle", "b"),
        ("goal-weight-changed", "both", "2"),
    }


def test_what_the_middle_added_and_the_new_version_changed_is_of_both() -> None:
    one = {"goals/a.yaml": GOAL.format(1)}
    added = one | {"goals/n.yaml": "name: N\n"}
    review = three(one, added, one | {"goals/n.yaml": "name: M\n"})
    assert said(review.selected) == {("goal-added", "both", "None")}


def test_what_was_added_and_taken_away_again_is_told_as_undone_and_needs_no_decision() -> None:
    one = {"goals/a.yaml": GOAL.format(1), "goals/b.yaml": "name: B\n"}
    less = {"goals/a.yaml": GOAL.format(1)}
    review = three(one, less, one)
    ((entry,),) = (group.entries for group in review.undone)
    assert (entry.change.id, entry.undone, entry.weakening, entry.undecided) == ("goal-removed", True, True, False)
    assert (review.selected, review.groups, review.undecided) == ((), (), ())
    assert set(review.counted.values()) == {(0, 0)}
    assert sum(review.hidden) == 0


IDS = st.sampled_from(["a", "b"])
SOME = st.lists(IDS, max_size=2, unique=True)


def things(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(IDS, st.fixed_dictionaries({"name": st.sampled_from(["N", "M"])}, optional=keys), max_size=2)


WEIGHT = st.sampled_from(["1", "2"])
MONEY = st.lists(st.fixed_dictionaries({"year": WEIGHT.map(lambda n: f"202{n}"), "asked": WEIGHT}), max_size=1)
STONES = st.lists(
    st.fixed_dictionaries({"name": st.sampled_from(["X", "Y"]), "due": st.sampled_from(["2026-01-31", "2026-02-28"])}),
    max_size=1,
)
FOLDERS = st.fixed_dictionaries(
    {
        "goals": things(parent=IDS, weight=WEIGHT, continues=SOME),
        "projects": things(goals=SOME, money=MONEY, milestones=STONES),
    }
)


def written(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {written(held)}" for key, held in value.items()) + "}"
    return "[" + ", ".join(map(written, value)) + "]" if isinstance(value, list) else str(value)


def read(folders: Any) -> Strategy:
    files = {
        f"{kind}/{one}.yaml": written(held).encode() for kind, all_ in folders.items() for one, held in all_.items()
    }
    return load(Source("", Version("test"), {"strategy.yaml": b"{title: T}", **files})).strategy


@given(FOLDERS, FOLDERS, FOLDERS)
@settings(max_examples=200, deadline=None)
def test_every_change_of_either_step_is_accounted_for(base: Any, middle: Any, new: Any) -> None:
    one, two, three_ = map(read, (base, middle, new))
    comparison = compared(one, three_)
    steps = compared(one, two).changes, compared(two, three_).changes
    ways = threeway(comparison, two)
    assert len(ways.between) == len(comparison.changes)
    trail, back = Trail(steps), {change.subject for change in ways.undone}
    told: tuple[set[str], set[str]] = (set(), set())
    for change in comparison.changes:
        for touch in trail.related(change):
            told[touch.step].add(repr(touch.change))
    assert [c for c in steps[0] if repr(c) not in told[0] and repr(c) not in set(map(repr, ways.undone))] == []
    assert [c for c in steps[1] if repr(c) not in told[1] and c.subject not in back] == []
