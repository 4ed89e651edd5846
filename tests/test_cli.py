"""The command line: every failure is one clear sentence and an exit code, never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from strategy_cli import __version__, cli
from strategy_cli.cli import run

MINIMAL = "title: Strategia\nlanguages: [fi]\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "data").mkdir()
    return tmp_path / "data"


def sentence(capsys: pytest.CaptureFixture[str]) -> str:
    """Give what was said on standard error, which must be one line without a traceback."""
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    lines = err.strip().splitlines()
    assert len(lines) == 1
    return lines[0]


@pytest.mark.parametrize("command", ["lint", "diff", "report"])
def test_a_folder_without_a_strategy(command: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, "--data", str(folder)]) == 2
    assert "strategy.yaml" in sentence(capsys)


@pytest.mark.parametrize("command", ["lint", "diff", "report"])
def test_a_folder_that_is_not_there(command: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, "--data", "nowhere"]) == 2
    assert "nowhere" in sentence(capsys)


@pytest.mark.parametrize("command", ["lint", "report"])
def test_a_revision_that_is_not_there(command: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "strategy.yaml").write_text(MINIMAL, "utf-8")
    git(folder, "init", "-q")
    assert run([command, "--data", str(folder), "--revision", "v9"]) == 2
    assert "no revision v9" in sentence(capsys)


def test_a_revision_without_a_repository(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "strategy.yaml").write_text(MINIMAL, "utf-8")
    assert run(["lint", "--data", str(folder), "--revision", "HEAD"]) == 2
    assert "not in a git repository" in sentence(capsys)


def test_a_file_that_cannot_be_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "strategy.yaml").write_text(MINIMAL, "utf-8")
    (folder.parent / "taken").write_text("a file, not a folder", "utf-8")
    assert run(["report", "--data", str(folder), "--output", "taken"]) == 2
    assert "taken" in sentence(capsys)


def test_a_format_that_is_not_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "strategy.yaml").write_text(MINIMAL, "utf-8")
    assert run(["lint", "--data", str(folder), "--format", "yaml"]) == 2
    assert "text, json, github" in sentence(capsys)


def test_a_broken_strategy_is_findings_not_a_failure(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "strategy.yaml").write_text('title: "Strategia\nlanguages: [fi]\n', "utf-8")
    assert run(["lint", "--data", str(folder), "--lang", "en"]) == 1
    assert "strategy.yaml:1:8: error invalid-yaml" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [["lint", "--nonsense"], ["nonsense"], ["lint", "--as-of", "31.12.2026"], ["lint", "--lang", "de"]]
)
def test_a_mistyped_command_line_exits_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "word"), [("fi", "Kansiota"), ("sv", "Mappen"), ("en", "folder"), ("de", "folder")]
)
def test_the_sentence_comes_in_the_user_s_language(
    language: str, word: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", f"{language}_FI.UTF-8")
    assert run(["lint", "--data", "nowhere"]) == 2
    assert word in sentence(capsys)


def test_a_fault_of_the_program_itself_is_a_sentence_too(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("strategy_cli.loading.load", broken)
    (folder / "strategy.yaml").write_text(MINIMAL, "utf-8")
    assert run(["lint", "--data", str(folder)]) == 2
    assert "ZeroDivisionError" in sentence(capsys)


def test_an_interruption_exits_130(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("strategy_cli.loading.load", interrupted)
    (folder / "strategy.yaml").write_text(MINIMAL, "utf-8")
    assert run(["lint", "--data", str(folder)]) == cli.INTERRUPTED


def test_the_version_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"strategy {__version__}\n"


def test_a_reader_that_leaves_early_is_no_failure(folder: Path) -> None:
    (folder / "strategy.yaml").write_text(MINIMAL + "".join(f"key{n}: x\n" for n in range(5000)), "utf-8")
    command = f"{sys.executable} -m strategy_cli lint --data {folder} | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


def git(folder: Path, *arguments: str) -> None:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, env=clean, capture_output=True)
