"""Versions that can be compared: without a fault, or leniently, where what cannot be read never looks removed."""

from pathlib import Path

import pytest
from folders import Files, written

from strategy_cli import source
from strategy_cli.changes import compared
from strategy_cli.commands.versions import Side, comparable, readable
from strategy_cli.errors import StrategyError
from strategy_cli.messages import LANGUAGES, Messages

GOOD: Files = {
    "goals/a.yaml": "name: A\nowner: x\n",
    "goals/b.yaml": "name: B\n",
    "owners/all.yaml": "- {id: x, title: X}\n- {id: y, title: Y}\n",
    "projects/p.yaml": "name: P\ngoals: [a]\nowner: x\n",
}


def sides(folder: Path, old: Files, new: Files, *, lenient: bool = True) -> tuple[Side, Side]:
    first, second = written(old, folder / "old"), written(new, folder / "new")
    return comparable(source.from_folder(first), source.from_folder(second), lenient=lenient)


def told(found: tuple[Side, Side]) -> list[str]:
    old, new = found
    return sorted(f"{change.id} {change.subject.id}" for change in compared(old.strategy, new.strategy).changes)


@pytest.mark.parametrize(
    ("broken", "changes", "mirrored"),
    [
        ({}, [], []),
        ({"goals/a.yaml": "name: 'A\n"}, [], []),
        ({"goals/a.yaml": "name: 'A\n", "goals/b.yaml": "name: Bb\n"}, ["goal-name-changed b"], None),
        ({"owners/all.yaml": "- {id: x, title: 'X}\n"}, [], []),
        ({"owners/all.yaml": "- {id: x, title: X}\n- {id: Y y, title: Y}\n"}, [], []),
        ({"owners/all.yaml": "x"}, [], []),
        ({"goals/a.yaml": b"name: \xff"}, [], []),
        ({"goals/a.yaml": "owner: x\nname: [A]\n"}, [], []),
        ({"goals/a.yaml": "name: Aa\nowner: X x\n"}, ["goal-name-changed a"], None),
        ({"goals/a.yaml": "name: A\nownr: x\n"}, [], []),
        ({"goals/new.yaml": "name: 'New\n"}, [], []),
        ({"goals/new.yaml": "name: New\n", "goals/a.yaml": "'"}, ["goal-added new"], ["goal-removed new"]),
        ({"strategy.yaml": "title: 'T\n"}, [], []),
        ({"strategy.yaml": "- T\n", "goals/b.yaml": "name: Bb\n"}, ["goal-name-changed b"], None),
        ({"strategy.yaml": "title: Strategy\nlanguages: [fi, sv, en]\nstatus: odd\n"}, [], []),
    ],
)  # fmt: skip
def test_what_cannot_be_read_on_one_side_is_as_on_the_other(
    tmp_path: Path, broken: Files, changes: list[str], mirrored: list[str] | None
) -> None:
    good, bad = GOOD, {**GOOD, **broken}
    forth, back = sides(tmp_path / "1", good, bad), sides(tmp_path / "2", bad, good)
    assert (told(forth), told(back)) == (changes, changes if mirrored is None else mirrored)
    assert forth[0].left_out == back[1].left_out == ()
    assert bool(forth[1].left_out) == bool(back[0].left_out) == bool(broken)


def test_what_neither_version_can_read_is_in_neither(tmp_path: Path) -> None:
    broken = {**GOOD, "goals/a.yaml": "'", "strategy.yaml": "'"}
    found = sides(tmp_path, broken, {**broken, "goals/b.yaml": "name: Bb\n"})
    assert told(found) == ["goal-name-changed b"]
    assert [len(side.left_out) for side in found] == [2, 2]


def test_different_faults_of_one_thing_are_all_left_out(tmp_path: Path) -> None:
    old = {"goals/a.yaml": "name: A\nowner: X x\nbinding: true\nweight: 2\n"}
    new = {"goals/a.yaml": "name: Aa\nowner: x\nbinding: odd\nweight: 2\n"}
    assert told(sides(tmp_path, old, new)) == ["goal-name-changed a"]


def test_a_removal_beside_a_fault_is_a_removal(tmp_path: Path) -> None:
    new = {path: text for path, text in GOOD.items() if path != "goals/b.yaml"}
    assert told(sides(tmp_path, GOOD, {**new, "goals/a.yaml": "'"})) == ["goal-removed b"]


@pytest.mark.parametrize("side", ["old", "new"])
def test_without_lenience_the_first_fault_is_told_with_what_to_do(tmp_path: Path, side: str) -> None:
    bad = {**GOOD, "goals/a.yaml": "name: 'A\n", "goals/b.yaml": "'"}
    with pytest.raises(StrategyError) as raised:
        sides(tmp_path, bad if side == "old" else GOOD, bad if side == "new" else GOOD, lenient=False)
    facts = raised.value.message_args
    assert (raised.value.key, facts["side"], facts["count"]) == ("unreadable-version-lenient", side, 2)
    assert str(facts["place"]).endswith(f"{side}/goals/a.yaml:1:7")
    for language in LANGUAGES:
        assert "--lenient" in Messages(language).say(f"errors.{raised.value.key}", **facts)


def test_where_lenience_is_not_on_offer_it_is_not_told_of(tmp_path: Path) -> None:
    with pytest.raises(StrategyError) as raised:
        readable(source.from_folder(written({**GOOD, "goals/a.yaml": "'"}, tmp_path)))
    assert raised.value.key == "unreadable-version"


def test_without_faults_lenience_changes_nothing(tmp_path: Path) -> None:
    new = {**GOOD, "goals/b.yaml": "name: Bb\n"}
    strict, lenient = (sides(tmp_path / str(it), GOOD, new, lenient=it) for it in (False, True))
    assert told(strict) == told(lenient) == ["goal-name-changed b"]
    assert [side.left_out for side in lenient] == [(), ()]
