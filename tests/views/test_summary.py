"""The summary: one page whatever the strategy's size, the gravest first, and the rest counted."""

from decimal import Decimal
from fractions import Fraction

from making import day, strategy

from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.parts.pending import Need
from strategy_cli.views.reports import made
from strategy_cli.views.summary import SummaryReport

BEHIND = "better: up, baseline: {period: 2024, value: 0}, targets: [{period: 2025, value: 10}], values: {2025: 1}"
ABOUT = {"strategy.yaml": "{title: S, reporting: {grace_days: 365}}"}


def summary(files: dict[str, str]) -> SummaryReport:
    found = made("summary", Basis(strategy({**ABOUT, **files}), day("2026-06-30"), year=2026)).view
    assert isinstance(found, SummaryReport)
    return found


def test_at_most_five_things_need_attention_binding_goals_first_and_the_rest_are_counted() -> None:
    files = {f"goals/g{n}.yaml": f"{{name: G{n}, binding: {'true' if n == 3 else 'false'}}}" for n in range(4)}
    files |= {f"indicators/i{n}.yaml": f"{{name: I, goal: g{n}, {BEHIND}}}" for n in range(4)}
    files |= {
        f"projects/p{n}.yaml": f"{{name: P{n}, status: started, updates: [{{period: 2026-T1, status: off-track}}], "
        "milestones: [{name: M, due: 2026-01-31}]}"
        for n in range(2)
    }
    found = summary(files)
    assert [one.id for one in found.attention.binding] == ["g3"]
    assert [one.id for one in found.attention.goals] == ["g0", "g1", "g2"]
    assert [card.id for card in found.attention.projects] == ["p0"]
    assert found.attention.late == ()
    assert found.more == {"projects": 1, "late": 2}


def test_an_aim_on_track_by_a_mean_tells_of_the_binding_goal_below_it_that_is_behind() -> None:
    files = {
        "goals/a.yaml": "{name: Aim, level: aim, roll_up: mean}",
        "goals/b.yaml": "{name: B, parent: a, binding: true}",
        "goals/c.yaml": "{name: C, parent: a}",
        "indicators/i.yaml": f"{{name: I, goal: b, {BEHIND}}}",
        "indicators/j.yaml": f"{{name: J, goal: c, {BEHIND.replace('2025: 1}', '2025: 30}')}}}",
    }
    (line,) = summary(files).aims
    assert (line.assessment.standing, line.way, [one.id for one in line.behind]) == ("attained", "mean", ["b"])


def test_an_aims_way_is_judged_when_a_person_gave_its_class() -> None:
    judged = "[{period: 2025, class: attained, reason: R, by: o}]"
    files = {"goals/a.yaml": f"{{name: Aim, level: aim, roll_up: mean, judgements: {judged}}}"}
    (line,) = summary({**files, "owners/o.yaml": "title: O"}).aims
    assert line.way == "judged"


def test_an_aims_line_counts_the_goals_within_it_at_any_depth() -> None:
    files = {
        "goals/a.yaml": '{name: Aim, level: aim, number: "1"}',
        "goals/b.yaml": "{name: B, parent: a}",
        "goals/c.yaml": "{name: C, parent: b}",
        "goals/d.yaml": "{name: Elsewhere}",
    }
    (line,) = summary(files).aims
    assert (line.number, line.goals.all) == ("1", 2)


def test_of_many_aims_eight_are_shown_and_the_rest_counted() -> None:
    found = summary({f"goals/a{n}.yaml": "{name: Aim, level: aim}" for n in range(11)})
    assert (len(found.aims), found.more_aims) == (8, 3)


def test_what_waits_for_a_decision_is_named() -> None:
    files = {
        "projects/a.yaml": "{name: A, status: proposed, owner: o, money: [{year: 2027, asked: 100}]}",
        "projects/b.yaml": "{name: B, status: paused, owner: o, money: [{year: 2027, asked: 50, granted: 20}]}",
        "projects/c.yaml": "{name: C, status: closed, money: [{year: 2026, granted: 10, used: 4}]}",
        "owners/o.yaml": "title: O",
    }
    found = summary(files)
    waiting = {need: [project.id for project in projects] for need, projects in found.waiting}
    assert waiting == {Need.APPROVE: ["a"], Need.HANDLE: ["b"], Need.RESUME: ["b"]}
    assert found.asked is not None
    assert (found.asked.year, found.asked.projects, found.asked.euros) == (2027, 2, Decimal(130))
    assert found.money is not None
    assert (found.money.year, found.money.sums.granted, found.money.share) == (2026, Decimal(10), Fraction(2, 5))


def test_an_empty_strategy_has_a_summary_too() -> None:
    found = summary({})
    assert (found.aims, found.more, found.money, found.waiting, found.asked) == ((), {}, None, (), None)
