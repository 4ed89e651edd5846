"""Report as its users meet it: the files it writes, what it says, its exit codes, and the whole of its words."""

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
import snapshots
from folders import Repository, Write

from strategy_cli.cli import run

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "strategy_data"
LAPPEENRANTA = ROOT / "tests" / "real" / "lappeenranta"
DAY = "2026-09-30"
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder outside git."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def outside_git(data: Path, folder: Path) -> Path:
    """Copy a strategy to where no commit is told of it."""
    return Path(shutil.copytree(data, folder / "strategy_data"))


def report(*arguments: str, data: Path = LAPPEENRANTA, on: str = DAY) -> int:
    """Run the command."""
    return run(["report", "--data", str(data), "--as-of", on, *arguments])


def files(folder: Path) -> list[str]:
    """List the files in a folder and below it."""
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_it_writes_a_page_and_markdown_and_prints_where(here: Path, capsys: Captured) -> None:
    assert report("--lang", "fi") == 0
    written = ["reports/progress-2026-09-30.html", "reports/progress-2026-09-30.md"]
    assert files(here) == written
    said = capsys.readouterr()
    assert (said.out.splitlines(), said.err) == (written, "")


def test_without_a_day_it_looks_from_today(here: Path) -> None:
    assert run(["report", "--data", str(LAPPEENRANTA), "-f", "json"]) == 0
    [file] = files(here)
    assert file == f"reports/progress-{date.today()}.json"


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["--lang", "fi"], "progress-2026-09-30"),
        (["--lang", "sv"], "progress-2026-09-30-sv"),
        (["--public"], "progress-2026-09-30-public"),
        (["--public", "--lang", "sv"], "progress-2026-09-30-public-sv"),
        (["budget", "--year", "2027", "--lang", "sv"], "budget-2027-2026-09-30-sv"),
    ],
)
def test_no_report_takes_the_place_of_another_of_another_language_or_for_others(
    here: Path, arguments: list[str], name: str
) -> None:
    assert report(*arguments, "-f", "html") == 0
    assert {file.split("/")[1] for file in files(here)} <= {f"{name}.html", f"{name}-data"}


@pytest.mark.parametrize("option", ["--output", "-o"])
def test_the_folder_is_made_where_asked(here: Path, option: str) -> None:
    assert report(option, "papers/june", "-f", "md") == 0
    assert files(here) == ["papers/june/progress-2026-09-30.md"]


def test_each_format_goes_to_its_own_file(here: Path, capsys: Captured) -> None:
    assert report("-f", "html=page.html", "-f", "json=data/figures.json", "-f", "md") == 0
    assert files(here) == ["data/figures.json", "page.html", "reports/progress-2026-09-30.md"]
    assert capsys.readouterr().out.splitlines() == ["page.html", "data/figures.json", "reports/progress-2026-09-30.md"]


@pytest.mark.parametrize(("form", "start"), [("md", "# "), ("html", "<!DOCTYPE html>"), ("json", "{")])
def test_a_hyphen_is_standard_output_and_nothing_else_stands_there(
    here: Path, capsys: Captured, form: str, start: str
) -> None:
    assert report("-f", f"{form}=-") == 0
    assert files(here) == []
    said = capsys.readouterr()
    assert said.out.startswith(start)
    assert said.out.endswith("\n")
    assert str(here) not in said.out
    assert said.err == ""


def test_json_is_told_by_the_schemas_name_and_version(here: Path) -> None:
    assert report("-f", "json=r.json") == 0
    data = json.loads((here / "r.json").read_text("utf-8"))
    assert (data["format"], data["version"], data["as_of"], data["language"]) == ("strategy-report", "1.3", DAY, "fi")


@pytest.mark.parametrize(
    ("language", "title"), [("fi", "Strategian toteutuminen"), ("sv", "Hur strategin"), ("en", "How the")]
)
def test_the_language_is_the_one_asked_for(capsys: Captured, language: str, title: str) -> None:
    assert report("-f", "md=-", "--lang", language) == 0
    assert capsys.readouterr().out.startswith(f"# {title}")


def test_unless_asked_for_it_is_the_strategys_first(write: Write, capsys: Captured) -> None:
    data = write({"strategy.yaml": "title: Strategi\nlanguages: [sv, fi]\n"})
    assert report("-f", "md=-", data=data) == 0
    assert capsys.readouterr().out.startswith("# Hur strategin")


@pytest.mark.parametrize("file", ["taken", "taken/", "taken/inside/report.html", "note.txt/report.html"])
def test_a_file_that_cannot_be_written_is_one_sentence_and_2(here: Path, capsys: Captured, file: str) -> None:
    (here / "taken" / "inside" / "report.html").mkdir(parents=True)
    (here / "note.txt").write_text("")
    assert report("-f", f"html={file}", "--lang", "en") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert re.fullmatch(
        r"strategy: (taken.* is a folder, not a file|note\.txt is a file, not a folder); .*\n", said.err
    )
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["-f", "pdf"], "There is no format pdf here. Known formats: html, md, json."),
        (["-f", "html="], "The name of the file is missing: write --format html=FILE, or --format html alone."),
        (["-f", "md= "], "The name of the file is missing"),
        (["--year", "2027"], "The report progress is of no year: leave out --year 2027. Of a year are: budget, year."),
        (["board"], "The strategy has nothing of this kind yet: body. They are written here: bodies/"),
        (["board", "x"], "The strategy has nothing of this kind yet: body. They are written here: bodies/"),
        (["--theme", "x"], "They are written here: strategy.yaml (themes)"),
        (["--data", "nowhere"], "There is no folder nowhere."),
        (["--revision", "main"], "is not in a git repository"),
        (["--since", "main"], "is not in a git repository"),
    ],
)
@pytest.mark.usefixtures("here")
def test_what_cannot_be_done_is_one_sentence_and_2(
    write: Write, capsys: Captured, arguments: list[str], sentence: str
) -> None:
    assert report("--lang", "en", *arguments, data=write({})) == 2
    said = capsys.readouterr()
    assert sentence in said.err
    assert "Traceback" not in said.err
    assert (said.out, said.err.count("\n")) == ("", 1)


@pytest.mark.usefixtures("here")
def test_a_day_that_is_none_is_2(capsys: Captured) -> None:
    assert report(on="30.9.2026") == 2
    assert "2026-09-30" in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_strategy_with_faults_is_reported_as_far_as_it_goes_with_a_note_and_1(
    write: Write, capsys: Captured, form: str
) -> None:
    data = write({"goals/good.yaml": "name: Readable\n", "goals/bad.yaml": "name: [\n", "goals/odd.yaml": "nam: Odd\n"})
    assert report("-f", f"{form}=-", "--lang", "en", data=data) == 1
    said = capsys.readouterr()
    assert "Readable" in said.out
    note = "The strategy's files have errors (2), so facts may be missing from this report."
    assert note in said.out.replace("&#39;", "'")
    assert said.err.startswith(note)


@pytest.mark.parametrize(
    "files_",
    [
        {"goals/g.yaml": "{name: G, parent: nowhere}"},
        {"goals/a.yaml": "{name: A, parent: b}", "goals/b.yaml": "{name: B, parent: a}"},
    ],
    ids=["to nothing", "in a circle"],
)
def test_links_that_lead_astray_are_faults_as_well(write: Write, capsys: Captured, files_: dict[str, str]) -> None:
    assert report("-f", "json=-", "--lang", "en", data=write(files_)) == 1
    said = capsys.readouterr()
    assert json.loads(said.out)["faults"] >= 1
    assert "have errors (" in said.err


def test_when_something_goes_to_standard_output_the_names_of_files_do_not(here: Path, capsys: Captured) -> None:
    assert report("-f", "json=-", "-f", "html=page.html") == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["format"] == "strategy-report"
    assert said.err == "page.html\n"
    assert files(here) == ["page.html"]


@pytest.mark.usefixtures("here")
def test_a_revision_of_no_name_is_not_the_folder(repository: Repository, capsys: Captured) -> None:
    repository.write({"goals/g.yaml": "name: G\n"})
    repository.commit()
    assert report("-f", "md=-", "--revision", "", data=repository.data) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("accent", "used"),
    [("#00573d", True), ("#ffcc00", False), ("darkblue", False), ("#000;} body{", False), ("#0f0", False)],
)
def test_the_citys_own_colour_is_used_where_white_can_be_read_on_it(
    write: Write,
    capsys: Captured,
    accent: str,
    used: bool,  # noqa: FBT001 - a column of the table
) -> None:
    data = write({"strategy.yaml": f"{{title: S, report: {{accent: '{accent}'}}}}"})
    assert report("-f", "html=-", "--lang", "en", data=data) == 0
    said = capsys.readouterr()
    assert (f"--brand: {accent}" in said.out) is used
    assert said.err.startswith(f"The colour {accent} was not used") is not used


def test_the_faults_are_in_the_json_too(write: Write, capsys: Captured) -> None:
    data = write({"goals/bad.yaml": "name: [\n"})
    assert report("-f", "json=-", data=data) == 1
    assert json.loads(capsys.readouterr().out)["faults"] == 1


def test_an_empty_strategy_says_that_it_has_no_goals(write: Write, capsys: Captured) -> None:
    assert report("-f", "md=-", "--lang", "en", data=write({})) == 0
    said = capsys.readouterr().out
    assert "There are no goals here." in said
    assert "## Goals" not in said


def test_the_commit_is_told_and_whether_it_is_the_whole_truth(repository: Repository, capsys: Captured) -> None:
    repository.write({"goals/g.yaml": "name: G\n"})
    commit = repository.commit()
    assert report("-f", "md=-", "--lang", "en", data=repository.data) == 0
    assert f"version {commit[:10]} (31 Mar 2026)\n" in capsys.readouterr().out
    repository.write({"goals/h.yaml": "name: H\n"})
    report("-f", "md=-", "--lang", "en", data=repository.data)
    assert f"version {commit[:10]} (31 Mar 2026) with uncommitted changes\n" in capsys.readouterr().out


def test_a_revision_is_reported_as_it_was(repository: Repository, capsys: Captured) -> None:
    repository.write({"goals/g.yaml": "name: Before\n"})
    repository.commit()
    repository.git("tag", "decided")
    repository.write({"goals/g.yaml": "name: After\n"})
    repository.commit()
    assert report("-f", "md=-", "--revision", "decided", data=repository.data) == 0
    said = capsys.readouterr().out
    assert "Before" in said
    assert "After" not in said


def test_changes_since_a_revision_are_listed_in_words(repository: Repository, capsys: Captured) -> None:
    repository.write({"goals/g.yaml": "name: Before\nbinding: true\n"})
    repository.commit()
    repository.write({"goals/g.yaml": "name: Before\n"})
    for form, heading in (("md", "## Changes"), ("html", "Changes</h2>")):
        assert report("-f", f"{form}=-", "--since", "HEAD", "--lang", "en", data=repository.data) == 0
        assert heading in capsys.readouterr().out
    assert report("-f", "json=-", "--since", "HEAD", data=repository.data) == 0
    assert [one["id"] for one in json.loads(capsys.readouterr().out)["changes"]] == ["g"]


@pytest.mark.usefixtures("here")
def test_the_samples_report_in_finnish(tmp_path: Path, capsys: Captured) -> None:
    assert report("-f", "md=-", "--lang", "fi", data=outside_git(SAMPLE, tmp_path)) == 0
    snapshots.matches(capsys.readouterr().out, "sample-fi.md")


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("language", ["fi", "sv"])
def test_lappeenrantas_report(tmp_path: Path, capsys: Captured, language: str) -> None:
    data = outside_git(LAPPEENRANTA, tmp_path)
    assert report("-f", "md=-", "--lang", language, data=data, on="2022-12-31") == 0
    snapshots.matches(capsys.readouterr().out, f"lappeenranta-{language}.md")
