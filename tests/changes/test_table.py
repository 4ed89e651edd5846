"""Planted changes and what they are called, in both directions."""

import re
from collections.abc import Callable, Mapping

import pytest

from strategy_cli.changes import TAXA, Comparison
from strategy_cli.model.about import About
from strategy_cli.model.entity import Entity
from strategy_cli.model.kinds import FOLDER_OF, FOLDERS

Compare = Callable[[Mapping[str, str], Mapping[str, str]], Comparison]

GOAL = "goals/health.yaml"
MEASURE = "indicators/walk.yaml"
PROJECT = "projects/path.yaml"
ABOUT = "strategy.yaml"
KINDS: dict[str, type[Entity]] = {"strategy": About, **{model.kind: model for model in FOLDERS.values()}}

# Kind; the keys beside the name, old and new (None: not there); the changes, without the kind.
TABLE: list[tuple[str, str | None, str | None, str]] = [
    # existence
    ("goal", None, "owner: x, judgements: [{period: 2025, class: partly, reason: R, by: y}]", "added"),
    ("project", "owner: x, goals: [g]", None, "removed"),
    ("programme", None, "", "added"),
    ("unit", "", None, "removed"),
    ("body", None, "", "added"),
    ("decision", None, "", "added"),
    # the strategy itself
    ("strategy", "vision: V", "title: B, mission: M", "mission-added title-changed vision-removed"),
    (
        "strategy",
        "status: draft, period: {until: 2029-12-31}",
        "status: in-force, period: {from: 2026-01-01}",
        "end-removed start-added status-changed",
    ),
    (
        "strategy",
        "values: [{id: a, name: X}, {id: b, name: Y}]",
        "values: [{id: b, name: Z}, {id: c, name: X}]",
        "value-added value-removed value-renamed",
    ),
    ("strategy", "themes: [{id: a, name: X}]", "themes: [{id: a, name: Y}]", "theme-renamed"),
    (
        "strategy",
        "lint: {rules: {duplicate-id: warning}}",
        "lint: {profile: managed, rules: {duplicate-id: info}}",
        "lint-profile-changed lint-rule-changed",
    ),
    (
        "strategy",
        "defaults: {tolerance: 0.05}",
        "reporting: {periods: [T1], grace_days: 5}",
        "default-tolerance-removed grace-days-added reporting-period-added",
    ),
    (
        "strategy",
        "report: {names: none, accessibility: A}",
        "report: {names: role, licence: L}",
        "report-accessibility-removed report-licence-added report-names-changed",
    ),
    ("strategy", "municipality: {name: Kemi}", "municipality: {name: Kemi, code: '240'}", "municipality-changed"),
    ("strategy", "", "reviewed: [d], decision: d, continues: [old]", "continues-added decision-added review-added"),
    # goals
    ("goal", "", "name: B", "name-changed"),
    ("goal", "binding: true, parent: a", "parent: b", "binding-changed parent-changed"),
    (
        "goal",
        "level: aim, roll_up: all, weight: 1",
        "roll_up: worst, weight: 2",
        "level-changed roll-up-changed weight-changed",
    ),
    (
        "goal",
        "covers: [services, ownership]",
        "covers: [ownership, personnel]",
        "content-area-added content-area-removed",
    ),
    (
        "goal",
        "participants: [a, b], consulted: [x]",
        "participants: [b, c], themes: [t]",
        "consulted-removed participant-added participant-removed theme-added",
    ),
    ("goal", "owner: x", "owner: y, body: b", "body-added owner-changed"),
    (
        "goal",
        "judgements: [{period: 2025, class: partly, reason: R, by: y}]",
        "judgements: [{period: 2025, class: cannot, reason: S, corrective: C, by: x}]",
        "judgement-changed judgement-changed judgement-changed judgement-changed",
    ),
    ("goal", "", "judgements: [{period: 2025, class: partly, reason: R, by: y}]", "judgement-added"),
    ("goal", "meaning: {u: X, v: Y}", "meaning: {u: Z}", "meaning-changed meaning-removed"),
    (
        "goal",
        "until: 2029-12-31",
        "until: 2030-12-31, from: 2026-01-01, continues: [a]",
        "continues-added end-changed start-added",
    ),
    (
        "goal",
        "description: X, number: '1'",
        "description: Y, decision: d",
        "decision-added description-changed number-removed",
    ),
    (
        "goal",
        "description: {fi: A, sv: B}",
        "name: {fi: A, sv: C}, description: {fi: A}",
        "translation-added translation-removed",
    ),
    ("goal", "name: {fi: A, sv: B}", "name: {fi: C, sv: D}", "name-changed"),
    ("goal", "name: {fi: A, sv: B}", "name: {sv: B}", "name-changed"),
    ("goal", "name: {sv: B}", "name: {sv: C}", "name-changed"),
    (
        "strategy",
        "vision: {fi: A, sv: B}, languages: [fi, sv]",
        "vision: {sv: B}, languages: [fi, sv]",
        "vision-changed",
    ),
    # indicators
    ("indicator", "goal: x", "goals: [x]", ""),
    ("indicator", "goal: x", "goals: [y]", "goal-link-added goal-link-removed"),
    (
        "indicator",
        "kind: result, unit: kg, cumulative: true",
        "kind: start, unit: t, type: rank, frequency: year, lag: 2",
        "cumulative-changed frequency-added kind-changed lag-added type-changed unit-changed",
    ),
    ("indicator", "better: up", "better: down", "better-changed"),
    ("indicator", "better: {min: 2, max: 3}", "better: {min: 1, max: 3}", "better-widened"),
    ("indicator", "better: {min: 2, max: 3}", "better: {min: 1, max: 2}", "better-changed"),
    (
        "indicator",
        "baseline: {period: 1990, value: 0}",
        "baseline: {period: 2000, value: 1}",
        "baseline-changed baseline-changed",
    ),
    (
        "indicator",
        "better: up, targets: [{period: 2030, value: 5}]",
        "better: up, targets: [{period: 2030, value: 6}]",
        "target-raised",
    ),
    (
        "indicator",
        "better: down, targets: [{period: 2030, value: -60}]",
        "better: down, targets: [{period: 2030, value: -50}]",
        "target-loosened",
    ),
    ("indicator", "targets: [{period: 2030, value: 5}]", "targets: [{period: 2030, value: 6}]", "target-changed"),
    (
        "indicator",
        "better: up, targets: [{period: 2030, value: 5}]",
        "better: up, targets: [{period: 2032, value: 5}]",
        "target-postponed-to-later-year",
    ),
    (
        "indicator",
        "better: up, targets: [{period: 2030-T1, value: 5}]",
        "better: up, targets: [{period: 2030, value: 5}]",
        "target-postponed",
    ),
    (
        "indicator",
        "targets: [{period: 2026, value: 1}, {period: 2030, value: 5}]",
        "targets: [{period: 2030, value: 5}]",
        "target-removed",
    ),
    (
        "indicator",
        "values: {2020: 1, 2021: {value: 2, preliminary: true}, 2022: 9}",
        "values: {2020: 1.5, 2021: {value: 2.0, note: N, source: S}, 2023: 3}, forecasts: {2024: 4}",
        "forecast-added value-added value-confirmed value-note-added value-removed value-revised value-source-added",
    ),
    (
        "indicator",
        "source: SYKE, why: W",
        "source: {name: SYKE, table: T, url: 'https://x.example'}, decimals: 1",
        "decimals-added source-address-added source-changed why-removed",
    ),
    # projects
    (
        "project",
        "owner: x, deputy: y",
        "deputy: z, body: b, unit: u",
        "body-added deputy-changed owner-removed unit-added",
    ),
    (
        "project",
        "goals: [a, b], depends_on: [p]",
        "goals: [b], indicators: [i], programme: q",
        "dependency-removed goal-link-removed indicator-link-added programme-added",
    ),
    ("project", "status: approved", "status: started", "status-advanced"),
    ("project", "status: in-practice", "status: closed", "status-advanced"),
    ("project", "status: started", "status: paused", "status-paused"),
    ("project", "status: paused", "status: cancelled", "status-cancelled"),
    ("project", "period: {until: 2026-05-31}", "period: {until: 2026-12-31}", "deadline-postponed"),
    ("project", "period: {until: 2026-12-31}", "period: {until: 2027-01-01}", "deadline-postponed-to-later-year"),
    ("project", "period: {until: 2026-12-31}", "period: {from: 2025-01-01}", "deadline-removed start-added"),
    (
        "project",
        "milestones: [{name: M, due: 2026-05-31}, {name: N, due: 2026-06-30}]",
        "milestones: [{name: O, due: 2026-06-30, done: 2026-06-01}, {name: M, due: 2026-07-31}]",
        "milestone-done-added milestone-name-changed milestone-postponed",
    ),
    (
        "project",
        "milestones: [{name: M, due: 2026-05-31}]",
        "milestones: [{name: N, due: 2027-07-31}]",
        "milestone-added milestone-removed",
    ),
    (
        "project",
        "money: [{year: 2025, asked: 5, used: 1}, {year: 2026, asked: 1}]",
        "money: [{year: 2025, asked: 4.0, granted: 3, used: 2, note: N}]",
        "money-asked-decreased money-asked-removed money-granted-added money-note-added money-used-increased",
    ),
    ("project", "effort: 1", "effort: 1.5", "effort-increased"),
    (
        "project",
        "updates: [{period: 2026-T1, status: on-track}]",
        "updates: [{period: 2026-T1, status: at-risk, note: N}, {period: 2026-T2, status: on-track}]",
        "update-added update-changed update-changed",
    ),
    (
        "project",
        "decisions: [a]",
        "name: B, decisions: [a, b], processes: [P], review_by: 2026-01-01",
        "decision-added name-changed process-added review-added",
    ),
    # the rest
    (
        "programme",
        "period: {until: 2026-12-31}, goals: [a]",
        "owner: x, period: {until: 2025-06-30}",
        "deadline-advanced-to-earlier-year goal-link-removed owner-added",
    ),
    (
        "owner",
        "unit: u, until: 2025-12-31",
        "reports_to: p, fixed_term: true, until: 2026-12-31",
        "end-changed fixed-term-changed superior-added unit-removed",
    ),
    (
        "unit",
        "level: sector",
        "level: area, successors: [v], until: 2026-12-31",
        "end-added level-changed successor-added",
    ),
    ("body", "kind: board", "kind: council, members: [X], task: T", "kind-changed member-added task-added"),
    (
        "decision",
        "concerns: [goal/x]",
        "title: B, body: c, date: 2025-02-01, section: § 1, concerns: [goal/y]",
        "body-changed concern-added concern-removed date-changed section-added title-changed",
    ),
    # layout only
]


def ids(comparison: Comparison) -> list[str]:
    return sorted(change.id for change in comparison.changes)


def written(kind: str, keys: str | None) -> dict[str, str]:
    """Make the file of a thing of a kind, with the keys that it must have."""
    if keys is None:
        return {}
    must = {"name": "A"} if "name" in KINDS[kind].model_fields else {"title": "A"}
    must |= {"body": "b", "date": "2025-01-01"} if kind == "decision" else {}
    given = [f"{key}: {value}" for key, value in must.items() if not re.search(rf"(^|, ){key}:", keys)]
    path = "strategy.yaml" if kind == "strategy" else f"{FOLDER_OF[kind]}/one.yaml"
    return {path: "{" + ", ".join([*given, *([keys] if keys else [])]) + "}"}


@pytest.mark.parametrize(("kind", "old", "new", "expected"), TABLE)
def test_planted_changes(compare: Compare, kind: str, old: str | None, new: str | None, expected: str) -> None:
    wanted = [f"{kind}-{one}" for one in expected.split()]
    assert ids(compare(written(kind, old), written(kind, new))) == sorted(wanted)
    assert ids(compare(written(kind, new), written(kind, old))) == sorted(TAXA[one].mirror for one in wanted)


def test_an_entity_added_to_a_list(compare: Compare) -> None:
    assert ids(compare({}, {"owners/o.yaml": "[{id: o, title: A}, {id: p, title: B}]"})) == ["owner-added"] * 2


def test_layout_says_nothing(compare: Compare) -> None:
    old = {GOAL: "{name: A, owner: x, participants: [a, b]}", MEASURE: "{name: A, values: {2020: 1.0}}"}
    new = {
        GOAL: "# hello\nparticipants:\n  - b\n  - 'a'\nowner: \"x\"\nname: {fi: A}\n",
        MEASURE: "name: A\nvalues:\n  2020: {value: 1.00}\n",
    }
    assert compare(old, new).changes == ()


def test_a_file_of_its_own_or_a_place_in_a_list_is_the_same(compare: Compare) -> None:
    apart = {"owners/a.yaml": "{title: A}", "owners/b.yaml": "{title: B}"}
    together = {"owners/all/posts.yaml": "[{id: b, title: B}, {title: A, id: a}]"}
    assert compare(apart, together).changes == ()


def test_a_declared_rename_is_one_change_and_links_follow_it(compare: Compare) -> None:
    old = {
        "goals/health.yaml": "{name: A, number: '1'}",
        "projects/path.yaml": "{name: P, goals: [health, other], status: started}",
        "indicators/walk.yaml": "{name: I, goal: health}",
        "decisions/d.yaml": "{title: D, body: b, date: 2025-01-01, concerns: [goal/health]}",
    }
    new = {
        "goals/wellbeing.yaml": "{name: B, number: '1', formerly: [health]}",
        "projects/path.yaml": "{name: P, goals: [other, wellbeing], status: started}",
        "indicators/walk.yaml": "{name: I, goals: [wellbeing]}",
        "decisions/d.yaml": "{title: D, body: b, date: 2025-01-01, concerns: [goal/wellbeing]}",
    }
    found = compare(old, new).changes
    assert [(c.id, c.before, c.after) for c in found if c.id == "id-renamed"] == [("id-renamed", "health", "wellbeing")]
    assert ids(compare(old, new)) == ["goal-name-changed", "id-renamed"]
    assert ids(compare(new, old)) == ["goal-name-changed", "id-renamed"]


def test_an_undeclared_rename_is_a_removal_and_an_addition(compare: Compare) -> None:
    found = compare({"goals/a.yaml": "{name: A}"}, {"goals/b.yaml": "{name: A}"})
    assert ids(found) == ["goal-added", "goal-removed"]


def test_an_old_rename_says_nothing_any_more(compare: Compare) -> None:
    old = {"goals/b.yaml": "{name: A}"}
    new = {"goals/b.yaml": "{name: A, formerly: [a]}"}
    assert compare(old, new).changes == ()


def test_one_old_id_is_not_given_to_two(compare: Compare) -> None:
    new = {"goals/b.yaml": "{name: A, formerly: [a]}", "goals/c.yaml": "{name: A, formerly: [a]}"}
    assert ids(compare({"goals/a.yaml": "{name: A}"}, new)) == ["goal-added", "id-renamed"]


def test_a_merge_keeps_the_id_that_stays(compare: Compare) -> None:
    old = {"goals/a.yaml": "{name: A}", "goals/b.yaml": "{name: B}"}
    new = {"goals/b.yaml": "{name: B, formerly: [a]}"}
    assert ids(compare(old, new)) == ["goal-removed"]


def test_a_declared_rename_wins_over_a_new_thing_with_the_old_id(compare: Compare) -> None:
    old = {"goals/g.yaml": "{name: G, number: '1'}", "projects/path.yaml": "{name: P, goals: [g]}"}
    new = {
        "goals/g.yaml": "{name: Other}",
        "goals/h.yaml": "{name: G, number: '1', formerly: [g]}",
        "projects/path.yaml": "{name: P, goals: [h]}",
    }
    assert ids(compare(old, new)) == ["goal-added", "id-renamed"]
    assert ids(compare(new, old)) == ["goal-removed", "id-renamed"]
    assert compare(new, new).changes == ()


def test_ids_may_move_on_in_a_row_and_change_places(compare: Compare) -> None:
    old = {"goals/a.yaml": "{name: A}", "goals/b.yaml": "{name: B}"}
    row = {"goals/b.yaml": "{name: A, formerly: [a]}", "goals/c.yaml": "{name: B, formerly: [b]}"}
    places = {"goals/a.yaml": "{name: B, formerly: [b]}", "goals/b.yaml": "{name: A, formerly: [a]}"}
    for new in (row, places):
        assert ids(compare(old, new)) == ["id-renamed", "id-renamed"]
        assert ids(compare(new, old)) == ["id-renamed", "id-renamed"]
        assert compare(new, new).changes == ()


def test_an_old_rename_stays_so_when_its_first_id_is_used_again(compare: Compare) -> None:
    old = {"goals/h.yaml": "{name: H, formerly: [g]}"}
    new = {"goals/h.yaml": "{name: H, formerly: [g]}", "goals/g.yaml": "{name: Other}"}
    assert ids(compare(old, new)) == ["goal-added"]
    assert ids(compare(new, old)) == ["goal-removed"]


def test_places_on_both_sides(compare: Compare) -> None:
    found = compare(
        {MEASURE: "name: A\ngoal: x\ntargets:\n  - {period: 2030, value: 5}\n"},
        {MEASURE: "name: A\ngoals: [y]\nowner: o\ntargets:\n- {period: 2026, value: 1}\n- {period: 2030, value: 6}\n"},
    )
    places = {c.id: tuple(s and (s.line, s.column) for s in c.spans) for c in found.changes}
    assert places["indicator-target-changed"] == ((4, 27), (6, 25))
    assert places["indicator-goal-link-removed"][0] == (2, 7)
    assert places["indicator-goal-link-added"][1] == (2, 9)
    assert places["indicator-owner-added"] == ((1, 1), (3, 8))


def test_keys_name_items_by_what_they_are_called(compare: Compare) -> None:
    found = compare(
        {PROJECT: "{name: A, milestones: [{name: M, due: 2026-05-31}], money: [{year: 2026, asked: 1}]}"},
        {PROJECT: "{name: A, milestones: [{name: M, due: 2026-06-30}], money: [{year: 2026, asked: 2}]}"},
    )
    assert [c.key for c in found.changes] == [("milestones", "M", "due"), ("money", 2026, "asked")]
    assert [c.field for c in found.changes] == ["milestones.due", "money.asked"]


def test_two_targets_for_the_same_period_are_compared_in_order(compare: Compare) -> None:
    old = {MEASURE: "{name: A, better: up, targets: [{period: 2030, value: 5}, {period: 2030, value: 7}]}"}
    new = {MEASURE: "{name: A, better: up, targets: [{period: 2030, value: 7}, {period: 2030, value: 6}]}"}
    assert ids(compare(old, new)) == ["indicator-target-raised"]


def test_gravest_first(compare: Compare) -> None:
    old = {GOAL: "{name: A, description: X, owner: x, binding: true}"}
    new = {GOAL: "{name: A, description: Y, owner: y, decision: d}"}
    weights = [TAXA[c.id].weight.label for c in compare(old, new).changes]
    assert weights == ["decision", "notice", "progress", "wording"]


def test_swapping_the_languages_changes_the_setting_not_the_texts(compare: Compare) -> None:
    goal = {GOAL: "{name: {fi: A, sv: B}}"}
    old = {**goal, ABOUT: "{title: {fi: T, sv: T}, languages: [fi, sv]}"}
    new = {**goal, ABOUT: "{title: {fi: T, sv: T}, languages: [sv, fi]}"}
    assert ids(compare(old, new)) == ["strategy-languages-changed"]
