"""Blame: who last changed each line, in repositories of every kind that cities have."""

from datetime import date
from pathlib import Path

import pytest
from folders import ABOUT, ENVIRONMENT, IDENTITY, Repository

from strategy_cli import source
from strategy_cli.blame import History, history_of

ONE, TWO, THREE = "a: 1\nb: 2\nc: 3\n", "a: 1\nb: 20\nc: 3\n", "a: 1\nb: 20\nc: 30\n"
FILE = "strategy_data/goals/g.yaml"


@pytest.fixture
def twice(repository: Repository) -> tuple[Repository, str, str]:
    """A file whose second line was changed by a second commit."""
    repository.write({"goals/g.yaml": ONE})
    first = repository.commit()
    repository.write({"goals/g.yaml": TWO})
    return repository, first, repository.commit()


def history(repository: Repository, revision: str | None = None) -> History:
    read = source.from_folder(repository.data)
    if revision is not None:
        read = source.from_revision(repository.data, revision)
    found = history_of(repository.data, read)
    assert found is not None
    return found


def commits(held: History, file: str = FILE, lines: int = 3) -> list[str | None]:
    found = [held.last(file, line, line) for line in range(1, lines + 1)]
    return [one.commit if one else None for one in found]


def test_each_line_has_the_commit_that_last_changed_it(twice: tuple[Repository, str, str]) -> None:
    repository, first, second = twice
    assert commits(history(repository)) == [first, second, first]


def test_it_tells_the_day_and_who_by_name_and_address(twice: tuple[Repository, str, str]) -> None:
    found = history(twice[0]).last(FILE, 1, 1)
    assert found is not None
    assert (found.day, found.author, found.mail, found.cut) == (
        date(2026, 3, 31),
        "Coordinator",
        "coordinator@example.org",
        False,
    )


def test_several_lines_have_the_latest_of_their_changes(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write({"goals/g.yaml": ONE})
    repository.commit()
    monkeypatch.setitem(ENVIRONMENT, "GIT_COMMITTER_DATE", "2026-05-03T00:30:00+0300")
    repository.write({"goals/g.yaml": TWO})
    second = repository.commit()
    found = history(repository).last(FILE, 1, 3)
    assert found is not None
    assert (found.commit, found.day) == (
        second,
        date(2026, 5, 3),
    )  # where the committer sat: by Greenwich the day before


def test_a_line_that_is_not_committed_has_no_change_nor_have_lines_with_one_among_them(
    twice: tuple[Repository, str, str],
) -> None:
    repository, first, second = twice
    repository.write({"goals/g.yaml": THREE})
    held = history(repository)
    assert commits(held) == [first, second, None]
    assert held.last(FILE, 1, 3) is None


@pytest.mark.parametrize("how", ["new", "staged", "ignored"])
def test_a_file_that_was_never_committed_has_no_changes(twice: tuple[Repository, str, str], how: str) -> None:
    repository = twice[0]
    repository.write({"goals/new.yaml": ONE})
    if how == "staged":
        repository.git("add", "strategy_data/goals/new.yaml")
    if how == "ignored":
        (repository.root / ".gitignore").write_text("new.yaml\n")
    assert commits(history(repository), "strategy_data/goals/new.yaml") == [None, None, None]


def test_at_a_revision_what_came_later_is_not_known(twice: tuple[Repository, str, str]) -> None:
    repository, first, _ = twice
    repository.git("tag", "decided", first)
    assert commits(history(repository, "decided")) == [first, first, first]


def test_a_file_that_was_moved_keeps_its_history(twice: tuple[Repository, str, str]) -> None:
    repository, first, second = twice
    repository.git("mv", FILE, "strategy_data/goals/h.yaml")
    assert commits(history(repository), "strategy_data/goals/h.yaml") == [first, second, first]
    repository.commit("Move")
    assert commits(history(repository), "strategy_data/goals/h.yaml") == [first, second, first]


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
def test_a_change_of_line_ends_and_indents_alone_is_none(repository: Repository, ending: str) -> None:
    other = "\n" if ending == "\r\n" else "\r\n"
    repository.write({"goals/g.yaml": ONE.replace("\n", ending)})
    first = repository.commit()
    repository.write({"goals/g.yaml": TWO.replace("\n", other).replace("c:", "c: ")})
    second = repository.commit()
    assert commits(history(repository)) == [first, second, first]


def test_lines_are_counted_as_editors_count_them(repository: Repository) -> None:
    repository.write({"goals/g.yaml": b"a: 1\rb: 2\nc: 3\n"})
    first = repository.commit()
    repository.write({"goals/g.yaml": b"a: 1\rb: 2\nc: 30\n"})
    second = repository.commit()
    assert commits(history(repository)) == [first, first, second]


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_in_a_shallow_clone_what_may_be_older_is_marked(
    twice: tuple[Repository, str, str], tmp_path: Path, depth: int
) -> None:
    repository, first, second = twice
    repository.write({"goals/g.yaml": THREE})
    third = repository.commit()
    url = repository.root.as_uri()
    repository.git("clone", "--quiet", f"--depth={depth}", url, str(tmp_path / "clone"))
    clone = Repository(tmp_path / "clone", tmp_path / "clone/strategy_data")
    held = history(clone)
    told = {1: [third, third, third], 2: [second, second, third], 3: [first, second, third]}
    cut = {1: [True, True, True], 2: [True, True, False], 3: [False, False, False]}
    assert commits(held) == told[depth]
    assert [one.cut for line in (1, 2, 3) if (one := held.last(FILE, line, line))] == cut[depth]
    assert bool(held.cut_off) is (depth < 3)


def test_a_linked_working_tree_of_a_shallow_clone_knows_where_it_is_cut(
    twice: tuple[Repository, str, str], tmp_path: Path
) -> None:
    twice[0].git("clone", "--quiet", "--depth=1", twice[0].root.as_uri(), str(tmp_path / "clone"))
    clone = Repository(tmp_path / "clone", tmp_path / "linked/strategy_data")
    clone.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "linked"))
    assert history(clone).cut_off == {twice[2]}


@pytest.mark.parametrize("path", ["goals/-x.yaml", "goals/a b/ä.yaml", "goals/[g].yaml", "goals/é\u0301.yaml"])
def test_a_file_of_an_odd_name_is_taken_as_it_is_named(repository: Repository, path: str) -> None:
    repository.write({path: ONE, "goals/g.yaml": TWO})
    first = repository.commit()
    assert commits(history(repository), f"strategy_data/{path}") == [first, first, first]


def test_outside_git_and_before_the_first_commit_there_is_no_history(tmp_path: Path, repository: Repository) -> None:
    (tmp_path / "strategy.yaml").write_text(ABOUT)
    assert history_of(tmp_path, source.from_folder(tmp_path)) is None
    repository.write({"goals/g.yaml": ONE})
    assert history_of(repository.data, source.from_folder(repository.data)) is None


def test_nobodys_own_settings_hide_a_change(twice: tuple[Repository, str, str]) -> None:
    repository, first, second = twice
    (repository.root / "passed-over").write_text(f"{second}\n")
    repository.git("config", "blame.ignoreRevsFile", "passed-over")
    repository.git("config", "blame.markIgnoredLines", "true")
    assert commits(history(repository)) == [first, second, first]


def test_no_program_that_a_repository_names_is_run(twice: tuple[Repository, str, str], tmp_path: Path) -> None:
    repository, first, second = twice
    trap, sprung = tmp_path / "trap", tmp_path / "sprung"
    trap.write_text(f"#!/bin/sh\ntouch {sprung}\ncat $1\n")
    trap.chmod(0o755)
    (repository.root / ".gitattributes").write_text("*.yaml diff=trap\n")
    repository.git("config", "diff.trap.textconv", str(trap))
    assert commits(history(repository)) == [first, second, first]
    assert not sprung.exists()


def test_authors_of_any_name_are_read(repository: Repository) -> None:
    repository.write({"goals/g.yaml": ONE})
    repository.git("add", "--all")
    odd = "Åsa <Öh\tman> 0000000"
    repository.git("-c", f"user.name={odd}", "commit", "--quiet", "--message", "Change\n\n\tauthor Nobody")
    found = history(repository).last(FILE, 1, 1)
    assert found is not None
    assert found.author.startswith("Åsa")
    assert found.mail == IDENTITY[-1].removeprefix("user.email=")


def test_each_file_is_asked_of_git_once(twice: tuple[Repository, str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    held = history(twice[0])
    held.read([FILE, FILE])
    monkeypatch.setattr("strategy_cli.git.blame", None)
    assert commits(held) == [twice[1], twice[2], twice[1]]


def test_many_files_are_told_of_as_one_is_and_nothing_is_left_in_the_repository(repository: Repository) -> None:
    paths = [f"goals/g{number}.yaml" for number in range(20)]
    repository.write(dict.fromkeys(paths, ONE))
    first = repository.commit()
    repository.write(dict.fromkeys(paths[::2], TWO))
    second = repository.commit()
    repository.git("gc", "--quiet")
    before = sorted(repository.root.rglob("*"))
    held = history(repository)
    held.read(f"strategy_data/{path}" for path in paths)
    for number, path in enumerate(paths):
        changed = first if number % 2 else second
        assert commits(held, f"strategy_data/{path}") == [first, changed, first]
    assert sorted(repository.root.rglob("*")) == before


def test_a_merge_leaves_each_line_with_the_commit_that_wrote_it(repository: Repository) -> None:
    repository.write({"goals/g.yaml": ONE})
    first = repository.commit()
    repository.git("switch", "--quiet", "--create", "other")
    repository.write({"goals/g.yaml": TWO})
    theirs = repository.commit("Theirs")
    repository.git("switch", "--quiet", "main")
    repository.write({"goals/h.yaml": ONE})
    ours = repository.commit("Ours")
    repository.git("merge", "--quiet", "--no-edit", "other")
    held = history(repository)
    assert commits(held) == [first, theirs, first]
    assert commits(held, "strategy_data/goals/h.yaml") == [ours, ours, ours]
