"""Organisation: units and bodies that are not there on the report's day are told with what they have become."""

import re

import pytest
from folders import Files
from making import day, strategy

from strategy_cli.commands.report import formatted
from strategy_cli.messages import Messages
from strategy_cli.ref import Ref
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.organisation import notes
from strategy_cli.views.reports import REPORTS, made

# Kemi: the social and health sector left the city at the end of 2022.
KEMI = {
    "strategy.yaml": "{title: S, languages: [fi, sv], period: {from: 2022-01-01, until: 2025-12-31}}",
    "units/perusturva.yaml": "{name: {fi: Perusturva, sv: Grundtrygghet}, level: sector, until: 2022-12-31}",
    "units/kotihoito.yaml": "{name: Kotihoito, parent: perusturva}",
    "units/kirjasto.yaml": "{name: Kirjastopalvelut, until: 2023-12-31, successors: [kulttuuri]}",
    "units/kulttuuri.yaml": "{name: Kirjasto- ja kulttuuripalvelut, from: 2024-01-01}",
    "units/tekniikka.yaml": "{name: Tekniset palvelut, level: sector}",
    "bodies/lautakunta.yaml": "{name: Perusturvalautakunta, until: 2022-12-31}",
    "owners/hoitaja.yaml": "{title: Hoitotyön johtaja, unit: kotihoito}",
    "owners/rakentaja.yaml": "{title: Rakennuttaja, unit: tekniikka}",
    "goals/hoiva.yaml": "{name: Hoiva, body: lautakunta, owner: hoitaja, participants: [kirjasto]}",
    "goals/kadut.yaml": "{name: Kadut, owner: rakentaja}",
    "indicators/jono.yaml": "{name: Jono, goal: hoiva, owner: hoitaja}",
    "projects/koti.yaml": "{name: Koti, unit: perusturva, status: started}",
    "projects/loppu.yaml": "{name: Loppu, unit: perusturva, status: closed}",
    "projects/lyhyt.yaml": "{name: Lyhyt, unit: perusturva, status: started, period: {until: 2022-10-31}}",
    "projects/uusi.yaml": "{name: Uusi, unit: kulttuuri, status: proposed}",
}


def told(ref: Ref, on: str, files: Files = KEMI) -> list[tuple[str, str, str, str]]:
    """Give the notes of a thing: kind, state, day and successors."""
    messages = Messages("fi")
    return [
        (messages.write(one.name), one.state.value, one.day.isoformat(), messages.write(one.successors))
        for one in notes(Basis(strategy(files), day(on)), ref)
    ]


GONE = ("Perusturva", "ended", "2022-12-31", "")
GOING = ("Perusturva", "ends", "2022-12-31", "")


@pytest.mark.parametrize(
    ("ref", "on", "expected"),
    [
        # what goes on past the sector's last day is told beforehand and afterwards
        (Ref("project", "koti"), "2022-06-30", [GOING]),
        (Ref("project", "koti"), "2022-12-31", [GOING]),
        (Ref("project", "koti"), "2023-01-01", [GONE]),
        (Ref("project", "koti"), "2023-06-30", [GONE]),
        # what is over, or will be by then, is told only afterwards
        (Ref("project", "loppu"), "2022-06-30", []),
        (Ref("project", "lyhyt"), "2022-06-30", []),
        (Ref("project", "loppu"), "2023-06-30", [GONE]),
        # a unit is not there without its sector; the body and those taking part are told too
        (
            Ref("goal", "hoiva"),
            "2022-06-30",
            [
                ("Perusturvalautakunta", "ends", "2022-12-31", ""),
                GOING,
                ("Kirjastopalvelut", "ends", "2023-12-31", "Kirjasto- ja kulttuuripalvelut"),
            ],
        ),
        (
            Ref("goal", "hoiva"),
            "2024-06-30",
            [
                ("Perusturvalautakunta", "ended", "2022-12-31", ""),
                GONE,
                ("Kirjastopalvelut", "ended", "2023-12-31", "Kirjasto- ja kulttuuripalvelut"),
            ],
        ),
        (Ref("indicator", "jono"), "2023-06-30", [GONE]),
        # a unit that has not begun
        (Ref("project", "uusi"), "2023-06-30", [("Kirjasto- ja kulttuuripalvelut", "not-begun", "2024-01-01", "")]),
        (Ref("project", "uusi"), "2024-01-01", []),
        # nothing to tell
        (Ref("goal", "kadut"), "2023-06-30", []),
        (Ref("goal", "nowhere"), "2023-06-30", []),
    ],
)
def test_what_is_not_there_on_the_day(ref: Ref, on: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert told(ref, on) == expected


def test_a_unit_that_continues_another_is_its_successor_though_the_other_does_not_say_so() -> None:
    files = {
        "units/old.yaml": "{name: Old, until: 2023-12-31}",
        "units/new.yaml": "{name: New, continues: [old]}",
        "projects/p.yaml": "{name: P, unit: old, status: started}",
    }
    assert told(Ref("project", "p"), "2024-06-30", files) == [("Old", "ended", "2023-12-31", "New")]


@pytest.mark.parametrize("markup", ["html", "md"])
@pytest.mark.parametrize(
    ("on", "language", "sentence"),
    [
        ("2022-06-30", "fi", "Yksikkö Perusturva päättyy 31.12.2022"),
        ("2023-06-30", "fi", "Yksikkö Perusturva päättyi 31.12.2022"),
        ("2023-06-30", "sv", "Enheten Grundtrygghet upphörde 31.12.2022"),
        ("2023-06-30", "fi", "Toimielin Perusturvalautakunta päättyi 31.12.2022"),
        ("2024-06-30", "fi", "Yksikkö Kirjastopalvelut päättyi 31.12.2023, jatkaja Kirjasto- ja kulttuuripalvelut"),
    ],
)
def test_the_notes_are_told_in_words_by_the_figures(on: str, language: str, sentence: str, markup: str) -> None:
    page = formatted(markup, made("progress", Basis(strategy(KEMI), day(on))), None, Messages(language))
    assert sentence in re.sub(r"\s+", " ", re.sub(r"<[^>]+>|\\", "", page.rpartition("</head>")[2]))


def test_projects_are_grouped_under_the_sector_that_has_them_on_the_day() -> None:
    files = {
        "strategy.yaml": "{title: S, languages: [en]}",
        "units/old.yaml": "{name: Old sector, level: sector, until: 2023-12-31, successors: [new]}",
        "units/new.yaml": "{name: New sector, level: sector, from: 2024-01-01}",
        "projects/p.yaml": "{name: P, unit: old, status: started}",
    }
    for on, sector in (("2023-06-30", "Old sector"), ("2024-06-30", "New sector")):
        page = formatted("md", made("progress", Basis(strategy(files), day(on))), None, Messages("en"))
        assert f"### {sector}\n" in page


SUBJECTS = {"board": "lautakunta", "unit": "perusturva", "owner": "hoitaja"}


@pytest.mark.parametrize("markup", ["html", "md"])
@pytest.mark.parametrize("kind", REPORTS)
def test_every_kind_of_report_tells_what_has_changed_and_what_that_is_about(kind: str, markup: str) -> None:
    basis = Basis(strategy(KEMI), day("2023-06-30"), subject=SUBJECTS.get(kind), year=2023)
    page = formatted(markup, made(kind, basis), None, Messages("fi"))
    said = re.sub(r"\s+", " ", re.sub(r"<[^>]+>|\\", "", page.rpartition("</head>")[2]))
    part = said[said.rindex("Muuttuneet yksiköt ja toimielimet") :]
    assert re.search(r"Yksikkö Perusturva päättyi 31\.12\.2022\. Koskee: Hoiva, Jono", part)


def test_where_nothing_has_changed_there_is_no_such_part() -> None:
    page = formatted("html", made("progress", Basis(strategy({}), day("2023-06-30"))), None, Messages("fi"))
    assert "Muuttuneet" not in page
