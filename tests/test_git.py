"""Git: commits resolved, trees listed, blobs read, and every failure a sentence."""

from pathlib import Path

import pytest
from folders import Repository

from strategy_cli import git
from strategy_cli.errors import StrategyError


def failure(repository: Path, revision: str) -> StrategyError:
    with pytest.raises(StrategyError) as raised:
        git.commit(repository, revision)
    return raised.value


def test_a_repository_is_found_from_inside(repository: Repository) -> None:
    root = repository.write({"goals/deep/a.yaml": ""})
    assert git.repository_of(root / "goals/deep") == repository.root
    assert git.repository_of(repository.root / "not-there") == repository.root


def test_outside_a_repository_there_is_none(tmp_path: Path) -> None:
    assert git.repository_of(tmp_path) is None


def test_a_linked_working_tree_is_a_repository_too(repository: Repository, tmp_path: Path) -> None:
    repository.write({})
    commit = repository.commit()
    repository.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "linked"))
    assert git.repository_of(tmp_path / "linked/strategy_data") == tmp_path / "linked"
    assert git.commit(tmp_path / "linked", "HEAD").hash == commit


@pytest.mark.parametrize("revision", ["main", "v1", "HEAD", "HEAD^0", "main@{0}", "v1^{}"])
def test_a_revision_may_be_written_in_every_way_of_git(revision: str, repository: Repository) -> None:
    first = repository.commit("First")
    repository.git("tag", "--annotate", "--message", "One", "v1")
    assert git.commit(repository.root, revision).hash == first


def test_a_short_hash_is_enough(repository: Repository) -> None:
    full = repository.commit()
    assert git.commit(repository.root, full[:8]).hash == full


def test_a_missing_revision_names_itself_and_the_repository(repository: Repository) -> None:
    repository.commit()
    error = failure(repository.root, "v9")
    assert (error.key, error.message_args) == ("no-revision", {"revision": "v9", "repository": "repository"})


def test_before_the_first_commit_that_is_the_reason(repository: Repository) -> None:
    error = failure(repository.root, "HEAD")
    assert (error.key, error.message_args) == ("no-commits", {"revision": "HEAD", "repository": "repository"})


def test_a_revision_that_a_shallow_clone_lacks_says_so(repository: Repository, tmp_path: Path) -> None:
    for _ in range(2):
        repository.commit()
    repository.git("clone", "--quiet", "--depth=1", repository.root.as_uri(), str(tmp_path / "shallow"))
    assert failure(tmp_path / "shallow", "HEAD~1").key == "shallow-clone"
    assert git.commit(tmp_path / "shallow", "HEAD").day.year == 2026


def test_what_git_was_told_to_leave_out_or_not_to_look_at_is_not_clean(repository: Repository) -> None:
    data = repository.write({"goals/a.yaml": "name: A"})
    repository.commit()
    assert git.is_clean(repository.root, data)
    (data / "goals/a.yaml").write_text("name: B", "utf-8")
    for switch in ("assume-unchanged", "skip-worktree"):
        repository.git("update-index", f"--{switch}", "strategy_data/goals/a.yaml")
        assert not git.is_clean(repository.root, data)
        assert list(git.left_out(repository.root, data)) == []
        repository.git("update-index", f"--no-{switch}", "strategy_data/goals/a.yaml")
    repository.git("checkout", "--quiet", ".")
    repository.git("sparse-checkout", "set", "--no-cone", "/strategy_data/strategy.yaml")
    assert not git.is_clean(repository.root, data)
    assert list(git.left_out(repository.root, data)) == ["strategy_data/goals/a.yaml"]


def test_a_folder_that_git_ignores_is_not_clean(repository: Repository) -> None:
    (repository.root / ".gitignore").write_text("draft/", "utf-8")
    repository.commit()
    (repository.root / "draft").mkdir()
    (repository.root / "draft/strategy.yaml").write_text("title: T", "utf-8")
    assert not git.is_clean(repository.root, repository.root / "draft")


def test_a_revision_is_never_an_option(repository: Repository) -> None:
    repository.commit()
    assert failure(repository.root, "--output=/tmp/x").key == "revision-option"


def test_a_tag_on_a_file_is_no_version(repository: Repository) -> None:
    repository.write({})
    repository.commit()
    repository.git("tag", "file", "HEAD:strategy_data/strategy.yaml")
    assert failure(repository.root, "file").key == "no-revision"


def test_blobs_come_in_the_order_asked_for(repository: Repository) -> None:
    contents = [b"", b"\n", b"a\nb\n", b"\0" * 1000, "ä".encode(), b"no end", b"blob 3\n"]
    repository.write({f"{number}.yaml": content for number, content in enumerate(contents)})
    commit = repository.commit()
    entries = {e.path: e for e in git.tree(repository.root, commit, "strategy_data")}
    wanted = [entries[f"strategy_data/{number}.yaml"] for number in (*range(7), 0, 3)]
    assert list(git.blobs(repository.root, (e.blob for e in wanted))) == [*contents, contents[0], contents[3]]
    assert [e.size for e in wanted] == [len(c) for c in (*contents, contents[0], contents[3])]


def test_no_blobs_are_no_trouble(repository: Repository) -> None:
    assert list(git.blobs(repository.root, ())) == []


def test_a_part_of_the_tree_is_only_that_folder(repository: Repository) -> None:
    repository.write({"goals/a.yaml": "", "goals-2/b.yaml": ""})
    commit = repository.commit()
    found = [e.path for e in git.tree(repository.root, commit, "strategy_data/goals")]
    assert found == ["strategy_data/goals/a.yaml"]
    assert len(list(git.tree(repository.root, commit, "."))) == 3


def test_what_git_cannot_do_is_said_in_its_words(repository: Repository) -> None:
    with pytest.raises(StrategyError) as raised:
        list(git.tree(repository.root, "0" * 40, "."))
    assert raised.value.key == "git-failed"
    assert raised.value.message_args["reason"] == "fatal: not a tree object"


def test_without_git_itself_only_versions_are_missing(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit()
    monkeypatch.setenv("PATH", "")
    assert git.head(repository.root) is None
    assert failure(repository.root, "HEAD").key == "no-git"


def test_a_folder_called_git_that_is_none_gives_no_version(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert git.repository_of(tmp_path) == tmp_path
    assert git.head(tmp_path) is None


@pytest.mark.parametrize("subject", ["Raise: tavoite 5 %", "\x01 \x02:100644 a\tb", ": 100644", "ä 🌊", "H"])
def test_a_commit_has_the_first_line_of_its_message(repository: Repository, subject: str) -> None:
    repository.write({":a.yaml": "", "\x01": "", "goals/\nb.yaml": ""})
    made = repository.commit(f"{subject}\n\nWhy: because")
    repository.write({":a.yaml": "changed"})
    repository.commit("Second")
    assert git.commit(repository.root, made).subject == subject
    assert [one.subject for one in git.commits(repository.root)] == ["Second", subject]
    second, first = git.mainline(repository.root, "HEAD", "strategy_data")
    assert (first.commit, second.commit.subject) == (git.commit(repository.root, made), "Second")
    assert [change.path for change in second.changes] == ["strategy_data/:a.yaml"]
    names = {"\x01", ":a.yaml", "goals/\nb.yaml", "strategy.yaml"}
    assert {change.path for change in first.changes} == {f"strategy_data/{name}" for name in names}


def test_a_commit_without_a_message_has_an_empty_subject(repository: Repository) -> None:
    repository.write({})
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--allow-empty-message", "--message", "")
    assert [one.commit.subject for one in git.mainline(repository.root, "HEAD", "strategy_data")] == [""]


def test_a_link_and_a_submodule_are_no_files(repository: Repository) -> None:
    data = repository.write({"goals/a.yaml": "name: A"})
    repository.commit()
    (data / "goals/a.yaml").unlink()
    (data / "goals/a.yaml").symlink_to("../strategy.yaml")
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},strategy_data/module.yaml")
    repository.git("add", "strategy_data/goals")
    repository.git("commit", "--quiet", "--message", "Links")
    step, *_ = git.mainline(repository.root, "HEAD", "strategy_data")
    assert [(change.path, change.blob) for change in step.changes] == [
        ("strategy_data/goals/a.yaml", None),
        ("strategy_data/module.yaml", None),
    ]
