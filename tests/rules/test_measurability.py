"""Whether goals can be assessed: what they are measured by, and how their indicators are defined."""

from collections.abc import Mapping

import pytest
from measurability import KEPT, WHOLE, found, of_indicator, shown

from strategy_cli.messages import Messages


def test_a_well_kept_indicator_has_no_findings() -> None:
    keys = "better: up\nbaseline: {period: 2024, value: 10}\ntargets: [{period: 2029, value: 20}]\nvalues: {2025: 12}"
    assert of_indicator(f"{WHOLE}\n{keys}") == []


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, ["goal-without-indicator 1"]),
        ({"goals/g.yaml": "name: G\nbinding: true"}, ["binding-goal-without-indicator 1"]),
        ({"goals/g.yaml": "name: G\nuntil: 2026-06-29"}, []),
        ({"goals/g.yaml": "name: G\nuntil: 2026-06-30"}, ["goal-without-indicator 1"]),
        ({"strategy.yaml": "title: S\nlanguages: [fi]\nstatus: replaced"}, []),
        # a goal above is measured through those below it, and a binding one speaks for all of them
        ({"goals/h.yaml": "name: H\nparent: g"}, ["goal-without-indicator 1"]),
        (
            {"goals/g.yaml": "name: G\nbinding: true", "goals/h.yaml": "name: H\nparent: g"},
            ["binding-goal-without-indicator 1"],
        ),
        (
            {"goals/g.yaml": "name: G\nbinding: true", "goals/h.yaml": "name: H\nparent: g\nuntil: 2025-12-31"},
            ["binding-goal-without-indicator 1"],
        ),
        ({"goals/h.yaml": "name: H\nparent: g\nuntil: 2025-12-31"}, ["goal-without-indicator 1"]),
        # circles of parents are told of elsewhere and hang nothing
        ({"goals/g.yaml": "name: G\nparent: h", "goals/h.yaml": "name: H\nparent: g"}, []),
        # an aim without goals is told of by a rule of coverage
        ({"goals/g.yaml": "name: G\nlevel: aim", "goals/h.yaml": "name: H\nparent: g"}, ["goal-without-indicator 1"]),
        ({"goals/g.yaml": "name: G\nlevel: aim"}, ["goal-without-indicator 1"]),
        # a person's judgement is a measure
        ({"goals/g.yaml": "name: G\nroll_up: judged"}, ["goal-without-indicator:judged 1"]),
        ({"goals/g.yaml": "name: G\nroll_up: judged\nbinding: true"}, ["binding-goal-without-indicator:judged 1"]),
        ({"goals/g.yaml": "name: G\nroll_up: judged\nfrom: 2025-06-01"}, []),
        ({"goals/g.yaml": "name: G\nroll_up: judged\nfrom: 2025-05-30"}, ["goal-without-indicator:judged 1"]),
        ({"goals/g.yaml": "name: G\njudgements: [{period: 2025, class: cannot, reason: R, by: o}]"}, []),
        (
            {"strategy.yaml": "title: S\nlanguages: [fi]\ndefaults: {roll_up: judged}\nperiod: {from: 2026-01-01}"},
            [],
        ),
        # what could not be read may measure it
        ({"indicators/i.yaml": "name: [I"}, []),
    ],
)
def test_a_goal_is_measured_by_an_indicator_or_a_person(files: Mapping[str, str], expected: list[str]) -> None:
    assert shown(found(files)) == expected


@pytest.mark.parametrize(("link", "expected"), [("vitaliti", []), ("health", ["goal-without-indicator 1"])])
def test_an_indicator_linked_with_a_slip_may_measure_the_goal(link: str, expected: list[str]) -> None:
    range_of = WHOLE.replace("goal: g", f"goal: {link}") + "\nbetter: {min: 1, max: 2}"
    over = {"goals/g.yaml": "name: G\nuntil: 2025-01-01"}
    assert (
        shown(found({**over, "goals/vitality.yaml": "name: V", "indicators/i.yaml": f"name: I\n{range_of}"}))
        == expected
    )


def test_a_goal_has_no_more_indicators_than_the_city_follows() -> None:
    files = {f"indicators/i{n}.yaml": f"name: I{n}\n{WHOLE}\nbetter: {{min: 1, max: {n}}}" for n in range(1, 7)}
    assert shown(found(files)) == ["too-many-indicators 1"]
    files["indicators/i1.yaml"] += "\ntargets: [{period: 2025, value: 1}]"  # it is over
    assert shown(found(files)) == []
    files["strategy.yaml"] = "title: S\nlanguages: [fi]\nlint: {limits: {indicators: 4}}"
    (one,) = found(files)
    assert (one.args["count"], one.args["limit"]) == (5, 4)


@pytest.mark.parametrize(
    ("kinds", "more", "expected"),
    [
        (["start"], "", ["only-start-indicators 1"]),
        (["start", "start"], "", ["only-start-indicators 1"]),
        (["start", "steering"], "", ["goal-without-result-indicator 1"]),
        (["steering"], "", ["goal-without-result-indicator 1"]),
        (["start", "result"], "", []),
        (["start", None], "", []),
        (["start"], "\nroll_up: judged", []),
        (["steering"], "\njudgements: [{period: 2025, class: partly, reason: R, by: o}]", []),
        (["start"], "\nuntil: 2026-01-01", []),
    ],
)
def test_a_goal_is_measured_by_results(kinds: list[str | None], more: str, expected: list[str]) -> None:
    files = {"goals/g.yaml": f"name: G\nowner: o{more}"}
    for number, kind in enumerate(kinds):
        keys = WHOLE.replace("kind: result", f"kind: {kind}" if kind else "")
        files[f"indicators/i{number}.yaml"] = f"name: I{number}\n{keys}\nbetter: {{min: 1, max: 2}}"
    assert shown(found(files)) == expected


def test_results_may_be_measured_by_the_goals_below() -> None:
    files = {
        "goals/h.yaml": "name: H\nparent: g",
        "indicators/i.yaml": f"name: I\n{WHOLE}\nbetter: {{min: 1, max: 2}}".replace("result", "start"),
        "indicators/j.yaml": f"name: J\n{WHOLE}\nbetter: {{min: 1, max: 2}}".replace("goal: g", "goal: h"),
    }
    assert shown(found(files)) == []


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        # a thing is asked for once something needs it
        ("goal: g", ["target", "why"]),
        ("", ["target"]),
        ("goal: g\nvalues: {2025: 5}", ["target", "unit", "source", "frequency", "why"]),
        (
            "goal: g\ntargets: [{period: 2029, value: 5}]",
            ["baseline", "unit", "direction", "frequency", "why"],
        ),
        ("goal: g\nbaseline: {period: 2024, value: 1}", ["target", "unit", "source", "why"]),
        # words, milestones, ranks and ranges lack nothing that they cannot have
        ("type: text", ["target"]),
        ("type: milestone\ntargets: [{period: 2029, value: done}]", []),
        ("type: text\nfrequency: year\ntargets: [{period: 2029, value: done}]", []),
        ("type: rank\nfrequency: year\ntargets: [{period: 2029, value: 3}]", ["baseline"]),
        ("better: {min: 1, max: 2}\nunit: x\nfrequency: year", []),
        ("better: {min: 1, max: 2}", ["unit"]),
        # a baseline and a target show the direction
        (f"{KEPT}\nbaseline: {{period: 2024, value: 1}}\ntargets: [{{period: 2029, value: 5}}]", []),
        # sources of the values will do
        ("unit: x\nfrequency: year\nbetter: {min: 1, max: 9}\nvalues: {2025: {value: 5, source: S}}", []),
        (
            "unit: x\nfrequency: year\nbetter: {min: 1, max: 9}\nvalues: {2024: {value: 5, source: S}, 2025: 5}",
            ["source"],
        ),
        # what is over is not asked for anything
        ("goal: g\ntargets: [{period: 2025, value: 5}]", []),
        ("goal: g\ntargets: [{period: 2026-06-30, value: 5}]", ["baseline", "unit", "direction", "frequency", "why"]),
        # what was read wrongly is told of by loading
        ("targets: [{period: soon, value: 5}]", []),
        ("unit: x\nfrequency: yearly\nbetter: {min: 1, max: 9}\nsource: S\nvalues: {2025: 5}", []),
        ("unit: x\nfrequency: year\ntargets: [{period: 2029, value: much}]", ["baseline"]),
    ],
)
def test_what_an_indicator_lacks(keys: str, expected: list[str]) -> None:
    told = found(
        {"indicators/i.yaml": f"name: I\n{keys}", "goals/g.yaml": "name: G\nroll_up: judged\nfrom: 2026-01-01"}
    )
    lacking = [f.rule.removeprefix("indicator-without-") for f in told if f.rule.startswith("indicator-without-")]
    assert sorted(lacking) == sorted(expected)


def test_an_indicator_of_nothing_but_ended_goals_is_over() -> None:
    assert of_indicator("goal: g", files={"goals/g.yaml": "name: G\nuntil: 2026-01-31"}) == []
    two = "goals: [g, h]\nbetter: {min: 1, max: 2}"
    ended = {"goals/g.yaml": "name: G\nuntil: 2026-01-31", "goals/h.yaml": "name: H"}
    assert of_indicator(two, files=ended) == ["indicator-without-unit 1", "indicator-without-why 1"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("name: Väkiluku", "name: väkiluku ", ["None 1"]),
        ("name: {fi: A, sv: Folkmängd}", "name: {fi: B, sv: Folkmängd}", ["None 1"]),
        ("name: {fi: A, sv: B}", "name: {fi: B, sv: A}", []),
        (
            "name: A\nsource: {name: X, table: t, codes: [a, b]}",
            "name: B\nsource: {name: x, table: T, codes: [b, a]}",
            ["source 2"],
        ),
        ("name: A\nsource: {name: X, table: t, codes: [a]}", "name: B\nsource: {name: X, table: t, codes: [b]}", []),
        ("name: A\nsource: {name: X, table: t}", "name: B\nsource: {name: X, table: t}", []),
        (
            "name: A\nunit: '%'\nsource: {name: X, table: t, codes: [a]}",
            "name: B\nunit: pcs\nsource: {name: X, table: t, codes: [a]}",
            ["unit 3"],
        ),
        ("name: A\ntargets: [{period: 2025, value: 1}]", "name: A", []),
        ("name: A", "name: A\ntargets: [{period: 2025, value: 1}]", []),
    ],
)
def test_one_indicator_is_written_down_once(one: str, other: str, expected: list[str]) -> None:
    told = found({"indicators/i.yaml": one, "indicators/j.yaml": other})
    twice = [f for f in told if f.rule == "indicator-defined-twice"]
    assert [f"{f.problem} {f.span.line}" for f in twice] == expected
    assert all(f.span.path.endswith("j.yaml") for f in twice)
    assert all("i (indicators/i.yaml:1)" in Messages("en").finding(f) for f in twice)


@pytest.mark.parametrize(
    ("name", "better", "expected"),
    [
        ("Enintään 5 %", "up", ["down"]),
        ("Enintään 5 %", "down", []),
        ("Vähintään 5 %", "down", ["up"]),
        ("Högst 12 st", "up", ["down"]),  # the target
        ("Asukkaat, minst 8 pcs", "down", ["up"]),  # in the indicator's own unit
        ("Vähintään 5 päivää poissa olleet", "down", []),  # what is measured
        ("Vähintään 12 päivää poissa olleet", "{min: 1, max: 2}", []),
        ("Enintään 5 %", None, []),
    ],
)
def test_the_name_and_the_direction_agree(name: str, better: str | None, expected: list[str]) -> None:
    keys = f"better: {better}" if better else "baseline: {period: 2024, value: 7}"
    told = found({"indicators/i.yaml": f"name: '{name}'\n{WHOLE}\n{keys}\ntargets: [{{period: 2029, value: 12}}]"})
    assert [f.problem for f in told if f.rule == "name-against-direction"] == expected
    assert not expected or "direction-in-name" not in {f.rule for f in told}


def test_a_name_turned_the_wrong_way_is_told_once_where_the_target_is_too() -> None:
    keys = f"name: Enintään 12 %\n{WHOLE}\nbetter: up\nbaseline: {{period: 2024, value: 15}}"
    assert shown(found({"indicators/i.yaml": f"{keys}\ntargets: [{{period: 2029, value: 12}}]"})) == []


@pytest.mark.parametrize(
    ("name", "target", "expected"),
    [
        ("Asuntotuotanto vähintään 8 000 asuntoa", "8000", "direction-in-name"),
        ("Nya bostäder, minst 8000", "8000", "direction-in-name"),
        ("Homes built, at least 8 000", "8000", "direction-in-name"),
        ("Asuntotuotanto vähintään 8 000 asuntoa", "9000", None),
        ("Liikkuu vähintään 1 tunnin päivässä", "60", None),
        ("Liikkuu vähintään tunnin päivässä", "60", None),
        ("Asuntotuotanto vähintään 8 000 asuntoa", None, "indicator-without-target:in-name"),
        ("Liikkuu vähintään tunnin päivässä", None, "indicator-without-target"),
    ],
)
def test_the_target_is_not_in_the_name(name: str, target: str | None, expected: str | None) -> None:
    targets = f"better: up\nbaseline: {{period: 2024, value: 7}}\ntargets: [{{period: 2029, value: {target}}}]"
    told = found({"indicators/i.yaml": f"name: '{name}'\n{WHOLE}\n{targets if target else ''}"})
    assert shown(told) == ([f"{expected} 1"] if expected else [])


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("better: up", ["rank-direction 9"]),
        ("better: up\nbaseline: {period: 2024, value: 3}", ["rank-direction 9"]),
        ("better: down\nbaseline: {period: 2024, value: 7}", []),
        ("better: down\nbaseline: {period: 2024, value: 0.7}", ["rank-not-a-place 10"]),
        ("values: {2025: 0}", ["rank-not-a-place 9"]),
        # an error of the lowest profile, target-against-direction, tells this already
        ("better: up\nbaseline: {period: 2024, value: 7}", []),
    ],
)
def test_the_first_place_is_the_best(keys: str, expected: list[str]) -> None:
    told = of_indicator(f"{WHOLE}\n{keys}\ntype: rank\ntargets: [{{period: 2029, value: 5}}]")
    assert [one for one in told if one.startswith("rank")] == expected
