"""Sources: the same files from a folder and from a revision, and nothing from anywhere else."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from folders import ABOUT, ENVIRONMENT, Repository, Write

from strategy_cli import source
from strategy_cli.errors import StrategyError
from strategy_cli.source import Source, Version, find_root, from_folder, from_revision

ODD_NAMES = ("goals/a b.yaml", "goals/it's.yaml", 'goals/"x".yaml', "goals/two\nlines.yaml", "goals/työ ä.yaml")


def read(root: Path) -> Source:
    return from_folder(root, versioned=False)


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    file = tmp_path / "outside.yaml"
    file.write_text("name: secret\n")
    return file


class TestFolder:
    def test_yaml_is_read_and_nothing_else(self, write: Write) -> None:
        ours = ["goals/a.yaml", "goals/b.yml", "goals/C.YAML", "goals/deep/er/d.yaml", "loose.yaml"]
        others = [
            "_goals/a.yaml",
            ".git2/a.yaml",
            "goals/_a.yaml",
            "goals/.a.yaml",
            "goals/_b/c.yaml",
            "goals/a.yaml~",
            "x.md",
        ]
        root = write(dict.fromkeys(ours + others, "name: x\n"))
        assert sorted(read(root).files) == sorted([*ours, "strategy.yaml"])

    def test_bytes_are_as_they_are(self, write: Write) -> None:
        content = b"\xef\xbb\xbfname: \xe4\r\n\0"
        assert read(write({"goals/a.yaml": content})).files["goals/a.yaml"] == content

    @pytest.mark.parametrize("name", ODD_NAMES)
    def test_a_name_may_be_odd(self, name: str, write: Write) -> None:
        assert read(write({name: "name: x\n"})).files[name] == b"name: x\n"

    def test_a_name_that_is_no_text_is_shown_as_far_as_it_is(self, write: Write) -> None:
        root = write({"goals/a.yaml": ""})
        Path(os.fsdecode(os.fsencode(root) + b"/goals/\xff.yaml")).write_bytes(b"name: x\n")
        assert read(root).files["goals/\ufffd.yaml"] == b"name: x\n"

    def test_no_link_is_followed_wherever_it_leads(self, write: Write, outside: Path) -> None:
        root = write({"goals/a.yaml": "name: a\n"})
        links: dict[str, str | Path] = {
            "goals/out.yaml": outside,
            "goals/beside.yaml": "../../outside.yaml",
            "goals/within.yaml": "a.yaml",
            "goals/gone.yaml": root / "goals/nowhere.yaml",
            "goals/circle.yaml": root / "goals/circle.yaml",
            "projects": outside.parent,
        }
        for link, target in links.items():
            (root / link).symlink_to(target)
        (root / "README.md").symlink_to(outside)
        found = read(root)
        assert sorted(found.files) == ["goals/a.yaml", "strategy.yaml"]
        assert found.refused == dict.fromkeys(links, "symbolic-link")

    def test_a_large_file_is_refused(self, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(source, "LARGEST_FILE", 100)
        found = read(write({"goals/a.yaml": "x" * 101, "goals/b.yaml": "x" * 100}))
        assert found.refused == {"goals/a.yaml": "too-large"}
        assert "goals/b.yaml" in found.files

    def test_what_is_no_file_is_not_opened(self, write: Write) -> None:
        root = write({"goals/a.yaml": "name: a\n", "goals/b.yaml/c.yaml": "name: c\n"})
        os.mkfifo(root / "goals/pipe.yaml")
        found = read(root)
        assert found.refused == {"goals/pipe.yaml": "unreadable-file"}
        assert "goals/b.yaml/c.yaml" in found.files

    def test_files_that_vanish_or_are_locked_do_not_stop_the_rest(
        self, write: Write, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        root = write({"goals/a.yaml": "", "goals/locked.yaml": "", "units/gone.yaml": "", "owners/a.yaml": ""})
        opened: Callable[..., object] = open
        scandir = os.scandir

        def opening(path: str, *how: str) -> object:
            if str(path).endswith("locked.yaml"):
                raise PermissionError(path)
            return opened(path, *how)

        def scanning(path: str) -> "os._ScandirIterator[str]":
            if str(path).endswith("units"):
                raise FileNotFoundError(path)
            return scandir(path)

        monkeypatch.setattr("builtins.open", opening)
        monkeypatch.setattr(os, "scandir", scanning)
        found = read(root)
        assert found.refused == {"goals/locked.yaml": "unreadable-file", "units": "unreadable-file"}
        assert sorted(found.files) == ["goals/a.yaml", "owners/a.yaml", "strategy.yaml"]

    def test_outside_git_there_is_no_version_but_a_name(self, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
        root = write({})
        assert from_folder(root).version == Version("strategy")
        monkeypatch.chdir(root)
        assert from_folder(Path()).version == Version("strategy")


class TestPrefix:
    def test_paths_are_shown_from_the_repository(self, repository: Repository) -> None:
        root = repository.write({"goals/a.yaml": "name: a\n"})
        repository.commit()
        assert from_folder(root).shown("goals/a.yaml") == "strategy_data/goals/a.yaml"
        assert from_revision(root, "main").shown("goals/a.yaml") == "strategy_data/goals/a.yaml"

    def test_paths_are_shown_bare_when_the_strategy_is_the_repository(self, repository: Repository) -> None:
        (repository.root / "strategy.yaml").write_text(ABOUT)
        repository.commit()
        assert from_folder(repository.root).shown("strategy.yaml") == "strategy.yaml"
        assert from_revision(repository.root, "main").files == {"strategy.yaml": ABOUT.encode()}

    def test_outside_git_paths_are_shown_from_where_one_stands(
        self, write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        root = write({})
        monkeypatch.chdir(tmp_path)
        assert read(root).shown("a.yaml") == "strategy/a.yaml"
        monkeypatch.chdir(root)
        assert read(Path()).shown("a.yaml") == "a.yaml"
        (tmp_path / "elsewhere").mkdir()
        monkeypatch.chdir(tmp_path / "elsewhere")
        assert read(root).shown("a.yaml") == f"{root.as_posix()}/a.yaml"


class TestRevision:
    def test_two_hundred_files_are_as_they_were(self, repository: Repository) -> None:
        files = {f"projects/p-{number}.yaml": f"name: P {number}\n" * (number % 7) for number in range(200)}
        root = repository.write({**files, **dict.fromkeys(ODD_NAMES, "name: odd\r\n"), "goals/raw.yaml": b"\0\xff\n\n"})
        repository.commit()
        then = read(root).files
        repository.write({"projects/p-1.yaml": "name: Changed\n", "goals/new.yaml": "name: New\n"})
        (root / "projects/p-2.yaml").unlink()
        assert from_revision(root, "HEAD").files == then
        assert read(root).files != then

    def test_the_version_says_which_it_is(self, repository: Repository) -> None:
        root = repository.write({})
        commit = repository.commit()
        repository.git("tag", "v1")
        version = from_revision(root, "v1").version
        assert (version.place, version.revision, version.commit) == ("strategy_data", "v1", commit)
        assert str(version.day) == "2026-03-31", "the committer's own day"

    def test_names_that_are_not_read_are_not_read_then_either(self, repository: Repository) -> None:
        root = repository.write({"goals/_a.yaml": "", "_b/c.yaml": "", "goals/.d.yaml": "", "goals/e.md": ""})
        repository.commit()
        assert list(from_revision(root, "HEAD").files) == ["strategy.yaml"]

    def test_a_strategy_may_live_in_a_folder_with_a_strange_name(self, repository: Repository) -> None:
        strange = Repository(repository.root, repository.root / "_ä b [1]*")
        beside = Repository(repository.root, repository.root / "_ä b 1x")
        root = strange.write({"goals/a.yaml": "name: a\n"})
        beside.write({"goals/b.yaml": "name: b\n"})
        repository.commit()
        assert from_revision(root, "HEAD").files == read(root).files
        beside.write({"goals/b.yaml": "name: changed\n"})
        assert from_folder(root).version.clean is True

    def test_links_are_refused(self, repository: Repository) -> None:
        root = repository.write({"goals/a.yaml": "name: a\n"})
        (root / "goals/out.yaml").symlink_to("/etc/passwd")
        (root / "projects").symlink_to("goals")
        repository.commit()
        refused = {"goals/out.yaml": "symbolic-link", "projects": "symbolic-link"}
        assert from_revision(root, "HEAD").refused == read(root).refused == refused

    def test_large_files_are_refused(self, repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(source, "LARGEST_FILE", 100)
        root = repository.write({"goals/a.yaml": "x" * 101})
        repository.commit()
        assert from_revision(root, "HEAD").refused == {"goals/a.yaml": "too-large"}

    def test_a_folder_that_is_gone_can_still_be_read_at_a_revision(self, repository: Repository) -> None:
        root = repository.write({"goals/a.yaml": "name: a\n"})
        repository.commit()
        (root / "goals/a.yaml").unlink()
        (root / "strategy.yaml").unlink()
        root.joinpath("goals").rmdir()
        root.rmdir()
        assert list(from_revision(root, "HEAD").files) == ["goals/a.yaml", "strategy.yaml"]

    @pytest.mark.parametrize(
        ("revision", "key"),
        [
            ("no-such", "no-revision"),
            ("", "no-revision"),
            ("HEAD:strategy_data/goals", "strategy-elsewhere"),
            ("0" * 40, "no-revision"),
            ("main..main", "no-revision"),
            ("a b\nc", "no-revision"),
            ("--all", "revision-option"),
            ("-h", "revision-option"),
            ("empty", "no-strategy-at"),
        ],
    )
    def test_what_cannot_be_read_is_said(self, revision: str, key: str, repository: Repository) -> None:
        repository.commit("Nothing yet")
        repository.git("tag", "empty")
        root = repository.write({})
        repository.commit()
        with pytest.raises(StrategyError) as raised:
            from_revision(root, revision)
        assert raised.value.key == key

    def test_without_a_repository_there_are_no_revisions(self, write: Write) -> None:
        with pytest.raises(StrategyError) as raised:
            from_revision(write({}), "HEAD")
        assert raised.value.key == "no-repository"

    def test_a_git_that_runs_us_from_a_hook_does_not_mislead(
        self, repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        root = repository.write({"goals/a.yaml": "name: ours\n"})
        commit = repository.commit()
        other = Repository(tmp_path / "other", tmp_path / "other/strategy_data")
        other.write({"goals/a.yaml": "name: theirs\n"})
        other.git("init", "--quiet")
        other.commit()
        for name, value in {"DIR": ".git", "INDEX_FILE": ".git/index", "WORK_TREE": "."}.items():
            monkeypatch.setenv(f"GIT_{name}", str(other.root / value))
        monkeypatch.setenv("GIT_LITERAL_PATHSPECS", "0")
        assert from_revision(root, "HEAD").files["goals/a.yaml"] == b"name: ours\n"
        assert from_folder(root).version.commit == commit


class TestVersionOfAFolder:
    def test_before_the_first_commit_there_is_none(self, repository: Repository) -> None:
        assert from_folder(repository.write({})).version == Version("strategy_data")

    def test_clean_says_whether_the_commit_tells_the_whole_truth(self, repository: Repository) -> None:
        root = repository.write({"goals/a.yaml": "name: a\n"})
        commit = repository.commit()
        assert (from_folder(root).version.commit, from_folder(root).version.clean) == (commit, True)
        (repository.root / "README.md").write_text("outside the strategy")
        assert from_folder(root).version.clean is True
        repository.write({"goals/b.yaml": "name: b\n"})
        assert from_folder(root).version.clean is False
        (root / "goals/b.yaml").unlink()
        (root / "goals/a.yaml").write_text("name: changed\n")
        assert from_folder(root).version.clean is False


class TestNeighbours:
    def test_strategies_beside_are_known(self, repository: Repository) -> None:
        for name in ("old", "_draft", ".hidden"):
            Repository(repository.root, repository.root / name).write({})
        found = from_folder(repository.write({}))
        assert found.neighbours == {"old/strategy.yaml": ABOUT.encode()}

    def test_one_that_cannot_be_read_says_nothing(
        self, repository: Repository, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(source, "LARGEST_FILE", 1000)
        (repository.root / "folder/strategy.yaml").mkdir(parents=True)
        (repository.root / "gone").mkdir()
        (repository.root / "gone/strategy.yaml").symlink_to("nowhere")
        Repository(repository.root, repository.root / "large").write({"strategy.yaml": "#" * 1001})
        assert from_folder(repository.write({})).neighbours == {}

    def test_outside_git_they_are_known_too(
        self, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Repository(tmp_path, tmp_path / "old").write({})
        Repository(tmp_path, tmp_path / "deep/down").write({})
        (tmp_path / "current").symlink_to(write({}))
        monkeypatch.chdir(tmp_path)
        assert read(tmp_path / "strategy").neighbours == {"old/strategy.yaml": ABOUT.encode()}

    def test_beside_a_repository_nobody_is_a_neighbour(self, repository: Repository) -> None:
        Repository(repository.root, repository.root.parent / "old").write({})
        at_its_root = Repository(repository.root, repository.root)
        assert read(at_its_root.write({})).neighbours == {}


class TestRoot:
    def test_the_nearest_upwards_is_taken(self, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
        root = write({"goals/deep/a.yaml": ""})
        monkeypatch.chdir(root / "goals/deep")
        assert find_root(None) == root

    def test_else_the_folder_strategy_data(self, repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
        repository.write({})
        monkeypatch.chdir(repository.root)
        assert find_root(None) == repository.data

    def test_what_is_asked_for_wins(
        self, write: Write, repository: Repository, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(write({}))
        assert find_root(repository.write({})) == repository.data

    @pytest.mark.parametrize(
        ("data", "key", "folder"),
        [
            (None, "no-folder", "strategy_data"),
            ("missing", "no-folder", "missing"),
            ("a-file", "data-is-file", "."),
            ("empty", "no-strategy", "empty"),
            ("odd", "no-strategy", "odd"),
            ("nul\0", "no-folder", "nul\0"),
        ],
    )
    def test_where_there_is_none_it_is_said(
        self, data: str | None, key: str, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "empty").mkdir()
        (tmp_path / "odd/strategy.yaml").mkdir(parents=True)
        (tmp_path / "a-file").write_text("")
        with pytest.raises(StrategyError) as raised:
            find_root(Path(data) if data else None)
        assert (raised.value.key, raised.value.message_args["folder"]) == (key, folder)


def test_the_tests_leave_the_machines_git_alone() -> None:
    assert [name for name in ENVIRONMENT if name.startswith("GIT_") and "DATE" not in name] == [
        "GIT_CONFIG_GLOBAL",
        "GIT_CONFIG_NOSYSTEM",
    ]
