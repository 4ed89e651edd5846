"""Lint with a baseline: the ratchet as a city uses it, from its first check to the last fault mended."""

import json
import shlex
from pathlib import Path

import pytest
from folders import written

from strategy_cli.cli import run

PROJECT = "name: P\ngoals: [g]\nstatus: idea\n"
FILES = {
    "goals/g.yaml": "name: G\nowner: o\n",
    "owners/o.yaml": "title: O\n",
    "projects/a.yaml": PROJECT,
    "projects/b.yaml": PROJECT.replace("[g]", "[x, y]") + "owner: o\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return written(FILES, tmp_path / "strategy_data")


def lint(*arguments: str) -> int:
    return run(["lint", "--lang", "en", "--as-of", "2026-06-30", "--select", "project-without-owner,links", *arguments])


def test_what_is_known_is_not_told_and_does_not_fail(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lint() == 1
    assert len(capsys.readouterr().out.splitlines()) == 3
    assert lint("--write-baseline", "known.json") == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "Baseline written: known.json. Findings in it: 3." in err
    assert lint("--baseline", "known.json") == 0
    out, err = capsys.readouterr()
    assert (out, err) == ("", "Nothing new; findings in the baseline: 3. Files checked: 5.\n")


def test_lines_and_files_may_move(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lint("--write-baseline", "known.json")
    (folder / "projects" / "technical").mkdir()
    (folder / "projects" / "b.yaml").rename(folder / "projects" / "technical" / "b.yaml")
    (folder / "projects" / "a.yaml").write_text("# a comment\n\n" + PROJECT, "utf-8")
    assert lint("--baseline", "known.json") == 0


def test_what_is_new_is_told_and_fails(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lint("--write-baseline", "known.json")
    file = folder / "projects" / "b.yaml"
    file.write_text(file.read_text("utf-8").replace("[x, y]", "[x, y, z]"), "utf-8")
    capsys.readouterr()
    assert lint("--baseline", "known.json") == 1
    assert [line.split(":")[1] for line in capsys.readouterr().out.splitlines()] == ["2"]


def test_what_is_gone_is_said_and_the_baseline_only_shrinks(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lint("--write-baseline", "known.json")
    (folder / "projects" / "a.yaml").write_text(PROJECT + "owner: o\n", "utf-8")
    (folder / "projects" / "c.yaml").write_text(PROJECT, "utf-8")
    capsys.readouterr()
    assert lint("--baseline", "known.json") == 1
    assert capsys.readouterr().err.splitlines()[-1] == "  project-without-owner project/a owner (1)"
    assert lint("--baseline", "known.json", "--write-baseline", "known.json") == 1
    held = json.loads(Path("known.json").read_text("utf-8"))["findings"]
    assert [(one["rule"], one["of"], one["count"]) for one in held] == [("unknown-id", "project/b", 2)]


def test_what_is_gone_comes_with_the_whole_command_that_takes_it_out_and_lets_nothing_in(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lint("--write-baseline", "our known.json")
    (folder / "projects" / "a.yaml").write_text(PROJECT + "owner: o\n", "utf-8")
    (folder / "projects" / "c.yaml").write_text(PROJECT, "utf-8")
    capsys.readouterr()
    assert lint("--baseline", "our known.json", "--profile", "minimum", "--data", str(folder)) == 1
    said = next(line for line in capsys.readouterr().err.splitlines() if "--write-baseline" in line)
    words = shlex.split(said.partition(": ")[2])
    assert words[:6] == ["strategy", "lint", "--data", str(folder), "--profile", "minimum"]
    assert lint(*words[2:]) == 1
    held = json.loads(Path("our known.json").read_text("utf-8"))["findings"]
    assert [one["of"] for one in held] == ["project/b"]


def test_a_baseline_that_is_there_never_grows_unseen(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lint("--write-baseline", "known.json")
    before = Path("known.json").read_text("utf-8")
    (folder / "projects" / "c.yaml").write_text(PROJECT, "utf-8")
    capsys.readouterr()
    assert lint("--write-baseline", "known.json") == 2
    said = capsys.readouterr().err
    assert "new to it: 1" in said
    assert "strategy lint --baseline known.json --write-baseline known.json" in said
    assert Path("known.json").read_text("utf-8") == before
    Path("known.json").unlink()
    assert lint("--write-baseline", "known.json") == 0


def test_a_baseline_may_be_written_anew_where_nothing_is_new(folder: Path) -> None:
    lint("--write-baseline", "known.json")
    (folder / "projects" / "a.yaml").write_text(PROJECT + "owner: o\n", "utf-8")
    assert lint("--write-baseline", "known.json") == 0
    assert len(json.loads(Path("known.json").read_text("utf-8"))["findings"]) == 1


def test_rules_that_are_not_asked_for_are_kept_in_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lint("--write-baseline", "known.json")
    before = Path("known.json").read_text("utf-8")
    capsys.readouterr()
    (folder / "projects" / "b.yaml").unlink()
    narrow = ["lint", "--lang", "en", "--select", "project-without-owner", "--baseline", "known.json"]
    assert run([*narrow, "--write-baseline", "known.json"]) == 0
    assert Path("known.json").read_text("utf-8") == before
    assert run(narrow) == 0
    assert "No longer found" not in capsys.readouterr().err


def test_a_file_that_is_something_else_is_never_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = folder / "strategy.yaml"
    before = file.read_bytes()
    assert lint("--write-baseline", str(file)) == 2
    assert "another kind of file" in capsys.readouterr().err
    assert file.read_bytes() == before


def test_a_baseline_that_is_not_there_is_no_clean_check(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lint("--baseline", "nowhere.json") == 2
    assert "no baseline nowhere.json" in capsys.readouterr().err
    assert run(["lint", "--baseline", ""]) == 2


def test_the_baseline_is_told_in_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lint("--write-baseline", "known.json")
    (folder / "projects" / "a.yaml").unlink()
    capsys.readouterr()
    lint("--baseline", "known.json", "--format", "json")
    gone = {"rule": "project-without-owner", "of": "project/a", "key": "owner", "count": 1}
    assert json.loads(capsys.readouterr().out)["baseline"] == {"known": 2, "gone": [gone]}
