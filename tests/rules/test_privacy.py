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
    ["eero.esimerkki@example.org", "040 123 4567", "+358 40 1234567", "0401234567", "016 322 6000", "050-1234567"],
)
def test_a_way_to_reach_a_person_is_told(words: str, loaded: Load) -> None:
    (finding,) = told(loaded, f'name: V\ndescription: "Lisätietoja {words}."\n', "contact-in-file")
    assert finding.key == ("description",)


@pytest.mark.parametrize(
    "words",
    [
        "kirjasto@example.org",
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
    "words", ["Kaupunginjohtaja Eero Esimerkki", "stadsdirektör Essi Exempel", "kehittämispäällikkö Anna-Mari Malli"]
)
def test_a_name_after_a_title_is_told(words: str, loaded: Load) -> None:
    assert len(told(loaded, f"name: V\ndescription: {words} esittelee\n", "name-in-file")) == 1


@pytest.mark.parametrize(
    "words",
    ["Kaupunginjohtaja esittelee Merilän kaupungin", "johtaja Merilä", "Tekninen johtaja", "Uusi Tori ja Satama"],
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
    ("title", "count"), [("Eero Esimerkki", 1), ("Tekninen Johtaja", 0), ("Rehtori", 0), ("HR", 0)]
)
def test_a_post_called_by_a_name_is_told(title: str, count: int, loaded: Load) -> None:
    assert len(told(loaded, f"title: {title}\n", "post-called-by-name", "owners/a.yaml")) == count


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
