"""Which commits brought each change: all that touched it, through renames, and what is not committed yet."""

from pathlib import Path

import pytest
from folders import Repository, written

from strategy_cli import loading, source
from strategy_cli.changes import compared
from strategy_cli.errors import StrategyError
from strategy_cli.reviewing import Review
from strategy_cli.reviewing.commits import attribution
from strategy_cli.reviewing.reviewed import Beside, reviewed
from strategy_cli.source import Source

PROJECT = "name: P\nmilestones:\n  - {name: Plan, due: 2026-05-31}\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    one = Repository(tmp_path, tmp_path / "city")
    one.git("init", "--quiet")
    return one


def told(old: Source, new: Source) -> Review:
    beside = Beside(brought=attribution(old, new))
    return reviewed(compared(loading.load(old).strategy, loading.load(new).strategy), beside=beside)


def commits(review: Review) -> dict[str, tuple[list[str], bool]]:
    return {
        f"{entry.change.id} {entry.change.subject.id}": ([one.hash for one in entry.commits], entry.uncommitted)
        for entry in review.selected
    }


def test_every_commit_that_touched_a_change_is_told_oldest_first(repository: Repository) -> None:
    repository.write({"goals/a.yaml": "name: A\nweight: 1\n", "projects/p.yaml": PROJECT})
    first = repository.commit()
    repository.write({"goals/a.yaml": "name: A\nweight: 2\n"})
    second = repository.commit()
    (repository.data / "goals/a.yaml").unlink()
    repository.write({"goals/b.yaml": "name: A\nweight: 2\nformerly: [a]\n"})
    third = repository.commit()
    repository.write({"goals/b.yaml": "name: A\nweight: 3\nformerly: [a]\n", "goals/n.yaml": "name: N\n"})
    fourth = repository.commit()
    repository.write({"projects/p.yaml": PROJECT.replace("05-31", "06-30"), "goals/n.yaml": "name: N\nweight: 1\n"})
    old, new = source.from_revision(repository.data, first), source.from_folder(repository.data)
    review = told(old, new)
    assert commits(review) == {
        "id-renamed b": ([third], False),
        "goal-weight-changed b": ([second, fourth], False),
        "goal-added n": ([fourth], False),
        "project-milestone-postponed p": ([], True),
    }
    assert (review.attributed, review.cut) == (True, False)


def test_what_came_and_went_is_told_by_the_commits_that_took_it(repository: Repository) -> None:
    repository.write({"goals/a.yaml": "name: A\n", "goals/c.yaml": "name: C\nweight: 1\n"})
    first = repository.commit()
    (repository.data / "goals/a.yaml").unlink()
    (repository.data / "goals/c.yaml").unlink()
    second = repository.commit()
    repository.write({"goals/c.yaml": "name: C\nweight: 2\n"})
    third = repository.commit()
    old, new = (source.from_revision(repository.data, one) for one in (first, third))
    expected = {"goal-removed a": ([second], False), "goal-weight-changed c": ([second, third], False)}
    assert commits(told(old, new)) == expected


def test_without_a_commit_between_all_stands_in_the_folder_and_no_history_is_read(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write({"goals/a.yaml": "name: A\n"})
    repository.commit()
    repository.write({"goals/a.yaml": "name: B\n"})
    monkeypatch.setattr("strategy_cli.reviewing.commits.between", None)
    old, new = source.from_revision(repository.data, "HEAD"), source.from_folder(repository.data)
    assert commits(told(old, new)) == {"goal-name-changed a": ([], True)}


def test_outside_git_there_is_nothing_to_tell(tmp_path: Path) -> None:
    old = source.from_folder(written({"goals/a.yaml": "name: A\n"}, tmp_path / "one"))
    new = source.from_folder(written({"goals/a.yaml": "name: B\n"}, tmp_path / "two"))
    review = told(old, new)
    assert commits(review) == {"goal-name-changed a": ([], False)}
    assert not review.attributed


def test_a_history_that_git_cannot_tell_is_none_and_the_comparison_stands(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_old: Source, _new: Source) -> None:
        raise StrategyError("git-failed", reason="missing")

    repository.write({"goals/a.yaml": "name: A\n"})
    first = repository.commit()
    repository.write({"goals/a.yaml": "name: B\n"})
    second = repository.commit()
    monkeypatch.setattr("strategy_cli.reviewing.commits.between", missing)
    review = told(*(source.from_revision(repository.data, one) for one in (first, second)))
    assert commits(review) == {"goal-name-changed a": ([], False)}
    assert not review.attributed


@pytest.fixture
def merged(repository: Repository) -> Repository:
    """Two goals; on side the weight of each is changed, and both come to main with a merge."""
    repository.write({"goals/a.yaml": "name: A\nweight: 1\n", "goals/b.yaml": "name: B\nweight: 1\n"})
    repository.commit("First")
    repository.git("branch", "-M", "main")
    repository.git("switch", "--quiet", "--create", "side")
    for goal in "ab":
        repository.write({f"goals/{goal}.yaml": f"name: {goal.upper()}\nweight: 2\n"})
        repository.commit(f"side: {goal}")
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "--no-commit", "side")
    return repository


def subjects(repository: Repository, old: str) -> dict[str, list[str]]:
    review = told(*(source.from_revision(repository.data, one) for one in (old, "HEAD")))
    return {
        f"{one.change.subject.id} {one.change.field}": [commit.subject for commit in one.commits]
        for one in review.selected
    }


def test_of_a_merge_the_commits_behind_it_are_told_and_it_comes_last(merged: Repository) -> None:
    merged.commit("Merge")
    expected = {"a weight": ["side: a", "Merge"], "b weight": ["side: b", "Merge"]}
    assert subjects(merged, "HEAD~1") == expected
    assert subjects(merged, "side~1") == {"b weight": ["side: b", "Merge"]}


def test_what_a_merge_changed_itself_is_its_own(merged: Repository) -> None:
    merged.write({"goals/b.yaml": "name: B\nweight: 2\nbinding: true\n"})
    merged.commit("Merge")
    expected = {"a weight": ["side: a", "Merge"], "b weight": ["side: b", "Merge"], "b binding": ["Merge"]}
    assert subjects(merged, "HEAD~1") == expected


def test_what_only_the_old_versions_branch_changed_has_no_commits_and_that_is_told(merged: Repository) -> None:
    merged.git("merge", "--abort")
    merged.git("switch", "--quiet", "--create", "other")
    merged.write({"goals/c.yaml": "name: C\n"})
    merged.commit("Other")
    assert subjects(merged, "side") == {"a weight": [], "b weight": [], "c ": ["Other"]}
    old, new = (source.from_revision(merged.data, one) for one in ("side", "other"))
    found = told(old, new)
    assert (found.attributed, found.diverged) == (True, True)
    assert not told(source.from_revision(merged.data, "main"), new).diverged
