"""The year's report: classes against the year's own targets, by body, and what it says while the year is open."""

from decimal import Decimal
from fractions import Fraction

import pytest
from folders import Files
from making import day, strategy

from strategy_cli.commands.report import formatted
from strategy_cli.headline import sentences
from strategy_cli.measuring.scope import Filters
from strategy_cli.measuring.standing import Standing
from strategy_cli.messages import Messages
from strategy_cli.model.entity import Term
from strategy_cli.render import Renderer
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.years import accounting_year
from strategy_cli.views.reports import REPORTS, Report, made
from strategy_cli.views.year import YearReport

BODIES: Files = {"bodies/b.yaml": "[{id: city-board, name: City board}, {id: a-board, name: A board}]"}
WAY = "better: up, baseline: {period: 2024, value: 0}, targets: [{period: 2025, value: 10}, {period: 2029, value: 50}]"


def report(files: Files, on: str = "2025-12-31", filters: Filters | None = None, year: int = 0) -> Report:
    read = strategy({**BODIES, **files})
    basis = Basis(read, day(on), filters=filters or Filters(), year=year or accounting_year(day(on), read.about.period))
    return made("year", basis)


def view(files: Files, on: str = "2025-12-31", year: int = 0) -> YearReport:
    found = report(files, on, year=year).view
    assert isinstance(found, YearReport)
    return found


def goal(number: str, value: str | None, keys: str = "binding: true") -> dict[str, str]:
    values = f", values: {{2025: {value}}}" if value else ""
    return {
        f"goals/g{number}.yaml": f"{{name: G{number}, {keys}}}",
        f"indicators/i{number}.yaml": f"{{name: I{number}, goal: g{number}, {WAY}{values}}}",
    }


@pytest.mark.parametrize(("on", "year"), [("2026-12-31", 2026), ("2026-12-30", 2025), ("2027-02-28", 2026)])
def test_the_accounts_are_of_the_year_that_has_ended(on: str, year: int) -> None:
    assert REPORTS["year"].year(day(on), Term()) == year


@pytest.mark.parametrize(
    ("begins", "year"), [("2024-01-01", 2025), ("2025-06-01", 2025), ("2026-01-01", 2026), ("2028-01-01", 2028)]
)
def test_the_accounts_are_of_no_year_before_the_strategy_begins(begins: str, year: int) -> None:
    about = f"{{title: S, languages: [en], period: {{from: {begins}}}}}"
    read = strategy({"strategy.yaml": about})
    assert REPORTS["year"].year(day("2026-09-30"), read.about.period) == year


def test_nothing_is_asked_for_of_a_year_outside_the_strategys_period() -> None:
    for begins, silent in (("2025-01-01", True), ("2026-01-01", False)):
        about = f"{{title: S, languages: [en], period: {{from: {begins}}}}}"
        [body] = view({"strategy.yaml": about, **goal("1", "4")}, year=2025).binding.bodies
        assert [one.silent for one in body.goals] == [silent]


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2024-12-31", "The year 2025 has not begun"),
        ("2025-01-01", "The year 2025 is not over"),
        ("2025-12-31", None),
    ],
)
def test_a_year_that_is_not_over_is_said_to_be_open_or_not_begun(on: str, said: str | None) -> None:
    for form in ("html", "md"):
        written = formatted(form, report(goal("1", "4"), on, year=2025), None, Messages("en"))
        assert [one for one in ("The year 2025 has not begun", "The year 2025 is not over") if one in written] == (
            [said] if said else []
        )


@pytest.mark.parametrize(
    ("value", "standing"),
    [("10", "attained"), ("6", "partly"), ("4", "not-attained"), (None, "cannot")],
)
def test_the_four_classes_are_against_the_years_own_target(value: str | None, standing: str) -> None:
    found = report(goal("1", value, "roll_up: worst"), on="2026-03-01")
    assert found.head.result.goals.by_standing[Standing(standing)] == 1
    assert found.head.result.reached == (standing == "attained")


def test_espoos_way_counts_over_all_and_over_the_assessable() -> None:
    values = ["10"] * 29 + ["6"] * 8 + ["4"] * 23 + [None] * 9
    files: dict[str, str] = {}
    for number, value in enumerate(values):
        keys = f"roll_up: worst, binding: true, body: {'city-board' if number % 2 else 'a-board'}"
        files |= goal(str(number), value, keys)
    found = view(files)
    total = found.binding.total
    assert list(total.by_standing.values()) == [29, 8, 23, 0, 0, 0, 9]
    assert total.share(Standing.ATTAINED) == Fraction(29, 69)
    assert total.share(Standing.ATTAINED, of_assessable=True) == Fraction(29, 60)
    assert [(one.body.id, one.counts.all) for one in found.binding.bodies if one.body] == [
        ("a-board", 35),
        ("city-board", 34),
    ]
    assert found.binding.columns == (
        Standing.ATTAINED,
        Standing.PARTLY,
        Standing.NOT_ATTAINED,
        Standing.CANNOT,
    )


def test_binding_goals_come_first_and_those_of_no_body_last() -> None:
    files = {
        **goal("1", "10", "binding: true"),
        **goal("2", "10", "binding: true, body: city-board"),
        **goal("3", "10", "body: a-board"),
    }
    found = view(files)
    assert [(one.body and one.body.id, len(one.goals)) for one in found.binding.bodies] == [
        ("city-board", 1),
        (None, 1),
    ]
    assert [one.goals[0].part.id for one in found.other.bodies] == ["g3"]


def test_a_target_that_lies_on_the_path_is_marked_as_computed() -> None:
    set_, computed = "targets: [{period: 2025, value: 9}]", "targets: [{period: 2026, value: 20}]"
    start = "better: up, baseline: {period: 2024, value: 0}, values: {2025: 9}"
    found = view(
        {
            "goals/g.yaml": "{name: G}",
            "indicators/a.yaml": f"{{name: A, goal: g, {start}, {set_}}}",
            "indicators/b.yaml": f"{{name: B, goal: g, {start}, {computed}}}",
        }
    )
    (told,) = found.other.bodies[0].goals
    assert told.computed == {"b"}
    assert {row.id: row.target.value for row in told.part.indicators if row.target} == {"a": 9, "b": 10}


def test_a_goal_that_fell_short_has_its_projects_reactions_or_says_that_there_are_none() -> None:
    update = "updates: [{period: 2025-T2, status: off-track, note: Late, corrective: Hurry}]"
    files = {
        **goal("1", "0"),
        **goal("2", "0"),
        **goal("3", "10"),
        "projects/p.yaml": f"{{name: P, goals: [g1, g3], status: started, {update}}}",
    }
    goals = {one.part.id: one for group in view(files).binding.bodies for one in group.goals}
    assert [one.corrective and one.corrective.words[0][1] for one in goals["g1"].reactions] == ["Hurry"]
    assert (goals["g1"].silent, goals["g2"].silent, goals["g3"].silent) == (False, True, False)
    assert goals["g3"].reactions == ()


def test_while_the_year_is_open_the_report_says_so_and_classes_are_those_between_dates() -> None:
    read = strategy({**BODIES, **goal("1", "10"), "strategy.yaml": "{title: S, period: {from: 2025-01-01}}"})
    found = made("year", Basis(read, day("2026-06-30"), year=2026))
    assert isinstance(found.view, YearReport)
    assert not found.view.over
    assert found.head.result.goals.by_standing[Standing.ON_TRACK] == 1
    for markup in ("html", "md"):
        assert "The year 2026 is not over" in written(found, markup)
    assert "is not over" not in written(report(goal("1", "10")), "md")


def test_a_year_before_the_strategy_is_told_to_be_one() -> None:
    files = {**goal("1", "10"), "strategy.yaml": "{title: S, period: {from: 2026-01-01, until: 2029-12-31}}"}
    assert view(files, year=2025).outside
    assert not view(files, on="2026-12-31").outside


def test_the_sentence_of_indicators_is_of_the_years_target() -> None:
    said = sentences(report(goal("1", "10")).head.result, Messages("en"))
    assert "Indicators at the year’s target level: 1 of 1." in said


def test_an_earlier_value_that_is_good_enough_is_not_the_years() -> None:
    files = {
        "goals/g.yaml": "name: G",
        "indicators/i.yaml": f"{{name: I, goal: g, {WAY}, values: {{2024: 99}}}}",
    }
    assert report(files).head.result.reached == 0


def test_projects_are_those_of_the_year_with_its_money_alone() -> None:
    files = {
        "projects/ran.yaml": "{name: A, status: started, period: {from: 2024-01-01, until: 2026-01-01}, body: a-board, "
        "money: [{year: 2024, granted: 5}, {year: 2025, granted: 10, used: 4}]}",
        "projects/paid.yaml": "{name: B, status: closed, period: {until: 2024-01-01}, "
        "money: [{year: 2025, used: 1.5}]}",
        "projects/planned.yaml": "{name: C, status: proposed, money: [{year: 2025, asked: 100}]}",
        "projects/later.yaml": "{name: D, status: approved, period: {from: 2026-01-01}}",
    }
    found = report(files)
    told = found.view
    assert isinstance(told, YearReport)
    assert [card.id for card in told.projects] == ["paid", "ran"]
    assert found.head.result.projects == 2
    assert [list(card.money) for card in told.projects] == [[2025], [2025]]
    assert [(row.body and row.body.id, row.share) for row in told.money] == [("a-board", Fraction(2, 5)), (None, None)]
    assert told.total is not None
    assert (told.total.sums.granted, told.total.sums.used, told.cents) == (Decimal(10), Decimal("5.5"), True)


def test_filters_leave_only_what_was_asked_for() -> None:
    files = {**goal("1", "10", "binding: true, body: a-board"), **goal("2", "0", "binding: true, body: city-board")}
    found = report(files, filters=Filters(bodies=("a-board",)))
    assert found.head.result.goals.by_standing[Standing.ATTAINED] == found.head.result.goals.all == 1


def written(found: Report, markup: str) -> str:
    messages = Messages("en")
    context = {
        "head": found.head,
        "view": found.view,
        "changes": None,
        "sentences": sentences(found.head.result, messages),
        "version": "",
    }
    return Renderer(markup, messages).render(found.kind.name, **context)
