"""What can happen to the strategy itself and its settings."""

from collections.abc import Iterator

from planted.row import Told, moved, rows, value
from strategy_cli.model.about import Limits
from strategy_cli.model.own import KINDS


def _limits() -> Iterator[Told]:
    for name in Limits.model_fields:
        yield f"lint: {{limits: {{{name}: 1}}}}", f"lint: {{limits: {{{name}: 2}}}}", f"lint-limit-{name}-changed"


def _fields() -> Iterator[Told]:
    for kind in KINDS:
        declared = f"fields: {{{kind}: {{risk: {{type: number}}}}}}"
        yield "", declared, "own-field-added"
        yield declared, declared.replace("number", "whole"), "own-field-changed"


BOTH, TITLE = "languages: [fi, sv]", "title: {fi: T, sv: T}"
RULE = "lint: {require: [{id: r, kind: goal, need: owner, message: M}]}"
ABOUT: list[Told | list[Told]] = [
    ("", "continues: [old]", "continues-added"),
    (f"{BOTH}, vision: {{fi: A}}", f"{BOTH}, vision: {{fi: A, sv: B}}", "translation-added"),
    (f"{BOTH}, vision: {{fi: A, sv: B}}", f"{BOTH}, vision: {{fi: A, sv: C}}", "translation-changed"),
    ("", "title: B", "title-changed"),
    ("status: draft", "status: in-force", "status-changed"),
    value("start", "period: {from: 2025-01-01}", "period: {from: 2026-01-01}"),
    ("", "period: {until: 2029-12-31}", "end-added"),
    moved("end", "period: {until: DAY}"),
    value("council-term-start", "council_term: {from: 2025-06-01}", "council_term: {from: 2025-07-01}"),
    value("council-term-end", "council_term: {until: 2029-05-31}", "council_term: {until: 2029-06-30}"),
    value("municipality", "municipality: {name: Kemi}", "municipality: {name: Tornio}"),
    ("municipality: {name: Kemi}", "municipality: {name: Kemi, code: '240'}", "municipality-changed"),
    value("replaces", "replaces: A", "replaces: B"),
    value("vision", "vision: A", "vision: B"),
    value("mission", "mission: A", "mission: B"),
    ("values: []", "values: [{id: a, name: X}]", "value-added"),
    (
        "values: [{id: a, name: X}, {id: b, name: Y}]",
        "values: [{id: b, name: Z}, {id: c, name: X}]",
        "value-added value-removed value-renamed",
    ),
    (
        "values: [{id: a, name: X}, {id: b, name: Y, description: D}]",
        "values: [{id: a, name: X, description: D}, {id: b, name: Y, description: E}]",
        "value-description-added value-description-changed",
    ),
    ("", "themes: [{id: a, name: X}]", "theme-added"),
    ("themes: [{id: a, name: X}]", "themes: [{id: a, name: Y}]", "theme-renamed"),
    value("evaluation", "evaluation: A", "evaluation: B"),
    value("decision", "decision: a", "decision: b"),
    ("", "reviewed: [d]", "review-added"),
    value("basis", "basis: A", "basis: B"),
    value("published", "published: A", "published: B"),
    ("vision: V", "title: B, mission: M", "mission-added title-changed vision-removed"),
    (
        "status: draft, period: {until: 2029-12-31}",
        "status: in-force, period: {from: 2026-01-01}",
        "end-removed start-added status-changed",
    ),
    (f"{BOTH}, vision: {{fi: A, sv: B}}", f"{BOTH}, vision: {{sv: B}}", "vision-changed"),
]
SETTINGS: list[Told | Iterator[Told] | list[Told]] = [
    (f"{BOTH}, {TITLE}", f"languages: [sv, fi], {TITLE}", "languages-changed"),
    value("law", "law: fi", "law: none"),
    ("reporting: {periods: [T1, T2]}", "reporting: {periods: [T2, T1, year]}", "reporting-period-added"),
    value("grace-days", "reporting: {grace_days: 5}", "reporting: {grace_days: 6}"),
    # where a default is not given the program's own holds: all, and 0.05
    ("", "defaults: {roll_up: all}", "default-roll-up-added"),
    ("", "defaults: {roll_up: mean}", "default-roll-up-loosened"),
    ("defaults: {roll_up: all}", "defaults: {roll_up: worst}", "default-roll-up-loosened"),
    ("defaults: {roll_up: worst}", "defaults: {roll_up: mean}", "default-roll-up-loosened"),
    ("defaults: {roll_up: mean}", "defaults: {roll_up: judged}", "default-roll-up-changed"),
    ("", "defaults: {tolerance: 0.05}", "default-tolerance-added"),
    ("", "defaults: {tolerance: 0.1}", "default-tolerance-widened"),
    ("", "defaults: {tolerance: 0}", "default-tolerance-narrowed"),
    ("defaults: {tolerance: 0.1}", "defaults: {tolerance: 0.2}", "default-tolerance-widened"),
    ("", "lint: {profile: managed}", "lint-profile-changed"),
    value("lint-rule", "lint: {rules: {duplicate-id: warning}}", "lint: {rules: {duplicate-id: info}}"),
    _limits(),
    ("", RULE, "own-rule-added"),
    (RULE, RULE.replace("owner", "body"), "own-rule-changed"),
    _fields(),
    value("report-accent", "report: {accent: '#005eb8'}", "report: {accent: '#333333'}"),
    value("report-names", "report: {names: none}", "report: {names: role}"),
    value("report-accessibility", "report: {accessibility: A}", "report: {accessibility: B}"),
    value("report-licence", "report: {licence: A}", "report: {licence: B}"),
]
ROWS = tuple(rows("strategy", [*ABOUT, *SETTINGS]))
