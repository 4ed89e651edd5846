"""The report as JSON: what the published schema promises, with every decimal as a string."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from folders import loaded as read
from jsonschema import Draft202012Validator
from making import day

from strategy_cli import loading, rules, source
from strategy_cli.changes import compared
from strategy_cli.checking import suppress
from strategy_cli.checking.checked import Checked
from strategy_cli.cli.report_options import ReportKind
from strategy_cli.config import settings
from strategy_cli.formats import findings_json, report_json
from strategy_cli.loading import Loaded
from strategy_cli.measuring.scope import Filters
from strategy_cli.measuring.standing import Reason, Standing
from strategy_cli.messages import LANGUAGES, Messages
from strategy_cli.model.kinds import FOLDERS
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.posts import NAMES
from strategy_cli.views.reports import REPORTS, made

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "strategy_data"
FOLDERS_OF_STRATEGIES = [SAMPLE, *(p.parent for p in sorted((ROOT / "tests" / "real").glob("**/strategy.yaml")))]
ON = date(2026, 9, 30)


@cache
def schema(name: str) -> Draft202012Validator:
    """Give a published schema, checked to be one."""
    found = json.loads((files("strategy_cli") / "schemas" / f"{name}-1.json").read_text("utf-8"))
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(found)


@cache
def loaded(folder: Path) -> Loaded:
    """Read a strategy's folder once."""
    return loading.load(source.from_folder(folder, versioned=False))


def report(one: Loaded, language: str = "en", *, on: date = ON, since: Loaded | None = None) -> Any:
    """Write a report and read it back; numbers with a fraction are let through as ``float``."""
    view = made("progress", Basis(one.strategy, on))
    comparison = compared(since.strategy, one.strategy) if since else None
    return json.loads(report_json.report(view, comparison, Messages(language)))


def findings(one: Loaded, language: str = "en") -> Any:
    """Lint by the fullest profile, write the findings and read them back."""
    chosen = settings(one.strategy.about, profile="audited")
    told = suppress.told(one.strategy, one.findings, rules.check(one.strategy, chosen, ON), chosen)
    return json.loads(findings_json.report(Checked(told, 1), Messages(language)))


def faults(name: str, data: Any) -> list[str]:
    """List where data departs from a schema."""
    return [f"{error.json_path}: {error.message}" for error in schema(name).iter_errors(data)]


def nodes(data: Any) -> Iterator[Any]:
    """Walk every value in JSON."""
    yield data
    for inside in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from nodes(inside)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", FOLDERS_OF_STRATEGIES, ids=lambda folder: folder.name)
def test_reports_keep_to_the_schema(folder: Path, language: str) -> None:
    assert faults("report", report(loaded(folder), language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", FOLDERS_OF_STRATEGIES, ids=lambda folder: folder.name)
def test_findings_keep_to_the_schema(folder: Path, language: str) -> None:
    assert faults("lint", findings(loaded(folder), language)) == []


def test_findings_of_a_strategy_full_of_faults_keep_to_the_schema() -> None:
    broken = read(
        {
            "strategy.yaml": "title: S\nlanguages: [fi]\nperiod: {from: 1.1.2026}\nvison: X\n",
            "projects/p.yaml": "name: P\nowner: nobody\ngoals: [g]\nmoney: [{year: x}]\n",
            "goals/g.yaml": "name: [\n",
            "goalz/x.yaml": "name: X\n",
        }
    )
    found = findings(broken)
    assert faults("lint", found) == []
    assert {one["rule"] for one in found["findings"]} >= {
        "invalid-value",
        "unknown-key",
        "owner-not-found",
        "invalid-yaml",
    }
    assert any(one["edit"] for one in found["findings"])


def test_changes_since_an_earlier_version_keep_to_the_schema() -> None:
    before = read(
        {"goals/g.yaml": "{name: Old, binding: true}", "goals/h.yaml": "name: H", "owners/o.yaml": "title: O"}
    )
    after = read({"goals/g.yaml": "{name: New, owner: o}", "goals/i.yaml": "name: I", "owners/o.yaml": "title: O"})
    found = report(after, since=before)
    assert faults("report", found) == []
    assert len(found["changes"]) >= 4


@pytest.mark.parametrize("name", ["report", "lint"])
def test_every_map_is_closed_and_whole_and_every_property_described_in_a_sentence(name: str) -> None:
    maps = [node for node in nodes(schema(name).schema) if isinstance(node, dict) and node.get("type") == "object"]
    contents = schema(name).schema["properties"].get("contents")
    assert maps
    for one in maps:
        if one is contents:  # each kind of report has its own
            assert one["additionalProperties"] == {"$ref": "#/$defs/part"}
            continue
        assert one["additionalProperties"] is False
        assert one["required"] == list(one["properties"])
        assert [key for key, said in one["properties"].items() if not said.get("description", "").endswith(".")] == []


def test_the_schemas_know_every_word_of_the_program() -> None:
    known = schema("report").schema["$defs"]
    assert known["standing"]["enum"] == [s.value for s in Standing] == list(known["classes"]["properties"])
    assert known["reason"]["enum"] == [r.value for r in Reason]
    kinds = {"strategy"} | {model.kind for model in FOLDERS.values()}
    assert set(schema("lint").schema["$defs"]["finding"]["properties"]["kind"]["enum"]) == {*kinds, None}
    assert set(known["change"]["properties"]["kind"]["enum"]) == kinds


@pytest.mark.parametrize("folder", FOLDERS_OF_STRATEGIES, ids=lambda folder: folder.name)
def test_no_number_has_a_fraction_decimals_are_strings(folder: Path) -> None:
    assert [node for node in nodes(report(loaded(folder))) if isinstance(node, float)] == []


def test_lappeenrantas_co2_has_every_part() -> None:
    data = report(loaded(ROOT / "tests" / "real" / "lappeenranta"), "fi", on=day("2022-12-31"))
    found = next(one for one in data["indicators"] if one["id"] == "co2-change")
    assert found == {
        "id": "co2-change",
        "name": "CO2-päästöt, muutos vuodesta 1990",
        "goals": ["carbon-neutrality"],
        "owner": None,
        "owner_name": None,
        "unit": "%",
        "actual": {
            "period": "2021",
            "value": "-47",
            "date": "2021-12-31",
            "preliminary": False,
            "source": "lappeenranta.fi",
            "note": None,
            "aged": False,
        },
        "interim": None,
        "baseline": {"period": "1990", "date": "1990-12-31", "value": "0"},
        "target": {"period": "2025", "date": "2025-12-31", "value": "-60"},
        "current_target": {"period": "2025", "date": "2025-12-31", "value": "-60"},
        "due_target": None,
        "forecast": {
            "period": None,
            "value": None,
            "how": None,
            "reached": None,
            "n": None,
            "reached_about": None,
        },
        "progress": {"value": "0.783333333333", "reason": None},
        "progress_to_current": {"value": "0.783333333333", "reason": None},
        "path": "-53.142991239049",
        "reached": False,
        "class": {"value": "at-risk", "reason": None, "judged": None},
        "organisation": [],
        "own": {},
    }
    assert {i["progress"]["reason"] for i in data["indicators"] if i["id"] != "co2-change"} == {"no-baseline"}
    assert (data["counts"]["indicators"]["reached"], data["counts"]["indicators"]["all"]) == (2, 7)


@pytest.mark.parametrize(
    ("value", "target", "progress"),
    [
        ("1e30", "1", "1000000000000000000000000000000"),
        ("1", "3", "0.333333333333"),
        ("0", "7", "0"),
        ("-1", "1e-3", "-1000"),
    ],
)
def test_progress_is_written_without_an_exponent_however_large(value: str, target: str, progress: str) -> None:
    way = f"baseline: {{period: 2020, value: 0}}, targets: [{{period: 2030, value: {target}}}]"
    data = report(read({"indicators/i.yaml": f"{{name: I, {way}, values: {{2024: {value}}}}}"}))
    assert data["indicators"][0]["progress"] == {"value": progress, "reason": None}
    assert faults("report", data) == []


def test_interim_values_forecasts_targets_on_the_way_and_ended_goals_are_told() -> None:
    keys = (
        "goal: g, cumulative: true, better: up, targets: [{period: 2025, value: 90}, {period: 2027, value: 100}],"
        " values: {2025: 91, 2026-T1: {value: 34, source: S}}, forecasts: {2027: 99.5}"
    )
    data = report(
        read(
            {
                "goals/g.yaml": "{name: G, binding: true, until: 2026-06-30}",
                "indicators/i.yaml": f"{{name: I, {keys}}}",
                "projects/p.yaml": "{name: P, money: [{year: 2026, asked: 1}, {year: 2027, asked: 2}]}",
            }
        )
    )
    assert faults("report", data) == []
    found = data["indicators"][0]
    assert {key: found["interim"][key] for key in ("period", "value", "source")} == {
        "period": "2026-T1",
        "value": "34",
        "source": "S",
    }
    assert found["due_target"] == {"period": "2025", "date": "2025-12-31", "value": "90", "reached": True}
    assert found["forecast"] == {
        "period": "2027",
        "value": "99.5",
        "how": "person",
        "reached": False,
        "n": None,
        "reached_about": None,
    }
    assert (data["goals"][0]["until"], data["goals"][0]["ended"]) == ("2026-06-30", True)
    assert (data["counts"]["goals"]["all"], data["counts"]["binding_goals"]["all"]) == (0, 0)
    assert data["money_total"] == {"asked": "3", "granted": None, "used": None, "external": None}


def test_a_forecast_computed_from_the_trend_says_so_and_of_how_many_values() -> None:
    keys = "better: up, targets: [{period: 2030, value: 10}], values: {2022: 1, 2023: 2, 2024: 3}"
    data = report(read({"indicators/i.yaml": f"{{name: I, {keys}}}"}), on=day("2025-06-30"))
    assert faults("report", data) == []
    assert data["indicators"][0]["forecast"] == {
        "period": "2030",
        "value": "9",
        "how": "trend",
        "reached": False,
        "n": 3,
        "reached_about": 2031,
    }


def of_kind(kind: str, folder: Path, language: str, names: str = "role") -> Any:
    """Write a report of a kind, about the first thing that it can be about; None where there is none such."""
    strategy = loaded(folder).strategy
    about = REPORTS[kind].about
    subject = next(iter(strategy.entities[about]), None) if about else None
    if about and subject is None:
        return None
    basis = Basis(strategy, ON, names=names, subject=subject, year=2026)
    return json.loads(report_json.report(made(kind, basis), None, Messages(language)))


@pytest.mark.parametrize(("language", "names"), [("fi", "role"), ("sv", "none")])
@pytest.mark.parametrize("folder", FOLDERS_OF_STRATEGIES, ids=lambda folder: folder.name)
@pytest.mark.parametrize("kind", REPORTS)
def test_every_kind_of_report_keeps_to_the_schema(kind: str, folder: Path, language: str, names: str) -> None:
    data = of_kind(kind, folder, language, names)
    if data is None:
        assert folder != SAMPLE
        return
    assert faults("report", data) == []
    assert [node for node in nodes(data) if isinstance(node, float)] == []
    assert (data["kind"], data["names"]) == (kind, names)
    assert data["contents"]


def test_the_schema_knows_every_kind_and_every_way_to_name_posts() -> None:
    known = schema("report").schema["properties"]
    assert set(REPORTS) <= set(known["kind"]["enum"]) == {kind.value for kind in ReportKind}
    assert tuple(known["names"]["enum"]) == NAMES


def test_the_contents_tell_what_is_special_to_a_kind_and_refer_to_the_rest_by_id() -> None:
    files_ = {
        "goals/g.yaml": "{name: {fi: T, en: Goal}, owner: o}",
        "indicators/i.yaml": "{name: I, goal: g, better: up, baseline: {period: 2020, value: 0},"
        " targets: [{period: 2030, value: 1}], values: {2025: 0.1}}",
        "projects/p.yaml": "{name: P, goals: [g], status: started, milestones: [{name: M, due: 2026-01-31}],"
        " updates: [{period: 2026-T1, status: off-track, by: o}]}",
        "owners/o.yaml": "title: O",
    }
    contents = report(read({"strategy.yaml": "{title: S, languages: [fi, en], vision: V}", **files_}))["contents"]
    assert contents["vision"] == "V"
    assert contents["goals"] == [{"id": "g"}]
    assert contents["attention"]["projects"] == [{"id": "p"}]
    [[card, step]] = contents["attention"]["late"]
    assert (card, step["state"], step["milestone"]) == (
        {"id": "p"},
        "late",
        {"name": "M", "due": "2026-01-31", "done": None},
    )
    [goal] = contents["attention"]["goals"]
    assert (goal["id"], goal["standing"], goal["reason"]) == ("g", "off-track", None)


def test_posts_are_told_as_far_as_readers_may_know() -> None:
    made_of = {
        "owners/o.yaml": "{title: Mayor, unit: u}",
        "units/u.yaml": "name: Office",
        "goals/g.yaml": "{name: G, owner: o,"
        " judgements: [{period: 2025, class: partly, reason: R, corrective: C, by: o}]}",
    }
    for names, owner, name in (("none", None, "Office"), ("role", "o", "Mayor"), ("full", "o", "Mayor (Maija)")):
        basis = Basis(read(made_of).strategy, ON, names=names, people={"o": "Maija"})
        data = json.loads(report_json.report(made("progress", basis), None, Messages("en")))
        goal = data["goals"][0]
        judged = goal["class"]["judged"]
        assert (data["names"], goal["owner"], goal["owner_name"]) == (names, owner, name)
        assert (judged["by"], judged["reason"], judged["corrective"]) == (owner, "R", "C")
        assert faults("report", data) == []


def test_what_the_report_was_narrowed_to_is_told() -> None:
    filters = Filters(goals=("g",), themes=("sea",))
    strategy = read(
        {
            "strategy.yaml": "{title: S, themes: [{id: sea, name: The sea}]}",
            "goals/g.yaml": "{name: G, themes: [sea]}",
            "goals/h.yaml": "name: H",
        }
    ).strategy
    data = json.loads(report_json.report(made("progress", Basis(strategy, ON, filters=filters)), None, Messages("en")))
    assert faults("report", data) == []
    assert data["filters"] == [
        {"kind": "goal", "id": "g", "name": "G"},
        {"kind": "theme", "id": "sea", "name": "The sea"},
    ]
    assert [goal["id"] for goal in data["goals"]] == ["g"]


def test_a_unit_that_is_not_there_is_told_with_its_successor() -> None:
    units = {
        "units/old.yaml": "{name: Old, until: 2024-12-31, successors: [new]}",
        "units/new.yaml": "name: New",
        "projects/p.yaml": "{name: P, unit: old}",
    }
    data = report(read(units))
    assert faults("report", data) == []
    assert data["projects"][0]["organisation"] == [
        {"kind": "unit", "state": "ended", "name": "Old", "day": "2024-12-31", "successors": ["New"]}
    ]
