"""Publishing as its users meet it: names, what a publication needs, the open data beside it, and filters."""

import json
import re
from pathlib import Path
from urllib.parse import unquote

import html5lib
import pytest
from folders import Write

from strategy_cli.cli import run
from strategy_cli.views.reports import REPORTS

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "strategy_data"
DAY = "2026-09-30"
SUBJECTS = {"board": "technical-board", "unit": "technical-services", "owner": "technical-director"}
Captured = pytest.CaptureFixture[str]

FILES = {
    "strategy.yaml": "{title: S, languages: [en, fi, sv], themes: [{id: sea, name: The sea}]}",
    "owners/mayor.yaml": "{title: Mayor, unit: office, holder: mm}",
    "owners/engineer.yaml": "title: Engineer",
    "units/office.yaml": "name: Mayor's Office",
    "goals/g.yaml": "{name: Good, owner: mayor, themes: [sea]}",
    "goals/h.yaml": "{name: Health, owner: engineer}",
}
PEOPLE = "mm: Maija Meri\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def report(*arguments: str, data: Path = SAMPLE) -> int:
    return run(["report", *arguments, "--data", str(data), "--as-of", DAY])


def subject(kind: str) -> list[str]:
    return [SUBJECTS[kind]] if kind in SUBJECTS else []


def settled(**report_settings: str) -> dict[str, str]:
    keys = ", ".join(f"{key}: {value}" for key, value in report_settings.items())
    return {**FILES, "strategy.yaml": FILES["strategy.yaml"][:-1] + f", report: {{{keys}}}}}"}


@pytest.mark.parametrize(
    ("arguments", "settings", "said"),
    [
        ([], {}, "Mayor"),
        ([], {"names": "none"}, "Mayor's Office"),
        ([], {"names": "full"}, "Mayor (Maija Meri)"),
        (["--names", "role"], {"names": "full"}, "Mayor"),
        (["--names", "full"], {"names": "none"}, "Mayor (Maija Meri)"),
        (["--public"], {}, "Mayor"),
        (["--public"], {"names": "full"}, "Mayor"),
        (["--public"], {"names": "none"}, "Mayor's Office"),
        (["--public", "--names", "none"], {}, "Mayor's Office"),
    ],
)
@pytest.mark.usefixtures("here")
def test_posts_are_named_as_asked_else_as_the_strategy_says_else_by_role(
    write: Write, capsys: Captured, arguments: list[str], settings: dict[str, str], said: str
) -> None:
    data = write({**settled(**settings), "people.yaml": PEOPLE})
    assert report("-f", "md=-", *arguments, data=data) == 0
    assert f"| Good | ○ cannot be assessed | {said} |" in capsys.readouterr().out


@pytest.mark.parametrize("names", ["none", "role"])
@pytest.mark.usefixtures("here")
def test_the_private_file_is_not_read_unless_persons_are_to_be_named(
    write: Write, capsys: Captured, names: str
) -> None:
    assert report("-f", "md=-", "--names", names, data=write({**FILES, "people.yaml": ": not [ even YAML"})) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("people", "sentence"),
    [
        ({}, "There is no people.yaml, so of posts only the titles are told.\n"),
        (
            {"people.yaml": "mayer: A\n"},
            "The key mayer in people.yaml is no post's id or holder. Did you mean mayor?\n",
        ),
        ({"people.yaml": "xyzzy: A\n"}, "The key xyzzy in people.yaml is no post's id or holder.\n"),
    ],
)
@pytest.mark.usefixtures("here")
def test_what_is_odd_about_the_private_file_is_told(
    write: Write, capsys: Captured, people: dict[str, str], sentence: str
) -> None:
    assert report("-f", "md=-", "--names", "full", data=write({**FILES, **people})) == 0
    assert capsys.readouterr().err == sentence


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--public", "--names", "full"], "A report for the public names no persons"),
        (["--names", "none", "--owner", "mayor"], "A report of one post cannot leave posts unnamed"),
        (["owner", "mayor", "--names", "none"], "A report of one post cannot leave posts unnamed"),
        (["--names", "full"], r"people\.yaml:1:3: write the post's id"),
        (["--goal", "helth"], r"There is no goal/helth\. Did you mean h"),
        (["--theme", "see"], r"There is no theme/see\. Did you mean sea"),
        (["--unit", "nowhere"], r"There is no unit/nowhere\."),
    ],
)
def test_what_cannot_be_is_one_sentence_and_2(
    here: Path, write: Write, capsys: Captured, arguments: list[str], sentence: str
) -> None:
    assert report(*arguments, "--lang", "en", data=write({**FILES, "people.yaml": "- mayor"})) == 2
    said = capsys.readouterr()
    assert re.match(f"strategy: .*{sentence}", said.err)
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert list(here.iterdir()) == []


def links(page: str) -> set[str]:
    """Give what a page links to, outside itself."""
    found = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page).iter("a")
    return {a.get("href") for a in found if not a.get("href").startswith(("#", "http"))}


@pytest.mark.parametrize("kind", REPORTS)
def test_a_public_report_has_its_open_data_beside_it_and_links_to_it(here: Path, capsys: Captured, kind: str) -> None:
    assert report(kind, *subject(kind), "--public", "--lang", "fi") == 0
    told = capsys.readouterr().out.splitlines()
    [page] = (here / "reports").glob("*.html")
    folder = f"{page.stem}-data"
    assert told[-1] == f"reports/{folder}/"
    beside = {f"{folder}/{file.name}" for file in (here / "reports" / folder).iterdir()}
    assert {unquote(link) for link in links(page.read_text("utf-8"))} == beside
    written = page.with_suffix(".md").read_text("utf-8")
    assert set(re.findall(r"\]\(<([^>]+)>\)", written)) >= beside
    data = json.loads((page.parent / folder / "report.json").read_text("utf-8"))
    assert (data["kind"], data["names"]) == (kind, "role")


def test_the_open_data_stands_beside_the_page_wherever_that_is(here: Path, capsys: Captured) -> None:
    assert report("--public", "-f", "md=a/x.md", "-f", "html=b/raportti 1.html") == 0
    assert capsys.readouterr().out.splitlines()[-1] == "b/raportti 1-data/"
    page = (here / "b" / "raportti 1.html").read_text("utf-8")
    assert all((here / "b" / unquote(link)).is_file() for link in links(page))


def test_a_page_on_standard_output_has_nothing_beside_it(here: Path, capsys: Captured) -> None:
    assert report("--public", "-f", "html=-", "--lang", "en") == 0
    page = capsys.readouterr().out
    assert "Accessibility statement" in page
    assert "Open data" not in page
    assert list(here.iterdir()) == []


@pytest.mark.usefixtures("here")
def test_a_report_that_is_not_for_the_public_says_nothing_of_that(capsys: Captured) -> None:
    assert report("-f", "html=-", "--lang", "en") == 0
    said = capsys.readouterr()
    assert "Accessibility statement" not in said.out
    assert said.err == ""


@pytest.mark.parametrize(
    ("statement", "html", "md"),
    [
        (
            "https://example.org/statement?a=1&b=2",
            '<a href="https://example.org/statement?a=1&amp;b=2">The municipality',
            r"](<https\://example.org/statement?a=1\&b=2>)",
        ),
        ("{en: 'Assessed by *experts*.'}", "Assessed by <em>experts</em>.", "Assessed by *experts*."),
        ("'javascript:alert(1)'", "<p>javascript:alert(1)</p>", "javascript:alert(1)"),
        ("{fi: Arvioitu}", '<span lang="fi">Arvioitu</span>', "Arvioitu (fi)"),
    ],
)
@pytest.mark.usefixtures("here")
def test_the_citys_accessibility_statement_has_its_place(
    write: Write, capsys: Captured, statement: str, html: str, md: str
) -> None:
    data = write(settled(accessibility=f'"{statement}"' if statement.startswith("http") else statement))
    for form, expected in (("html", html), ("md", md)):
        assert report("--public", "-f", f"{form}=-", "--lang", "en", data=data) == 0
        said = capsys.readouterr()
        assert expected in said.out
        assert said.err == ""


@pytest.mark.parametrize(
    ("language", "asks"), [("fi", "laki 306/2019"), ("sv", "lagen 306/2019"), ("en", "act 306/2019")]
)
@pytest.mark.usefixtures("here")
def test_without_a_statement_whoever_publishes_is_told_that_the_law_asks_for_one(
    write: Write, capsys: Captured, language: str, asks: str
) -> None:
    assert report("--public", "-f", "html=-", "--lang", language, data=write(FILES)) == 0
    said = capsys.readouterr()
    assert asks in said.err
    assert "306/2019" in said.out


@pytest.mark.usefixtures("here")
def test_the_licence_of_the_data_stands_with_the_data(write: Write, capsys: Captured) -> None:
    data = write(settled(licence="CC BY 4.0"))
    assert report("--public", "-f", "md=r.md", "--lang", "en", data=data) == 0
    assert "Licence: CC BY 4.0" in Path("r.md").read_text("utf-8")
    assert json.loads(Path("r-data/datapackage.json").read_text("utf-8"))["licenses"][0]["name"] == "CC-BY-4.0"
    capsys.readouterr()


FILTERS = [
    (["--goal", "carbon-neutral"], "tavoite: Hiilineutraali Merilä 2035"),
    (["--body", "technical-board"], "toimielin: Tekninen lautakunta"),
    (["--unit", "technical-services", "--theme", "climate-and-sea"], "teema: Ilmasto ja meri"),
    (["--programme", "climate-programme"], "ohjelma: "),
    (["--owner", "technical-director"], "Tekninen johtaja"),
]


# Every kind with one filter or another, the first kind with all of them.
PAIRS = [(kind, FILTERS[number % len(FILTERS)]) for number, kind in enumerate(REPORTS)]
PAIRS += [("progress", one) for one in FILTERS[1:]]


@pytest.mark.parametrize(("kind", "chosen"), PAIRS, ids=lambda one: one if isinstance(one, str) else " ".join(one[0]))
@pytest.mark.usefixtures("here")
def test_filters_work_on_every_kind_in_every_format_and_the_head_says_what_is_shown(
    capsys: Captured, kind: str, chosen: tuple[list[str], str]
) -> None:
    filters, said = chosen
    outputs = [part for form in ("html", "md", "json") for part in ("-f", f"{form}=r.{form}")]
    assert report(kind, *subject(kind), *filters, *outputs, "--lang", "fi") == 0
    capsys.readouterr()
    page, written = (Path(f"r.{form}").read_text("utf-8") for form in ("html", "md"))
    assert said in page.partition("<main")[0]
    assert said in written.replace("\\", "").partition("\n## ")[0]
    data = json.loads(Path("r.json").read_text("utf-8"))
    assert [f"--{one['kind']}" for one in data["filters"]] == filters[::2]
    anchors = set(re.findall(r' id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= anchors


@pytest.mark.usefixtures("here")
def test_filters_that_leave_nothing_are_told(write: Write, capsys: Captured) -> None:
    assert report("--goal", "h", "--theme", "sea", "-f", "md=-", "--lang", "en", data=write(FILES)) == 0
    said = capsys.readouterr()
    assert said.err.startswith("No goal, indicator or project fits.")
    assert "There are no goals here." in said.out
