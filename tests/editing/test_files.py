"""Files: replaced whole or not at all, with the permissions they had."""

import os
import stat
from pathlib import Path

import pytest

from strategy_cli.editing import files
from strategy_cli.errors import StrategyError


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_a_file_keeps_its_permissions(mode: int, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"old")
    file.chmod(mode)
    files.replace(file, b"new")
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (b"new", mode)
    assert [one.name for one in tmp_path.iterdir()] == ["a.yaml"]


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    file = tmp_path / "a.yaml"
    file.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StrategyError) as raised:
        files.replace(file, b"new")
    assert raised.value.key == "cannot-write"
    assert (file.read_bytes(), [one.name for one in tmp_path.iterdir()]) == (b"old", ["a.yaml"])


def test_a_file_that_may_not_be_written_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(StrategyError):
        files.replace(file, b"new")
    assert file.read_bytes() == b"old"


def test_a_file_that_is_gone_is_a_failure_in_words(tmp_path: Path) -> None:
    with pytest.raises(StrategyError) as raised:
        files.replace(tmp_path / "gone" / "a.yaml", b"new")
    assert raised.value.key == "cannot-write"
