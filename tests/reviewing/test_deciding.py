"""Which decisions settled a change: those that came with it and name it, or what it is part of; nothing is guessed."""

from datetime import date
from pathlib import Path

import pytest
from folders import loaded
from making import strategy

from strategy_cli import source
from strategy_cli.changes import compared
from strategy_cli.loading import load
from strategy_cli.reviewing import Entry
from strategy_cli.reviewing.reviewed import Wanted, reviewed

KEMI = Path(__file__).parents[1] / "real" / "kemi"
BODIES = {"bodies/c.yaml": "name: C\nkind: council\n", "bodies/b.yaml": "name: B\nkind: board\n"}
BODIES |= {"bodies/w.yaml": "name: W\nkind: working\n", "bodies/y.yaml": "name: Y\nkind: influence\n"}
BODIES |= {"bodies/u.yaml": "name: U\n"}
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


ON = date(2026, 6, 1)


def decision(keys: str, name: str = "d", *, body: str = "c", date: str = "2026-01-01") -> dict[str, str]:
    return {f"decisions/{name}.yaml": f"title: {name}\nbody: {body}\ndate: {date}\n{keys}\n"}


def entries_of(old: dict[str, str], new: dict[str, str], subject: str) -> list[Entry]:
    """List what was done to a thing."""
    review = reviewed(compared(loaded(old).strategy, loaded(new).strategy), Wanted(on=ON))
    found = [entry for entry in review.selected if entry.change.subject.id == subject]
    assert found
    return found


def settled(old: dict[str, str], new: dict[str, str], subject: str) -> set[str]:
    """Name the decisions that settled what was done to a thing."""
    return {d.id for entry in entries_of(old, new, subject) for d in entry.decisions}


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


def test_a_decision_that_was_there_settles_nothing_though_it_is_newly_linked() -> None:
    old = OLD | decision("kind: approved\nconcerns: [goal/a]")
    changed = {"goals/a.yaml": "name: X\n", "goals/b.yaml": "name: X\nparent: a\n"}
    assert settled(old, old | changed, "a") == set()
    assert settled(old, old | changed | decision("kind: approved\nconcerns: [goal/a, goal/b]"), "b") == set()
    assert settled(old, old | {"goals/b.yaml": "name: X\nparent: a\ndecision: d\n"}, "b") == set()


def test_a_decision_that_was_there_settles_nothing_through_a_merge_a_split_or_another_id() -> None:
    old = OLD | decision(APPROVED + "[goal/a]") | {"goals/a.yaml": "name: A\ndecision: d\n"}
    merged = {path: text for path, text in old.items() if path != "goals/b.yaml"}
    merged |= {"goals/a.yaml": "name: A\ndecision: d\ncontinues: [b]\n"}
    assert settled(old, merged | {"indicators/i.yaml": LOWERED.replace("goal: b", "goal: a")}, "i") == set()
    undeclared = {path: text for path, text in old.items() if path != "goals/a.yaml"}
    undeclared |= {"goals/n.yaml": "name: N\ndecision: d\n", "goals/b.yaml": "name: B\nparent: n\n"}
    assert settled(old, undeclared, "a") == settled(old, undeclared, "n") == set()


def test_the_same_decision_under_another_id_is_not_new() -> None:
    same = "title: {0}\nbody: c\ndate: 2026-01-01\nsection: § 7\nkind: approved\nconcerns: [goal/a]\n"
    old = OLD | {"decisions/d.yaml": same.format("D")}
    changed = old | {"goals/a.yaml": "name: X\n", "decisions/e.yaml": same.format("Again")}
    assert settled(old, changed, "a") == set()
    assert settled(OLD, OLD | changed, "a") == {"d", "e"}


SHORT: dict[str, tuple[dict[str, str], dict[str, str], str | None]] = {
    "a proposal": ({}, decision("kind: proposed\nconcerns: [indicator/i]"), "kind"),
    "one that does not say what it did": ({}, decision("concerns: [indicator/i]"), "kind"),
    "one of after the day looked from": ({}, decision(APPROVED + "[indicator/i]", date="2026-07-01"), "later"),
    "one of before, newly linked": (decision("kind: approved"), decision(APPROVED + "[indicator/i]"), "older"),
    "a working group's": ({}, decision(APPROVED + "[indicator/i]", body="w"), "body"),
    "an influence body's": ({}, decision(APPROVED + "[indicator/i]", body="y"), "body"),
    "a board's, of what nobody has approved": ({}, decision(APPROVED + "[indicator/i]", body="b"), None),
    "a board's, of a binding goal": (
        {"goals/b.yaml": "name: B\nparent: a\nbinding: true\n"},
        decision(APPROVED + "[indicator/i]", body="b"),
        "body",
    ),
    "a board's, of what the council approved": (
        decision(APPROVED + "[goal/a]", "x"),
        decision(APPROVED + "[indicator/i]", body="b"),
        "body",
    ),
    "the council's, of what the council approved": (
        decision(APPROVED + "[goal/a]", "x"),
        decision(APPROVED + "[indicator/i]"),
        None,
    ),
    "a board's, of what it approved itself since": (
        decision(APPROVED + "[goal/a]", "x") | decision(APPROVED + "[goal/b]", "z", body="b"),
        decision(APPROVED + "[indicator/i]", body="b"),
        None,
    ),
    "a body's whose kind is not said": (
        decision(APPROVED + "[goal/a]", "x"),
        decision(APPROVED + "[indicator/i]", body="u"),
        None,
    ),
    "a proposal that has been decided": (
        {},
        decision("kind: proposed\nconcerns: [indicator/i]", "x") | decision(APPROVED + "[indicator/i]"),
        None,
    ),
    "one that concerns another thing": ({}, decision("kind: proposed\nconcerns: [goal/k]"), None),
}


@pytest.mark.parametrize(("before", "since", "why"), SHORT.values(), ids=SHORT)
def test_a_decision_that_concerns_a_change_and_does_not_settle_it_says_why(
    before: dict[str, str], since: dict[str, str], why: str | None
) -> None:
    old = OLD | {"goals/k.yaml": "name: K\n"} | before
    new = old | since | {"indicators/i.yaml": LOWERED}
    (entry,) = entries_of(old, new, "i")
    assert {(one.decision.id, one.why) for one in entry.short} == ({("d", why)} if why else set())
    assert [d.id for d in entry.decisions] == (["d"] if why is None and "[indicator/i]" in str(since) else [])


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
