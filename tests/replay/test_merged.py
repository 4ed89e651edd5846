"""Merged: of a merge it is told what each commit on the merged lines changed."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from folders import Repository

from strategy_cli import source
from strategy_cli.changes import Change
from strategy_cli.replay import Course, Step, between


def commit(repository: Repository, name: str, **goals: str) -> str:
    repository.write({f"goals/{goal}.yaml": f"name: {text}\n" for goal, text in goals.items()})
    return repository.commit(name)


def merge(repository: Repository, *branches: str, name: str = "Merge") -> None:
    repository.git("merge", "--quiet", "--no-ff", "--message", name, *branches)


def branch(repository: Repository, name: str, at: str) -> None:
    repository.git("switch", "--quiet", "--create", name, at)


def course(repository: Repository, old: str, new: str | None = "HEAD") -> Course:
    here = source.from_revision(repository.data, new) if new else source.from_folder(repository.data)
    found = between(source.from_revision(repository.data, old), here)
    assert found is not None
    return found


def told(found: Course, steps: tuple[Step, ...] | None = None, deep: int = 0) -> Iterator[str]:
    """Tell each step's changes, and below a merge those of the steps behind it."""
    for step in found.steps if steps is None else steps:
        changes = ", ".join(sorted(f"{change.subject.id} {how(change)}" for change in step.changes))
        yield f"{'  ' * deep}{step.commit.subject if step.commit else '-'}: {changes}"
        yield from told(found, found.behind(step.commit), deep + 1)


def how(change: Change) -> str:
    return "changed" if change.key else change.id.removeprefix("goal-")


@pytest.fixture
def line(repository: Repository) -> Repository:
    """One on main, and on side two commits that are not merged yet."""
    commit(repository, "One", a="A", b="B")
    branch(repository, "side", "main")
    commit(repository, "side: a", a="Aa")
    commit(repository, "side: b", b="Bb")
    repository.git("switch", "--quiet", "main")
    return repository


def test_behind_a_merge_are_the_commits_of_the_merged_line(line: Repository) -> None:
    commit(line, "main: c", c="C")
    merge(line, "side")
    commit(line, "Last", c="Cc")
    assert list(told(course(line, "HEAD~3"))) == [
        "main: c: c added",
        "Merge: a changed, b changed",
        "  side: a: a changed",
        "  side: b: b changed",
        "Last: c changed",
    ]


def test_a_line_that_parted_before_the_older_version_is_told_whole(line: Repository) -> None:
    commit(line, "main: c", c="C")
    commit(line, "main: d", d="D")
    merge(line, "side")
    assert list(told(course(line, "HEAD~1")))[1:] == ["  side: a: a changed", "  side: b: b changed"]
    assert list(told(course(line, "side~1", "HEAD")))[2:] == [
        "Merge: a changed, b changed",
        "  side: b: b changed",
    ]


def test_a_line_may_part_where_the_strategy_was_not_touched(line: Repository) -> None:
    (line.root / "README.md").write_text("outside", "utf-8")
    line.commit("Outside")
    branch(line, "late", "main")
    commit(line, "late: c", c="C")
    line.git("switch", "--quiet", "main")
    commit(line, "main: d", d="D")
    merge(line, "late")
    assert list(told(course(line, "HEAD~3"))) == ["main: d: d added", "Merge: c added", "  late: c: c added"]


def test_what_a_merge_alone_changed_no_commit_behind_it_did(line: Repository) -> None:
    commit(line, "main: a", a="Other")
    line.git("merge", "--quiet", "--no-ff", "--no-commit", "--strategy=ours", "side")
    commit(line, "Merge", b="Bb", c="C")
    assert list(told(course(line, "HEAD~1"))) == [
        "Merge: b changed, c added",
        "  side: a: a changed",
        "  side: b: b changed",
    ]


def test_a_merge_within_a_merged_line_is_told_in_turn(line: Repository) -> None:
    branch(line, "deep", "side~1")
    commit(line, "deep: c", c="C")
    line.git("switch", "--quiet", "side")
    merge(line, "deep", name="Merge deep")
    line.git("switch", "--quiet", "main")
    merge(line, "side")
    assert list(told(course(line, "HEAD~1"))) == [
        "Merge: a changed, b changed, c added",
        "  side: a: a changed",
        "  side: b: b changed",
        "  Merge deep: c added",
        "    deep: c: c added",
    ]


def test_what_a_branch_had_merged_from_the_main_line_is_not_told_behind_it(line: Repository) -> None:
    commit(line, "main: c", c="C")
    line.git("switch", "--quiet", "side")
    merge(line, "main", name="Update side")
    line.git("switch", "--quiet", "main")
    merge(line, "side")
    assert list(told(course(line, "HEAD~1"))) == [
        "Merge: a changed, b changed",
        "  side: a: a changed",
        "  side: b: b changed",
        "  Update side: c added",
    ]


def test_an_octopus_brings_several_lines(line: Repository) -> None:
    for name in ("x", "y"):
        branch(line, name, "main")
        commit(line, f"{name}: added", **{name: name})
        line.git("switch", "--quiet", "main")
    merge(line, "side", "x", "y", name="Octopus")
    assert list(told(course(line, "HEAD~1"))) == [
        "Octopus: a changed, b changed, x added, y added",
        "  side: a: a changed",
        "  side: b: b changed",
        "  x: added: x added",
        "  y: added: y added",
    ]


def test_merges_that_cross_each_other_tell_each_commit_once(line: Repository) -> None:
    commit(line, "main: c", c="C")
    line.git("tag", "ours")
    merge(line, "side~1", name="Merge one")
    line.git("switch", "--quiet", "side")
    merge(line, "ours", name="Merge ours")
    commit(line, "side: d", d="D")
    line.git("switch", "--quiet", "main")
    merge(line, "side", name="Merge two")
    assert list(told(course(line, "main~3"))) == [
        "main: c: c added",
        "Merge one: a changed",
        "  side: a: a changed",
        "Merge two: b changed, d added",
        "  side: b: b changed",
        "  Merge ours: c added",
        "  side: d: d added",
    ]


def test_a_line_of_another_root_begins_with_nothing(line: Repository) -> None:
    line.git("switch", "--quiet", "--orphan", "other")
    commit(line, "Other", o="O")
    commit(line, "Other again", p="P")
    line.git("switch", "--quiet", "main")
    merge(line, "other", "--allow-unrelated-histories")
    assert list(told(course(line, "HEAD~1"))) == [
        "Merge: o added, p added",
        "  Other: ",
        "  Other again: p added",
    ]


def test_a_line_that_moved_the_strategy_is_followed(line: Repository) -> None:
    line.git("switch", "--quiet", "side")
    line.git("mv", "strategy_data", "moved")
    line.commit("Move")
    moved = Repository(line.root, line.root / "moved")
    commit(moved, "side: d", d="D")
    line.git("switch", "--quiet", "main")
    merge(line, "side")
    found = between(source.from_revision(moved.data, "HEAD~1:strategy_data"), source.from_folder(moved.data))
    assert found is not None
    assert list(told(found)) == [
        "Merge: a changed, b changed, d added",
        "  side: a: a changed",
        "  side: b: b changed",
        "  Move: ",
        "  side: d: d added",
    ]


def test_a_broken_version_on_a_merged_line_hides_nothing(line: Repository) -> None:
    line.git("switch", "--quiet", "side")
    line.write({"goals/b.yaml": "name: 'open\n"})
    line.commit("Broken")
    commit(line, "Mended", b="Mended")
    line.git("switch", "--quiet", "main")
    merge(line, "side")
    assert list(told(course(line, "HEAD~1")))[2:] == [
        "  side: b: b changed",
        "  Broken: ",
        "  Mended: b changed",
    ]


def test_a_shallow_clone_tells_what_it_has(line: Repository, tmp_path: Path) -> None:
    commit(line, "main: c", c="C")
    merge(line, "side")
    line.git("clone", "--quiet", "--depth=2", line.root.as_uri(), str(tmp_path / "clone"))
    clone = Repository(tmp_path / "clone", tmp_path / "clone/strategy_data")
    assert list(told(course(clone, "HEAD~1"))) == ["Merge: a changed, b changed", "  side: b: "]


@pytest.mark.parametrize(("merges", "expected"), [(0, []), (1, ["log", "cat-file"]), (3, ["log", "cat-file"])])
def test_git_is_asked_once_for_all_merges_and_not_where_there_is_none(
    line: Repository, monkeypatch: pytest.MonkeyPatch, merges: int, expected: list[str]
) -> None:
    for number in range(merges):
        branch(line, f"of-{number}", "main")
        commit(line, f"Aside {number}", **{f"g{number}": "G"})
        line.git("switch", "--quiet", "main")
        merge(line, f"of-{number}")
    commit(line, "Last", last="L")
    found = course(line, f"HEAD~{merges + 1}", None)
    asked: list[str] = []
    run = subprocess.run

    def noted(command: list[str], **more: Any) -> Any:
        asked.append(next(word for word in command if word in {"log", "cat-file", "ls-tree", "rev-parse", "show"}))
        return run(command, **more)

    monkeypatch.setattr(subprocess, "run", noted)
    assert len(list(told(found))) == 1 + 2 * merges
    assert asked == expected
