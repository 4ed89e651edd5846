"""The init command: a folder that is ready to work in, and nothing in it lost."""

import subprocess
import sys
from pathlib import Path

import pytest
from keyboard import answered
from ruamel.yaml import YAML

from strategy_cli.cli import run
from strategy_cli.starter import installed

NAMED = ["--name", "Testilä", "--from", "2026-01-01", "--until", "2029-12-31"]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files_in(folder: Path) -> dict[str, bytes]:
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}


@pytest.mark.parametrize(
    ("language", "clean", "step"),
    [
        ("fi", "Ei huomautettavaa.", "3. Tee ensimmäinen raportti: strategy report."),
        ("sv", "Inga anmärkningar.", "3. Gör den första rapporten: strategy report."),
        ("en", "No findings.", "3. Make the first report: strategy report."),
    ],
)
def test_a_new_strategy_is_clean_and_the_next_steps_are_told(
    here: Path, capsys: pytest.CaptureFixture[str], language: str, clean: str, step: str
) -> None:
    assert run(["init", "city", *NAMED, "--language", language]) == 0
    out, err = capsys.readouterr()
    assert clean in err
    assert step in out
    assert run(["schema", "--data", "city/strategy_data", "--no-settings", "--check"]) == 0
    assert run(["report", "--data", "city/strategy_data", "--as-of", "2026-06-30"]) == 0


@pytest.mark.parametrize(
    ("forge", "file"), [("github", ".github/workflows/strategy.yml"), ("gitlab", ".gitlab-ci.yml")]
)
def test_a_forge_gets_its_file(here: Path, forge: str, file: str) -> None:
    assert run(["init", *NAMED, "--ci", forge]) == 0
    assert (here / file).is_file()
    assert not (here / ".git").exists()


def test_a_repository_is_made_only_when_asked_for(here: Path) -> None:
    assert run(["init", "city", *NAMED, "--git"]) == 0
    assert (here / "city" / ".git").is_dir()
    done = subprocess.run(["git", "status", "--short"], cwd=here / "city", capture_output=True, text=True, check=True)
    assert "?? strategy_data/" in done.stdout


@pytest.mark.parametrize("taken", ["README.md", "strategy_data/goals/good-everyday-life.yaml", ".gitignore"])
def test_nothing_is_written_over(here: Path, capsys: pytest.CaptureFixture[str], taken: str) -> None:
    (here / taken).parent.mkdir(parents=True, exist_ok=True)
    (here / taken).write_text("mine", "utf-8")
    before = files_in(here)
    assert run(["init", *NAMED]) == 2
    assert taken in capsys.readouterr().err
    assert files_in(here) == before


def test_files_that_are_there_may_be_kept(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "README.md").write_text("mine", "utf-8")
    assert run(["init", *NAMED, "--keep"]) == 0
    assert (here / "README.md").read_text("utf-8") == "mine"
    assert "Jätettiin ennalleen: README.md" in capsys.readouterr().err


def test_settings_of_the_editor_are_added_to(here: Path) -> None:
    (here / ".vscode").mkdir()
    (here / ".vscode" / "settings.json").write_text('{"editor.fontSize": 15}', "utf-8")
    assert run(["init", *NAMED]) == 0
    assert '"editor.fontSize": 15' in (here / ".vscode" / "settings.json").read_text("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--name", "A", "--from", "2029-01-01", "--until", "2026-01-01"],
        ["--name", "A", "--from", "1.1.2026"],
        ["--name", "A", "--language", "suomi"],
        ["--name", "A", "--ci", "bitbucket"],
        ["--name", ""],
    ],
)
def test_what_cannot_be_is_told_and_nothing_written(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert run(["init", *arguments, "--yes"]) == 2
    assert capsys.readouterr().err
    assert files_in(here) == {}


def test_a_strategy_is_not_begun_inside_another(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["init", *NAMED])
    before = files_in(here)
    capsys.readouterr()
    assert run(["init", "strategy_data/goals/more", *NAMED]) == 2
    assert "strategy new" in capsys.readouterr().err
    assert files_in(here) == before


def test_a_strategy_that_is_there_is_not_begun_again(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["init", *NAMED])
    capsys.readouterr()
    assert run(["init", *NAMED, "--keep"]) == 2
    assert "strategy_data/strategy.yaml" in capsys.readouterr().err


def test_a_folder_that_is_a_file_is_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "city").write_text("", "utf-8")
    assert run(["init", "city", *NAMED]) == 2
    assert "city" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_what_is_left_out_is_asked_in_the_language_of_the_first_answer(here: Path) -> None:
    answers = ["sv, fi", "Kemi stad", "", "2029-02-30", "2029-12-31", "github"]
    code, shown = answered(["init", "city"], answers, here, {"LC_ALL": "fi_FI.UTF-8"})
    assert code == 0, shown
    assert "Tekstien kielet, ensimmäinen ensin (fi, sv, en) [fi]: " in shown
    assert "Kommunens namn: " in shown
    assert "Skriv dagen som 2026-12-31." in shown
    assert "Inga anmärkningar." in shown
    about = (here / "city" / "strategy_data" / "strategy.yaml").read_text("utf-8")
    assert "name: {sv: Kemi stad, fi: Kemi stad}\n" in about
    assert "languages: [sv, fi]" in about
    assert (here / "city" / ".github").is_dir()


@pytest.mark.parametrize("where", [[], ["strategy_data/goals/more"]])
def test_a_strategy_in_the_way_is_told_of_in_its_own_language(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, where: list[str]
) -> None:
    run(["init", "city", *NAMED, "--language", "fi"])
    capsys.readouterr()
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert run(["init", "/".join(["city", *where]), "--name", "X", "--yes"]) == 2
    assert "tässä on jo strategia" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("forge", "file"), [("github", ".github/workflows/strategy.yml"), ("gitlab", ".gitlab-ci.yml")]
)
def test_a_forge_installs_the_program_from_where_it_is_told(
    here: Path, capsys: pytest.CaptureFixture[str], forge: str, file: str
) -> None:
    program = 'strategy-cli @ git+https://example.fi/"s.git@v1'
    assert run(["init", *NAMED, "--ci", forge, "--program", program]) == 0
    text = (here / file).read_text("utf-8")
    read = YAML(typ="safe").load(text)
    held = read["jobs"]["lint"]["env"] if forge == "github" else read["variables"]
    assert held["STRATEGY_PACKAGE"] == program
    assert 'pip install "$STRATEGY_PACKAGE"' in text
    assert "4." not in capsys.readouterr().out


def test_where_the_program_comes_from_is_a_next_step_when_nobody_knows(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installed, "requirement", lambda: None)
    assert run(["init", "one", *NAMED, "--ci", "gitlab"]) == 0
    assert "4. Kirjoita tiedostoon .gitlab-ci.yml kohtaan STRATEGY_PACKAGE" in capsys.readouterr().out
    assert run(["init", "two", *NAMED]) == 0
    assert "STRATEGY_PACKAGE" not in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_a_screen_breaks_lines_at_spaces_only(here: Path) -> None:
    code, shown = answered(["init", "city", *NAMED, "--yes"], [], here, {"COLUMNS": "60", "LC_ALL": "fi_FI.UTF-8"})
    assert code == 0, shown
    _, told = shown.split("Seuraavaksi:\n")
    assert max(map(len, told.splitlines())) <= 60
    assert "strategy_data/goals/good-everyday-life.yaml" in told
    assert "\n   " in told
