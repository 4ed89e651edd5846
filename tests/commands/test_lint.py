"""Lint as its users meet it: the CI promise, the formats, the exit codes."""

import json
import re
import shutil
from pathlib import Path

import pytest

from strategy_cli.checking.suppress import Told
from strategy_cli.cli import run
from strategy_cli.finding import Finding, Level
from strategy_cli.formats import findings_github, findings_text
from strategy_cli.messages import Messages
from strategy_cli.span import Span

SAMPLE = Path(__file__).parents[2] / "strategy_data"
PROJECTS = sorted(p.relative_to(SAMPLE).as_posix() for p in SAMPLE.glob("projects/**/*.yaml"))
DAY = ["--as-of", "2026-11-21"]


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample to spoil; the user stands beside it."""
    copy = tmp_path / "strategy_data"
    shutil.copytree(SAMPLE, copy)
    monkeypatch.chdir(tmp_path)
    return copy


def lint(*arguments: str) -> int:
    return run(["lint", *DAY, *arguments])


def findings(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    lint("--format", "json", *arguments)
    data: dict[str, list[dict[str, object]]] = json.loads(capsys.readouterr().out)
    return data["findings"]


def test_the_sample_is_clean(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lint() == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("project", PROJECTS)
def test_a_project_that_loses_its_owner_fails_at_its_file_and_line(
    project: str, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = sample / project
    lines = file.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("owner:")]
    assert len(kept) == len(lines) - 1
    file.write_text("".join(kept), "utf-8")
    assert lint() == 1
    first = next(number for number, line in enumerate(kept, 1) if not line.startswith("#"))
    told = [line for line in capsys.readouterr().out.splitlines() if " unused-ignore " not in line]
    assert len(told) == 1  # where the owner's silence is ignored, there is none to ignore any more
    assert told[0].startswith(f"strategy_data/{project}:{first}:1: error project-without-owner ")


def test_a_post_that_ends_before_its_work_is_told_at_each_thing_it_owns(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    posts = sample / "owners" / "technical.yaml"
    text = posts.read_text("utf-8")
    posts.write_text(text.replace("- id: street-engineer\n", "- id: street-engineer\n  until: 2027-01-31\n"), "utf-8")
    told = findings(capsys)
    assert told
    assert {(one["rule"], tuple(one["key"]), one["kind"]) for one in told} == {  # type: ignore[arg-type]
        ("owner-ends-before-work", ("owner",), "project")
    }
    assert all("31.1.2027" in str(one["message"]) for one in told)


def test_text_has_a_finding_a_line_off_a_terminal(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (sample / "goals" / "broken.yaml").write_text("name: [a\nb: c\n", "utf-8")
    (sample / "goals" / "odd.yaml").write_text("nmae: Odd\n", "utf-8")
    assert lint("--lang", "en", "--profile", "minimum") == 1
    out, err = capsys.readouterr()
    assert [line.split(": ")[0] for line in out.splitlines()] == [
        "strategy_data/goals/broken.yaml:2:2",
        "strategy_data/goals/odd.yaml:1:1",
    ]
    assert "Did you mean name?" in out
    assert err.startswith("Errors: 2. Warnings: 0.")


LEVELS = (Level.ERROR, Level.WARNING)


def test_text_is_grouped_by_file_on_a_terminal() -> None:
    told = [
        Told(Level.ERROR, Finding("project-without-owner", Span("a/b.yaml", 3, 1, 3, 5), args={"name": "[bold]X[/]"})),
        Told(Level.WARNING, Finding("unused-ignore", Span("a/b.yaml", 9, 4, 9, 9), args={"id": "x"})),
    ]
    plain = findings_text.grouped(told, Messages("en"), 80, color=False)
    assert plain.count("a/b.yaml") == 1
    assert "[bold]X[/]" in plain
    assert "\x1b[" not in plain
    assert "\x1b[" in findings_text.grouped(told, Messages("en"), 80, color=True)


@pytest.mark.parametrize(("language", "words"), [("fi", {"virhe", "varoitus"}), ("sv", {"fel", "varning"})])
def test_levels_are_in_the_readers_language_on_a_terminal_and_english_for_scripts(
    language: str, words: set[str]
) -> None:
    spans = (Span("a/b.yaml", line, 1, line, 5) for line in (3, 9))
    told = [Told(level, Finding("unused-ignore", s, args={"id": "x"})) for level, s in zip(LEVELS, spans, strict=True)]
    assert words <= set(findings_text.grouped(told, Messages(language), 80, color=False).split())
    lines = findings_text.lines(told, Messages(language)).splitlines()
    assert [line.split()[1] for line in lines] == ["error", "warning"]


def test_no_word_is_cut_on_a_narrow_terminal() -> None:
    path = "strategy_data/" + "/".join(["folder"] * 12) + "/b.yaml"
    args = {"id": "a-rule-of-a-name-that-is-much-longer-than-any-terminal-that-is-forty-columns-wide"}
    told = [Told(Level.ERROR, Finding("unused-ignore", Span(path, 3, 1, 3, 5), args=args))]
    out = findings_text.grouped(told, Messages("en"), 40, color=False)
    assert path in out.splitlines()
    assert args["id"] in out
    assert max(len(line) for line in out.splitlines() if args["id"] not in line and path not in line) <= 40


@pytest.mark.parametrize("formats", [["text", "json"], ["json=-", "github"], ["md", "md"]])
def test_two_formats_do_not_mix_on_standard_output(
    formats: list[str], sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert lint(*(word for one in formats for word in ("-f", one)), "--lang", "en") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("strategy: Only one format can go to standard output")


def test_github_annotations_are_escaped_and_gravest_first() -> None:
    hostile = Finding("unknown-key", Span("a,b:c.yaml", 1, 2, 1, 4), args={"key": "100%\n::error::x", "known": ""})
    mild = Finding("unused-ignore", Span("a.yaml", 1, 1, 1, 2), args={"id": "x"})
    text = findings_github.annotations([Told(Level.WARNING, mild), Told(Level.ERROR, hostile)], Messages("en"))
    first, second = text.splitlines()
    assert first.startswith("::error file=a%2Cb%3Ac.yaml,line=1,endLine=1,col=2,endColumn=4,title=unknown-key::")
    assert "100%25%0A::error::x" in first
    assert second.startswith("::warning file=a.yaml,")


def test_one_run_writes_many_formats(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (sample / "goals" / "odd.yaml").write_text("nmae: Odd\n", "utf-8")
    assert lint("-f", "text", "-f", "json=out/lint.json", "-f", "github=out/annotations.txt") == 1
    assert json.loads(Path("out/lint.json").read_text("utf-8"))["format"] == "strategy-lint"
    assert Path("out/annotations.txt").read_text("utf-8").startswith("::error file=strategy_data/goals/odd.yaml")
    assert "odd.yaml" in capsys.readouterr().out


def test_the_fail_level_moves_the_exit_code(sample: Path) -> None:
    (sample / "notes.yaml").write_text("a: b\n", "utf-8")
    assert lint() == 0
    assert lint("--fail-level", "warning") == 1


def test_levels_come_from_the_settings(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = sample / "strategy.yaml"
    text = settings.read_text("utf-8")
    settings.write_text(
        re.sub(r"(?m)^lint:\n(  .*\n)+", "", text) + "lint: {rules: {unknown-folder: error}}\n", "utf-8"
    )
    (sample / "notes.yaml").write_text("a: b\n", "utf-8")
    assert [one["level"] for one in findings(capsys)] == ["error"]


def test_messages_come_in_the_language_asked_for(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (sample / "goals" / "odd.yaml").write_text("nmae: Odd\n", "utf-8")
    said = {}
    for language in ("fi", "sv", "en"):
        lint("--lang", language)
        said[language] = capsys.readouterr().out
    assert len(set(said.values())) == 3
    lint()
    assert capsys.readouterr().out == said["fi"]


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_rule_that_does_not_exist_is_an_error(option: str, sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lint("--lang", "fi", option, "links,project-without-ownr") == 2
    assert "Tarkoititko project-without-owner?" in capsys.readouterr().err
