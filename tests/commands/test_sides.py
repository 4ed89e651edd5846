"""Sides: a side that is not there is told apart: a folder without a strategy, a file, a path, or a revision."""

from pathlib import Path

import pytest
from folders import Repository

from strategy_cli.commands.sides import sides
from strategy_cli.errors import StrategyError


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
        ("HEAD:elsewhere", "strategy-elsewhere"),
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


def test_a_day_and_another_folder_are_sides_like_any(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    Repository(repository.root, repository.root / "old").write({"goals/a.yaml": "name: A"})
    repository.write({})
    repository.commit(day="2025-01-31")
    monkeypatch.chdir(repository.root)
    old, new = sides(("@2025-12-31:old", "HEAD"), Path("strategy_data"), lenient=False)
    assert ([*old.strategy.goals], [*new.strategy.goals]) == (["a"], [])
