"""Revision: what people call a version is found, and what is not there is explained with what to write instead."""

from pathlib import Path
from typing import Any

import pytest
from folders import ABOUT, Repository, written

from strategy_cli import source
from strategy_cli.errors import StrategyError
from strategy_cli.messages import LANGUAGES, Messages

ALLOWED = {"GIT_ALLOW_PROTOCOL": "file", "GIT_CONFIG_COUNT": "1"}
ALLOWED |= {"GIT_CONFIG_KEY_0": "protocol.file.allow", "GIT_CONFIG_VALUE_0": "always"}


def read(root: Path, revision: str) -> source.Source:
    return source.from_revision(root, revision)


def failure(root: Path, revision: str) -> tuple[str, dict[str, Any]]:
    with pytest.raises(StrategyError) as raised:
        read(root, revision)
    for language in LANGUAGES:
        assert "{" not in Messages(language).say(f"errors.{raised.value.key}", **raised.value.message_args)
    return raised.value.key, raised.value.message_args


def title(found: source.Source) -> str:
    return found.files["strategy.yaml"].decode().partition("\n")[0].removeprefix("title: ")


def commit(repository: Repository, name: str, day: str, folder: str = "strategy_data") -> str:
    written({"strategy.yaml": f"title: {name}\n"}, repository.root / folder)
    return repository.commit(name, day=day)


@pytest.fixture
def years(repository: Repository) -> Repository:
    """A strategy of four commits, one a year."""
    for year in (2021, 2022, 2023, 2024):
        commit(repository, f"T{year}", f"{year}-06-15")
    return repository


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2021-06-15", "T2021"),
        ("2022-06-14", "T2021"),
        ("2022-06-15", "T2022"),
        ("2023-12-31", "T2023"),
        ("9999-12-31", "T2024"),
    ],
)
def test_a_day_is_the_last_commit_by_its_end(years: Repository, day: str, expected: str) -> None:
    found = read(years.data, f"@{day}")
    assert (title(found), found.version.revision) == (expected, f"@{day}")


def test_the_day_is_the_committers_own(repository: Repository) -> None:
    repository.write({})
    late = {"GIT_COMMITTER_DATE": "2025-01-01T01:30:00+0300"}  # still the year before in Greenwich
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message", "Late", **late)
    assert failure(repository.data, "@2024-12-31")[0] == "no-commit-by"
    assert read(repository.data, "@2025-01-01").version.commit


def test_the_day_is_that_of_the_branch_and_not_of_what_was_merged_into_it(years: Repository) -> None:
    years.git("switch", "--quiet", "--create", "draft")
    commit(years, "Draft", "2024-08-01")
    years.git("switch", "--quiet", "main")
    merged = {"GIT_COMMITTER_DATE": "2024-09-01T12:00:00+0200"}
    years.git("merge", "--quiet", "--no-ff", "--message", "Merge", "draft", **merged)
    assert [title(read(years.data, f"@2024-{day}")) for day in ("08-31", "09-01")] == ["T2024", "Draft"]


@pytest.mark.parametrize("revision", ["@2022-12-31", "main~2", "HEAD~2"])
def test_a_detached_head_reads_like_a_branch(years: Repository, revision: str) -> None:
    years.git("switch", "--quiet", "--detach", "HEAD")
    assert title(read(years.data, revision)) == "T2022"


@pytest.mark.parametrize("day", ["@2025-02-30", "@2025-13-01", "@1.1.2025", "@2025", "@2025-1-1"])
def test_what_is_no_day_is_told_how_days_are_written(years: Repository, day: str) -> None:
    assert failure(years.data, day) == ("no-such-day", {"revision": day})


def test_what_git_says_with_an_at_sign_stays_gits(years: Repository) -> None:
    assert [title(read(years.data, revision)) for revision in ("@", "@~1", "@^")] == ["T2024", "T2023", "T2023"]


def test_before_the_history_begins_its_first_day_is_told(years: Repository) -> None:
    key, facts = failure(years.data, "@2020-12-31")
    assert (key, facts["begins"].isoformat()) == ("no-commit-by", "2021-06-15")


def test_before_the_strategy_was_committed_there_is_none(repository: Repository) -> None:
    repository.commit(day="2020-01-01")
    commit(repository, "First", "2021-01-01")
    facts = {"folder": "strategy_data", "place": "strategy_data/", "revision": "@2020-06-30"}
    assert failure(repository.data, "@2020-06-30") == ("no-strategy-by", facts)


def test_a_shallow_clone_reads_the_days_that_it_has_and_says_that_the_others_are_cut_off(
    years: Repository, tmp_path: Path
) -> None:
    years.git("clone", "--quiet", "--depth=2", years.root.as_uri(), str(tmp_path / "clone"))
    clone = tmp_path / "clone/strategy_data"
    assert title(read(clone, "@2023-12-31")) == "T2023"
    key, facts = failure(clone, "@2022-12-31")
    assert (key, facts["begins"].isoformat()) == ("shallow-clone-by", "2023-06-15")
    assert failure(clone, "HEAD~2")[0] == "shallow-clone"
    years.git("-C", str(tmp_path / "clone"), "tag", "v2024")
    assert failure(clone, "v2023")[0] == "shallow-clone", "it may be among what is cut off"


def test_a_day_before_the_first_commit_is_told_that_there_is_none(repository: Repository) -> None:
    assert failure(repository.write({}), "@2025-01-01")[0] == "no-commits"


@pytest.mark.parametrize(
    ("asked", "key", "nearest"),
    [
        ("mian", "no-revision-near", "main"),
        ("v2024-approvd", "no-revision-near", "v2024-approved"),
        ("proposal", "no-revision-here", "origin/proposal"),
        ("quite-another", "no-revision", None),
        ("2025-01-01", "no-revision-day", None),
    ],
)
def test_a_missing_revision_is_answered_with_the_nearest(
    years: Repository, tmp_path: Path, asked: str, key: str, nearest: str | None
) -> None:
    years.git("tag", "v2024-approved")
    years.git("branch", "proposal")
    years.git("clone", "--quiet", years.root.as_uri(), str(tmp_path / "clone"))
    found, facts = failure(tmp_path / "clone/strategy_data", asked)
    assert (found, facts.get("nearest", facts.get("remote"))) == (key, nearest)


@pytest.mark.parametrize("depth", [(), ("--depth=1",)])
def test_in_continuous_integration_the_branch_is_the_remotes(
    years: Repository, tmp_path: Path, depth: tuple[str, ...]
) -> None:
    years.git("clone", "--quiet", *depth, years.root.as_uri(), str(tmp_path / "clone"))
    clone = Repository(tmp_path / "clone", tmp_path / "clone/strategy_data")
    clone.git("switch", "--quiet", "--detach", "HEAD")
    clone.git("branch", "--quiet", "--delete", "main")
    facts = {"revision": "main", "repository": "clone", "remote": "origin/main"}
    assert failure(clone.data, "main") == ("no-revision-here", facts)
    assert title(read(clone.data, "origin/main")) == "T2024"


class TestFolder:
    @pytest.mark.parametrize(
        ("words", "here"),
        [
            ("v1:old/place", "."),
            ("v1:old/place/", "."),
            ("@2021-12-31:old/place", "."),
            ("v1:./place", "old"),
            ("v1:../old/place", "strategy_data"),
            ("HEAD^{/First}:old/place", "."),
        ],
    )
    def test_another_folder_of_a_revision_is_read(
        self, repository: Repository, words: str, here: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        moved(repository)
        (repository.root / "old").mkdir(exist_ok=True)
        monkeypatch.chdir(repository.root / here)
        found = read(repository.data, words)
        assert (title(found), found.prefix, found.version.place) == ("First", "old/place/", "place")

    def test_the_root_of_the_repository_is_a_folder_too(self, repository: Repository) -> None:
        commit(repository, "Root", "2021-01-01", folder=".")
        commit(repository, "Inside", "2022-01-01")
        found = read(repository.data, "HEAD:")
        assert (title(found), found.prefix, found.shown("strategy.yaml")) == ("Root", "", "strategy.yaml")

    @pytest.mark.parametrize(
        ("asked", "folder", "written"),
        [
            ("v1", "strategy_data", "v1:old/place"),
            ("@2021-12-31", "strategy_data", "@2021-12-31:old/place"),
            ("v1:old", "old", "v1:old/place"),
            ("HEAD", "strategy_data", None),
        ],
    )
    def test_a_folder_that_was_renamed_is_named(
        self, repository: Repository, asked: str, folder: str, written: str | None
    ) -> None:
        moved(repository)
        if written is None:
            assert title(read(repository.data, asked)) == "First"
        else:
            facts = {
                "folder": folder,
                "place": f"{folder}/",
                "revision": asked.partition(":")[0],
                "written": (written,),
            }
            assert failure(repository.data, asked) == ("strategy-elsewhere", facts)

    def test_several_strategies_are_all_named(self, repository: Repository) -> None:
        for folder in ("b", "a/deep", "b/decisions", ".hidden", "_draft"):
            written({}, repository.root / folder)
        repository.commit()
        key, facts = failure(repository.write({}), "HEAD")
        assert (key, facts["written"]) == ("strategies-elsewhere", ("HEAD:a/deep", "HEAD:b"))


def moved(repository: Repository) -> None:
    """A strategy in ``old/place``, tagged v1, that a later commit moved to ``strategy_data``."""
    commit(repository, "First", "2021-06-15", folder="old/place")
    repository.git("tag", "v1")
    repository.git("mv", "old/place", "strategy_data")
    repository.commit("Move", day="2022-06-15")


class TestSubmodule:
    @pytest.fixture
    def outer(self, repository: Repository, tmp_path: Path) -> Repository:
        """A repository whose ``strategy_data`` is a submodule of two versions, the first of which it tagged v1."""
        inner = Repository(tmp_path / "inner", tmp_path / "inner")
        inner.root.mkdir()
        inner.git("init", "--quiet", "--initial-branch=main")
        commit(inner, "Inner", "2021-01-01", folder=".")
        repository.git("submodule", "--quiet", "add", inner.root.as_uri(), "strategy_data", **ALLOWED)
        repository.commit("Outer")
        repository.git("tag", "v1")
        return repository

    def test_its_own_revisions_are_meant(self, outer: Repository) -> None:
        assert title(read(outer.data, "HEAD")) == title(read(outer.data, "@2021-01-01")) == "Inner"

    def test_a_revision_of_the_repository_around_it_is_told_with_the_commit_that_it_holds(
        self, outer: Repository
    ) -> None:
        held = outer.git("rev-parse", "v1:strategy_data")
        key, facts = failure(outer.data, "v1")
        assert (key, facts["outer"], facts["commit"]) == ("revision-of-outer", "repository", held[:10])
        assert title(read(outer.data, facts["commit"])) == "Inner"

    def test_a_folder_that_was_a_submodule_is_told_as_one(self, outer: Repository) -> None:
        held = outer.git("rev-parse", "v1:strategy_data")
        outer.git("rm", "--quiet", "-f", "strategy_data")
        outer.write({})
        outer.commit("A folder of its own")
        key, facts = failure(outer.data, "v1")
        assert (key, facts["folder"], facts["commit"]) == ("submodule-at", "strategy_data", held[:10])

    @pytest.mark.parametrize("named", [True, False])
    def test_one_that_was_not_fetched_is_told_how_to(
        self, outer: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, named: bool
    ) -> None:
        outer.git("clone", "--quiet", outer.root.as_uri(), str(tmp_path / "clone"))
        monkeypatch.chdir(tmp_path / "clone")
        with pytest.raises(StrategyError) as raised:
            source.find_root(Path("strategy_data") if named else None)
        assert (raised.value.key, raised.value.message_args) == ("submodule-empty", {"folder": "strategy_data"})


def test_a_folder_without_a_strategy_is_no_submodule(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.write({"strategy.yaml": ABOUT})
    repository.commit()
    (repository.data / "strategy.yaml").unlink()
    with pytest.raises(StrategyError) as raised:
        source.find_root(repository.data)
    assert raised.value.key == "no-strategy"
