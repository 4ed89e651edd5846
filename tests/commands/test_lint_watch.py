"""Lint that stays: --watch checks again at every change, and --statistics counts."""

import builtins
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from folders import loaded, written

from strategy_cli import document
from strategy_cli.cli import run
from strategy_cli.commands.watching import watch
from strategy_cli.document import Document
from strategy_cli.errors import StrategyError
from strategy_cli.loading import forget, one_file
from strategy_cli.messages import Messages
from strategy_cli.terminal import Terminal

FILES = {"goals/g.yaml": "name: G\nowner: o\n", "owners/o.yaml": "title: O\n"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return written(FILES, tmp_path / "strategy_data")


@pytest.fixture
def watching(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Lint that watches, as a process of its own."""
    command = [sys.executable, "-m", "strategy_cli", "lint", "--watch", "--lang", "en", "--select", "schema"]
    with subprocess.Popen(command, cwd=folder.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as one:
        yield one
        one.kill()


def line(process: subprocess.Popen[str], end: str) -> str:
    """Wait for a line on standard error that holds certain words."""
    assert process.stderr
    for said in process.stderr:
        if end in said:
            return said
    raise AssertionError(end)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal to send")
def test_a_change_is_told_at_once_and_ctrl_c_ends_it_well(watching: subprocess.Popen[str], folder: Path) -> None:
    assert "Watching " in line(watching, "Ctrl+C")
    time.sleep(0.5)  # the watch begins after the first check
    (folder / "goals" / "g.yaml").write_text("nmae: G\nowner: o\n", "utf-8")
    assert "Errors: 1." in line(watching, "Errors:")
    line(watching, "Ctrl+C")
    watching.send_signal(signal.SIGINT)
    out, err = watching.communicate(timeout=20)
    assert (watching.returncode, err) == (0, "")
    assert "Did you mean name?" in out


SCREEN = Terminal(grouped=True, color=False, width=80)


def watched(monkeypatch: pytest.MonkeyPatch, root: Path, changes: int, check: Any) -> int:
    """Watch a folder that changes so many times before the user stops it."""

    def made(*_: object, **__: object) -> Iterator[set[object]]:
        yield from [set()] * changes
        raise KeyboardInterrupt

    monkeypatch.setattr("watchfiles.watch", made)
    return watch(root, check, SCREEN, "en")


def test_it_checks_at_first_and_at_every_change(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said: list[Messages] = []

    def check() -> Messages:
        said.append(Messages("sv"))
        return said[-1]

    assert watched(monkeypatch, tmp_path, 2, check) == 0
    out, err = capsys.readouterr()
    assert (len(said), out.count("\x1b[2J"), err.count("Bevakar")) == (3, 3, 3)


def test_what_files_held_is_not_kept_for_ever(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parsed: list[str] = []

    def parse(path: str, content: bytes) -> Document:
        parsed.append(path)
        return document.parse(path, content)

    def check() -> Messages:
        loaded({"goals/held.yaml": "name: Held until it is forgotten"})
        return Messages("en")

    monkeypatch.setattr(one_file, "parse", parse)
    forget()
    assert watched(monkeypatch, tmp_path, 99, check) == 0
    assert parsed.count("goals/held.yaml") == 1
    assert watched(monkeypatch, tmp_path, 100, check) == 0
    assert parsed.count("goals/held.yaml") == 2
    capsys.readouterr()


def test_what_keeps_a_check_from_being_done_is_said_and_waited_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def check() -> Messages:
        raise StrategyError("no-strategy", folder="x\x1b[31m")

    assert watched(monkeypatch, tmp_path, 1, check) == 0
    err = capsys.readouterr().err
    assert err.count("has no strategy.yaml") == 2
    assert "\x1b" not in err


def test_without_the_library_it_is_said_how_to_get_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    imported = builtins.__import__

    def missing(name: str, *more: Any, **named: Any) -> Any:
        if name == "watchfiles":
            raise ModuleNotFoundError(name)
        return imported(name, *more, **named)

    monkeypatch.setattr(builtins, "__import__", missing)
    assert run(["lint", "--watch", "--lang", "en"]) == 2
    assert "pip install -e '.[watch]'" in capsys.readouterr().err


@pytest.mark.parametrize("option", [["--revision", "HEAD"], ["--write-baseline", "known.json"]])
def test_what_cannot_be_watched_is_said(option: list[str], folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lint", "--watch", "--lang", "en", *option]) == 2
    assert f"leave out {option[0]}" in capsys.readouterr().err


def test_statistics_stand_in_for_the_list_and_leave_machines_alone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "goals" / "odd.yaml").write_text("nmae: x\nlvl: y\nuntil: soon\n", "utf-8")
    asked = ["lint", "--lang", "fi", "--select", "schema", "--statistics"]
    assert run([*asked, "-f", "text", "-f", "json=all.json"]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == ["2  virhe  unknown-key", "1  virhe  invalid-value"]
    assert err.startswith("Virheitä: 3.")
    assert len(json.loads(Path("all.json").read_text("utf-8"))["findings"]) == 3


def test_a_plain_check_loads_none_of_what_it_does_not_need(folder: Path) -> None:
    code = "import sys; from strategy_cli.cli import run; run(['lint']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder.parent, capture_output=True, text=True, check=True
    ).stderr.split()
    unwanted = {
        "watchfiles",
        "xml.etree.ElementTree",
        "strategy_cli.checking.baseline",
        "strategy_cli.formats.findings_sarif",
    }
    assert unwanted & set(done) == set()
