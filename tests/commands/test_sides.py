"""Sides: a side that is not there is told apart: a folder without a strategy, a file, a path, or a revision."""

from pathlib import Path

import pytest
from folders import Repository, Write

from strategy_cli.cli import run
from strategy_cli.commands.sides import sides
from strategy_cli.errors import StrategyError
from strategy_cli.messages import LANGUAGES, Messages


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("mian", "no-revision-near"),
        ("v2025/approvd", "no-revision-near"),
        ("v2025-12-15:old/place", "no-revision-near"),
        ("nothing:like/it", "no-revision"),
        ("no/such", "neither"),
        ("./mian", "neither"),
        ("mains", "no-strategy"),
        ("v2025.yaml", "data-is-file"),
        ("2025-12-15", "no-revision-day"),
        ("@2025-15-12", "no-such-day"),
        ("@2020-01-01", "no-commit-by"),
        ("HEAD:elsewhere", "strategy-elsewhere-diff"),
    ],
)
def test_what_is_not_there_is_told_apart(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, name: str, key: str
) -> None:
    repository.write({})
    repository.commit()
    repository.git("tag", "v2025/approved")
    repository.git("tag", "v2025-12-16")
    (repository.root / "mains").mkdir()
    (repository.root / "v2025.yaml").write_text("", "utf-8")
    monkeypatch.chdir(repository.root)
    with pytest.raises(StrategyError) as raised:
        sides((name, None), Path("strategy_data"), lenient=False)
    assert raised.value.key == key


@pytest.fixture
def moved(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A strategy in the folder old, tagged v1, at the root, tagged v2, and now in city/plan; run from the root."""
    for folder, tag in (("old", "v1"), (".", "v2"), ("city/plan", "v3")):
        for file in repository.git("ls-files").splitlines():
            (repository.root / file).unlink()
        Repository(repository.root, repository.root / folder).write({f"goals/{tag}.yaml": "name: A"})
        repository.commit()
        repository.git("tag", tag)
    monkeypatch.chdir(repository.root)
    return repository


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("v1:old", "city/plan"), ["v1", "v3"]),
        (("v1:old", "v3:city/plan"), ["v1", "v3"]),
        (("v2:", "city/plan"), ["v2", "v3"]),
        (("city/plan", "v2:"), ["v3", "v2"]),
        (("v3", "city/plan"), ["v3", "v3"]),
        (("v1:old", "v2:", "city/plan"), ["v1", "v2", "v3"]),
    ],
)
def test_sides_that_name_their_folder_need_no_other(
    moved: Repository, names: tuple[str, ...], expected: list[str]
) -> None:
    assert [[*side.strategy.goals] for side in sides(names, None, lenient=False)] == [[one] for one in expected]
    assert not (moved.root / "strategy_data").exists()


@pytest.mark.parametrize(
    ("names", "data", "command"),
    [
        (("v1", None), "city/plan", "v1:old -d city/plan"),
        (("v1", "city/plan"), None, "v1:old city/plan"),
        (("v1", "HEAD"), "city/plan", "v1:old HEAD -d city/plan"),
        (("v1:old", "v3:old"), None, "v1:old v3:city/plan"),
        (("HEAD~1", None), "city/plan", "HEAD~1: -d city/plan"),
        (("v1", "v3", None), "city/plan", "--base=v1:old v3 -d city/plan"),
    ],
)
def test_a_folder_that_was_moved_is_told_with_a_command_that_works(
    moved: Repository, names: tuple[str | None, ...], data: str | None, command: str
) -> None:
    assert moved.root.is_dir()
    with pytest.raises(StrategyError) as raised:
        sides(names, Path(data) if data else None, lenient=False)
    facts = raised.value.message_args
    assert (raised.value.key, facts["command"]) == ("strategy-elsewhere-diff", f"strategy diff {command}")
    for language in LANGUAGES:
        assert Messages(language).say(f"errors.{raised.value.key}", **facts).endswith(f": strategy diff {command}")
    assert run(["diff", *command.split()]) == 0


def test_a_folder_in_a_submodule_is_told_as_the_submodule_has_it(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = Repository(tmp_path / "inner", tmp_path / "inner/plan")
    inner.write({})
    inner.git("init", "--quiet")
    inner.commit()
    repository.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.root.as_uri(), "city")
    repository.commit()
    monkeypatch.chdir(repository.root)
    with pytest.raises(StrategyError) as raised:
        sides(("HEAD:city/plan", "city/plan"), None, lenient=False)
    assert raised.value.message_args["command"] == "strategy diff HEAD:plan city/plan"
    assert len(sides(("HEAD:plan", "city/plan"), None, lenient=False)) == 2


def test_a_command_is_quoted_where_a_shell_would_take_it_apart(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    Repository(repository.root, repository.root / "our plan").write({})
    repository.commit()
    repository.write({})
    monkeypatch.chdir(repository.root)
    with pytest.raises(StrategyError) as raised:
        sides(("HEAD~0", None), Path("strategy_data"), lenient=False)
    assert raised.value.message_args["command"] == "strategy diff 'HEAD~0:our plan' -d strategy_data"


def test_without_a_repository_the_way_forward_is_told(
    write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write({})
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StrategyError) as raised:
        sides(("HEAD", None), write({}), lenient=False)
    assert raised.value.key == "no-repository-diff"


def test_a_day_and_another_folder_are_sides_like_any(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    Repository(repository.root, repository.root / "old").write({"goals/a.yaml": "name: A"})
    repository.write({})
    repository.commit(day="2025-01-31")
    monkeypatch.chdir(repository.root)
    old, new = sides(("@2025-12-31:old", "HEAD"), Path("strategy_data"), lenient=False)
    assert ([*old.strategy.goals], [*new.strategy.goals]) == (["a"], [])
