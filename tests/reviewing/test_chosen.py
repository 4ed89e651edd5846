"""Only what concerns them: things in scope in either version, links to them, decisions about them; the rest counted."""

from datetime import date

import pytest
from folders import loaded
from making import strategy

from strategy_cli.changes import Weight, compared
from strategy_cli.errors import StrategyError
from strategy_cli.reviewing import Hidden, Review
from strategy_cli.reviewing.chosen import Choice
from strategy_cli.reviewing.reviewed import Wanted, reviewed

OLD = {
    "strategy.yaml": "title: T\nvision: V\n",
    "bodies/c.yaml": "name: C\n",
    "bodies/b.yaml": "name: B\n",
    "units/u.yaml": "name: U\nbody: b\n",
    "units/s.yaml": "name: S\nparent: u\n",
    "units/v.yaml": "name: V\n",
    "owners/x.yaml": "title: X\nunit: s\n",
    "owners/y.yaml": "title: Y\n",
    "goals/a.yaml": "name: A\nowner: x\n",
    "goals/k.yaml": "name: K\nowner: y\n",
    "indicators/i.yaml": "name: I\ngoal: a\n",
    "projects/p.yaml": "name: P\ngoals: [a]\nunit: s\n",
    "projects/q.yaml": "name: Q\ngoals: [k]\nunit: v\n",
}
NEW = OLD | {
    "strategy.yaml": "title: T\nvision: W\n",
    "owners/x.yaml": "title: XX\nunit: s\n",
    "owners/y.yaml": "title: YY\n",
    "goals/k.yaml": "name: KK\nowner: y\n",
    "indicators/i.yaml": "name: II\ngoal: a\n",
    "projects/p.yaml": "name: P\nunit: v\n",
    "projects/q.yaml": "name: QQ\ngoals: [k]\nunit: v\n",
    "decisions/d.yaml": "title: D\nbody: c\ndate: 2026-01-01\nconcerns: [goal/a]\n",
    "decisions/e.yaml": "title: E\nbody: b\ndate: 2026-01-01\n",
}
del NEW["goals/a.yaml"]
NEW["indicators/i.yaml"] = "name: II\n"
NEW["decisions/d.yaml"] = "title: D\nbody: c\ndate: 2026-01-01\nconcerns: [indicator/i]\n"


def review(choice: Choice, floor: Weight = Weight.WORDING) -> Review:
    return reviewed(compared(strategy(OLD), strategy(NEW)), Wanted(floor, choice=choice, on=date(2026, 6, 30)))


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(goals=("a",)), {"goal/a", "indicator/i", "project/p", "decision/d"}),
        (Choice(units=("u",)), {"goal/a", "indicator/i", "project/p", "owner/x", "decision/d"}),
        (Choice(owners=("y",)), {"goal/k", "owner/y"}),
        (Choice(bodies=("b",)), {"project/p", "decision/e"}),
        (Choice(kinds=("owner",)), {"owner/x", "owner/y"}),
        (Choice(kinds=("owner",), units=("u",)), {"owner/x"}),
        (Choice(goals=("a", "k"), kinds=("project",)), {"project/p", "project/q"}),
    ],
)
def test_only_what_concerns_them_is_selected(choice: Choice, expected: set[str]) -> None:
    found = review(choice)
    assert {str(entry.change.subject) for entry in found.selected} == expected
    assert len(list(found.shown)) + sum(found.hidden) == len(found.comparison.changes)
    assert sum(count for pair in found.counted.values() for count in pair) == len(found.selected)


def test_what_brought_a_change_is_shown_above_it_though_it_was_not_asked_for() -> None:
    found = review(Choice(kinds=("project",)))
    heads = {str(group.head.change.subject): (group.context, len(group.carried)) for group in found.groups}
    assert heads == {"goal/a": (True, 1), "project/p": (False, 0), "project/q": (False, 0)}
    assert found.counted == {
        Weight.DECISION: (0, 1),
        Weight.NOTICE: (1, 0),
        Weight.PROGRESS: (0, 0),
        Weight.WORDING: (1, 0),
    }


def test_heads_and_what_follows_are_counted_by_the_weight_of_their_group_lighter_ones_too() -> None:
    every, grave = review(Choice()), review(Choice(), Weight.DECISION)
    assert every.counted == grave.counted
    assert every.counted[Weight.DECISION] == (2, 2)
    assert sum(count for pair in every.counted.values() for count in pair) == len(every.comparison.changes)
    assert len(list(grave.shown)) < len(list(every.shown))


def test_what_is_lighter_and_what_is_elsewhere_is_counted_apart() -> None:
    found = review(Choice(owners=("y",)), Weight.NOTICE)
    assert [str(entry.change.subject) for entry in found.shown] == ["goal/k"]
    assert found.hidden == Hidden(lighter=1, elsewhere=len(found.comparison.changes) - 2)


def test_a_thing_is_known_by_any_of_its_ids() -> None:
    renamed = {path: text for path, text in OLD.items() if path != "goals/k.yaml"}
    renamed |= {
        "goals/m.yaml": "name: M\nowner: y\nformerly: [k]\n",
        "projects/q.yaml": "name: Q\ngoals: [m]\nunit: v\n",
    }
    comparison = compared(strategy(OLD), strategy(renamed))
    for name in ("k", "m"):
        found = reviewed(comparison, Wanted(choice=Choice(goals=(name,)))).selected
        assert {entry.change.id for entry in found} == {"id-renamed", "goal-name-changed"}


@pytest.mark.parametrize(
    ("choice", "concerns"),
    [
        (Choice(goals=("k",)), True),
        (Choice(owners=("y",)), True),
        (Choice(kinds=("project",)), True),
        (Choice(goals=("a",)), False),
        (Choice(kinds=("indicator",)), False),
    ],
)
@pytest.mark.parametrize("ending", [{"units/v.yaml": "name: V\nuntil: 2025-12-31\n"}, {"units/v.yaml": ""}])
def test_what_ended_or_is_gone_concerns_what_hangs_on_it_still(
    choice: Choice, ending: dict[str, str], *, concerns: bool
) -> None:
    old = OLD | {"projects/q.yaml": "name: Q\ngoals: [k]\nunit: v\nowner: y\n"}
    new = {path: text for path, text in (old | ending).items() if text}
    comparison = compared(strategy(old), loaded(new).strategy)
    (group,) = reviewed(comparison, Wanted(on=date(2026, 6, 30))).groups
    assert [str(ref) for ref in group.hanging] == ["project/q"]
    found = reviewed(comparison, Wanted(choice=choice, on=date(2026, 6, 30))).selected
    assert [str(entry.change.subject) for entry in found] == (["unit/v"] if concerns else [])


def test_ids_of_either_version_are_offered() -> None:
    with pytest.raises(StrategyError) as raised:
        review(Choice(goals=("zz",)))
    assert raised.value.message_args["known"] == "a, k"


@pytest.mark.parametrize("choice", [Choice(goals=("aa",)), Choice(units=("uu",)), Choice(owners=("yy",))])
def test_what_no_version_has_is_told_with_what_is_near_or_known(choice: Choice) -> None:
    with pytest.raises(StrategyError) as raised:
        review(choice)
    assert raised.value.key in ("no-such-thing-near", "no-such-thing-known")
