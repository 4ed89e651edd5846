"""Past: the versions of a strategy's files that git holds, on the branch that is checked out."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from folders import ABOUT, Repository
from making import day

from strategy_cli import git, source
from strategy_cli.past import Past, past_of, past_since

FOLDER = "strategy_data/indicators/"
FILE = FOLDER + "i.yaml"


def past(repository: Repository) -> Past:
    found = past_of(source.from_folder(repository.data, versioned=False))
    assert found is not None
    return found


def versions(repository: Repository, folder: str = FOLDER) -> list[tuple[str, bytes | None]]:
    read = source.from_folder(repository.data, versioned=False)
    now = {read.shown(path): content for path, content in read.files.items()}
    return [
        (f"{one.path.removeprefix(folder)} {one.commit.day}", one.content)
        for one in past(repository).versions(folder, now)
    ]


def commit(repository: Repository, when: str, **files: str) -> str:
    repository.write({f"indicators/{name}.yaml": text for name, text in files.items()})
    return repository.commit(day=when)


def test_versions_come_oldest_first_with_their_days(repository: Repository) -> None:
    commit(repository, "2024-01-10", i="one", other="same")
    commit(repository, "2024-02-10", i="two")
    assert versions(repository) == [("i.yaml 2024-01-10", b"one"), ("i.yaml 2024-02-10", b"two")]


def test_a_file_that_never_changed_is_passed_over_until_it_does(repository: Repository) -> None:
    commit(repository, "2024-01-10", i="one")
    assert versions(repository) == []
    repository.write({"indicators/i.yaml": "not committed"})
    assert versions(repository) == [("i.yaml 2024-01-10", b"one")]


def test_a_file_that_was_deleted_or_moved_is_still_told_of(repository: Repository) -> None:
    commit(repository, "2024-01-10", i="one")
    (repository.data / "indicators/i.yaml").rename(repository.data / "indicators/j ä.yaml")
    repository.commit(day="2024-02-10")
    assert versions(repository) == [("i.yaml 2024-01-10", b"one"), ("i.yaml 2024-02-10", None)]


def test_each_content_is_asked_of_git_once_and_what_is_at_hand_never(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    for month, text in enumerate(["one", "two", "one", "now"], 1):
        commit(repository, f"2024-0{month}-10", i=text)
    asked: list[str] = []
    whole = git.blobs

    def noted(root: Path, ids: Iterable[str]) -> Iterator[bytes]:
        asked.extend(ids)
        return whole(root, asked)

    monkeypatch.setattr(git, "blobs", noted)
    assert [content for _, content in versions(repository)] == [b"one", b"two", b"one", b"now"]
    assert len(asked) == len(set(asked)) == 2


def test_a_merge_is_one_step_with_all_that_it_brought(repository: Repository) -> None:
    commit(repository, "2024-01-10", i="one")
    repository.git("switch", "--quiet", "--create", "draft")
    commit(repository, "2024-02-10", i="draft")
    commit(repository, "2024-03-10", i="two")
    repository.git("switch", "--quiet", "main")
    commit(repository, "2024-03-20", other="meanwhile")
    merged = {"GIT_COMMITTER_DATE": "2024-04-10T12:00:00+0200"}
    repository.git("merge", "--quiet", "--no-ff", "--message", "Merge", "draft", **merged)
    assert versions(repository) == [("i.yaml 2024-01-10", b"one"), ("i.yaml 2024-04-10", b"two")]


def test_the_latest_commit_by_a_day_is_found(repository: Repository) -> None:
    first = commit(repository, "2024-01-10", i="one")
    second = commit(repository, "2024-02-10", i="two")
    found = [past(repository).by(day(f"2024-{when}")) for when in ("01-09", "01-10", "02-09", "02-10")]
    assert [one and one.hash for one in found] == [None, first, first, second]


def test_what_left_a_file_as_it_is_now_is_told_unless_it_has_changed_since(repository: Repository) -> None:
    first = commit(repository, "2024-01-10", i="one")
    found = past(repository).left_by(FILE, b"one")
    assert found is not None
    assert (found.hash, past(repository).left_by(FILE, b"two"), past(repository).left_by("new", b"")) == (
        first,
        None,
        None,
    )


def test_a_strategy_at_the_root_of_its_repository_has_a_past(repository: Repository) -> None:
    here = Repository(repository.root, repository.root)
    commit(here, "2024-01-10", i="one")
    commit(here, "2024-02-10", i="two")
    assert [text for _, text in versions(here, "indicators/")] == [b"one", b"two"]


def test_outside_git_and_before_the_first_commit_there_is_none(repository: Repository, tmp_path: Path) -> None:
    folder = tmp_path / "plain"
    folder.mkdir()
    (folder / "strategy.yaml").write_text(ABOUT, "utf-8")
    assert past_of(source.from_folder(folder)) is None
    repository.write({})
    assert past_of(source.from_folder(repository.data)) is None
    repository.commit()
    assert past_of(source.from_folder(repository.data)) is not None
    assert past_of(source.from_revision(repository.data, "HEAD")) is not None


def test_a_shallow_clone_is_known_to_be_one(repository: Repository, tmp_path: Path) -> None:
    commit(repository, "2024-01-10", i="one")
    commit(repository, "2024-02-10", i="two")
    repository.git("clone", "--quiet", "--depth=1", repository.root.as_uri(), str(tmp_path / "clone"))
    clone = past(Repository(tmp_path / "clone", tmp_path / "clone/strategy_data"))
    assert (clone.cut, clone.begins, past(repository).cut) == (True, day("2024-02-10"), False)


def test_settings_of_the_reader_change_nothing(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings = tmp_path / "config"
    settings.write_text("[log]\nshowRoot = false\nshowSignature = true\n[diff]\nrenames = copies\nnoprefix = true\n")
    monkeypatch.setattr(os, "environ", {**os.environ, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)})
    (tmp_path / ".gitconfig").write_bytes(settings.read_bytes())
    commit(repository, "2024-01-10", i="one")
    commit(repository, "2024-02-10", i="two")
    assert [text for _, text in versions(repository)] == [b"one", b"two"]


def moved(repository: Repository, *, lost: bool = False) -> None:
    """A strategy in ``old`` of two commits, that a third moved to ``strategy_data``; after it a fourth."""
    old = Repository(repository.root, repository.root / "old")
    commit(old, "2024-01-10", i="one", other="same")
    commit(old, "2024-02-10", i="two")
    repository.git("mv", "old", "strategy_data")
    if lost:
        (repository.data / "indicators/other.yaml").unlink()
    repository.commit(day="2024-03-10")
    commit(repository, "2024-04-10", i="three")


def test_the_past_goes_on_in_the_folder_that_the_strategy_was_moved_from(repository: Repository) -> None:
    moved(repository)
    found = past(repository)
    assert [one.commit.day.month for one in found.steps] == [4, 3, 2, 1]
    assert (found.origin, found.begins, found.cut) == ("old", day("2024-01-10"), False)
    told = [(when, text) for when, text in versions(repository) if when.startswith("i.yaml")]
    texts = {when.removeprefix("i.yaml "): text for when, text in told}
    assert texts == {"2024-01-10": b"one", "2024-02-10": b"two", "2024-03-10": b"two", "2024-04-10": b"three"}


def test_what_did_not_come_along_when_a_strategy_was_moved_is_gone(repository: Repository) -> None:
    moved(repository, lost=True)
    assert ("other.yaml 2024-03-10", None) in versions(repository)


def test_a_strategy_that_was_copied_begins_where_it_was_copied(repository: Repository) -> None:
    commit(Repository(repository.root, repository.root / "old"), "2024-01-10", i="one")
    commit(repository, "2024-02-10", i="one")
    found = past(repository)
    assert ([one.commit.day.month for one in found.steps], found.origin) == ([2], "strategy_data")


def test_a_strategy_that_was_made_of_another_file_begins_there(repository: Repository) -> None:
    (repository.root / "docs").mkdir()
    (repository.root / "docs/plan.yaml").write_text(ABOUT, "utf-8")
    repository.commit(day="2024-01-10")
    repository.data.mkdir()
    repository.git("mv", "docs/plan.yaml", "strategy_data/strategy.yaml")
    repository.commit(day="2024-02-10")
    found = past(repository)
    assert ([one.commit.day.month for one in found.steps], found.origin) == ([2], "strategy_data")


def test_a_strategy_moved_twice_and_from_the_root_is_followed_all_the_way(repository: Repository) -> None:
    commit(Repository(repository.root, repository.root), "2024-01-10", i="one")
    (repository.root / "data").mkdir()
    repository.git("mv", "strategy.yaml", "indicators", "data")
    repository.commit(day="2024-02-10")
    repository.git("mv", "data", "strategy_data")
    repository.commit(day="2024-03-10")
    found = past(repository)
    assert ([one.commit.day.month for one in found.steps], found.origin) == ([3, 2, 1], ".")
    assert {change.path for change in found.steps[-1].changes} == {
        "strategy_data/strategy.yaml",
        "strategy_data/indicators/i.yaml",
    }


def test_a_move_is_not_followed_beyond_what_is_cut_off(repository: Repository, tmp_path: Path) -> None:
    moved(repository)
    repository.git("clone", "--quiet", "--depth=2", repository.root.as_uri(), str(tmp_path / "clone"))
    clone = past(Repository(tmp_path / "clone", tmp_path / "clone/strategy_data"))
    assert ([one.commit.day.month for one in clone.steps], clone.cut) == ([4, 3], True)


def test_only_what_a_commit_does_not_hold_is_asked_for(repository: Repository) -> None:
    commit(repository, "2024-01-10", i="one")
    second = commit(repository, "2024-02-10", i="two")
    commit(repository, "2024-03-10", i="three")
    found = past_since(source.from_folder(repository.data), second)
    assert found is not None
    assert [one.commit.day.month for one in found.steps] == [3]
