"""The command line: every failure is one clear sentence and an exit code, never a traceback."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from strategy_cli import __version__
from strategy_cli.cli import run
from strategy_cli.failing.failure import INTERRUPTED, ended
from strategy_cli.messages import catalogue

PACKAGE = Path(__file__).parents[1] / "strategy_cli"
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
    asked = [command, "--data", str(folder), "--revision", "v9"]
    assert run([*asked, "--lang", "en"]) == 2
    assert "has no commits yet, so it has no revision v9" in sentence(capsys)
    assert run([*asked, "--lang", "fi"]) == 2
    assert "ei ole vielä yhtään committia" in sentence(capsys)
    git(folder, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "--allow-empty", "-m", "One")
    assert run([*asked, "--lang", "en"]) == 2
    assert "has no revision v9" in sentence(capsys)


def test_a_revision_without_a_repository(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "strategy.yaml").write_text(MINIMAL, "utf-8")
    assert run(["lint", "--data", str(folder), "--revision", "HEAD", "--lang", "en"]) == 2
    assert "not in a git repository" in sentence(capsys)


def test_a_file_that_cannot_be_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "strategy.yaml").write_text(MINIMAL, "utf-8")
    (folder.parent / "taken").write_text("a file, not a folder", "utf-8")
    assert run(["report", "--data", str(folder), "--output", "taken"]) == 2
    assert sentence(capsys) == "strategy: taken on tiedosto, ei kansio. Anna toinen kansio."
    assert run(["lint", "--data", str(folder), "--format", "json=data"]) == 2
    assert sentence(capsys) == "strategy: data on kansio, ei tiedosto. Anna siinä olevan tiedoston nimi."


def test_the_main_file_is_not_its_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "strategy.yaml").write_text(MINIMAL, "utf-8")
    assert run(["lint", "--data", "data/strategy.yaml", "--lang", "en"]) == 2
    assert sentence(capsys) == "strategy: data/strategy.yaml is a file; the folder that it is in is wanted: data"


def test_a_folder_that_lacks_only_its_main_file(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "goals").mkdir()
    monkeypatch.chdir(folder)
    assert run(["lint"]) == 2
    assert "The folder data has no strategy.yaml" in sentence(capsys)


def test_a_format_that_is_not_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "strategy.yaml").write_text(MINIMAL, "utf-8")
    assert run(["lint", "--data", str(folder), "--format", "yaml"]) == 2
    assert "text, json, github" in sentence(capsys)


def test_a_broken_strategy_is_findings_not_a_failure(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "strategy.yaml").write_text('title: "Strategia\nlanguages: [fi]\n', "utf-8")
    assert run(["lint", "--data", str(folder), "--lang", "en"]) == 1
    assert "strategy.yaml:1:8: error invalid-yaml" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["lint", "--nonsense"],
        ["nonsense"],
        ["lint", "--lang", "de"],
        ["lint", "--as-of", "31.12.2026"],
        ["lint", "--as-of", "20261031"],
        ["report", "--as-of", "2026-W01-1"],
        ["lint", "--revision", ""],
        ["report", "--since", ""],
        ["report", "--output", ""],
        ["diff", ""],
        ["diff", "HEAD", ""],
        ["diff", "--data", " "],
    ],
)
def test_a_mistyped_command_line_exits_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert "--help" in sentence(capsys)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["lint", "--as-of", "31.12.2026"],
            "--as-of: 31.12.2026 is not a day as it is written here. Write 2026-12-31.",
        ),
        (["lint", "--as-of", "soon"], "--as-of: soon is not a day. Write it as 2026-06-30."),
        (["lint", "--profile", "maximum"], "--profile: maximum is none of the choices (minimum, managed, audited)."),
        (["lint", "--profile", "maximum"], "Did you mean minimum?"),
        (["lint", "--profile", "it's"], "it's is none of the choices: minimum"),
        (["report", "progres"], "KIND: progres is none of the choices"),
        (["lint", "--profil", "audited"], "There is no option --profil. Did you mean --profile?"),
        (["lint", "-x"], "There is no option -x. Help: strategy lint --help"),
        (["--versio"], "Did you mean --version?"),
        (["lint", "--as-of"], "The value of the option --as-of is missing."),
        (["lint", "--fix=yes"], "The option --fix takes no value."),
        (["lint", "a", "b"], "This does not belong here: a b."),
        (["report", "--year", "kissa"], "--year: kissa is not a year."),
        (["report", "--year", "1"], "--year: 1 is not a year."),
        (["new"], "Missing: KIND."),
        (["new", "goal", "--set", "x"], "Write KEY=VALUE"),
        (["lin"], "There is no command lin. Did you mean lint?"),
        (["zzz"], "Commands: lint, rule, diff"),
    ],
)
def test_a_mistyped_command_line_says_what_was_meant(
    arguments: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert run(arguments) == 2
    told = sentence(capsys)
    assert said in told
    assert "Value error" not in told


def test_every_mistyped_command_line_has_its_words() -> None:
    code = "".join(
        (PACKAGE / name).read_text("utf-8")
        for name in ("failing/usage.py", "cli/options.py", "cli/new.py", "cli/menu.py")
    )
    keys = {key.removeprefix("usage.") for key in catalogue("en") if key.startswith("usage.")}
    assert {key for key in keys if f'"{key.removesuffix("-near")}' not in code.replace("usage.", "")} == set()


@pytest.mark.parametrize(("language", "word"), [("fi", "Valintaa"), ("sv", "Flaggan")])
def test_a_mistyped_command_line_is_told_in_the_language_asked_for(
    language: str, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["lint", "--lang", language, "--profil", "x"]) == 2
    assert f"strategy: {word} --profil" in sentence(capsys)


def test_another_typer_s_usage_errors_are_still_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    class Stranger(Exception):  # noqa: N818
        """What a later typer might raise."""

        def format_message(self) -> str:
            """Say it."""
            return "Something else."

    assert ended(Stranger(), ["lint"]) == 2
    assert sentence(capsys) == "strategy: Something else."


@pytest.mark.parametrize("command", [[], ["lint"], ["rule"], ["diff"], ["report"]])
def test_no_help_is_cut(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command, "--help"]) == 0
    assert not re.search(r"(?<!\])\.\.\.", capsys.readouterr().out)


@pytest.mark.parametrize("where", [["--data", "data"], ["--data=data"], ["data", "HEAD"]])
def test_the_sentence_comes_in_the_strategy_s_language_once_it_is_found(
    where: list[str], folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    (folder / "strategy.yaml").write_text("title: Strategi\nlanguages: [sv, fi]\n", "utf-8")
    monkeypatch.chdir(folder if where[0] == "data" else folder.parent)
    (folder / "data").symlink_to(folder)
    assert run(["diff", *where]) == 2
    assert "finns inte i versionshantering" in sentence(capsys)


def test_no_sentence_steers_a_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "strategy.yaml").write_text(MINIMAL, "utf-8")
    (folder / "goals").mkdir()
    (folder / "goals" / "g.yaml").write_text('name: A\nlevel: "\\e[31mred\\nline"\n', "utf-8")
    (folder / "other").mkdir()
    (folder / "other" / "strategy.yaml").write_text(MINIMAL, "utf-8")
    assert run(["diff", str(folder / "other"), str(folder)]) == 2
    said = sentence(capsys)
    assert "\x1b" not in said
    assert "red line" in said


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
    assert run(["lint", "--data", str(folder)]) == INTERRUPTED


def test_the_version_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"strategy {__version__}\n"


LOUD = ["lint", "diff", "report"]


def started(arguments: list[str], stdout: int | None = None, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run the program as a process of its own, and make sure that it never shows a traceback."""
    command = [sys.executable, "-m", "strategy_cli", *arguments]
    done = subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, text=True, check=False, **options)
    assert "Traceback" not in done.stderr
    assert "Error" not in done.stderr
    return done


def loud(folder: Path, command: str) -> list[str]:
    """Give a command line that has much to say on standard output."""
    (folder / "strategy.yaml").write_text(MINIMAL + "".join(f"# {n}\n" for n in range(5)), "utf-8")
    (folder / "other").mkdir(exist_ok=True)
    (folder / "other" / "strategy.yaml").write_text(MINIMAL + "vision: Toinen\n", "utf-8")
    (folder / "odd.yaml").write_text("a: b\n", "utf-8")
    return {
        "lint": ["lint", "--data", str(folder)],
        "diff": ["diff", str(folder / "other"), str(folder)],
        "report": ["report", "--data", str(folder), "-f", "md=-"],
        "--help": ["--help"],
    }[command]


@pytest.mark.parametrize("command", [*LOUD, "--help"])
def test_a_reader_that_leaves_early_is_no_failure(command: str, folder: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = started(loud(folder, command), stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("command", LOUD)
def test_a_reader_of_the_summary_that_leaves_early_is_no_failure_either(command: str, folder: Path) -> None:
    line = " ".join([sys.executable, "-m", "strategy_cli", *loud(folder, command)])
    done = subprocess.run(["bash", "-o", "pipefail", "-c", f"{line} 2>&1 | true"], check=False)
    assert done.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the device that is always full is Linux's")
@pytest.mark.parametrize("command", [*LOUD, "--help"])
def test_no_room_for_the_output_is_said(command: str, folder: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = started(loud(folder, command), stdout=full.fileno(), env=os.environ | {"LANG": "fi_FI.UTF-8"})
    assert done.returncode == 2
    assert "Tiedostoa stdout ei voitu kirjoittaa" in done.stderr


@pytest.mark.parametrize(
    ("command", "closed"),
    [
        *(("lint", closed) for closed in (">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-")),
        *((command, ">&- 2>&-") for command in LOUD[1:]),
    ],
)
def test_closed_streams_are_no_failure(command: str, closed: str, folder: Path) -> None:
    line = " ".join([sys.executable, "-m", "strategy_cli", *loud(folder, command), closed])
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr + done.stdout


def test_an_interruption_while_the_program_is_loaded_is_quiet(tmp_path: Path) -> None:
    (tmp_path / "typer.py").write_text("raise KeyboardInterrupt\n", "utf-8")
    done = started(["lint"], env=os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])})
    assert (done.returncode, done.stderr) == (INTERRUPTED, "")


def git(folder: Path, *arguments: str) -> None:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, env=clean, capture_output=True)
