"""A beginning is valid whatever it is told, and in each of the program's languages."""

from datetime import date
from pathlib import PurePosixPath

import pytest
from folders import loaded
from ruamel.yaml import YAML

from strategy_cli import rules
from strategy_cli.config import Settings
from strategy_cli.finding import Level
from strategy_cli.rules import level_of
from strategy_cli.starter.beginning import DATA, Beginning, beginning, council_term, period


def begun(
    name: str = "Testilä", languages: tuple[str, ...] = ("fi",), law: str = "fi", forge: str = "github"
) -> Beginning:
    return Beginning(name, languages, None, date(2026, 1, 1), date(2029, 12, 31), law, "minimum", forge)


def strategy_of(files: dict[PurePosixPath, str]) -> dict[str, str]:
    return {p.relative_to(DATA).as_posix(): text for p, text in files.items() if p.is_relative_to(DATA)}


@pytest.mark.parametrize(
    "languages", [("fi",), ("sv",), ("en",), ("fi", "sv"), ("sv", "fi", "en"), ("se",), ("se", "fi")]
)
@pytest.mark.parametrize("law", ["fi", "none"])
def test_a_beginning_is_clean_at_minimum_through_its_time(languages: tuple[str, ...], law: str) -> None:
    read = loaded(strategy_of(beginning(begun(languages=languages, law=law))))
    assert read.findings == ()
    for day in (date(2025, 12, 31), date(2026, 1, 1), date(2027, 6, 30), date(2029, 12, 31)):
        assert [f.rule for f in rules.check(read.strategy, Settings(), day)] == []


def test_a_beginning_is_honest_at_managed() -> None:
    read = loaded(strategy_of(beginning(begun())))
    managed = Settings("managed")
    found = {f.rule: level_of(f.rule, managed) for f in rules.check(read.strategy, managed, date(2026, 6, 30))}
    assert "indicator-without-target" in found
    assert max(found.values()) < Level.ERROR


@pytest.mark.parametrize("name", ["a: b", "# kunta", "{{ 7 * 7 }}", "[x]", '"', "'", "<b>|`", "å\\n", "- x", "no"])
def test_a_name_is_words_whatever_it_looks_like(name: str) -> None:
    read = loaded(strategy_of(beginning(begun(name))))
    assert read.findings == ()
    about = read.strategy.about
    assert about.municipality
    assert about.municipality.name.words == (("fi", name),)
    assert about.title.pick("fi")[0] == f"{name}: strategia 2026–2029"


@pytest.mark.parametrize("forge", ["github", "gitlab", "none"])
def test_every_yaml_file_is_yaml(forge: str) -> None:
    files = beginning(begun(forge=forge))
    read = {str(p): YAML(typ="safe").load(t) for p, t in files.items() if p.suffix in (".yaml", ".yml")}
    assert all(read.values())
    assert (".gitlab-ci.yml" in read) is (forge == "gitlab")
    assert (".github/workflows/strategy.yml" in read) is (forge == "github")


def test_people_are_kept_out_of_git() -> None:
    assert "\npeople.yaml\n" in beginning(begun())[PurePosixPath(".gitignore")]


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2025, 5, 31), date(2021, 6, 1), date(2025, 5, 31)),
        (date(2025, 6, 1), date(2025, 6, 1), date(2029, 5, 31)),
        (date(2028, 2, 29), date(2025, 6, 1), date(2029, 5, 31)),
        (date(2029, 6, 1), date(2029, 6, 1), date(2033, 5, 31)),
    ],
)
def test_a_council_s_term_is_four_years_from_june(day: date, first: date, last: date) -> None:
    assert council_term(day) == (first, last)


def test_a_strategy_is_proposed_until_the_year_the_term_ends() -> None:
    assert period(date(2026, 11, 22)) == (date(2026, 1, 1), date(2029, 12, 31))


@pytest.mark.parametrize(
    ("name", "language", "board"),
    [
        ("Kuuselan kaupunki", "fi", "Kaupunginhallitus"),
        ("Kuusela", "fi", "Kunnanhallitus"),
        ("Kuuselan kunta", "fi", "Kunnanhallitus"),
        ("Grankulla stad", "sv", "Stadsstyrelsen"),
        ("Karlstads kommun", "sv", "Kommunstyrelsen"),
        ("City of Kuusela", "en", "City Board"),
        ("Kuuselan kaupunki", "sv", "Stadsstyrelsen"),
    ],
)
def test_a_city_has_a_city_s_organs(name: str, language: str, board: str) -> None:
    bodies = beginning(begun(name, (language,)))[PurePosixPath(DATA) / "bodies/bodies.yaml"]
    assert f"  name: {board}\n" in bodies


def test_the_hook_runs_also_when_files_are_only_deleted() -> None:
    text = beginning(begun())[PurePosixPath(".pre-commit-config.yaml")]
    (hook,) = YAML(typ="safe").load(text)["repos"][0]["hooks"]
    assert (hook["always_run"], hook["pass_filenames"], "files" in hook) == (True, False, False)
