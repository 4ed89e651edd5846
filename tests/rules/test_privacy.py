"""Rules of privacy: persons' data is told wherever it stands, and nothing that is not."""

import subprocess
from datetime import date
from pathlib import Path

import pytest
from folders import Load

from strategy_cli import loading, rules, source
from strategy_cli.config import Settings
from strategy_cli.finding import Finding

ON = date(2026, 6, 30)


def told(load: Load, text: str, rule: str, path: str = "goals/vitality.yaml") -> list[Finding]:
    """Check one file of a strategy by one rule."""
    found = rules.check(load({path: text}).strategy, Settings("audited"), ON, source.Source("", source.Version(""), {}))
    return [one for one in found if one.rule == rule]


@pytest.mark.parametrize(
    "words",
    [
        "eero.esimerkki@example.org",
        "matti@koivula.fi",
        "Päivi@koivula.fi",
        "paivi_malli@koivula.fi",
        "040 123 4567",
        "0400 123 456",
        "(08) 123 4567",
        "+358 40 1234567",
        "0401234567",
        "016 322 6000",
        "050-1234567",
    ],
)
def test_a_way_to_reach_a_person_is_told(words: str, loaded: Load) -> None:
    (finding,) = told(loaded, f'name: V\ndescription: "Lisätietoja {words}."\n', "contact-in-file")
    assert finding.key == ("description",)


@pytest.mark.parametrize(
    "words",
    [
        "kirjasto@example.org",
        "info@example.org",
        "kirjaamo@example.org",
        "kirjaamo.tekninen@example.org",
        "tekniset.palvelut@example.org",
        "oiva@example.org",
        "(08)",
        "(2026) 2027 2028",
        "691/00.01.02/2021",
        "2026-06-30",
        "120500.50",
        "0.5",
        "KEMI/123/00.01.02/2021",
        "§ 049",
        "1 234 567",
        "00123",
        "kunta 091",
        "t00115",
    ],
)
def test_a_figure_or_an_office_is_not_told(words: str, loaded: Load) -> None:
    assert told(loaded, f'name: V\ndescription: "Ks. {words}"\n', "contact-in-file") == []


def test_an_address_in_a_comment_is_published_too(loaded: Load) -> None:
    (finding,) = told(loaded, "name: V  # kysy: eero.esimerkki@example.org\n", "contact-in-file")
    assert finding.span.line == 1
    assert finding.subject is None


@pytest.mark.parametrize(
    "words",
    [
        "Kaupunginjohtaja Eero Esimerkki",
        "stadsdirektör Kerstin Exempel",
        "kehittämispäällikkö Anna-Mari Malli",
        "Rehtori Kirsi Salmi",
        "Päällikkö Matti Virtanen",
        "päällikön Matti Virtasen",
        "Asiantuntija Eeva Kuu",
        "Yhteyshenkilö Kirsi Salmi",
        "Yhteyshenkilö: Kirsi Salmi",
        "puheenjohtaja Kirsi Salmi",
        "jäsen Matti Meikäläinen",
        "vastuussa on Kirsi Salmi",
        "Kontaktperson är Eva Ek",
        "ordförande Lars Ek",
        "Contact Anna Smith",
        "rehtori KIRSI SALMI",
        "Kirsi Salmi, rehtori",
        "Kirsi Salmi (kehittämispäällikkö)",
        "Rehtori Kirsi S. Salmi",
    ],
)
def test_a_name_after_a_title_is_told(words: str, loaded: Load) -> None:
    assert len(told(loaded, f'name: V\ndescription: "{words} esittelee"\n', "name-in-file")) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Kaupunginjohtaja esittelee Merilän kaupungin",
        "johtaja Merilä",
        "Tekninen johtaja",
        "Uusi Tori ja Satama",
        "Kehitysjohtaja Helsingin Yliopisto",
        "Liikennesuunnittelija Etelä Suomi",
        "Aluepäällikkö Lapin Liitto",
        "kehityspäällikkö Oy Merilä",
        "päällikkö Toivo Kodit Oy",
        "Eino Leino -seura",
        "Tove Jansson -museo",
    ],
)
def test_a_title_alone_is_not_told(words: str, loaded: Load) -> None:
    assert told(loaded, f"name: V\ndescription: {words}\n", "name-in-file") == []


def test_who_stands_in_the_file_of_persons_is_found_elsewhere(tmp_path: Path) -> None:
    found = checked(
        tmp_path, {"people.yaml": "city-manager: Eero Esimerkki\n", "goals/a.yaml": "name: Eero Esimerkki\n"}
    )
    assert [(one.rule, Path(one.span.path).name) for one in found if one.rule == "name-in-file"] == [
        ("name-in-file", "a.yaml")
    ]


@pytest.mark.parametrize(
    ("title", "count"),
    [
        ("Eero Esimerkki", 1),
        ("KAISA VIRTANEN", 1),
        ("Ylermi Virtanen", 1),
        ('"Virtanen, Kaisa"', 1),
        ("{fi: Rehtori, sv: Kerstin Ek}", 1),
        ("Tekninen Johtaja", 0),
        ("Rehtori", 0),
        ("HR", 0),
        ("Strategy Specialist", 0),
        ("Community Nurse", 0),
        ("Digital Lead", 0),
        ("Helsingin Kaupunki", 0),
        ("Merilän Virtanen", 0),
    ],
)
def test_a_post_called_by_a_name_is_told(title: str, count: int, loaded: Load) -> None:
    assert len(told(loaded, f"title: {title}\n", "post-called-by-name", "owners/a.yaml")) == count


@pytest.mark.parametrize(
    ("path", "text", "problem"),
    [
        ("owners/kaisa-virtanen.yaml", "title: Rehtori\n", "id"),
        ("owners/a.yaml", "title: Rehtori\nholder: matti-meikalainen\n", "holder"),
        ("owners/paivi-maki.yaml", "title: Rehtori\n", "id"),
    ],
)
def test_an_id_made_of_a_name_is_told(path: str, text: str, problem: str, loaded: Load) -> None:
    (finding,) = told(loaded, text, "post-called-by-name", path)
    assert finding.problem == problem


@pytest.mark.parametrize("identity", ["sampo-coordinator", "city-manager", "rehtori", "max-2", "helmi-it"])
def test_an_id_of_a_post_is_not_told(identity: str, loaded: Load) -> None:
    assert told(loaded, "title: Rehtori\n", "post-called-by-name", f"owners/{identity}.yaml") == []


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Matti Meikäläisen työ", 1),
        ("MATTI MEIKÄLÄINEN", 1),
        ("matti meikäläinen", 1),
        ("matti\n  meikäläinen", 1),
        ("Matti  Meikäläiselle", 1),
        ("Essi Mäen työ", 1),
        ("Mattilan Meikäläiset", 0),
        ("essi mätti", 0),
        ("Essi tuli", 0),
    ],
)
def test_a_known_name_is_found_in_any_form(words: str, count: int, tmp_path: Path) -> None:
    files = {
        "people.yaml": "city-manager: Matti Meikäläinen\nharbour-master: Essi Mäki\n",
        "goals/a.yaml": f"name: A\ndescription: {words}\n",
    }
    assert len([one for one in checked(tmp_path, files) if one.rule == "name-in-file"]) == count


def test_an_address_of_a_known_person_is_told(tmp_path: Path) -> None:
    files = {
        "people.yaml": "city-manager: Ylermi Meikäläinen\n",
        "goals/a.yaml": "name: A\ndescription: meikalainen@koivula.fi ymeikalainen@koivula.fi satama@koivula.fi\n",
    }
    assert len([one for one in checked(tmp_path, files) if one.rule == "contact-in-file"]) == 2


def test_a_name_where_an_id_should_be_is_told_once(tmp_path: Path) -> None:
    files = {
        "people.yaml": "city-manager: Kaisa Virtanen\n",
        "units/a.yaml": "name: A\nhead: Kaisa Virtanen\n",
        "owners/b.yaml": "title: Kaisa Virtanen\n",
    }
    found = [one.rule for one in checked(tmp_path, files) if one.rule in ("name-in-file", "post-called-by-name")]
    assert found == ["post-called-by-name"]


def test_a_file_of_persons_in_git_is_told_until_it_is_taken_out(tmp_path: Path) -> None:
    files = {"people.yaml": "city-manager: Eero Esimerkki\n"}
    assert "people-in-git" not in {one.rule for one in checked(tmp_path, files)}
    for command in (("init", "-q"), ("add", "people.yaml")):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    assert "people-in-git" in {one.rule for one in checked(tmp_path, files)}
    subprocess.run(["git", "rm", "-q", "--cached", "people.yaml"], cwd=tmp_path, check=True)
    assert "people-in-git" not in {one.rule for one in checked(tmp_path, files)}


def checked(folder: Path, files: dict[str, str]) -> list[Finding]:
    """Check a folder by every rule."""
    for path, text in {"strategy.yaml": "title: S\n", "owners/city-manager.yaml": "title: Johtaja\n", **files}.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    read = source.from_folder(folder, versioned=False)
    return [*rules.check(loading.load(read).strategy, Settings("audited"), ON, read)]
