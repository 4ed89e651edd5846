"""Which step's decision settled a change where the steps between versions are known: each decision is made once."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from folders import loaded

from strategy_cli.changes import compared
from strategy_cli.git import Commit
from strategy_cli.replay import Step
from strategy_cli.replay.steps import step
from strategy_cli.reviewing.commits import Attribution, Brought
from strategy_cli.reviewing.deciding import Deciding
from strategy_cli.reviewing.reviewed import Beside, Wanted, reviewed
from strategy_cli.reviewing.trail import Touch

FIRST = date(2026, 1, 1)
ON = date(2026, 12, 1)
BEGUN = {
    "bodies/c.yaml": "name: C\nkind: council\n",
    "goals/g.yaml": "name: G\n",
}


def target(value: int, more: str = "") -> dict[str, str]:
    text = f"name: I\ngoal: g\nbetter: up\ntargets: [{{period: 2030, value: {value}}}]\n{more}"
    return {"indicators/i.yaml": text}


def council(name: str, concerns: str = "indicator/i", kind: str = "approved") -> dict[str, str]:
    text = f"title: {name}\nbody: c\ndate: 2026-01-01\nsection: {name}\nkind: {kind}\nconcerns: [{concerns}]\n"
    return {f"decisions/{name}.yaml": text}


def steps(*changes: tuple[int, dict[str, str]]) -> list[Step]:
    """Make steps from what each changed, and how many days after the first it was committed."""
    files: dict[str, str] = dict(BEGUN)
    found: list[Step] = []
    for days, change in changes:
        files = {path: text for path, text in (files | change).items() if text}
        new = loaded(files).strategy
        commit = Commit(f"{days:040}", FIRST + timedelta(days), "Change")
        found.append(step(commit, found[-1].new if found else None, new))
    return found


def in_history(held: Sequence[Step], number: int) -> set[str]:
    """Name the decisions that settled what a step did to the target."""
    (change,) = (one for one in held[number].changes if one.field.startswith("targets"))
    return {d.id for d in Deciding(held, ON).of(Touch(number, change)).decisions}


def over(held: Sequence[Step]) -> set[str]:
    """Name the decisions that settled what a comparison over steps tells of the target."""
    comparison = compared(held[0].old or held[0].new, held[-1].new)
    review = reviewed(comparison, Wanted(on=ON), Beside(brought=Attribution(lambda _: Brought(), held)))
    (entry,) = (one for one in review.selected if one.change.field.startswith("targets"))
    return {d.id for d in entry.decisions}


CASES: dict[str, tuple[list[tuple[int, dict[str, str]]], list[set[str]], set[str]]] = {
    "one that settled a change in its own step is used up": (
        [(0, target(10)), (10, target(8) | council("d")), (59, target(3))],
        [{"d"}, set()],
        set(),
    ),
    "one entered just before": ([(0, target(10)), (10, council("d")), (20, target(8))], [{"d"}], {"d"}),
    "one entered just after": ([(0, target(10)), (10, target(8)), (60, council("d"))], [{"d"}], {"d"}),
    "one entered long before": ([(0, target(10)), (10, council("d")), (71, target(8))], [set()], set()),
    "one entered long after": ([(0, target(10)), (10, target(8)), (71, council("d"))], [set()], set()),
    "the second change since": (
        [(0, target(10)), (10, council("d")), (20, target(8)), (30, target(7))],
        [{"d"}, set()],
        set(),
    ),
    "each with its own": (
        [(0, target(10)), (10, target(8) | council("d")), (20, target(7) | council("e"))],
        [{"d"}, {"e"}],
        {"d", "e"},
    ),
    "a decision that is linked to what it concerns when it is entered": (
        [(0, target(10)), (10, council("d") | {"goals/g.yaml": "name: G\ndecision: d\n"}), (20, target(8))],
        [{"d"}],
        {"d"},
    ),
    "other words in between use nothing up": (
        [(0, target(10)), (10, council("d") | target(10, "note: N\n")), (20, target(8, "note: N\n"))],
        [{"d"}],
        {"d"},
    ),
    "what the record lacked at first": (
        [(0, target(10)), (10, target(8) | council("d", "goal/k", "proposed")), (12, council("d"))],
        [{"d"}],
        {"d"},
    ),
    "one that was taken away and put back": (
        [(0, target(10) | council("d")), (100, {"decisions/d.yaml": ""}), (110, target(8) | council("d"))],
        [set()],
        set(),
    ),
}


@pytest.mark.parametrize(("changes", "history", "whole"), CASES.values(), ids=CASES)
def test_a_decision_settles_the_step_that_it_was_made_for(
    changes: list[tuple[int, dict[str, str]]], history: list[set[str]], whole: set[str]
) -> None:
    held = steps(*changes)
    touching = [n for n, one in enumerate(held) if any(c.field.startswith("targets") for c in one.changes)]
    assert [in_history(held, number) for number in touching] == history
    assert over(held[1:]) == whole


def test_the_last_step_alone_the_whole_and_the_history_say_the_same() -> None:
    held = steps((0, target(10)), (10, target(8) | council("d")), (59, target(3)))
    assert over(held[1:]) == over(held[2:]) == in_history(held, 2) == set()


def test_a_decision_that_was_made_for_an_earlier_step_is_told_as_older() -> None:
    held = steps((0, target(10)), (10, target(8) | council("d")), (59, target(3)))
    (change,) = held[2].changes
    assert [(one.decision.id, one.why) for one in Deciding(held, ON).of(Touch(2, change)).short] == [("d", "older")]
