"""Planted changes and what they are called, in both directions."""

from collections.abc import Callable, Mapping

import pytest

from strategy_cli.changes import TAXA, Comparison

Compare = Callable[[Mapping[str, str], Mapping[str, str]], Comparison]

GOAL = "goals/health.yaml"
MEASURE = "indicators/walk.yaml"
PROJECT = "projects/path.yaml"
ABOUT = "strategy.yaml"

TABLE: list[tuple[str, str | None, str | None, list[str]]] = [
    # existence
    (GOAL, None, "{name: A, owner: x, judgements: [{period: 2025, class: partly, reason: R}]}", ["goal-added"]),
    (PROJECT, "{name: A, owner: x, goals: [g]}", None, ["project-removed"]),
    ("programmes/p.yaml", None, "{name: A}", ["programme-added"]),
    ("owners/o.yaml", None, "[{id: o, title: A}, {id: p, title: B}]", ["owner-added", "owner-added"]),
    ("units/u.yaml", "{name: A}", None, ["unit-removed"]),
    ("bodies/b.yaml", None, "{name: A}", ["body-added"]),
    ("decisions/d.yaml", None, "{title: A, body: b, date: 2025-01-01}", ["decision-added"]),
    # the strategy itself
    (ABOUT, "{title: A, vision: V}", "{title: B, mission: M}",
     ["strategy-mission-added", "strategy-title-changed", "strategy-vision-removed"]),
    (ABOUT, "{title: A, status: draft, period: {until: 2029-12-31}}", "{title: A, status: in-force, period: {from: 2026-01-01}}",
     ["strategy-end-removed", "strategy-start-added", "strategy-status-changed"]),
    (ABOUT, "{title: A, values: [{id: a, name: X}, {id: b, name: Y}]}", "{title: A, values: [{id: b, name: Z}, {id: c, name: X}]}",
     ["strategy-value-added", "strategy-value-removed", "strategy-value-renamed"]),
    (ABOUT, "{title: A, themes: [{id: a, name: X}]}", "{title: A, themes: [{id: a, name: Y}]}", ["strategy-theme-renamed"]),
    (ABOUT, "{title: A, languages: [fi, sv]}", "{title: A, languages: [sv, fi]}", ["strategy-languages-changed"]),
    (ABOUT, "{title: A, lint: {rules: {duplicate-id: warning}}}", "{title: A, lint: {profile: managed, rules: {duplicate-id: info}}}",
     ["strategy-lint-profile-changed", "strategy-lint-rule-changed"]),
    (ABOUT, "{title: A, defaults: {tolerance: 0.05}}", "{title: A, reporting: {periods: [T1], grace_days: 5}}",
     ["strategy-default-tolerance-removed", "strategy-grace-days-added", "strategy-reporting-period-added"]),
    (ABOUT, "{title: A, municipality: {name: Kemi}}", "{title: A, municipality: {name: Kemi, code: '240'}}", ["strategy-municipality-changed"]),
    (ABOUT, "{title: A}", "{title: A, reviewed: [d], decision: d, continues: [old]}",
     ["strategy-continues-added", "strategy-decision-added", "strategy-review-added"]),
    # goals
    (GOAL, "{name: A}", "{name: B}", ["goal-name-changed"]),
    (GOAL, "{name: A, binding: true, parent: a}", "{name: A, parent: b}", ["goal-binding-changed", "goal-parent-changed"]),
    (GOAL, "{name: A, level: aim, roll_up: all, weight: 1}", "{name: A, roll_up: worst, weight: 2}",
     ["goal-level-changed", "goal-roll-up-changed", "goal-weight-changed"]),
    (GOAL, "{name: A, covers: [services, ownership]}", "{name: A, covers: [ownership, personnel]}",
     ["goal-content-area-added", "goal-content-area-removed"]),
    (GOAL, "{name: A, participants: [a, b], consulted: [x]}", "{name: A, participants: [b, c], themes: [t]}",
     ["goal-consulted-removed", "goal-participant-added", "goal-participant-removed", "goal-theme-added"]),
    (GOAL, "{name: A, owner: x}", "{name: A, owner: y, body: b}", ["goal-body-added", "goal-owner-changed"]),
    (GOAL, "{name: A, judgements: [{period: 2025, class: partly, reason: R}]}",
     "{name: A, judgements: [{period: 2025, class: attained, reason: S, by: x}, {period: 2026, class: partly, reason: R}]}",
     ["goal-judgement-added", *["goal-judgement-changed"] * 3]),
    (GOAL, "{name: A, meaning: {u: X, v: Y}}", "{name: A, meaning: {u: Z}}", ["goal-meaning-changed", "goal-meaning-removed"]),
    (GOAL, "{name: A, until: 2029-12-31}", "{name: A, until: 2030-12-31, from: 2026-01-01, continues: [a]}",
     ["goal-continues-added", "goal-end-changed", "goal-start-added"]),
    (GOAL, "{name: A, description: X, number: '1'}", "{name: A, description: Y, decision: d}",
     ["goal-decision-added", "goal-description-changed", "goal-number-removed"]),
    (GOAL, "{name: A, description: {fi: A, sv: B}}", "{name: {fi: A, sv: C}, description: {fi: A}}",
     ["goal-translation-added", "goal-translation-removed"]),
    (GOAL, "{name: {fi: A, sv: B}}", "{name: {fi: C, sv: D}}", ["goal-name-changed"]),
    # indicators
    (MEASURE, "{name: A, goal: x}", "{name: A, goals: [x]}", []),
    (MEASURE, "{name: A, goal: x}", "{name: A, goals: [y]}", ["indicator-goal-link-added", "indicator-goal-link-removed"]),
    (MEASURE, "{name: A, kind: result, unit: kg, cumulative: true}", "{name: A, kind: start, unit: t, type: rank, frequency: year, lag: 2}",
     ["indicator-cumulative-changed", "indicator-frequency-added", "indicator-kind-changed", "indicator-lag-added",
      "indicator-type-changed", "indicator-unit-changed"]),
    (MEASURE, "{name: A, better: up}", "{name: A, better: down}", ["indicator-better-changed"]),
    (MEASURE, "{name: A, better: {min: 2, max: 3}}", "{name: A, better: {min: 1, max: 3}}", ["indicator-better-widened"]),
    (MEASURE, "{name: A, better: {min: 2, max: 3}}", "{name: A, better: {min: 1, max: 2}}", ["indicator-better-changed"]),
    (MEASURE, "{name: A, baseline: {period: 1990, value: 0}}", "{name: A, baseline: {period: 2000, value: 1}}",
     ["indicator-baseline-changed"] * 2),
    (MEASURE, "{name: A, better: up, targets: [{period: 2030, value: 5}]}", "{name: A, better: up, targets: [{period: 2030, value: 6}]}",
     ["indicator-target-raised"]),
    (MEASURE, "{name: A, better: down, targets: [{period: 2030, value: -60}]}", "{name: A, better: down, targets: [{period: 2030, value: -50}]}",
     ["indicator-target-loosened"]),
    (MEASURE, "{name: A, targets: [{period: 2030, value: 5}]}", "{name: A, targets: [{period: 2030, value: 6}]}",
     ["indicator-target-changed"]),
    (MEASURE, "{name: A, better: up, targets: [{period: 2030, value: 5}]}", "{name: A, better: up, targets: [{period: 2032, value: 5}]}",
     ["indicator-target-postponed-to-later-year"]),
    (MEASURE, "{name: A, better: up, targets: [{period: 2030-T1, value: 5}]}", "{name: A, better: up, targets: [{period: 2030, value: 5}]}",
     ["indicator-target-postponed"]),
    (MEASURE, "{name: A, targets: [{period: 2026, value: 1}, {period: 2030, value: 5}]}", "{name: A, targets: [{period: 2030, value: 5}]}",
     ["indicator-target-removed"]),
    (MEASURE, "{name: A, values: {2020: 1, 2021: {value: 2, preliminary: true}, 2022: 9}}",
     "{name: A, values: {2020: 1.5, 2021: {value: 2.0, note: N, source: S}, 2023: 3}, forecasts: {2024: 4}}",
     ["indicator-forecast-added", "indicator-value-added", "indicator-value-confirmed", "indicator-value-note-added",
      "indicator-value-removed", "indicator-value-revised", "indicator-value-source-added"]),
    (MEASURE, "{name: A, source: SYKE, why: W}", "{name: A, source: {name: SYKE, table: T, url: 'https://x.example'}, decimals: 1}",
     ["indicator-decimals-added", "indicator-source-address-added", "indicator-source-changed", "indicator-why-removed"]),
    # projects
    (PROJECT, "{name: A, owner: x, deputy: y}", "{name: A, deputy: z, body: b, unit: u}",
     ["project-body-added", "project-deputy-changed", "project-owner-removed", "project-unit-added"]),
    (PROJECT, "{name: A, goals: [a, b], depends_on: [p]}", "{name: A, goals: [b], indicators: [i], programme: q}",
     ["project-dependency-removed", "project-goal-link-removed", "project-indicator-link-added", "project-programme-added"]),
    (PROJECT, "{name: A, status: approved}", "{name: A, status: started}", ["project-status-advanced"]),
    (PROJECT, "{name: A, status: in-practice}", "{name: A, status: closed}", ["project-status-advanced"]),
    (PROJECT, "{name: A, status: started}", "{name: A, status: paused}", ["project-status-paused"]),
    (PROJECT, "{name: A, status: paused}", "{name: A, status: cancelled}", ["project-status-cancelled"]),
    (PROJECT, "{name: A, period: {until: 2026-05-31}}", "{name: A, period: {until: 2026-12-31}}", ["project-deadline-postponed"]),
    (PROJECT, "{name: A, period: {until: 2026-12-31}}", "{name: A, period: {until: 2027-01-01}}",
     ["project-deadline-postponed-to-later-year"]),
    (PROJECT, "{name: A, period: {until: 2026-12-31}}", "{name: A, period: {from: 2025-01-01}}",
     ["project-deadline-removed", "project-start-added"]),
    (PROJECT, "{name: A, milestones: [{name: M, due: 2026-05-31}, {name: N, due: 2026-06-30}]}",
     "{name: A, milestones: [{name: O, due: 2026-06-30, done: 2026-06-01}, {name: M, due: 2026-07-31}]}",
     ["project-milestone-done-added", "project-milestone-name-changed", "project-milestone-postponed"]),
    (PROJECT, "{name: A, milestones: [{name: M, due: 2026-05-31}]}", "{name: A, milestones: [{name: N, due: 2027-07-31}]}",
     ["project-milestone-added", "project-milestone-removed"]),
    (PROJECT, "{name: A, money: [{year: 2025, asked: 5, used: 1}, {year: 2026, asked: 1}]}",
     "{name: A, money: [{year: 2025, asked: 4.0, granted: 3, used: 2, note: N}], effort: 1.5}",
     ["project-effort-added", "project-money-asked-decreased", "project-money-asked-removed", "project-money-granted-added",
      "project-money-note-added", "project-money-used-increased"]),
    (PROJECT, "{name: A, updates: [{period: 2026-T1, status: on-track}]}",
     "{name: A, updates: [{period: 2026-T1, status: at-risk, note: N}, {period: 2026-T2, status: on-track}]}",
     ["project-update-added", "project-update-changed", "project-update-changed"]),
    (PROJECT, "{name: A, decisions: [a]}", "{name: B, decisions: [a, b], processes: [P], review_by: 2026-01-01}",
     ["project-decision-added", "project-name-changed", "project-process-added", "project-review-added"]),
    # the rest
    ("programmes/p.yaml", "{name: A, period: {until: 2026-12-31}, goals: [a]}", "{name: A, owner: x, period: {until: 2025-06-30}}",
     ["programme-deadline-advanced-to-earlier-year", "programme-goal-link-removed", "programme-owner-added"]),
    ("owners/o.yaml", "{title: A, unit: u, until: 2025-12-31}", "{title: A, reports_to: p, fixed_term: true, until: 2026-12-31}",
     ["owner-end-changed", "owner-fixed-term-changed", "owner-superior-added", "owner-unit-removed"]),
    ("units/u.yaml", "{name: A, level: sector}", "{name: A, level: area, successors: [v], until: 2026-12-31}",
     ["unit-end-added", "unit-level-changed", "unit-successor-added"]),
    ("bodies/b.yaml", "{name: A, kind: board}", "{name: A, kind: council, members: [X], task: T}",
     ["body-kind-changed", "body-member-added", "body-task-added"]),
    ("decisions/d.yaml", "{title: A, body: b, date: 2025-01-01, concerns: [goal/x]}",
     "{title: B, body: c, date: 2025-02-01, section: § 1, concerns: [goal/y]}",
     ["decision-body-changed", "decision-concern-added", "decision-concern-removed", "decision-date-changed",
      "decision-section-added", "decision-title-changed"]),
    # layout only
    (GOAL, "{name: A, owner: x, participants: [a, b]}", "# hello\nparticipants:\n  - b\n  - 'a'\nowner: \"x\"\nname: {fi: A}\n", []),
    (MEASURE, "{name: A, values: {2020: 1.0}}", "name: A\nvalues:\n  2020: {value: 1.00}\n", []),
]  # fmt: skip


def ids(comparison: Comparison) -> list[str]:
    return sorted(change.id for change in comparison.changes)


def files(path: str, text: str | None) -> dict[str, str]:
    return {} if text is None else {path: text}


@pytest.mark.parametrize(("path", "old", "new", "expected"), TABLE)
def test_table(compare: Compare, path: str, old: str | None, new: str | None, expected: list[str]) -> None:
    assert ids(compare(files(path, old), files(path, new))) == sorted(expected)


@pytest.mark.parametrize(("path", "old", "new", "expected"), TABLE)
def test_table_the_other_way(compare: Compare, path: str, old: str | None, new: str | None, expected: list[str]) -> None:
    assert ids(compare(files(path, new), files(path, old))) == sorted(TAXA[one].mirror for one in expected)


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


def test_places_on_both_sides(compare: Compare) -> None:
    found = compare(
        {MEASURE: "name: A\ngoal: x\ntargets:\n  - {period: 2030, value: 5}\n"},
        {MEASURE: "name: A\ngoals: [y]\nowner: o\nbetter: up\ntargets:\n  - {period: 2026, value: 1}\n  - {period: 2030, value: 6}\n"},
    )
    places = {c.id: tuple(s and (s.line, s.column) for s in c.spans) for c in found.changes}
    assert places["indicator-target-changed"] == ((4, 22), (7, 22))
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
