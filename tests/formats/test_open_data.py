"""Open data: tables that any program reads, that no spreadsheet runs, and a description that fits them."""

import csv
import io
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from folders import Files
from hostile import everywhere
from hypothesis import given
from hypothesis import strategies as st
from making import day, strategy

from strategy_cli import loading, source
from strategy_cli.formats.open_data import FILES, files, to_csv
from strategy_cli.formats.open_tables import Table
from strategy_cli.measuring.scope import Filters
from strategy_cli.messages import Messages
from strategy_cli.strategy import Strategy
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.publication import publication
from strategy_cli.views.reports import made

ROOT = Path(__file__).parents[2]
ON = "2026-09-30"

SMALL = {
    "strategy.yaml": "{title: S, languages: [fi, sv], decision: council-1, report: {licence: CC BY 4.0}}",
    "bodies/council.yaml": "{name: {fi: Valtuusto, sv: Fullmäktige}}",
    "bodies/board.yaml": "name: Lautakunta",
    "owners/mayor.yaml": "{title: {fi: Pormestari, sv: Borgmästare}}",
    "units/u.yaml": "{name: Palvelut, level: sector}",
    "decisions/council-1.yaml": "{title: Strategia, body: council, date: 2025-12-15, section: § 87}",
    "decisions/council-2.yaml": "{title: Projekti, body: council, date: 2026-03-01}",
    "decisions/later.yaml": "{title: Myöhemmin, body: council, date: 2026-12-01}",
    "goals/g.yaml": "{name: {fi: 'Hiili, vesi ja \"maa\"', sv: Kol}, number: '1.10', owner: mayor, body: board}",
    "goals/h.yaml": "{name: Toinen, body: council}",
    "indicators/i.yaml": "{name: I, goal: g, better: down, baseline: {period: 1990, value: 0},"
    " targets: [{period: 2035, value: -100}], forecasts: {2030: -70}, source: SYKE,"
    " values: {2024: -47.50, 2025: {value: -50, preliminary: true, source: Oma, note: Ennakko}, 2026: -55}}",
    "indicators/j.yaml": "{name: J, goal: h, type: text, values: {2025: '=1+1'}}",
    "projects/p.yaml": "{name: P, goals: [g], unit: u, owner: mayor, decisions: [council-2], status: started,"
    " milestones: [{name: Valmis, due: 2026-06-30}], money: [{year: 2026, asked: 10, used: 1.5}]}",
}


def opened(read: Strategy, language: str = "fi", **keys: Any) -> dict[str, list[dict[str, str]]]:
    """Write the open data and read its tables back."""
    basis = Basis(read, day(ON), publication=publication(read.about.report, "data", FILES), **keys)
    written = files(made("progress", basis), None, Messages(language))
    return {
        name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(text, newline="")))
        for name, text in written.items()
        if name.endswith(".csv")
    }


def package(files_: Files, language: str = "fi") -> Any:
    read = strategy(files_)
    basis = Basis(read, day(ON), publication=publication(read.about.report, "data", FILES))
    return json.loads(files(made("progress", basis), None, Messages(language))["datapackage.json"])


def test_there_is_a_file_for_everything_that_the_page_links_to() -> None:
    read = strategy(SMALL)
    assert tuple(files(made("progress", Basis(read, day(ON))), None, Messages("fi"))) == FILES


def test_ids_stand_beside_names_in_the_output_language() -> None:
    found = opened(strategy(SMALL), "sv")
    [goal] = [row for row in found["goals"] if row["id"] == "g"]
    assert (goal["name"], goal["number"], goal["owner"], goal["owner_name"]) == ("Kol", "1.10", "mayor", "Borgmästare")
    assert opened(strategy(SMALL))["goals"][0]["name"] == 'Hiili, vesi ja "maa"'


def test_values_are_in_the_long_form_as_known_on_the_day_and_stay_numbers() -> None:
    rows = [row for row in opened(strategy(SMALL))["values"] if row["indicator"] == "i"]
    keys = ("kind", "period", "last_day", "value", "preliminary", "source", "note")
    assert [tuple(row[key] for key in keys) for row in rows] == [
        ("baseline", "1990", "1990-12-31", "0", "", "", ""),
        ("actual", "2024", "2024-12-31", "-47.50", "false", "SYKE", ""),
        ("actual", "2025", "2025-12-31", "-50", "true", "Oma", "Ennakko"),
        ("target", "2035", "2035-12-31", "-100", "", "", ""),
        ("forecast", "2030", "2030-12-31", "-70", "", "", ""),
    ]
    assert rows[-1]["forecast_by"] == "person"


def test_a_forecast_that_was_computed_says_so() -> None:
    keys = "better: up, targets: [{period: 2030, value: 10}], values: {2022: 1, 2023: 2, 2024: 3, 2025: 4}"
    rows = opened(strategy({"indicators/i.yaml": f"{{name: I, {keys}}}"}))["values"]
    assert [(row["value"], row["forecast_by"]) for row in rows if row["kind"] == "forecast"] == [("9", "trend")]


def test_words_that_a_spreadsheet_would_run_are_made_inert() -> None:
    [row] = [row for row in opened(strategy(SMALL))["values"] if row["indicator"] == "j"]
    assert (row["value"], row["value_in_words"]) == ("", "'=1+1")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n=", " =", "＝", "\u202e="])
def test_no_cell_of_text_begins_as_a_formula(start: str) -> None:
    [_, [cell]] = csv.reader(io.StringIO(to_csv(Table({"a": "string"}, (), ((f"{start}1+1",),))), newline=""))
    assert cell[0] in {"'", "\ufffd"}


@given(st.text())
def test_whatever_the_text_the_table_keeps_its_shape(text: str) -> None:
    written = to_csv(Table({"a": "string", "b": "integer"}, (), ((text, 1), (None, 2))))
    rows = list(csv.reader(io.StringIO(written, newline=""), strict=True))
    assert [len(row) for row in rows] == [2, 2, 2]
    assert [row[1] for row in rows] == ["b", "1", "2"]
    assert not re.match(r"[=+\-@\t\r\n]", rows[1][0])


def test_the_rest_is_what_the_scope_holds() -> None:
    whole, part = opened(strategy(SMALL)), opened(strategy(SMALL), filters=Filters(bodies=("board",)))
    assert [row["id"] for row in whole["decisions"]] == ["council-1", "council-2"]
    assert [row["id"] for row in part["decisions"]] == ["council-2"]
    assert [row["id"] for row in part["goals"]] == ["g"]
    assert [row["id"] for row in part["indicators"]] == ["i"]
    assert {row["indicator"] for row in part["values"]} == {"i"}
    assert {row["goal"] for row in part["coverage"]} == {"g"}
    assert part["money"] == [
        {
            "project": "p",
            "project_name": "P",
            "year": "2026",
            "asked": "10",
            "granted": "",
            "used": "1.5",
            "external": "",
        }
    ]
    assert [(row["milestone"], row["due"], row["done"], row["state"]) for row in part["milestones"]] == [
        ("Valmis", "2026-06-30", "", "late")
    ]


@pytest.mark.parametrize("hostile", ["=HYPERLINK(1)", 'a\r\n,b"c', "\u202eabc", "-1", "@x"])
def test_a_hostile_strategy_is_inert_in_every_table(hostile: str) -> None:
    for rows in opened(everywhere(hostile).strategy).values():
        for row in rows:
            assert None not in row
            for cell in row.values():
                assert not re.match(r"[=+@\t\r]|-(?!\d)", cell)


def test_files_are_utf_8_without_a_mark_and_with_the_line_ends_of_rfc_4180() -> None:
    for name, text in files(made("progress", Basis(strategy(SMALL), day(ON))), None, Messages("fi")).items():
        assert not text.startswith("\ufeff")
        if name.endswith(".csv"):
            assert text.endswith("\r\n")
            assert "\n" not in text.replace("\r\n", "")


def _fits(cell: str, kind: str) -> bool:
    if kind == "date":
        return date.fromisoformat(cell).isoformat() == cell
    shapes = {"number": r"-?\d+(\.\d+)?", "integer": r"-?\d+", "boolean": "true|false", "string": r"(?s).*"}
    return re.fullmatch(shapes[kind], cell) is not None


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_data_package_fits_the_tables_of_the_sample(language: str) -> None:
    read = loading.load(source.from_folder(ROOT / "strategy_data", versioned=False)).strategy
    found = opened(read, language)
    described = json.loads(files(made("progress", Basis(read, day(ON))), None, Messages(language))["datapackage.json"])
    assert [one["path"] for one in described["resources"]] == [name for name in FILES if name.endswith(".csv")]
    for one in described["resources"]:
        rows, fields = found[one["name"]], one["schema"]["fields"]
        assert rows, one["name"]
        assert list(rows[0]) == [field["name"] for field in fields]
        for field in fields:
            cells = {row[field["name"]] for row in rows} - {""}
            assert [cell for cell in cells if not _fits(cell, field["type"])] == []
        if key := one["schema"].get("primaryKey"):
            assert len({tuple(row[part] for part in key) for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ("CC BY 4.0", {"licenses": [{"name": "CC-BY-4.0", "title": "CC BY 4.0"}]}),
        ("https://example.org/l", {"licenses": [{"path": "https://example.org/l"}]}),
        ("Nimeä 4.0 Kansainvälinen", {"description": "Nimeä 4.0 Kansainvälinen"}),
        (None, {}),
    ],
)
def test_the_licence_is_told_as_the_package_wants_it(licence: str | None, expected: dict[str, Any]) -> None:
    settings = f", report: {{licence: '{licence}'}}" if licence else ""
    found = package({"strategy.yaml": f"{{title: S{settings}}}"})
    assert {key: found[key] for key in ("licenses", "description") if key in found} == expected
