"""Between: the commits that brought a version about, of what an older one does not hold, and what is not committed."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from folders import Repository

from strategy_cli import source
from strategy_cli.replay import Course, between
from strategy_cli.source import Source


def commit(repository: Repository, name: str, **goals: str) -> str:
    repository.write({f"goals/{goal}.yaml": f"name: {text}\n" for goal, text in goals.items()})
    return repository.commit(name)


def course(repository: Repository, old: str, new: str | None = None) -> Course | None:
    return between(source.from_revision(repository.data, old), side(repository, new))


def side(repository: Repository, revision: str | None) -> Source:
    return source.from_revision(repository.data, revision) if revision else source.from_folder(repository.data)


def told(found: Course | None) -> list[str]:
    assert found is not None
    return [
        f"{step.commit.subject if step.commit else '-'}: "
        + ", ".join(f"{change.subject.id} {change.id.removeprefix('goal-')}" for change in step.changes)
        for step in found.steps
    ]


@pytest.fixture
def line(repository: Repository) -> Repository:
    """One, Two and Three on one line, each of one change."""
    commit(repository, "One", a="A")
    commit(repository, "Two", a="Aa")
    commit(repository, "Three", b="B")
    return repository


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("HEAD~2", "HEAD", ["Two: a name-changed", "Three: b added"]),
        ("HEAD~2", "HEAD~1", ["Two: a name-changed"]),
        ("HEAD~2", None, ["Two: a name-changed", "Three: b added"]),
        ("HEAD", None, []),
        ("HEAD", "HEAD", []),
        ("HEAD", "HEAD~2", []),
    ],
)
def test_what_came_after_an_older_version_is_told_commit_by_commit(
    line: Repository, old: str, new: str | None, expected: list[str]
) -> None:
    assert told(course(line, old, new)) == expected


@pytest.mark.parametrize(
    ("old", "expected"), [("HEAD~1", ["Three: b added", "-: a name-changed"]), ("HEAD", ["-: a name-changed"])]
)
def test_what_is_not_committed_comes_last(line: Repository, old: str, expected: list[str]) -> None:
    line.write({"goals/a.yaml": "name: D\n"})
    assert told(course(line, old)) == expected


def test_commits_that_did_not_touch_the_strategy_are_no_steps(line: Repository) -> None:
    (line.root / "README.md").write_text("outside", "utf-8")
    line.commit("Outside")
    line.write({"people.yaml": "x: Y"})
    line.commit("People")
    assert told(course(line, "HEAD~3")) == ["Three: b added", "People: "]


def test_of_two_branches_only_the_new_ones_commits_are_told(line: Repository) -> None:
    line.git("switch", "--quiet", "--create", "board", "HEAD~1")
    commit(line, "Board", a="B")
    assert told(course(line, "main", "board")) == ["Board: a name-changed"]
    assert told(course(line, "board", "main")) == ["Three: b added"]


def test_a_merge_is_one_step_and_what_was_merged_from_the_old_version_is_none(line: Repository) -> None:
    line.git("switch", "--quiet", "--create", "board", "HEAD~1")
    commit(line, "Board", c="C")
    commit(line, "Board again", c="Cc")
    line.git("switch", "--quiet", "main")
    line.git("merge", "--quiet", "--no-ff", "--message", "Merge", "board")
    assert told(course(line, "HEAD~1")) == ["Merge: c added"]
    assert told(course(line, "board~1")) == ["Three: b added", "Merge: c added"]


def test_a_detached_head_is_a_version_like_any(line: Repository) -> None:
    line.git("switch", "--quiet", "--detach", "HEAD~1")
    assert told(course(line, "HEAD~1")) == ["Two: a name-changed"]


def test_histories_that_have_nothing_in_common_begin_with_nothing(line: Repository) -> None:
    line.git("switch", "--quiet", "--orphan", "other")
    commit(line, "Other", a="Other")
    found = course(line, "main")
    assert told(found) == ["Other: "]
    assert found is not None
    assert (found.steps[0].old, found.cut) == (None, False)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [("main", "board", True), ("board~1", "board", False), ("main~1", "main", False), ("main", "other", True),
     ("main", "main~1", True), ("main", "main", False), ("board", None, False)],
)  # fmt: skip
def test_an_older_version_that_is_not_where_the_steps_begin_has_diverged(
    line: Repository, old: str, new: str | None, *, expected: bool
) -> None:
    line.git("switch", "--quiet", "--orphan", "other")
    commit(line, "Other", a="Other")
    line.git("switch", "--quiet", "--create", "board", "main~1")
    commit(line, "Board", a="Board's")
    found = course(line, old, new)
    assert found is not None
    assert found.diverged is expected


def test_a_rewritten_commit_is_told_as_the_new_history_has_it(line: Repository) -> None:
    line.git("tag", "before")
    line.write({"goals/b.yaml": "name: Other\n"})
    line.git("commit", "--quiet", "--all", "--amend", "--message", "Three again")
    found = course(line, "before", "main")
    assert told(found) == ["Three again: b added"]
    assert found is not None
    assert (found.diverged, found.cut) == (True, False)


def test_a_strategy_that_was_moved_is_followed(line: Repository) -> None:
    line.git("tag", "old")
    line.git("mv", "strategy_data", "moved")
    moved = Repository(line.root, line.root / "moved")
    (moved.data / "goals/a.yaml").unlink()
    moved.commit("Move")
    commit(moved, "Four", b="Bb")
    found = between(source.from_revision(moved.data, "old~1:strategy_data"), source.from_folder(moved.data))
    assert told(found) == ["Three: b added", "Move: a removed", "Four: b name-changed"]
    assert told(course(moved, "HEAD~1")) == ["Four: b name-changed"]


def test_a_shallow_clone_tells_what_it_has_and_that_it_is_cut(line: Repository, tmp_path: Path) -> None:
    line.git("clone", "--quiet", "--depth=2", line.root.as_uri(), str(tmp_path / "clone"))
    clone = Repository(tmp_path / "clone", tmp_path / "clone/strategy_data")
    clone.git("fetch", "--quiet", "--depth=1", "origin", line.git("rev-parse", "HEAD~2"))
    clone.git("tag", "first", "FETCH_HEAD")
    clone.write({"goals/c.yaml": "name: C"})
    found = course(clone, "first")
    assert told(found) == ["Three: b added", "-: c added"]
    assert found is not None
    assert found.cut
    inside = course(clone, "HEAD~1")
    assert inside is not None
    assert (told(inside), inside.cut) == (["Three: b added", "-: c added"], False)


def test_there_is_no_telling_without_a_history_in_common(line: Repository, tmp_path: Path) -> None:
    here = source.from_folder(line.data)
    other = Repository(line.root, line.root / "other")
    beside = source.from_folder(other.write({}))
    alone = Repository(tmp_path / "alone", tmp_path / "alone")
    outside = source.from_folder(alone.write({}))
    assert between(outside, here) is between(here, outside) is between(outside, outside) is None
    assert between(beside, here) is None
    other.commit("Beside")
    assert between(source.from_folder(other.data), source.from_folder(line.data)) is None
    line.write({"goals/a.yaml": "name: D\n"})
    assert between(source.from_folder(line.data), source.from_revision(line.data, "HEAD")) is None


def test_a_version_that_does_not_load_on_the_way_hides_nothing(line: Repository) -> None:
    line.write({"goals/a.yaml": "name: 'open\n"})
    line.commit("Broken")
    line.write({"goals/a.yaml": "name: M\n"})
    line.commit("Mended")
    assert told(course(line, "HEAD~2")) == ["Broken: ", "Mended: a name-changed"]


@pytest.mark.parametrize(("old", "listed"), [("HEAD~1", 0), ("board", 1)])
def test_what_the_older_version_holds_is_not_asked_of_git_again(
    line: Repository, monkeypatch: pytest.MonkeyPatch, old: str, listed: int
) -> None:
    line.git("branch", "board", "HEAD~2")
    line.git("switch", "--quiet", "board")
    commit(line, "Board", c="C")
    line.git("switch", "--quiet", "main")
    sides = source.from_revision(line.data, old), source.from_folder(line.data)
    asked: list[str] = []
    monkeypatch.setattr(subprocess, "run", counted(asked))
    assert told(between(*sides))[-1] == "Three: b added"
    assert [asked.count(command) for command in ("log", "ls-tree", "cat-file")] == [1, listed, 1 + listed]


def counted(asked: list[str]) -> Callable[..., Any]:
    run = subprocess.run

    def noted(command: list[str], **more: Any) -> Any:
        asked.append(next(word for word in command if word in {"log", "ls-tree", "cat-file", "rev-parse", "show"}))
        return run(command, **more)

    return noted
