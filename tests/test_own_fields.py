"""A city's own fields: declared, validated, linked, compared, filtered and reported like the built-in ones."""

import json
from datetime import date
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any

import html5lib
import pytest
from folders import Files, Write, loaded
from hostile import TEXTS, quoted
from jsonschema import Draft202012Validator
from making import day, strategy

from strategy_cli import rules
from strategy_cli.changes import Change, compared, weight_of
from strategy_cli.checking import suppress
from strategy_cli.cli import run as program
from strategy_cli.commands.report import formatted
from strategy_cli.config import settings
from strategy_cli.errors import StrategyError
from strategy_cli.formats.changes import as_json as changes_json
from strategy_cli.formats.changes.words import Words
from strategy_cli.measuring.scope import Filters
from strategy_cli.messages import LANGUAGES, Messages
from strategy_cli.model.kinds import FOLDERS
from strategy_cli.model.own import KINDS
from strategy_cli.model.period import Period
from strategy_cli.model.project import Project
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.reports import made

ON = date(2026, 6, 30)
FIELDS = """title: S
languages: [fi, sv]
fields:
  project:
    risk:
      type: choice
      choices: {low: {fi: pieni, sv: liten}, high: {fi: suuri, sv: stor}}
      label: {fi: Riski, sv: Risk}
      weight: decision
    steering_group: {type: body, label: Ohjausryhmä}
    co_funding: {type: euros, label: Muu rahoitus}
    why: {type: text}
    tags: {type: words, list: true}
    size: {type: number}
    turn: {type: whole}
    from_day: {type: date}
    season: {type: period, weight: wording}
    ready: {type: switch, weight: progress}
    experts: {type: owner, list: true}
  goal:
    priority: {type: whole, label: {fi: Tärkeys, sv: Prioritet}}
  indicator:
    open: {type: switch}
"""
PROJECT = """name: Polku
status: started
owner: o
goals: [g]
risk: high
steering_group: b
co_funding: 12345.50
why: {fi: Siksi, sv: Därför}
tags: [a, b]
size: 1.5
turn: 3
from_day: 2026-01-31
season: 2026-T1
ready: true
experts: [o]
"""
CITY: dict[str, str | bytes] = {
    "strategy.yaml": FIELDS,
    "projects/p.yaml": PROJECT,
    "projects/q.yaml": "{name: Toinen, status: idea, owner: o, risk: low}",
    "goals/g.yaml": "{name: Terveys, priority: 2}",
    "goals/h.yaml": "{name: Työ, priority: 1}",
    "indicators/i.yaml": "{name: Kävely, goal: g, open: false}",
    "bodies/b.yaml": "name: Ohjausryhmä",
    "owners/o.yaml": "{title: Johtaja, unit: u}",
    "units/u.yaml": "name: Yksikkö",
}


def told(given: Files) -> list[tuple[str, int, str]]:
    """Lint by the lowest profile: file, line and rule of each finding."""
    read = loaded(given)
    chosen = settings(read.strategy.about, profile="minimum")
    found = suppress.told(read.strategy, read.findings, rules.check(read.strategy, chosen, ON), chosen)
    return [(one.finding.span.path, one.finding.span.line, one.finding.rule) for one in found]


def changes(before: Files, after: Files) -> tuple[Change, ...]:
    return compared(loaded(before).strategy, loaded(after).strategy).changes


def report(kind: str = "progress", markup: str = "md", given: Files = CITY, lang: str = "fi", **basis: Any) -> str:
    return formatted(markup, made(kind, Basis(loaded(given).strategy, ON, **basis)), None, Messages(lang))


def test_values_are_read_as_their_type_says() -> None:
    assert dict(strategy(CITY).projects["p"].own) == {
        "risk": "high",
        "steering_group": "b",
        "co_funding": Decimal("12345.50"),
        "why": Text((("fi", "Siksi"), ("sv", "Därför"))),
        "tags": ("a", "b"),
        "size": Decimal("1.5"),
        "turn": 3,
        "from_day": day("2026-01-31"),
        "season": Period.parse("2026-T1"),
        "ready": True,
        "experts": ("o",),
    }


def test_a_strategy_without_own_fields_uses_the_plain_models() -> None:
    files_ = {"projects/p.yaml": "{name: P, status: idea}"}
    assert type(strategy(files_).projects["p"]) is Project
    assert dict(strategy(files_).projects["p"].own) == {}


def test_two_versions_with_the_same_declarations_share_their_models() -> None:
    assert type(strategy(CITY).projects["p"]) is type(strategy(dict(CITY)).projects["q"])


def test_every_kind_of_thing_can_have_own_fields() -> None:
    assert {model.kind for model in FOLDERS.values()} == set(KINDS)
    needed = {"decision": "body: b, date: 2026-01-01, ", "project": "status: idea, owner: o, "}
    given = {
        "strategy.yaml": "{title: S, fields: {" + ", ".join(f"{k}: {{note: {{type: words}}}}" for k in KINDS) + "}}",
        "bodies/b.yaml": "name: B",
        "owners/o.yaml": "title: O",
    }
    for folder, model in FOLDERS.items():
        name = "title" if model.kind in ("owner", "decision") else "name"
        given[f"{folder}/x.yaml"] = f"{{{needed.get(model.kind, '')}{name}: X, note: N}}"
    held = strategy(given).entities
    assert [dict(held[kind]["x"].own) for kind in KINDS] == [{"note": "N"}] * len(KINDS)


@pytest.mark.parametrize(
    ("line", "problem", "advice"),
    [
        ("risk: hihg", "choice-near", "high"),
        ("co_funding: 12 345,50 €", "euros", "12345.50"),
        ("co_funding: -1", "negative-unclear", None),
        ("from_day: 31.1.2026", "date", "2026-01-31"),
        ("size: much", "number-unclear", None),
        ("turn: 1,5", "whole-unclear", None),
        ("ready: kyllä", "switch", "true"),
        ("season: soon", "period-unclear", None),
        ("tags: a", "list-from-text", None),
        ("why: {fi: A, no: B}", "language", None),
        ("risk: [low]", "one-value", None),
        ("steering_group: Ohjausryhmä", "called", "b"),
    ],
)
def test_a_value_that_does_not_fit_is_told_on_its_line_with_advice(line: str, problem: str, advice: str | None) -> None:
    found = loaded(CITY | {"projects/q.yaml": f"name: Q\nstatus: idea\n{line}\n"}).findings
    assert [(one.rule, one.problem, one.span.line) for one in found] == [("invalid-value", problem, 3)]
    assert found[0].args.get("suggestion") == advice


def test_an_undeclared_key_stays_unknown_and_is_told_of_the_declared_one_that_was_meant() -> None:
    [found] = loaded(CITY | {"projects/q.yaml": "{name: Q, status: idea, riks: low}"}).findings
    assert (found.rule, found.problem, found.args["nearest"]) == ("unknown-key", "near", "risk")
    [found] = loaded(CITY | {"goals/g.yaml": "{name: G, risk: low}"}).findings
    assert (found.rule, "priority" in str(found.args["known"])) == ("unknown-key", True)


def test_a_declared_key_without_a_value_is_one_that_is_not_given() -> None:
    given = CITY | {"projects/q.yaml": "name: Q\nstatus: idea\nowner: o\nrisk:\ntags: []\n"}
    assert dict(strategy(given).projects["q"].own) == {}


def test_links_are_counted_and_those_to_nothing_are_told() -> None:
    assert [one.source for one in strategy(CITY).linked_from[Ref("body", "b")]] == [Ref("project", "p")]
    wrong = CITY | {"projects/q.yaml": "name: Q\nstatus: idea\nowner: o\nsteering_group: bb\nexperts: [o, nobody]\n"}
    assert told(wrong) == [("projects/q.yaml", 4, "unknown-id"), ("projects/q.yaml", 5, "unknown-id")]


@pytest.mark.parametrize(
    ("declaration", "used", "rule", "problem"),
    [
        ("projekt: {risk: {type: words}}", "risk: low", "unknown-key", "near"),
        ("project: {risk: {type: chioce}}", "risk: low", "invalid-value", "choice-near"),
        ("project: {risk: {type: words, list: [x]}}", "risk: low", "invalid-value", "one-value"),
        ("project: {risk: words}", "risk: [low]", "invalid-value", "map-keys"),
        ("project: [risk]", "risk: low", "invalid-value", "map-keys"),
        ("project: {risk: {type: choice, choices: {low: {xx: A}}}}", "risk: low", "invalid-value", "language"),
        ("project: {owner: {type: words}}", "effort: 1", "own-field-faulty", "taken"),
        ("project: {id: {type: words}}", "effort: 1", "own-field-faulty", "taken"),
        ("project: {Riskitaso nyt: {type: words}}", "Riskitaso nyt: 1", "own-field-faulty", "near"),
        ("project: {__init__: {type: words}}", "__init__: 1", "own-field-faulty", "near"),
        ("project: {'§': {type: words}}", "'§': 1", "own-field-faulty", "name"),
        ("project: {risk: {type: choice}}", "risk: low", "own-field-faulty", "no-choices"),
        ("project: {risk: {type: words, choices: [a]}}", "risk: a", "own-field-faulty", "needless-choices"),
    ],
)
def test_a_mistake_in_a_declaration_is_one_finding_on_its_line(
    declaration: str, used: str, rule: str, problem: str
) -> None:
    given = {
        "strategy.yaml": f"title: S\nfields:\n  {declaration}\n",
        "projects/p.yaml": f"{{name: P, status: idea, owner: o, {used}}}",
        "owners/o.yaml": "title: O",
    }
    assert told(given) == [("strategy.yaml", 3, rule)]
    read = loaded(given)
    found, *_ = *read.findings, *rules.check(read.strategy, settings(read.strategy.about), ON)
    assert found.problem == problem


def test_fields_are_not_called_unknown_when_the_file_that_declares_them_cannot_be_read() -> None:
    found = loaded(CITY | {"strategy.yaml": FIELDS + "lint: [\n"}).findings
    assert {one.rule for one in found} == {"invalid-yaml"}
    found = loaded(CITY | {"strategy.yaml": "title: [\n", "goals/g.yaml": "{name: G, ownr: o}"}).findings
    assert {one.rule for one in found} == {"invalid-yaml"}  # and no fix turns a field into what it resembles


def test_a_required_field_that_is_missing_is_told_once_and_the_thing_is_kept() -> None:
    fields = FIELDS.replace("priority: {type: whole,", "priority: {type: whole, required: true,")
    given = CITY | {"strategy.yaml": fields, "goals/h.yaml": "name: Työ\n", "goals/g.yaml": "name: T\npriority: x\n"}
    assert told(given) == [("goals/g.yaml", 2, "invalid-value"), ("goals/h.yaml", 1, "own-field-missing")]
    assert set(loaded(given).strategy.goals) == {"g", "h"}


@pytest.mark.parametrize(
    ("before", "after", "change", "weight", "words"),
    [
        ("risk: high", "risk: low", "project-own-commitment-changed", "decision", "Riski muutettiin: suuri → pieni"),
        ("risk: high\n", "", "project-own-commitment-removed", "decision", "Riski poistettiin: suuri"),
        ("size: 1.5", "size: 2.5", "project-own-field-changed", "notice", "size muutettiin: 1,5 → 2,5"),
        ("ready: true", "ready: false", "project-own-progress-changed", "progress", "ready muutettiin: kyllä → ei"),
        (
            "2026-T1",
            "2026-T2",
            "project-own-wording-changed",
            "wording",
            "season muutettiin: tammi–huhtikuu 2026 → tammi–elokuu 2026",
        ),
        ("[a, b]", "[a, b, c]", "project-own-field-added", "notice", "tags lisättiin: c"),
        ("experts: [o]\n", "", "project-own-field-removed", "notice", "experts poistettiin: Johtaja"),
        ("12345.50", "2", "project-own-field-changed", "notice", "Muu rahoitus muutettiin: 12 345,50 € → 2 €"),
        (
            "sv: Därför",
            "sv: Alltså",
            "project-translation-changed",
            "wording",
            "käännös muutettiin: why (sv): Därför → Alltså",
        ),
    ],
)
def test_a_change_is_told_by_the_fields_label_and_weighs_what_the_city_says(
    before: str, after: str, change: str, weight: str, words: str
) -> None:
    new = CITY | {"projects/p.yaml": PROJECT.replace(before, after)}
    comparison = compared(strategy(CITY), strategy(new))
    [found] = comparison.changes
    assert (found.id, weight_of(found.id).label) == (change, weight)
    assert Words(comparison, Messages("fi")).event(found).replace("\u00a0", " ") == words
    assert changes(new, CITY)[0].spans[1]
    assert [c["message"] for c in changes_json.changes(comparison, Messages("sv"))]


def test_an_own_fields_link_that_follows_a_rename_has_not_changed() -> None:
    renamed = {k: v for k, v in CITY.items() if k != "bodies/b.yaml"} | {
        "bodies/c.yaml": "{name: Ohjausryhmä, formerly: [b]}",
        "projects/p.yaml": PROJECT.replace("steering_group: b", "steering_group: c"),
    }
    assert [one.id for one in changes(CITY, renamed)] == ["id-renamed"]


def test_declarations_that_differ_between_the_versions_are_compared_too() -> None:
    other = FIELDS.replace("tags: {type: words, list: true}", "tags: {type: words}").replace(
        "    size: {type: number}\n", ""
    )
    new = CITY | {
        "strategy.yaml": other,
        "projects/p.yaml": PROJECT.replace("tags: [a, b]", "tags: a").replace("size: 1.5\n", ""),
    }
    assert sorted(one.id for one in changes(CITY, new)) == [
        "project-own-field-removed",
        "project-own-field-removed",
        "strategy-own-field-changed",
        "strategy-own-field-removed",
    ]
    assert sorted(one.id for one in changes(new, CITY)) == [
        "project-own-field-added",
        "project-own-field-added",
        "strategy-own-field-added",
        "strategy-own-field-changed",
    ]


def test_reports_show_own_fields_with_their_labels() -> None:
    text = report()
    assert "- Riski: suuri\n- Ohjausryhmä: Ohjausryhmä\n- Muu rahoitus: 12\u00a0345,50\u00a0€\n- why: Siksi\n" in text
    assert (
        "- tags: a, b\n- size: 1,5\n- turn: 3\n- from day: 31.1.2026\n- season: tammi–huhtikuu 2026\n- ready: kyllä\n"
        in text
    )
    assert "- experts: Johtaja\n" in text
    assert " · Tärkeys: 2\n" in text
    assert "| Kävely · open: ei |" in text
    swedish = report(lang="sv", markup="html")
    assert "<dt>Risk</dt><dd>stor</dd>" in swedish
    assert "<dt>Prioritet</dt> <dd>2</dd>" in swedish


@pytest.mark.parametrize("markup", ["html", "md"])
@pytest.mark.parametrize(
    ("kind", "subject", "shown"),
    [("audit", None, "Tärkeys"), ("board", "b", "Riski"), ("owner", "o", "Palkka"), ("unit", "u", "Toimipaikka")],
)
def test_every_card_shows_them(kind: str, subject: str | None, shown: str, markup: str) -> None:
    assert shown in report(kind, markup, _with_cards(), subject=subject, about=None)


@pytest.mark.parametrize("markup", ["html", "md"])
@pytest.mark.parametrize(("kind", "subject"), [("owner", "o"), ("unit", "u")])
def test_the_cards_of_one_page_leave_out_those_of_the_projects(kind: str, subject: str, markup: str) -> None:
    text = report(kind, markup, _with_cards(), subject=subject, about=None)
    assert "Riski" not in text
    assert "Muu rahoitus" not in text


def _with_cards() -> dict[str, str | bytes]:
    """The city with fields of posts and units too, and a project that is on every card."""
    more = "  owner: {grade: {type: words, label: Palkka}}\n  unit: {site: {type: words, label: Toimipaikka}}\n"
    return CITY | {
        "strategy.yaml": FIELDS.replace("fields:\n", f"fields:\n{more}", 1),
        "projects/p.yaml": PROJECT.replace("goals: [g]", "goals: [g]\nunit: u\nbody: b"),
        "owners/o.yaml": "{title: Johtaja, unit: u, grade: A}",
        "units/u.yaml": "{name: Yksikkö, site: B}",
    }


def test_json_has_them_by_name_and_keeps_to_the_schema() -> None:
    data = json.loads(report(markup="json", lang="sv"))
    schema = Draft202012Validator(json.loads((files("strategy_cli") / "schemas" / "report-1.json").read_text("utf-8")))
    assert [error.message for error in schema.iter_errors(data)] == []
    assert data["projects"][0]["own"] == {
        "risk": "high",
        "steering_group": "b",
        "co_funding": "12345.50",
        "why": "Därför",
        "tags": ["a", "b"],
        "size": "1.5",
        "turn": 3,
        "from_day": "2026-01-31",
        "season": "2026-T1",
        "ready": True,
        "experts": ["o"],
    }
    assert [goal["own"] for goal in data["goals"]] == [{"priority": 2}, {"priority": 1}]
    assert data["indicators"][0]["own"] == {"open": False}


@pytest.mark.parametrize("kind", ["progress", "audit"])
@pytest.mark.parametrize("markup", ["html", "md", "json"])
def test_posts_in_own_fields_are_named_as_the_report_names_posts(markup: str, kind: str) -> None:
    text = report(kind, markup, names="none")
    assert "Johtaja" not in text
    assert "Yksikkö" in text
    if markup == "json":
        assert "experts" not in json.loads(text)["projects"][0]["own"]


@pytest.mark.parametrize(
    ("where", "goals", "indicators", "projects"),
    [
        (["project.risk=high"], {"g"}, {"i"}, {"p"}),
        (["project.risk=suuri"], {"g"}, {"i"}, {"p"}),
        (["project.risk=high", "project.risk=low"], {"g"}, {"i"}, {"p", "q"}),
        (["project.risk=low", "goal.priority=2"], set(), set(), set()),
        (["project.tags=b"], {"g"}, {"i"}, {"p"}),
        (["project.co_funding=12345.5"], {"g"}, {"i"}, {"p"}),
        (["project.from_day=2026-01-31"], {"g"}, {"i"}, {"p"}),
        (["project.ready=true"], {"g"}, {"i"}, {"p"}),
        (["project.ready=false"], set(), set(), set()),
        (["project.season = 2026-T1"], {"g"}, {"i"}, {"p"}),
        (["project.why=därför"], {"g"}, {"i"}, {"p"}),
        (["project.experts=o"], {"g"}, {"i"}, {"p"}),
        (["goal.priority=1"], {"h"}, set(), set()),
        (["goal.priority=2", "project.status=started"], {"g"}, {"i"}, {"p"}),
        (["indicator.open=false"], {"g"}, {"i"}, set()),
    ],
)
def test_a_report_can_be_narrowed_by_a_field(
    where: list[str], goals: set[str], indicators: set[str], projects: set[str]
) -> None:
    scope = Basis(strategy(CITY), ON, filters=Filters(where=tuple(where))).scope
    assert (set(scope.goals), set(scope.indicators), set(scope.projects)) == (goals, indicators, projects)


@pytest.mark.parametrize(
    ("where", "error", "nearest"),
    [
        ("risk", "where-form", None),
        ("risk=high", "where-form", None),
        ("project.=high", "where-form", None),
        ("project.risk=", "where-form", None),
        ("projekt.risk=high", "where-field-near", "project.risk"),
        ("project.rsk=high", "where-field-near", "project.risk"),
        ("project.xxxxxxxxxxxx=1", "where-field", None),
        ("project.risk=hihg", "where-value-near", "high"),
        ("project.risk=1", "where-value", None),
        ("project.steering_group=c9x", "where-value", None),
    ],
)
def test_a_wrong_choice_by_a_field_is_told_with_what_was_meant(where: str, error: str, nearest: str | None) -> None:
    with pytest.raises(StrategyError) as told_:
        made("progress", Basis(strategy(CITY), ON, filters=Filters(where=(where,))))
    assert (told_.value.key, told_.value.message_args.get("nearest")) == (error, nearest)


def test_what_a_report_was_narrowed_to_is_told_in_the_citys_words() -> None:
    filters = Filters(where=("project.risk=high", "project.steering_group=b", "project.status=started"))
    assert "rajaus: Riski: suuri · rajaus: Ohjausryhmä: Ohjausryhmä · rajaus: project.status=started" in report(
        filters=filters
    )
    assert "Risk: stor" in report(filters=filters, lang="sv")
    data = json.loads(report(markup="json", filters=filters))
    assert data["filters"][0] == {"kind": "where", "id": "project.risk=high", "name": "Riski: suuri"}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_labels_choices_and_values_are_data_whatever_they_hold(text: str) -> None:
    fields = "title: S\nfields: {project: {risk: {type: choice, choices: {a: @}, label: @},"
    fields += " tags: {type: words, list: true, label: @}, why: {type: text}}, goal: {note: {type: words, label: @}}}"
    given = CITY | {
        "strategy.yaml": fields.replace("@", quoted(text)),
        "projects/p.yaml": f"{{name: P, status: idea, risk: a, tags: [{quoted(text)}], why: {quoted(text)}}}",
        "projects/q.yaml": "{name: Q, status: idea}",
        "goals/g.yaml": f"{{name: G, note: {quoted(text)}}}",
        "goals/h.yaml": "name: H",
        "indicators/i.yaml": "{name: I, goal: g}",
    }
    for kind in ("progress", "audit"):
        html = report(kind, "html", given)
        held = [e for e in html5lib.parse(html, namespaceHTMLElements=False).iter() if isinstance(e.tag, str)]
        assert [
            e.tag for e in held if e.tag in ("script", "iframe", "img") or any(a.startswith("on") for a in e.attrib)
        ] == []
        assert "<script>alert" not in report(kind, "md", given)
    assert json.loads(report("progress", "json", given))["projects"][0]["own"]["risk"] == "a"


@pytest.mark.parametrize(
    "name", ["copy", "json", "dict", "schema", "model_fields", "own_0", "own_keys", "validate", "kind", "class", "from"]
)
def test_a_name_that_python_or_the_program_uses_is_a_name_like_any_other(name: str) -> None:
    given = {
        "strategy.yaml": f"title: S\nfields: {{project: {{{name}: {{type: words}}}}}}\n",
        "projects/p.yaml": f"{{name: P, status: idea, {name}: x}}",
    }
    assert dict(strategy(given).projects["p"].own) == {name: "x"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_findings_have_words_in_every_language(language: str) -> None:
    read = loaded(
        CITY
        | {"strategy.yaml": "{title: S, fields: {goal: {owner: {type: words}, A b: {type: words}, c: {type: choice}}}}"}
    )
    chosen = settings(read.strategy.about, profile="minimum")
    messages = Messages(language)
    for one in rules.check(read.strategy, chosen, ON):
        assert messages.finding(one)
        assert messages.help(one)


def test_the_commands_know_own_fields(write: Write, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    root, out = write(CITY), tmp_path / "r.md"
    asked = ["report", "--data", str(root), "--as-of", "2026-06-30", "--format", f"md={out}", "--where"]
    assert program([*asked, "project.risk=high"]) == 0
    assert "Polku" in out.read_text("utf-8")
    assert "Toinen" not in out.read_text("utf-8")
    assert program([*asked, "project.risk=hihg"]) == 2
    assert "high" in capsys.readouterr().err
    assert program(["lint", "--data", str(root), "--as-of", "2026-06-30"]) == 0


def test_what_breaks_a_rule_of_the_citys_own_is_no_fault_of_the_reports_facts(write: Write) -> None:
    rule = "lint: {require: [{id: own, kind: goal, need: binding, level: error, message: M}]}\n"
    root = write(CITY | {"strategy.yaml": FIELDS + rule})
    asked = ["--data", str(root), "--as-of", "2026-06-30", "--format"]
    assert program(["lint", *asked, "text"]) == 1
    assert program(["report", *asked, "md=-"]) == 0


@pytest.mark.parametrize(
    ("word", "meant"), [("suuri", "high"), ("Stor", "high"), ("Pieni", "low"), ("keskisuuri", None)]
)
def test_a_choice_written_as_the_city_calls_it_is_one_sure_edit_away(word: str, meant: str | None) -> None:
    declared = "{type: choice, choices: {low: {fi: pieni, sv: liten}, high: {fi: suuri, sv: stor}}, label: {sv: Risk}}"
    files = {"strategy.yaml": f"title: S\nlanguages: [fi]\nfields: {{project: {{risk: {declared}}}}}\n"}
    files["projects/p.yaml"] = f"name: P\nstatus: idea\nowner: o\nrisk: {word}\n"
    files["owners/o.yaml"] = "title: O"
    [found] = loaded(files).findings
    assert (found.rule, found.span.line) == ("invalid-value", 4)
    assert (found.problem, found.args["suggestion"]) == (("choice-near", meant) if meant else ("choice", None))
    assert (found.edit and (found.edit.text, found.edit.sure)) == ((meant, True) if meant else None)


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        ("whole", "text", "90"),
        ("number", "words", "1.50"),
        ("date", "text", "2026-01-31"),
        ("switch", "words", "true"),
        ("words", "text", "A"),
        ("period", "words", "2026-T1"),
        ("whole", "euros", "90"),
        ("words", "owner", "o"),
    ],
)
def test_a_value_whose_declaration_alone_was_changed_has_not_changed(old: str, new: str, written: str) -> None:
    def version(of_type: str) -> Strategy:
        files = {"strategy.yaml": f"title: S\nfields: {{project: {{turn: {{type: {of_type}}}}}}}\n"}
        files["projects/p.yaml"] = f"name: P\nstatus: idea\nowner: o\nturn: {written}\n"
        return strategy(files | {"owners/o.yaml": "title: O"})

    for one, other in ((old, new), (new, old)):
        changes = compared(version(one), version(other)).changes
        assert [change.id for change in changes] == ["strategy-own-field-changed"]
