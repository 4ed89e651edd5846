"""Which decisions settled a change: those that came with it and name it, or what it is part of; nothing is guessed."""

from pathlib import Path

import pytest
from making import strategy

from strategy_cli import source
from strategy_cli.changes import compared
from strategy_cli.loading import load
from strategy_cli.reviewing.reviewed import reviewed

KEMI = Path(__file__).parents[1] / "real" / "kemi"
BODIES = {"bodies/c.yaml": "name: C\nkind: council\n", "bodies/b.yaml": "name: B\nkind: board\n"}
ABOUT = "title: T\nlanguages: [fi]\n"
OLD: dict[str, str] = BODIES | {
    "strategy.yaml": ABOUT,
    "goals/a.yaml": "name: A\n",
    "goals/b.yaml": "name: B\nparent: a\n",
    "indicators/i.yaml": "name: I\ngoal: b\nbetter: up\ntargets: [{period: 2030, value: 9}]\nvalues: {2024: 1}\n",
    "programmes/g.yaml": "name: G\n",
    "projects/p.yaml": "name: P\nprogramme: g\ngoals: [b]\nmoney: [{year: 2026, granted: 9}]\n",
}
LOWERED = OLD["indicators/i.yaml"].replace("9", "8")


def decision(keys: str) -> dict[str, str]:
    return {"decisions/d.yaml": f"title: D\nbody: c\ndate: 2026-01-01\n{keys}\n"}


def settled(old: dict[str, str], new: dict[str, str], subject: str) -> set[str]:
    """Name the decisions that settled what was done to a thing."""
    entries = reviewed(compared(strategy(old), strategy(new))).selected
    of_it = [entry for entry in entries if entry.change.subject.id == subject]
    assert of_it
    return {d.id for entry in of_it for d in entry.decisions}


APPROVED = "kind: approved\nconcerns: "
CASES = {
    "the thing itself": ({"indicators/i.yaml": LOWERED, **decision(APPROVED + "[indicator/i]")}, "i", True),
    "its goal": ({"indicators/i.yaml": LOWERED, **decision(APPROVED + "[goal/b]")}, "i", True),
    "the goal above": ({"indicators/i.yaml": LOWERED, **decision(APPROVED + "[goal/a]")}, "i", True),
    "the strategy": ({"goals/b.yaml": "name: X\nparent: a\n", **decision(APPROVED + "[strategy/strategy]")}, "b", True),
    "the strategy's own link": (
        {"strategy.yaml": f"{ABOUT}decision: d\n", "goals/b.yaml": "name: X\nparent: a\n", **decision("")},
        "b",
        True,
    ),
    "a board does not settle the strategy": (
        {
            "goals/b.yaml": "name: X\nparent: a\n",
            **decision(APPROVED + "[strategy/strategy]"),
            "decisions/d.yaml": decision(APPROVED + "[strategy/strategy]")["decisions/d.yaml"].replace("y: c", "y: b"),
        },
        "b",
        False,
    ),
    "another goal": (
        {"indicators/i.yaml": LOWERED, **decision(APPROVED + "[goal/k]"), "goals/k.yaml": "name: K\n"},
        "i",
        False,
    ),
    "a goal below": ({"goals/a.yaml": "name: X\n", **decision(APPROVED + "[goal/b]")}, "a", False),
    "a decision without a kind": (
        {"goals/b.yaml": "name: X\nparent: a\n", **decision("concerns: [goal/b]")},
        "b",
        False,
    ),
    "the same, named by the thing": (
        {"goals/b.yaml": "name: X\nparent: a\ndecision: d\n", **decision("concerns: [goal/b]")},
        "b",
        True,
    ),
    "the programme": (
        {"projects/p.yaml": OLD["projects/p.yaml"].replace("9", "8"), **decision(APPROVED + "[programme/g]")},
        "p",
        True,
    ),
    "a project is not the strategy's": (
        {"projects/p.yaml": OLD["projects/p.yaml"].replace("9", "8"), **decision(APPROVED + "[strategy/strategy]")},
        "p",
        False,
    ),
    "what was measured is nobody's": (
        {"indicators/i.yaml": OLD["indicators/i.yaml"].replace(": 1}", ": 2}"), **decision(APPROVED + "[indicator/i]")},
        "i",
        False,
    ),
    **{
        f"{kind} settles nothing": (
            {"goals/b.yaml": "name: X\nparent: a\n", **decision(f"kind: {kind}\nconcerns: [goal/b]")},
            "b",
            False,
        )
        for kind in ("noted", "guided", "proposed", "returned")
    },
}  # fmt: skip


@pytest.mark.parametrize(("changed", "subject", "expected"), CASES.values(), ids=CASES)
def test_a_decision_settles_by_what_it_names(changed: dict[str, str], subject: str, expected: bool) -> None:  # noqa: FBT001
    assert settled(OLD, OLD | changed, subject) == ({"d"} if expected else set())


def test_a_decision_that_was_there_counts_only_when_it_is_newly_linked() -> None:
    old = OLD | decision("kind: approved\nconcerns: [goal/a]")
    changed = {"goals/a.yaml": "name: X\n", "goals/b.yaml": "name: X\nparent: a\n"}
    assert settled(old, old | changed, "a") == set()
    assert settled(old, old | changed | decision("kind: approved\nconcerns: [goal/a, goal/b]"), "b") == {"d"}
    assert settled(old, old | {"goals/b.yaml": "name: X\nparent: a\ndecision: d\n"}, "b") == {"d"}


def test_a_decision_that_was_on_the_agenda_counts_once_it_is_made() -> None:
    old = OLD | decision("kind: proposed\nconcerns: [goal/a]")
    assert settled(old, old | {"goals/a.yaml": "name: X\n"} | decision(APPROVED + "[goal/a]"), "a") == {"d"}


def test_a_goal_s_decision_may_take_an_indicator_from_it() -> None:
    moved = {"indicators/i.yaml": OLD["indicators/i.yaml"].replace("goal: b", "goal: k"), "goals/k.yaml": "name: K\n"}
    assert settled(OLD, OLD | moved | decision(APPROVED + "[goal/b]"), "i") == {"d"}


def test_a_decision_that_was_renamed_is_not_new() -> None:
    old = OLD | decision("kind: approved\nconcerns: [goal/a]")
    text = "title: D\nbody: c\ndate: 2026-01-01\nkind: approved\nconcerns: [goal/a]\nformerly: [d]\n"
    new = {**old, "goals/a.yaml": "name: X\n", "decisions/e.yaml": text}
    del new["decisions/d.yaml"]
    assert settled(old, new, "a") == set()


def test_what_is_gone_is_settled_by_what_names_it_or_what_it_hung_on() -> None:
    new = {path: text for path, text in OLD.items() if path not in ("goals/b.yaml", "indicators/i.yaml")}
    new |= {"projects/p.yaml": "name: P\nprogramme: g\nmoney: [{year: 2026, granted: 9}]\n"}
    ended = load_with(new | decision("kind: decided\nconcerns: [goal/b]"))
    assert ended == {"b": {"d"}, "i": {"d"}, "p": {"d"}, "d": set()}
    above = load_with(new | decision("kind: decided\nconcerns: [goal/a]"))
    assert above["b"] == above["i"] == {"d"}
    assert load_with(new | decision("kind: decided\nconcerns: [project/p]"))["b"] == set()


def test_the_parts_of_a_merge_are_settled_by_what_settled_the_whole() -> None:
    new = {path: text for path, text in OLD.items() if path != "goals/a.yaml"} | decision(APPROVED + "[goal/n]")
    new |= {"goals/n.yaml": "name: N\ncontinues: [a]\n", "goals/b.yaml": "name: B\nparent: n\n"}
    assert settled(OLD, new, "a") == settled(OLD, new, "n") == {"d"}


def load_with(new: dict[str, str]) -> dict[str, set[str]]:
    after = load(source.Source("", source.Version("made"), {path: text.encode() for path, text in new.items()}))
    found: dict[str, set[str]] = {}
    for entry in reviewed(compared(strategy(OLD), after.strategy)).selected:
        found.setdefault(entry.change.subject.id, set()).update(d.id for d in entry.decisions)
    return found


def test_kemi_claims_nothing_that_the_record_does_not_show() -> None:
    old, new = (load(source.from_folder(KEMI / name, versioned=False)).strategy for name in ("2030", "2022-2025"))
    entries = reviewed(compared(old, new)).selected
    assert len(entries) > 30
    assert [entry for entry in entries if entry.decisions] == []
