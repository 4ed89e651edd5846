"""Roll-up: how a goal stands, from its indicators and sub-goals, by the way chosen for it."""

from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import day, strategy

from strategy_cli.measuring.rollup import MeasuredGoal, Measures, countable, counted, measures
from strategy_cli.measuring.standing import FINAL, Reason, Standing, rank

# Parts by the class they have at the end of 2025, when all their targets fall due.
AT_DATE = {
    "attained": "baseline: {period: 2020, value: 0}, values: {2025: 100}",
    "partly": "baseline: {period: 2020, value: 0}, values: {2025: 60}",
    "not-attained": "baseline: {period: 2020, value: 0}, values: {2025: 10}",
    "no-baseline": "values: {2025: 60}",
    "no-value": "baseline: {period: 2020, value: 0}",
    "aged": "baseline: {period: 2020, value: 0}, values: {2020: 90}",
}
# And by the class they have then when the targets fall due at the end of 2030: the path is at 50.
BETWEEN = {
    "on-track": "baseline: {period: 2020, value: 0}, values: {2025: 52}",
    "nearly": "baseline: {period: 2020, value: 0}, values: {2025: 47}",
    "at-risk": "baseline: {period: 2020, value: 0}, values: {2025: 30}",
    "off-track": "baseline: {period: 2020, value: 0}, values: {2025: 10}",
    "reached": "values: {2025: 100}",
    "reached-way": "baseline: {period: 2020, value: 0}, values: {2025: 100}",
    "no-baseline-yet": "values: {2025: 60}",
}
ON = "2025-12-31"


def indicator_of(part: str, goal: str) -> str:
    """Write an indicator of the class ``part`` that measures a goal."""
    year, keys = (2025, AT_DATE[part]) if part in AT_DATE else (2030, BETWEEN[part])
    return f"{{name: I, goal: {goal}, better: up, targets: [{{period: {year}, value: 100}}], {keys}}}"


def judged(period: object, standing: str) -> str:
    """Write a judgement of a goal."""
    return f"judgements: [{{period: {period}, class: {standing}, reason: Because, by: manager}}]"


def goals(parts: dict[str, Iterable[str]], keys: dict[str, str] | None = None, settings: str = "") -> Measures:
    """Measure goals with indicators of the given classes and further keys, at the end of 2025."""
    files = {"strategy.yaml": f"{{title: S, {settings}}}", "owners/manager.yaml": "title: Manager"}
    for goal, held in parts.items():
        files[f"goals/{goal}.yaml"] = f"{{name: G, {(keys or {}).get(goal, '')}}}"
        files |= {f"indicators/{goal}-{n}.yaml": indicator_of(part, goal) for n, part in enumerate(held)}
    return measures(strategy(files), day(ON))


def goal(*parts: str, keys: str = "") -> MeasuredGoal:
    """Measure one goal with indicators of the given classes."""
    return goals({"it": parts}, {"it": keys}).goals["it"]


@pytest.mark.parametrize(
    ("parts", "standing", "reason"),
    [
        pytest.param("attained attained", "attained", None, id="all attained"),
        pytest.param("attained attained attained not-attained", "not-attained", None, id="3 of 4 is not attained"),
        pytest.param("attained attained attained partly", "not-attained", None, id="nor are 3 and a partly"),
        pytest.param("partly partly", "not-attained", None, id="no part attained wholly"),
        pytest.param("attained no-baseline", "cannot", Reason.NO_BASELINE, id="a cannot among attained"),
        pytest.param("not-attained no-baseline", "not-attained", None, id="a cannot beside a failed"),
        pytest.param("partly no-value", "not-attained", None, id="a cannot beside a partly"),
        pytest.param("aged aged", "cannot", Reason.AGED_VALUE, id="only aged values"),
        pytest.param("aged no-value", "cannot", Reason.PARTS, id="for different reasons"),
        pytest.param("attained aged no-value", "cannot", Reason.PARTS, id="an attained beside different reasons"),
        pytest.param("", "cannot", Reason.NO_INDICATORS, id="nothing to roll up"),
        pytest.param("on-track reached", "on-track", None, id="all on track"),
        pytest.param("on-track nearly", "on-track", None, id="within the tolerance"),
        pytest.param("on-track at-risk", "at-risk", None, id="one at risk"),
        pytest.param("on-track at-risk off-track", "off-track", None, id="one off track"),
        pytest.param("on-track no-baseline-yet", "cannot", Reason.NO_BASELINE, id="a cannot on the way"),
        pytest.param("at-risk no-baseline-yet", "cannot", Reason.NO_BASELINE, id="a cannot beside an at-risk"),
        pytest.param("off-track no-baseline-yet", "off-track", None, id="a cannot beside an off-track"),
        pytest.param("attained on-track", "on-track", None, id="one already there, one on its way"),
        pytest.param("partly on-track", "at-risk", None, id="a partly, and one on its way"),
        pytest.param("not-attained on-track", "off-track", None, id="a failed, and one on its way"),
    ],
)
def test_all_asks_that_every_part_is_attained(parts: str, standing: str, reason: Reason | None) -> None:
    found = goal(*parts.split())
    assert found.way == "all"
    assert (found.assessment.standing, found.assessment.reason) == (standing, reason)


@pytest.mark.parametrize(
    ("parts", "standing", "reason"),
    [
        ("attained attained", "attained", None),
        ("attained partly", "partly", None),
        ("attained partly not-attained", "not-attained", None),
        ("partly no-value", "cannot", Reason.NO_VALUE),
        ("not-attained no-value", "not-attained", None),
        ("on-track at-risk", "at-risk", None),
        ("aged", "cannot", Reason.AGED_VALUE),
        ("", "cannot", Reason.NO_INDICATORS),
    ],
)
def test_worst_gives_the_class_of_the_weakest_part(parts: str, standing: str, reason: Reason | None) -> None:
    found = goal(*parts.split(), keys="roll_up: worst").assessment
    assert (found.standing, found.reason) == (standing, reason)


@pytest.mark.parametrize(
    ("parts", "standing", "mean"),
    [
        pytest.param("attained attained", "attained", (Fraction(1), 2, 2), id="the whole way"),
        pytest.param("attained partly", "partly", (Fraction(4, 5), 2, 2), id="more than half of it"),
        pytest.param("partly not-attained", "not-attained", (Fraction(7, 20), 2, 2), id="less than half"),
        pytest.param(
            "attained no-baseline", "cannot", (Fraction(1), 1, 2), id="at its date some of the parts are no result"
        ),
        pytest.param("attained aged", "cannot", (Fraction(1), 1, 2), id="nor where one of them is aged"),
        pytest.param("aged", "cannot", None, id="only aged values"),
        pytest.param("no-baseline no-value", "cannot", None, id="nothing computable"),
        pytest.param("on-track at-risk", "at-risk", (Fraction(41, 100), 2, 2), id="on the way, behind"),
        pytest.param("on-track", "on-track", (Fraction(52, 100), 1, 1), id="on the way, on the path"),
        pytest.param("nearly", "on-track", (Fraction(47, 100), 1, 1), id="on the way, within the tolerance"),
        pytest.param("off-track", "off-track", (Fraction(1, 10), 1, 1), id="on the way, far behind"),
    ],
)
def test_mean_classes_the_mean_progress(parts: str, standing: str, mean: tuple[Fraction, int, int] | None) -> None:
    found = goal(*parts.split(), keys="roll_up: mean")
    assert found.assessment.standing == standing
    assert (found.mean and (found.mean.value, found.mean.n, found.mean.of)) == mean


@pytest.mark.parametrize(("value", "standing"), [(40, "attained"), (39, "partly"), (19, "not-attained")])
def test_at_a_period_targets_date_the_mean_is_held_against_that_target(value: int, standing: str) -> None:
    found = strategy(
        {
            "goals/g.yaml": "{name: G, roll_up: mean}",
            "indicators/i.yaml": "{name: I, goal: g, better: up, baseline: {period: 2020, value: 0}, "
            f"targets: [{{period: 2025, value: 40}}, {{period: 2029, value: 100}}], values: {{2025: {value}}}}}",
        }
    )
    assert measures(found, day(ON)).goals["g"].assessment.standing == standing


def test_a_mean_of_sub_goals_alone_is_held_against_what_was_expected_of_them() -> None:
    keys = {"top": "roll_up: mean", "one": "parent: top", "two": "parent: top"}
    found = goals({"top": [], "one": ["reached-way"], "two": ["at-risk"]}, keys).goals["top"]
    assert found.mean
    assert (found.mean.value, found.mean.expected) == (Fraction(65, 100), Fraction(1, 2))
    assert found.assessment.standing == "on-track"


def test_only_aged_values_are_the_reason_by_every_way() -> None:
    for way in ("all", "mean", "worst"):
        assert goal("aged", "aged", keys=f"roll_up: {way}").assessment.reason is Reason.AGED_VALUE


def test_a_strategy_may_choose_another_way_for_all_its_goals() -> None:
    both: dict[str, Iterable[str]] = {"one": ["attained", "partly"], "two": ["attained", "partly"]}
    found = goals(both, {"two": "roll_up: all"}, "defaults: {roll_up: worst}")
    assert {g.goal.id: g.assessment.standing for g in found.goals.values()} == {"one": "partly", "two": "not-attained"}


@pytest.mark.parametrize("way", ["all", "mean", "worst", "judged"])
def test_a_judgement_goes_before_any_sum_and_is_shown_as_judged(way: str) -> None:
    found = goal("attained", keys=f"roll_up: {way}, {judged(2025, 'partly')}").assessment
    assert (found.standing, found.reason) == ("partly", None)
    assert found.judged is not None
    assert (found.judged.by, str(found.judged.period)) == ("manager", "2025")


@pytest.mark.parametrize(
    ("period", "counts"),
    [
        pytest.param("2025", True, id="of the year that ends today"),
        pytest.param("2025-06", True, id="of last summer"),
        pytest.param("2026-T1", False, id="of the future: not seen"),
        pytest.param("2024-11-30", True, id="a year and the grace ago"),
        pytest.param("2024-11-29", False, id="and a day more: out of date"),
    ],
)
def test_a_judgement_goes_out_of_date(period: str, counts: bool) -> None:  # noqa: FBT001 - a column of the table
    keys = judged(period, "not-attained")
    rolled, asked = (goal("attained", keys=f"roll_up: {way}, {keys}").assessment for way in ("all", "judged"))
    assert rolled.standing == ("not-attained" if counts else "attained")
    assert asked.standing == ("not-attained" if counts else "cannot")
    assert asked.judged is not None if counts else asked.judged is None


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        ("roll_up: judged", Reason.NO_JUDGEMENT),
        (f"roll_up: judged, {judged(2026, 'attained')}", Reason.NO_JUDGEMENT),
        (f"roll_up: judged, {judged(2020, 'attained')}", Reason.AGED_JUDGEMENT),
    ],
)
def test_what_is_to_be_judged_cannot_be_told_without_a_judgement(keys: str, reason: Reason) -> None:
    found = goal("attained", keys=keys).assessment
    assert (found.standing, found.reason) == (Standing.CANNOT, reason)


def test_of_several_judgements_the_latest_counts() -> None:
    one, other = (judged(period, of).removesuffix("]") for period, of in (("2025", "partly"), ("2025-T2", "attained")))
    keys = f"{one}, {other.removeprefix('judgements: [')}]"
    assert goal(keys=keys).assessment.standing == "partly"


def test_the_tables_show_every_reason_a_goal_can_have_of_its_own() -> None:
    found = [goal(), goal("aged", "no-value"), goal(keys="roll_up: judged")]
    found.append(goal(keys=f"roll_up: judged, {judged(2020, 'partly')}"))
    found.append(goal(keys=f"roll_up: judged, {judged(2025, 'cannot')}"))
    assert {one.assessment.reason for one in found} == {
        Reason.NO_INDICATORS,
        Reason.PARTS,
        Reason.NO_JUDGEMENT,
        Reason.AGED_JUDGEMENT,
        Reason.JUDGED,
    }


def test_sub_goals_are_parts_of_their_goal() -> None:
    found = goals(
        {"top": ["attained"], "one": ["attained"], "two": ["attained", "not-attained"]},
        {"one": "parent: top", "two": "parent: top"},
    )
    assert found.goals["one"].assessment.standing == "attained"
    assert found.goals["top"].assessment.standing == "not-attained"
    assert [g.goal.id for g in found.top] == ["top"]
    assert [g.goal.id for g in found.goals["top"].goals] == ["one", "two"]


def test_projects_are_no_parts_doing_is_not_result() -> None:
    made = strategy({"goals/g.yaml": "name: G", "projects/p.yaml": "{name: P, goals: [g], status: closed}"})
    assert measures(made, day(ON)).goals["g"].assessment.reason is Reason.NO_INDICATORS


@pytest.mark.parametrize(
    ("weights", "value", "n"),
    [
        pytest.param({}, Fraction(4, 5), 2, id="one each unless said"),
        pytest.param({"one": "3"}, Fraction(9, 10), 2, id="three to one"),
        pytest.param({"one": "0"}, Fraction(3, 5), 2, id="a sub-goal of no weight"),
        pytest.param({"one": "0.5", "two": "0.5"}, Fraction(4, 5), 2, id="halves"),
    ],
)
def test_sub_goals_weigh_in_the_mean(weights: dict[str, str], value: Fraction, n: int) -> None:
    said = {name: f", weight: {weight}" for name, weight in weights.items()}
    keys = {name: f"parent: top{said.get(name, '')}" for name in ("one", "two")}
    found = goals({"top": [], "one": ["attained"], "two": ["partly"]}, {"top": "roll_up: mean", **keys}).goals["top"]
    assert found.mean
    assert (found.mean.value, found.mean.n, found.mean.of) == (value, n, 2)
    assert found.assessment.standing == "partly"


def test_where_nothing_has_weight_there_is_no_mean() -> None:
    found = goals({"top": [], "one": ["attained"]}, {"top": "roll_up: mean", "one": "parent: top, weight: 0"})
    assert found.goals["top"].mean is None
    assert found.goals["top"].assessment.standing == "cannot"


def test_the_mean_stands_beside_the_class_whatever_the_way() -> None:
    mean = goal("attained", "partly").mean
    assert mean
    assert (mean.value, mean.n, mean.of) == (Fraction(4, 5), 2, 2)


def test_an_indicator_that_measures_two_goals_counts_once_in_each() -> None:
    twice = "{name: I, goal: one, goals: [two, one]}"
    made = strategy({"goals/one.yaml": "name: 1", "goals/two.yaml": "name: 2", "indicators/i.yaml": twice})
    found = measures(made, day(ON))
    assert [len(g.indicators) for g in found.goals.values()] == [1, 1]


@pytest.mark.parametrize("circle", [("a", "a"), ("a", "b", "a"), ("a", "b", "c", "a")])
def test_a_circle_of_parents_does_not_hang_and_nothing_in_it_is_lost(circle: tuple[str, ...]) -> None:
    parents = dict(pairwise(circle))
    found = goals({name: ["attained"] for name in (*parents, "free")}, {n: f"parent: {p}" for n, p in parents.items()})
    assert set(found.goals) == {*parents, "free"}
    assert sorted(shown(found.top)) == sorted(found.goals)


def shown(parts: Iterable[MeasuredGoal]) -> list[str]:
    """List the goals in a tree, as a report shows them."""
    return [name for part in parts for name in (part.goal.id, *shown(part.goals))]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (["10", "2", "1"], ["1", "2", "10"]),
        (["1.10", "1.2", "2"], ["1.2", "1.10", "2"]),
        (["3.b", "3.a", "²"], ["²", "3.a", "3.b"]),
    ],
)
def test_goals_come_in_the_order_of_their_numbers(numbers: list[str], expected: list[str]) -> None:
    files = {f"goals/g{n}.yaml": f'{{name: G, number: "{number}"}}' for n, number in enumerate(numbers)}
    files["goals/a-first-by-name.yaml"] = "name: G"
    top = measures(strategy(files), day(ON)).top
    assert [g.goal.number for g in top] == [*expected, None]


@given(st.lists(st.sampled_from([*AT_DATE, *BETWEEN]), min_size=1, max_size=5), st.sampled_from(["all", "worst"]))
def test_a_goal_is_never_better_than_its_worst_part(parts: list[str], way: str) -> None:
    found = goal(*parts, keys=f"roll_up: {way}")
    known = [m.assessment.standing for m in found.indicators if m.assessment.standing is not Standing.CANNOT]
    if found.assessment.standing is not Standing.CANNOT:
        assert rank(found.assessment.standing) <= min(map(rank, known))
        assert (found.assessment.standing in FINAL) == all(one in FINAL for one in known)
    if found.assessment.standing is Standing.ATTAINED:
        assert set(known) == {Standing.ATTAINED}
        assert len(known) == len(parts)


@pytest.mark.parametrize(
    ("until", "ended", "standing"), [("2025-12-30", True, "attained"), (ON, False, "not-attained")]
)
def test_a_goal_that_has_ended_is_no_part_of_the_goal_above_it(until: str, ended: bool, standing: str) -> None:  # noqa: FBT001 - a column of the table
    found = goals({"top": ["attained"], "gone": ["not-attained"]}, {"gone": f"parent: top, until: {until}"}).goals[
        "top"
    ]
    assert [one.ended for one in found.goals] == [ended]
    assert found.assessment.standing == standing
    assert found.mean
    assert found.mean.of == (1 if ended else 2)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"a": "level: aim", "b": "level: goal", "c": ""}, ["b", "c"]),
        ({"a": "level: aim", "b": "level: aim"}, ["a", "b"]),
        ({"a": "", "b": "until: 2025-12-30", "c": f"until: {ON}"}, ["a", "c"]),
        ({"a": "level: aim", "b": "until: 2025-12-30"}, []),
    ],
)
def test_counts_are_over_goals_proper_else_aims_that_have_not_ended(keys: dict[str, str], expected: list[str]) -> None:
    found = goals({name: [] for name in keys}, keys)
    assert [g.goal.id for g in counted(found.goals.values())] == expected
    assert [g.id for g in countable((g.goal for g in found.goals.values()), day(ON))] == expected
