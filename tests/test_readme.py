"""The README is true: every command it shows runs, on the sample, as a new user would run it."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from strategy_cli import cli

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)
LINES = [line for block in BLOCKS for line in block.splitlines()]
COMMANDS = [line for line in LINES if line.startswith("strategy ")]
# The two lines for a fresh machine make environments: .ci/run runs them, and the same two through uv.
FRESH = [line for line in LINES if not line.startswith("strategy ")]


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the sample in it, whose last commit changed one project."""
    shutil.copytree(ROOT / "strategy_data", tmp_path / "strategy_data")
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "init", "-q")
    commit(tmp_path, "the strategy as approved")
    project = next((tmp_path / "strategy_data" / "projects").rglob("led-street-lights.yaml"))
    project.write_text(re.sub(r"(?m)^status: .*$", "status: paused", project.read_text("utf-8")), "utf-8")
    commit(tmp_path, "a project is paused")
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_runs(command: str, clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(command.split()[1:]) == 0
    out, err = capsys.readouterr()
    assert out or err


def test_the_two_lines_for_a_fresh_machine_come_first() -> None:
    assert len(FRESH) == 2
    assert BLOCKS[0].splitlines() == FRESH
    assert README.index(FRESH[0]) < README.index("## ")
    ci = (ROOT / ".ci" / "run").read_text("utf-8")
    assert ci.count("run_readme_line") == 3


def test_the_picture_and_every_linked_file_exist() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_command_of_the_program_is_in_the_table() -> None:
    rows = re.findall(r"^\| `strategy (\w+)", README, flags=re.MULTILINE)
    assert sorted(rows) == sorted(str(c.name or c.callback.__name__) for c in cli.app.registered_commands if c.callback)


def git(folder: Path, *arguments: str) -> None:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    subprocess.run(["git", *arguments], cwd=folder, env=clean, check=True, capture_output=True)


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "-A")
    git(folder, "-c", "user.name=Coordinator", "-c", "user.email=c@example.org", "commit", "-q", "-m", message)
