"""Where pages go: a file in reports by what they are of, told where nothing else is written; and pages of the past."""

from pathlib import Path

import pytest
from folders import Repository

from strategy_cli.cli import run
from strategy_cli.commands.filing import asked, named
from strategy_cli.errors import StrategyError
from strategy_cli.formats.outputs import STDOUT, Output

KNOWN = ("text", "md", "html")


@pytest.mark.parametrize(
    ("formats", "files"),
    [
        ([], [("text", STDOUT)]),
        (["html"], [("html", "reports/diff-2026-11-22.html")]),
        (["html=a.html", "md"], [("html", "a.html"), ("md", None)]),
        (["html=-"], [("html", STDOUT)]),
        (["html", "text"], [("html", "reports/diff-2026-11-22.html"), ("text", None)]),
    ],
)
def test_a_page_goes_to_reports_unless_it_is_given_a_file(
    formats: list[str], files: list[tuple[str, str | None]]
) -> None:
    assert named(asked(formats, KNOWN), "diff", None, "2026-11-22") == tuple(Output(*one) for one in files)


def test_two_formats_on_standard_output_are_refused() -> None:
    with pytest.raises(StrategyError, match="one-on-stdout"):
        asked(["md", "text"], KNOWN)


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with a goal that was renamed, and a colour that the theme does not know."""
    one = Repository(tmp_path, tmp_path)
    one.git("init", "--quiet")
    one.write({"strategy.yaml": "title: T\nlanguages: [en]\n", "goals/a.yaml": "name: A good beginning"})
    one.commit("first", day="2026-01-31")
    one.write({"goals/a.yaml": "name: A good end", "theme/theme.yaml": "light: {brnd: '#00573d'}"})
    one.commit("second", day="2026-03-31")
    monkeypatch.chdir(tmp_path)
    return one


def test_the_past_is_written_as_pages_in_the_city_s_look(city: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["history", "goal/a"], ["retrospect", "--as-of", "2026-06-30"]):
        assert run([*command, "-f", "html", "--lang", "sv"]) == 0
        told = capsys.readouterr()
        assert "brnd" in told.err
        text = (city.root / told.out.strip()).read_text("utf-8")
        assert '<html lang="sv">' in text
    assert "beginning" in (city.root / next(Path("reports").glob("history-goal-a-*-sv.html"))).read_text("utf-8")
    assert Path("reports/retrospect-2026-06-30-sv.html").is_file()
