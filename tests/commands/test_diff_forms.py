"""What a comparison can be asked for: three versions, parts of it, its formats, and sides that do not load."""

import json
from pathlib import Path
from typing import Any

import pytest
from folders import Repository

from strategy_cli.cli import run
from strategy_cli.cli.completion import DIFF_FORMATS
from strategy_cli.commands.changed import FORMATS

GOAL = "name: A\nweight: {}\n"


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with a proposal, the board's version and the council's; the user stands at its root."""
    one = Repository(tmp_path, tmp_path / "city")
    one.git("init", "--quiet")
    one.write(
        {"strategy.yaml": "title: T\nlanguages: [en]\n", "goals/a.yaml": GOAL.format(1), "goals/b.yaml": "name: B\n"}
    )
    for tag, weight in (("proposal", 1), ("board", 2), ("council", 3)):
        one.write({"strategy.yaml": "title: T\nlanguages: [en]\n", "goals/a.yaml": GOAL.format(weight)})
        one.commit(f"The {tag}", day="2026-03-31")
        one.git("tag", tag)
    monkeypatch.chdir(one.root)
    return one


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert run(["diff", "--data", "city", *arguments, "-f", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_three_versions_tell_who_changed_what(city: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    (change,) = told(capsys, "--base", "proposal", "board", "council")["changes"]
    assert (change["before"], change["after"]) == ("1", "3")
    assert change["between"]["by"] == "both"
    assert run(["diff", "--data", "city", "--base", "proposal", "board", "proposal", "--fail-on", "wording"]) == 0
    assert city.git("status", "--porcelain") == ""


def test_each_change_names_the_commits_that_brought_it(city: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    (change,) = told(capsys, "proposal", "council")["changes"]
    hashes = [city.git("rev-parse", tag) for tag in ("board", "council")]
    assert [one["hash"] for one in change["commits"]] == hashes


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--kind", "wheel"], "There is no kind of thing called wheel. Kinds: strategy, goal,"),
        (["--goal", "aa"], "There is no goal/aa."),
        (["--unit", "u"], "The strategy has nothing of this kind yet: unit"),
        (["--base", "nowhere"], "has no revision nowhere"),
        (["-f", "html", "-f", "xml"], "There is no format xml here. Known formats: text, json, md, html, github."),
        (["-f", "text", "-f", "github"], "Only one format can go to standard output"),
        (["--weight", "heavy"], "heavy"),
        (["--as-of", "31.3.2026"], "2026-03-31"),
    ],
)
def test_what_cannot_be_is_answered_in_a_sentence(
    city: Repository, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    assert run(["diff", "--data", str(city.data), "--lang", "en", *arguments]) == 2
    error = capsys.readouterr().err
    assert sentence in error
    assert "Traceback" not in error


def test_a_page_is_named_by_the_day_of_the_new_version(city: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "--data", "city", "proposal", "council", "-f", "html"]) == 0
    assert capsys.readouterr().out == "reports/diff-2026-03-31.html\n"
    assert "</html>" in (city.root / "reports/diff-2026-03-31.html").read_text("utf-8")
    assert (
        run(["diff", "--data", "city", "proposal", "--as-of", "2026-06-30", "--lang", "fi", "-f", "html", "-f", "md"])
        == 0
    )
    assert (city.root / "reports/diff-2026-06-30-fi.html").is_file()
    assert capsys.readouterr().err.startswith("reports/diff-2026-06-30-fi.html\n")


def test_annotations_go_to_standard_output(city: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "--data", "city", "proposal", "council", "-f", "github"]) == 0
    assert capsys.readouterr().out.startswith("::warning file=city/goals/a.yaml,line=2,")
    assert city.root.is_dir()


def test_a_version_with_a_fault_is_compared_leniently_and_what_was_left_out_is_told(
    city: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    (city.data / "goals/b.yaml").write_text("name: B\nbinding: maybe\nnumber: '2'\n", "utf-8")
    assert run(["diff", "--data", "city", "--lang", "en"]) == 2
    capsys.readouterr()
    found = told(capsys, "--lenient")
    assert [change["change"] for change in found["changes"]] == ["goal-number-added"]
    assert [one["place"]["path"] if "place" in one else one["path"] for one in found["left_out"]["new"]] == [
        "city/goals/b.yaml"
    ]


def test_what_was_left_out_of_the_version_in_the_middle_is_told_too(
    city: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    city.write({"strategy.yaml": "title: T\nlanguages: [en]\n", "goals/b.yaml": "name: B\nbinding: maybe\n"})
    city.commit("Faulty")
    asked = ["diff", "--data", "city", "--base", "proposal", "HEAD", "council"]
    assert run(asked) == 2
    assert run([*asked, "--lenient"]) == 0
    assert "city/goals/b.yaml:2" in capsys.readouterr().err.split("(Between)")[1]


def test_completion_offers_the_formats_that_there_are() -> None:
    assert DIFF_FORMATS == FORMATS
