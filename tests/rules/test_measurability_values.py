"""Whether goals can be assessed: targets worth reaching, figures that can be compared, values in time."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from measurability import ON, WHOLE, found, of_indicator

from strategy_cli.messages import Messages
from strategy_cli.rules.measurability.scale import slip


@pytest.mark.parametrize(
    ("period", "expected", "year"),
    [
        ("202X", "open", None),
        ("20XX", "open", None),
        ("203x", "open", None),
        ("202_", "open", None),
        ("20..", "open", None),
        ("noin 2030", "about", "2030"),
        ("n. 2030", "about", "2030"),
        ("vuoteen 2030 mennessä", "about", "2030"),
        ("2030?", "about", "2030"),
        ("2025-2027", "span", "2027"),
        ("2025–27", "span", "2027"),
        ("2025/2027", "span", "2027"),
        ("2027-2025", None, None),
        ("valtuustokausi", None, None),
        ("jatkuva", None, None),
    ],
)
def test_a_targets_date_is_a_date(period: str, expected: str | None, year: str | None) -> None:
    targets = f'targets:\n  - {{period: "{period}", value: 20}}\n  - {{period: 2029, value: 30}}'
    (told,) = found(
        {"indicators/i.yaml": f"name: I\n{WHOLE}\nbetter: up\nbaseline: {{period: 2025, value: 9}}\n{targets}"}
    )
    assert (told.rule, told.problem, told.span.line) == ("target-date-unclear", expected, 12)
    assert told.edit is None or (told.edit.text, told.edit.sure) == (year, False)
    assert (told.edit is None) == (year is None)


@pytest.mark.parametrize(
    ("keys", "about", "goal", "expected"),
    [
        ("better: up\nbaseline: {period: 2023, value: 5}\nvalues: {2025: 8}", "period: {from: 2026-01-01}", "", [""]),
        ("better: up\nbaseline: {period: 2023, value: 5}\nvalues: {2025: 7.9}", "period: {from: 2026-01-01}", "", []),
        ("better: down\nbaseline: {period: 2023, value: 9}\nvalues: {2025: 8}", "period: {from: 2026-01-01}", "", [""]),
        # the value must have been out on the day
        ("better: up\nlag: 1\nvalues: {2025: 8}", "period: {from: 2026-01-01}", "", []),
        ("better: up\nlag: 1\nvalues: {2025: 8}", "period: {from: 2026-01-31}", "", [""]),
        ("better: up\nvalues: {2025: 8}", "period: {from: 2025-12-31}", "", [""]),
        ("better: up\nvalues: {2025: 8}", "period: {from: 2025-12-30}", "", []),
        ("better: up\nvalues: {2025: 8}", "", "", []),
        # the goal's decision goes first, then the goal's first day, then the strategy's decision
        ("better: up\nvalues: {2025: 8}", "period: {from: 2025-01-01}", "decision: late", [""]),
        ("better: up\nvalues: {2025: 8}", "period: {from: 2026-02-01}", "decision: early", []),
        ("better: up\nvalues: {2025: 8}", "period: {from: 2025-01-01}", "from: 2026-01-01", [""]),
        ("better: up\nvalues: {2025: 8}", "decision: early\nperiod: {from: 2026-02-01}", "", []),
        # of the latest value only
        ("better: up\nvalues: {2024: 8, 2025: 7}", "period: {from: 2026-01-01}", "", []),
        # a baseline newer than the value
        ("better: up\nbaseline: {period: 2025, value: 5}\nvalues: {2024: 8}", "period: {from: 2026-01-01}", "", []),
        # the baseline itself
        ("better: up\nbaseline: {period: 2025, value: 8}", "", "", ["baseline"]),
        (
            "better: up\nbaseline: {period: 2025, value: 8.0}\nvalues: {2025: 8}",
            "period: {from: 2026-01-01}",
            "",
            ["baseline"],
        ),
        ("better: up\nbaseline: {period: 2025, value: 9}\nvalues: {2025: 9}", "period: {from: 2026-01-01}", "", []),
        ("better: {min: 8, max: 9}\nbaseline: {period: 2025, value: 8}", "", "", []),
    ],
)
def test_a_target_is_not_met_when_it_is_set(keys: str, about: str, goal: str, expected: list[str]) -> None:
    files = {
        "strategy.yaml": f"title: S\nlanguages: [fi]\n{about}",
        "goals/g.yaml": f"name: G\n{goal}",
        "bodies/b.yaml": "name: B",
        "decisions/early.yaml": "title: D\nbody: b\ndate: 2025-06-01",
        "decisions/late.yaml": "title: D\nbody: b\ndate: 2026-03-01",
        "indicators/i.yaml": f"name: I\n{WHOLE}\n{keys}\ntargets: [{{period: 2029, value: 8}}]",
    }
    told = [f for f in found(files) if f.rule == "target-already-met"]
    assert [f.problem or "" for f in told] == expected
    assert [f.span.column for f in told] == [33] * len(told)


@pytest.mark.parametrize(
    ("better", "start", "targets", "expected"),
    [
        ("up", "10", {2027: "15", 2028: "18", 2029: "20"}, []),
        ("up", "10", {2027: "15", 2028: "15", 2029: "20"}, []),
        ("up", "10", {2027: "10", 2029: "20"}, []),
        ("up", "10", {2027: "20", 2029: "20"}, []),
        ("up", "10", {2027: "21", 2028: "18", 2029: "20"}, ["2027 beyond"]),
        ("up", "10", {2027: "9", 2029: "20"}, ["2027 back"]),
        ("up", "10", {2027: "15", 2028: "14", 2029: "20"}, ["2028 back"]),
        ("down", "20", {2027: "9", 2029: "10"}, ["2027 beyond"]),
        ("down", "20", {2027: "21", 2029: "10"}, ["2027 back"]),
        ("down", None, {2027: "15", 2028: "16", 2029: "10"}, ["2028 back"]),
        (None, "10", {2027: "21", 2029: "20"}, ["2027 beyond"]),
        (None, None, {2027: "21", 2029: "20"}, []),
        ("up", "10", {2025: "21", 2029: "20"}, []),  # past: nothing to mend
        ("up", "30", {2027: "25", 2029: "20"}, []),  # the last one is against the direction: an error of its own
        ("{min: 1, max: 2}", "10", {2027: "21", 2029: "20"}, []),
        ("up", "10", {2027: "lots", 2029: "20"}, []),
    ],
)
def test_targets_on_the_way_lead_to_the_last_one(
    better: str | None, start: str | None, targets: Mapping[int, str], expected: list[str]
) -> None:
    keys = f"better: {better}\n" if better else ""
    keys += f"baseline: {{period: 2024, value: {start}}}\n" if start else ""
    listed = "".join(
        f"\n  - {{period: {year}, value: {value}}}" for year, value in sorted(targets.items(), reverse=True)
    )
    told = found({"indicators/i.yaml": f"name: I\n{WHOLE}\n{keys}targets:{listed}"})
    off = [f for f in told if f.rule == "target-off-path"]
    assert [f"{f.args['period']} {f.problem}" for f in off] == expected


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        # another length
        (
            "cumulative: true\nbaseline: {period: 2024-T1, value: 4}\ntargets: [{period: 2029, value: 20}]",
            ["length 10"],
        ),
        ("cumulative: true\nbaseline: {period: 2024, value: 4}\ntargets: [{period: 2029, value: 20}]", []),
        ("baseline: {period: 2024-T1, value: 4}\ntargets: [{period: 2029, value: 20}]", []),
        # thousands
        ("baseline: {period: 2024, value: 20.9}\nvalues: {2025: 20951}", ["scale 9"]),
        ("baseline: {period: 2024, value: 20874}\nvalues:\n  2024: 20874\n  2025: 20.9", ["scale 12"]),
        ("baseline: {period: 2024, value: 4850}\nvalues:\n  2024: 4850\n  2025: 5120000", ["scale 12"]),
        ("better: up\nbaseline: {period: 2024, value: 20.9}\ntargets: [{period: 2029, value: 21500}]", ["scale 11"]),
        ("better: down\nbaseline: {period: 2024, value: 4850}\ntargets: [{period: 2029, value: 4.2}]", ["scale 11"]),
        ("baseline: {period: 2024, value: 5}\nvalues: {2025: 5120}", []),  # five may well be five
        ("baseline: {period: 2024, value: 0}\nvalues: {2025: 5120}", []),
        # shares among per cent
        ("baseline: {period: 2024, value: 0.47}\nvalues: {2024: 47, 2025: 48}", ["scale 9"]),
        ("better: up\nvalues: {2024: 0.47, 2025: 0.48}\ntargets: [{period: 2029, value: 60}]", ["scale 11"]),
        ("better: up\nbaseline: {period: 2024, value: 0.5}\ntargets: [{period: 2029, value: 50}]", []),  # a beginning
        ("better: down\nvalues: {2024: 21, 2025: 20}\ntargets: [{period: 2029, value: 0.2}]", []),  # nearly none
        # growth and falls are no slips
        ("values: {2020: 3, 2023: 40, 2024: 120, 2025: 300}", []),
        ("values: {2023: 1200, 2024: 300, 2025: 12}", []),
        ("values: {2023: -45, 2024: 20, 2025: -0.4}", []),
        ("type: rank\nvalues: {2023: 0.5, 2024: 50, 2025: 51}", []),
        # sums of the year so far
        ("values: {2025-T1: 33, 2025-T2: 66, 2025: 100}", ["running 9"]),
        ("values: {2024-T1: 30, 2024: 110, 2025-T1: 35, 2025: 100}", ["running 9"]),
        ("values: {2025-T1: 33, 2025: 100}", []),
        ("values: {2025-T1: 9.5, 2025-T2: 9.7, 2025: 9.8}", []),
        ("cumulative: true\nvalues: {2025-T1: 33, 2025-T2: 66, 2025: 100}", []),
        # a sum of a part of the year, alone
        ("better: up\nbaseline: {period: 2024, value: 120}\nvalues: {2025: 125, 2026-T1: 40}", ["part 11"]),
        ("better: up\nbaseline: {period: 2024, value: 130}\nvalues: {2025: 135, 2025-T2: 90}", ["part 11"]),
        ("baseline: {period: 2024, value: 120}\nvalues: {2025: 125, 2026-Q1: 30}", ["part 10"]),
        (
            "baseline: {period: 2024, value: 120}\nvalues: {2026-Q1: 30}\ntargets: [{period: 2029, value: 150}]",
            ["part 10"],
        ),
        ("baseline: {period: 2024, value: 120}\nvalues: {2025: 125, 2026-T1: 110}", []),  # a level
        ("baseline: {period: 2024, value: 120}\nvalues: {2025: 125, 2026-T1: 5}", []),  # neither a level nor a sum
        (
            "better: down\nvalues: {2024: 12, 2026-T2: 8}\ntargets: [{period: 2029, value: 9}]",
            [],
        ),
        ("cumulative: true\nbaseline: {period: 2024, value: 120}\nvalues: {2025: 125, 2026-T1: 40}", []),
        ("values: {2026-T1: 40}\ntargets: [{period: 2029, value: 120}]", []),
        # a baseline that is another figure than its own period's value
        ("baseline: {period: 2025, value: 120}\nvalues: {2025: 1234}", ["baseline 9"]),
        ("baseline: {period: 2025, value: 120}\nvalues: {2025: 120.0}", []),
        ("baseline: {period: 2025, value: 120}\nvalues: {2025-12: 121}", []),
        ("type: text\nbaseline: {period: 2025, value: Fair}\nvalues: {2025: fair}", []),
        # what the note says
        (
            "baseline: {period: 2023, value: 4}\nvalues:\n  2025: {value: 5, note: Laskentatapa muuttui 2025.}",
            ["definition 11"],
        ),
        (
            "baseline: {period: 2023, value: 4}\nvalues:\n  2025: {value: 5, note: {sv: Inte jämförbart}}",
            ["definition 11"],
        ),
        ("baseline: {period: 2025, value: 5}\nvalues:\n  2025: {value: 5, note: Laskentatapa muuttui 2025.}", []),
        ("baseline: {period: 2023, value: 4}\nvalues:\n  2025: {value: 5, note: Tarkistettu 12.3.2026.}", []),
        ("values:\n  2025: {value: 5, note: Laskentatapa muuttui 2025.}", []),
    ],
)
def test_figures_are_of_the_same_thing(keys: str, expected: list[str]) -> None:
    told = found({"indicators/i.yaml": f"name: I\n{WHOLE}\n{keys}", "strategy.yaml": "title: S\nlanguages: [fi, sv]"})
    assert [f"{f.problem} {f.span.line}" for f in told if f.rule == "figures-not-comparable"] == expected


FIGURES = st.decimals(Decimal("0.01"), Decimal(10_000_000), places=2)


@given(FIGURES, st.lists(FIGURES, max_size=6))
def test_a_figure_within_thirty_times_of_the_others_is_never_a_slip(figure: Decimal, others: list[Decimal]) -> None:
    near = [figure * max(min(other / figure, Decimal(30)), 1 / Decimal(30)) for other in others]
    assert slip(figure, near) is None


@given(FIGURES, st.lists(FIGURES, max_size=6))
def test_signs_turn_no_figure_into_a_slip(figure: Decimal, others: list[Decimal]) -> None:
    assert slip(figure, others) == slip(-figure, [-other for other in others])
    assert slip(-figure, others) is None


@pytest.mark.parametrize(
    ("keys", "on", "expected"),
    [
        ("values: {2024: 5}\nfrequency: year", "2026-01-30", []),
        ("values: {2024: 5}\nfrequency: year", "2026-01-31", ["value-aged 10"]),
        ("values: {2024: 5}\nfrequency: year\nlag: 3", "2026-04-30", []),
        ("values: {2024: 5}\nfrequency: year\nlag: 3", "2026-05-01", ["value-aged 10"]),
        ("values: {2024: 5}\nfrequency: council-term", "2028-06-30", []),
        ("values: {2024: 5, 2025-06: 6}\nfrequency: year", "2026-06-30", []),
        ("values: {2024: 5, 2027: 6}\nfrequency: year", "2026-06-30", ["value-aged 10", "value-before-period-ends 10"]),
        ("values: {2024: 5}\nfrequency: year", "2030-01-01", []),  # it is over
        ("values: {2024: 9}\nfrequency: year\ntype: milestone", "2026-06-30", []),  # it was passed
        ("values: {2024: 5}\nfrequency: year\ntype: milestone", "2026-06-30", ["value-aged 10"]),
        # of a period that goes on
        ("values: {2025: 5, 2026: 6}", "2026-12-30", ["value-before-period-ends 10"]),
        ("values: {2025: 5, 2026: 6}", "2026-12-31", []),
        ("values: {2025: 5, 2026-T1: 6}", "2026-06-30", []),
        ("values: {2025: 5, 2026-T2: 6}", "2026-06-30", ["value-before-period-ends 10"]),
        ("values: {2025: 5, 2026: 6}\nforecasts: {2026: 6}", "2026-06-30", ["value-before-period-ends:known 10"]),
        ("forecasts: {2026: 6}\nvalues: {2025: 5}", "2026-06-30", []),
        ("values: {2025: 5, 2031: 6}", "2031-01-01", []),  # it is over
        # none at all: the strategy began 1.1.2025
        ("frequency: year", "2026-01-30", []),
        ("frequency: year", "2026-01-31", ["value-missing 1"]),
        ("frequency: year\nlag: 3", "2026-04-30", []),
        ("frequency: year\nlag: 3", "2026-05-01", ["value-missing 1"]),
        ("frequency: quarter", "2025-04-30", []),
        ("frequency: quarter", "2025-05-01", ["value-missing 1"]),
        ("frequency: year\nbaseline: {period: 2025, value: 4}", "2026-06-30", []),
        ("frequency: year\nvalues: {2026: 4}", "2026-06-30", ["value-missing 11", "value-before-period-ends 11"]),
        ("type: milestone\nfrequency: year", "2026-06-30", ["value-missing 1"]),
    ],
)
def test_values_come_when_they_should(keys: str, on: str, expected: list[str]) -> None:
    base = WHOLE.replace("\nfrequency: year", "") + "\nbetter: up\ntargets: [{period: 2029, value: 9}]"
    about = "title: S\nlanguages: [fi]\nperiod: {from: 2025-01-01, until: 2030-12-31}"
    told = of_indicator(f"{base}\n{keys}", date.fromisoformat(on), files={"strategy.yaml": about})
    assert [one for one in told if one.startswith("value-")] == expected


@pytest.mark.parametrize("values", ["", "\nvalues: {2020: {value: begun, source: S}}"])
def test_what_has_no_frequency_is_not_late(values: str) -> None:
    about = "title: S\nlanguages: [fi]\nperiod: {from: 2020-01-01, until: 2030-12-31}"
    keys = f"goal: g\nwhy: W\nkind: result\ntype: milestone\ntargets: [{{period: 2029, value: done}}]{values}"
    assert of_indicator(keys, files={"strategy.yaml": about}) == []


@pytest.mark.parametrize(
    ("keys", "about", "on", "expected"),
    [
        ("lag: 3\ntargets: [{period: 2026, value: 9}]", "", "2026-06-30", []),
        ("lag: 4\ntargets: [{period: 2026, value: 9}]", "", "2026-06-30", ["2026"]),
        ("lag: 4\ntargets: [{period: 2026, value: 9}]\nforecasts: {2026: 8}", "", "2026-06-30", []),
        ("lag: 4\ntargets: [{period: 2026, value: 9}]\nforecasts: {2025: 8}", "", "2026-06-30", ["2026"]),
        ("lag: 4\ntargets: [{period: 2025, value: 9}, {period: 2029, value: 9}]", "", "2026-03-31", ["2025"]),
        ("lag: 4\ntargets: [{period: 2025, value: 9}, {period: 2029, value: 9}]", "", "2026-04-01", ["2029"]),
        (
            "lag: 4\ntargets: [{period: 2025, value: 9}, {period: 2029, value: 9}]\nvalues: {2025: 8}",
            "",
            "2026-03-31",
            ["2029"],
        ),
        ("lag: 9\ntargets: [{period: 2026-06, value: 9}]", "", "2026-06-30", []),
        ("lag: 10\ntargets: [{period: 2026-06, value: 9}]", "", "2026-06-30", ["6/2026"]),
        ("lag: 4\ntargets: [{period: 2026-T2, value: 9}]", "", "2026-06-30", []),
        (
            "lag: 4\ntargets: [{period: 2026-T2, value: 9}]",
            "reporting: {periods: [T2, year]}",
            "2026-06-30",
            ["January–August 2026"],
        ),
        ("lag: 18", "", "2026-06-30", ["2026"]),  # a range, every year
        ("lag: 999999999\ntargets: [{period: 2026, value: 9}]", "", "2026-06-30", ["2026"]),
    ],
)
def test_figures_are_out_when_the_report_needs_them(keys: str, about: str, on: str, expected: list[str]) -> None:
    better = "better: up" if "targets" in keys else "better: {min: 1, max: 2}"
    files = {
        "indicators/i.yaml": f"name: I\n{WHOLE}\n{better}\n{keys}",
        "strategy.yaml": f"title: S\nlanguages: [fi]\n{about}",
    }
    told = [f for f in found(files, date.fromisoformat(on)) if f.rule == "published-after-report"]
    assert [Messages("en").write(f.args["period"]) for f in told] == expected


YEARS = (
    "better: up\nbaseline: {period: 2023, value: 61}\ntargets: [{period: 2025, value: 65}, {period: 2029, value: 70}]"
)


@pytest.mark.parametrize(
    ("goal", "keys", "on", "expected"),
    [
        ("", f"{YEARS}\nvalues: {{2024: 62}}", "2026-06-30", ["value"]),
        ("", f"{YEARS}\nvalues: {{2024: 62}}", "2026-01-30", []),  # within the days of grace
        ("", f"{YEARS}\nvalues: {{2024: 62}}", "2026-01-31", ["value"]),
        ("", f"{YEARS}\nlag: 18\nvalues: {{2024: 62}}", "2026-03-31", []),  # the accounts are not due
        ("", f"{YEARS}\nlag: 18\nvalues: {{2024: 62}}", "2026-04-01", ["value"]),
        ("", f"{YEARS}\nvalues: {{2025: 62}}", "2026-06-30", []),
        ("", f"{YEARS}\nvalues: {{2024: 62}}", "2027-06-30", ["value"]),  # against the target computed for 2026
        ("", f"{YEARS}\nvalues: {{2026: 67}}", "2027-06-30", []),  # the year before last is history
        ("", f"{YEARS}\nvalues: {{2029: 67}}", "2031-06-30", ["value"]),  # the last target stays in force
        ("", "better: up\nbaseline: {period: 2025, value: 1}\ntargets: [{period: 2029, value: 9}]", "2026-06-30", []),
        ("", "better: {min: 1, max: 2}\nvalues: {2024: 1}", "2026-06-30", ["value"]),
        (
            "\nroll_up: judged\njudgements: [{period: 2024, class: partly, reason: R, by: o}]",
            "",
            "2026-06-30",
            ["judgement"],
        ),
        ("", "better: up\ntargets: [{period: 2025, value: 65}]\nvalues: {2025: 60}", "2026-06-30", [""]),  # no baseline
        ("", "type: text\ntargets: [{period: 2025, value: Good}]\nvalues: {2025: Fair}", "2026-06-30", [""]),
        ("\nroll_up: judged", f"{YEARS}\nvalues: {{2024: 62}}", "2026-06-30", ["judgement"]),
        (
            "\njudgements: [{period: 2025, class: partly, reason: R, by: o}]",
            f"{YEARS}\nvalues: {{2024: 62}}",
            "2026-06-30",
            [],
        ),
        (
            "\njudgements: [{period: 2025, class: cannot, reason: R, by: o}]",
            f"{YEARS}\nvalues: {{2024: 62}}",
            "2026-06-30",
            [],
        ),
        ("\nfrom: 2026-01-01", f"{YEARS}\nvalues: {{2024: 62}}", "2026-06-30", []),
        ("\nuntil: 2025-06-30", f"{YEARS}\nvalues: {{2024: 62}}", "2026-06-30", []),
        ("\nuntil: 2025-12-31", f"{YEARS}\nvalues: {{2024: 62}}", "2026-06-30", ["value"]),
    ],
)
def test_a_binding_goal_can_be_assessed_when_the_year_closes(
    goal: str, keys: str, on: str, expected: list[str]
) -> None:
    files = {"goals/g.yaml": f"name: G\nbinding: true{goal}", "indicators/i.yaml": f"name: I\n{WHOLE}\n{keys}"}
    told = [f for f in found(files, date.fromisoformat(on)) if f.rule == "binding-goal-not-assessable"]
    assert [f.problem or "" for f in told] == expected
    assert [f.args["day"] for f in told] == [date(int(on[:4]) - 1, 12, 31)] * len(told)


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ("better: down\nbaseline: {period: 2024, value: 12000}\ntargets: [{period: 2029, value: 65}]", ["count 7"]),
        ("better: up\nvalues: {2024: 65, 2025: 66}\ntargets: [{period: 2029, value: 2600}]", ["count 8"]),
        ("better: up\nvalues: {2024: 65, 2025: 66}\ntargets: [{period: 2029, value: 130}]", []),
        # an error of the lowest profile, target-against-direction, tells this already
        ("better: up\nbaseline: {period: 2024, value: 12000}\ntargets: [{period: 2029, value: 65}]", []),
    ],
)
def test_a_count_is_no_share(figures: str, expected: list[str]) -> None:
    told = found({"indicators/i.yaml": f'name: I\ngoal: g\nwhy: W\nunit: "%"\nkind: result\n{figures}'})
    assert [f"{f.problem} {f.span.line}" for f in told if f.rule == "figures-not-comparable"] == expected


def test_one_figure_of_its_own_date_does_not_hide_the_others() -> None:
    files = {
        "goals/g.yaml": "name: G\nbinding: true",
        "indicators/i.yaml": f"name: I\n{WHOLE}\n{YEARS}\nvalues: {{2024: 62}}",
        "indicators/j.yaml": f"name: J\n{WHOLE}\n{YEARS}\nvalues: {{2024: 62}}".replace(
            "{period: 2025, value: 65}, ", ""
        ),
    }
    (told,) = [f for f in found(files) if f.rule == "binding-goal-not-assessable"]
    assert Messages("en").finding(told).endswith("because values are missing: I, J.")


@pytest.mark.parametrize(("year", "expected"), [(2024, ["judgement"]), (2025, [])])
def test_a_goal_that_was_judged_is_judged_again(year: int, expected: list[str]) -> None:
    goal = f"name: G\nbinding: true\njudgements: [{{period: {year}, class: attained, reason: R, by: o}}]"
    told = [f for f in found({"goals/g.yaml": goal}) if f.rule == "binding-goal-not-assessable"]
    assert [f.problem for f in told] == expected


def test_a_binding_aim_counts_only_where_there_are_no_goals_as_in_the_accounts() -> None:
    files = {
        "goals/g.yaml": "name: G\nbinding: true\nlevel: aim",
        "indicators/i.yaml": f"name: I\n{WHOLE}\n{YEARS}\nvalues: {{2024: 62}}",
    }
    assert [f.rule for f in found(files)].count("binding-goal-not-assessable") == 1
    assert [f for f in found({**files, "goals/h.yaml": "name: H"}) if f.rule == "binding-goal-not-assessable"] == []


def test_a_binding_goal_is_assessed_with_the_goals_below_it() -> None:
    files = {
        "goals/g.yaml": "name: G\nbinding: true",
        "goals/h.yaml": "name: H\nparent: g",
        "indicators/i.yaml": f"name: I\n{WHOLE}\n{YEARS}\nvalues: {{2024: 62}}".replace("goal: g", "goal: h"),
        "indicators/j.yaml": f"name: J\n{WHOLE}\n{YEARS}\nvalues: {{2025: 66}}",
    }
    (told,) = [f for f in found(files) if f.rule == "binding-goal-not-assessable"]
    assert Messages("fi").finding(told).endswith("koska arvoja puuttuu: I.")
    files["indicators/j.yaml"] = files["indicators/j.yaml"].replace(
        "2025: 66", "2025: 60"
    )  # not attained, whatever I is
    assert [f for f in found(files) if f.rule == "binding-goal-not-assessable"] == []


def test_nothing_of_a_replaced_strategy_is_asked_for() -> None:
    about = "title: S\nlanguages: [fi]\nstatus: replaced\nperiod: {from: 2020-01-01}"
    keys = f"goal: g\n{YEARS}\nvalues: {{2020: 0.6}}\ntype: rank"
    assert of_indicator(keys, files={"strategy.yaml": about, "goals/g.yaml": "name: G\nbinding: true"}) == []


@pytest.mark.parametrize("begin", ["0001-01-01", "0500-01-01", "9000-01-01", "9999-12-31"])
@pytest.mark.parametrize("on", [date.min, date(2, 1, 1), ON, date(8000, 12, 31), date.max])
def test_no_date_runs_past_the_calendar(begin: str, on: date) -> None:
    goal = f"name: G\nbinding: true\nroll_up: judged\nfrom: {begin}"
    keys = "better: up\ntargets: [{period: 2999, value: 1e999}]\nvalues: {1000: 1e-999}\nlag: 999999999"
    about = "title: S\nlanguages: [fi]\nreporting: {grace_days: 999999999}"
    files = {
        "strategy.yaml": about,
        "goals/g.yaml": goal,
        "goals/h.yaml": goal,
        "indicators/i.yaml": f"name: I\n{WHOLE}",
    }
    assert isinstance(found(files, on), list)
    assert isinstance(found({**files, "indicators/i.yaml": f"name: I\n{WHOLE}\n{keys}"}, on), list)
    ranged = f"name: I\n{WHOLE}\nbetter: {{min: 1, max: 2}}\nlag: 999999999"
    assert isinstance(found({**files, "indicators/i.yaml": ranged}, on), list)
