"""The new command: the right file in the right folder, checked before it is there."""

import re
import sys
from pathlib import Path

import pytest
from folders import Write
from keyboard import answered

from strategy_cli.cli import run

CITY = {
    "strategy.yaml": "title: Strategia\nlanguages: [fi, sv]\n",
    "goals/everyday-life.yaml": "name: Arki\nowner: manager\nbody: board\nformerly: [life]\n",
    "owners/posts.yaml": "- {id: manager, title: Johtaja}\n",
    "bodies/board.yaml": "name: Hallitus\n",
    "units/units.yaml": "- {id: education, name: Sivistys}\n",
}


@pytest.fixture
def city(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write(CITY)
    monkeypatch.chdir(root)
    return root


def refused(capsys: pytest.CaptureFixture[str], city: Path, *arguments: str) -> str:
    """Run what must not write anything; gives what is told."""
    before = {f for f in city.rglob("*") if f.is_file()}
    assert run(["new", *arguments]) == 2
    assert {f for f in city.rglob("*") if f.is_file()} == before
    return capsys.readouterr().err


@pytest.mark.parametrize("kind", ["project", "projects", "projekti", "projektit", "projekt", "Projekti", "hanke"])
def test_a_kind_is_known_by_its_name_in_any_language(city: Path, kind: str) -> None:
    arguments = ["--name", "Äitiysneuvolan tilat", "--goal", "everyday-life", "--owner", "manager"]
    assert run(["new", kind, *arguments, "--set", "status=idea"]) == 0
    text = (city / "projects" / "aitiysneuvolan-tilat.yaml").read_text("utf-8")
    assert text.splitlines()[1:5] == [
        "name: Äitiysneuvolan tilat",
        "goals: [everyday-life]",
        "owner: manager",
        "status: idea",
    ]
    assert run(["lint"]) == 0


@pytest.mark.parametrize(
    ("kind", "options", "path"),
    [
        ("goal", ["--name", "Koti", "--goal", "everyday-life"], "goals/koti.yaml"),
        ("indicator", ["--name", "Väki", "--goal", "everyday-life"], "indicators/vaki.yaml"),
        ("programme", ["--name", "Ilmasto"], "programmes/ilmasto.yaml"),
        ("owner", ["--name", "Hallintojohtaja"], "owners/hallintojohtaja.yaml"),
        ("unit", ["--name", "Tekniset palvelut"], "units/tekniset-palvelut.yaml"),
        ("body", ["--name", "Valtuusto"], "bodies/valtuusto.yaml"),
        ("decision", ["d-1", "--name", "A", "--set", "body=board", "--set", "date=2026-01-01"], "decisions/d-1.yaml"),
    ],
)
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_kind_is_written_in_its_folder_and_reads(
    city: Path, capsys: pytest.CaptureFixture[str], kind: str, options: list[str], path: str, language: str
) -> None:
    assert run(["new", kind, *options, "--lang", language]) == 0
    assert capsys.readouterr().out.strip().endswith(path)
    run(["lint", "--format", "json", "--select", "schema,links"])
    assert path not in capsys.readouterr().out


def test_a_project_is_an_idea_until_somebody_says_otherwise(city: Path) -> None:
    assert run(["new", "project", "--name", "Katu", "--owner", "manager", "--yes"]) == 0
    assert "\nstatus: idea\n" in (city / "projects" / "katu.yaml").read_text("utf-8")


def test_a_key_that_is_uncommented_is_explained_and_reads(city: Path) -> None:
    run(["new", "project", "--name", "Katu", "--owner", "manager", "--set", "status=idea"])
    file = city / "projects" / "katu.yaml"
    text = file.read_text("utf-8")
    assert re.search(r"^# deputy: +# Varahenkilö\. ", text, re.MULTILINE)
    rows = [row.removeprefix("# ") if row.startswith("# ") and ":  " in row else row for row in text.splitlines()]
    file.write_text("\n".join(rows), "utf-8")
    assert run(["lint", "--select", "schema"]) == 0


def test_values_are_as_in_a_file(city: Path) -> None:
    sets = ["--set", "status=started", "--set", "period={from: 2026-01-01, until: 2027-12-31}"]
    sets += ["--set", "description=Otsikko: alaotsikko # ei kommentti", "--set", "participants=education"]
    assert run(["new", "project", "katu", "--name", "Katu", "--owner", "manager", *sets]) == 0
    text = (city / "projects" / "katu.yaml").read_text("utf-8")
    assert "period: {from: 2026-01-01, until: 2027-12-31}\n" in text
    assert 'description: "Otsikko: alaotsikko # ei kommentti"\n' in text
    assert "participants: [education]\n" in text


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["project", "--name", "A", "--set", "status=idea", "--owner", "manger"], "manager"),
        (["project", "--name", "A", "--set", "status=idea", "--goal", "everyday-lif"], "everyday-life"),
        (["project", "--name", "A", "--set", "status=started", "--set", "review_by=31.12.2026"], "2026-12-31"),
        (["project", "--name", "A", "--set", "status=strted"], "started"),
        (["project", "--name", "A", "--set", "status=whenever"], "status"),
        (["project", "--name", "A", "--set", "vastuuhenkilö=manager"], "owner"),
        (["project", "--set", "status=idea"], "--name"),
        (["project", "Iso Nimi", "--name", "A"], "iso-nimi"),
        (["goal", "everyday-life", "--name", "A"], "goals/everyday-life.yaml"),
        (["goal", "life", "--name", "A"], "goal/everyday-life"),
        (["owner", "manager", "--name", "A"], "owners/posts.yaml"),
        (["xyzzy", "--name", "A"], "indicator"),
        (["strategy", "--name", "A"], "strategy init"),
        (["decision", "--name", "A", "--set", "body=board"], "date"),
        (["indicator", "--name", "A", "--owner", "manager", "--set", "values"], "AVAIN=ARVO"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(
    city: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    assert told in refused(capsys, city, *arguments)


def test_a_post_called_by_a_name_is_told_of(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "owner", "--name", "Kaisa Virtanen", "--lang", "en"]) == 0
    assert "looks like a person, not a post" in capsys.readouterr().err


def test_no_id_is_made_of_an_owner_s_name(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = refused(capsys, city, "project", "--name", "Valot", "--owner", "Kaisa Virtanen", "--lang", "en")
    assert "a post's id belongs here" in told
    assert "kaisa-virtanen" not in told


def test_schemas_that_are_fresh_stay_so(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["schema", "--no-settings"])
    assert run(["new", "goal", "--name", "Uusi tavoite"]) == 0
    assert run(["schema", "--no-settings", "--check"]) == 0


def test_a_city_s_own_field_is_a_key(city: Path) -> None:
    fields = "fields: {project: {risk: {type: choice, choices: [low, high]}}}\n"
    (city / "strategy.yaml").write_text(CITY["strategy.yaml"] + fields, "utf-8")
    assert run(["new", "project", "a", "--name", "A", "--set", "status=idea", "--set", "risk=high"]) == 0
    assert run(["new", "project", "b", "--name", "B", "--set", "status=idea", "--set", "risk=medium"]) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_what_is_left_out_is_asked_and_each_answer_is_checked(city: Path) -> None:
    answers = ["Tulvapato", "strted", "started", "everyday-lif", "everyday-life", "", "manager"]
    code, shown = answered(["new", "projekti"], answers, city)
    assert code == 0, shown
    assert "Tarkoititko started?" in shown
    assert "Tarkoititko everyday-life?" in shown
    text = (city / "projects" / "tulvapato.yaml").read_text("utf-8")
    assert "goals: [everyday-life]\n" in text
    assert "owner: manager\n" in text


@pytest.mark.parametrize(
    ("language", "kinds"),
    [("fi", "tavoite (goal), mittari (indicator)"), ("sv", "mål (goal), indikator (indicator)"), ("en", "goal, ind")],
)
def test_the_kinds_are_listed_in_the_reader_s_language(
    city: Path, capsys: pytest.CaptureFixture[str], language: str, kinds: str
) -> None:
    assert kinds in refused(capsys, city, "xyzzy", "--name", "A", "--lang", language)
    assert kinds in refused(capsys, city, "strategia", "--name", "A", "--lang", language)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_answers_may_be_words_and_a_wrong_one_is_asked_again(city: Path) -> None:
    answers = ["Hallitus", "Katu 1", "Hallituksen", "hallitus", "31.2.2026", "15.12.2026"]
    code, shown = answered(["new", "päätös", "d-1"], answers, city)
    assert code == 0, shown
    assert "Kirjoita päivä muodossa 2026-12-31." in shown
    text = (city / "decisions" / "d-1.yaml").read_text("utf-8")
    assert "body: board\n" in text
    assert "date: 2026-12-15\n" in text


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_choices_are_explained_and_taken_in_the_reader_s_language(city: Path) -> None:
    code, shown = answered(["new", "hanke"], ["Tulvapato", "käynnissä", "arki", "", "johtaja"], city)
    assert code == 0, shown
    assert "started = käynnissä" in shown
    assert "manager = Johtaja" in shown
    text = (city / "projects" / "tulvapato.yaml").read_text("utf-8")
    assert "status: started\n" in text
    assert "goals: [everyday-life]\n" in text
    assert "owner: manager\n" in text


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_a_name_whose_id_is_taken_is_asked_again(city: Path) -> None:
    code, shown = answered(["new", "virka"], ["Manager", "Apulaisjohtaja", "", ""], city)
    assert code == 0, shown
    assert "owner/manager on jo käytössä" in shown
    assert (city / "owners" / "apulaisjohtaja.yaml").is_file()
