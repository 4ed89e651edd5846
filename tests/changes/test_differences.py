"""How changes are told: where they stand, how their keys are named, the gravest first; layout is no change."""

from planted.comparing import Compare, ids

from strategy_cli.changes import TAXA

GOAL = "goals/health.yaml"
MEASURE = "indicators/walk.yaml"
PROJECT = "projects/path.yaml"
ABOUT = "strategy.yaml"


def test_an_entity_added_to_a_list(compare: Compare) -> None:
    assert ids(compare({}, {"owners/o.yaml": "[{id: o, title: A}, {id: p, title: B}]"})) == ["owner-added"] * 2


def test_layout_says_nothing(compare: Compare) -> None:
    old = {GOAL: "{name: A, owner: x, participants: [a, b]}", MEASURE: "{name: A, values: {2020: 1.0}}"}
    new = {
        GOAL: "# hello\nparticipants:\n  - b\n  - 'a'\nowner: \"x\"\nname: {fi: A}\n",
        MEASURE: "name: A\nvalues:\n  2020: {value: 1.00}\n",
    }
    assert compare(old, new).changes == ()


def test_the_end_of_a_last_line_says_nothing(compare: Compare) -> None:
    plain, kept = {GOAL: "name: A\ndescription: Yksi rivi\n"}, {GOAL: "name: A\ndescription: |\n  Yksi rivi\n"}
    assert compare(plain, kept).changes == compare(kept, plain).changes == ()


def test_a_file_of_its_own_or_a_place_in_a_list_is_the_same(compare: Compare) -> None:
    apart = {"owners/a.yaml": "{title: A}", "owners/b.yaml": "{title: B}"}
    together = {"owners/all/posts.yaml": "[{id: b, title: B}, {title: A, id: a}]"}
    assert compare(apart, together).changes == ()


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
