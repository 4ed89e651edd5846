"""The report before budget preparation: its twelve points, its links, and its parts of the whole."""

import re
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
import snapshots
from folders import Files
from making import day, strategy

from strategy_cli import loading, source
from strategy_cli.changes import compared
from strategy_cli.commands.report import formatted
from strategy_cli.measuring.scope import Filters
from strategy_cli.messages import Messages
from strategy_cli.model.entity import Term
from strategy_cli.source import Source, Version
from strategy_cli.strategy import Strategy
from strategy_cli.views.budget import BudgetReport
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.years import budget_year
from strategy_cli.views.reports import made

SAMPLE = Path(__file__).parents[2] / "strategy_data"
ON = day("2026-09-30")
# The twelve points of the mission, in the order of reading, and a word that stands under each only with content.
POINTS = (
    ("Tilannepäivä ja strategian versio", "§ 87"),
    ("Toimielinten tavoitteet ja projektit", "Kaupunginhallitus"),
    ("Projektit ja tarvittavat päätökset", "päättämättä"),
    ("Liite 1. Sitovat tavoitteet", "Ennuste koko vuodelle 2026"),
    ("Liite 2. Projektien määrärahojen muutokset", "kukin projekti kerran"),
    ("Liite 3. Mitä ei voitu arvioida, ja miksi", "Viimeisin arvo on liian vanha"),
    ("Liite 4. Toimielinten kannat", "Vanhusneuvosto"),
    ("Liite 5. Poikkihallinnolliset tavoitteet", "vastaa"),
    ("Liite 6. Konserniyhtiöiden tavoitteet", "Merilän Satama Oy"),
    ("Liite 7. Muutokset edellisestä raportista", "Uudet toteumat"),
    ("Liite 8. Mitä talousarviossa 2027 on ratkaistava", "Raha ilman tavoitetta"),
    ("Liite 9. Keneltä ei ole saatu vastausta", "Katuinsinööri"),
)


@cache
def sample() -> Strategy:
    """Read the sample, as if outside git."""
    read = source.from_folder(SAMPLE)
    return loading.load(Source(read.prefix, Version(""), read.files)).strategy


def page(markup: str, read: Strategy, language: str = "fi", filters: Filters | None = None) -> str:
    """Write the report before the budget of 2027."""
    basis = Basis(read, ON, year=2027, filters=filters or Filters())
    return formatted(markup, made("budget", basis), compared(read, read), Messages(language))


def view(files: Files) -> BudgetReport:
    """Make the contents of a report."""
    found = made("budget", Basis(strategy(files), ON, year=2027)).view
    assert isinstance(found, BudgetReport)
    return found


@pytest.mark.parametrize(("heading", "content"), POINTS)
def test_each_of_the_twelve_points_of_the_sample_has_its_heading_and_content(heading: str, content: str) -> None:
    found = re.search(rf"^(#+) {re.escape(heading)}$", page("md", sample()), re.MULTILINE)
    assert found
    under = page("md", sample())[found.end() :]
    assert content.replace("§ 87", "§\u00a087") in re.split(rf"^#{{1,{len(found[1])}}} ", under, flags=re.MULTILINE)[0]


def test_the_points_stand_in_the_same_order_on_the_page() -> None:
    headings = [
        re.sub(r"<[^>]+>", "", one) for one in re.findall(r"<h[1-6][^>]*>(.*?)</h[1-6]>", page("html", sample()))
    ]
    places = [headings.index(heading) for heading, _ in POINTS]
    assert places == sorted(places)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(bodies=("technical-board",)),
        Filters(goals=("carbon-neutral",)),
        Filters(owners=("street-engineer",)),
        Filters(bodies=("merila-port",)),
        Filters(units=("main-library",)),
    ],
    ids=str,
)
def test_ids_are_unique_and_every_link_leads_somewhere(language: str, filters: Filters) -> None:
    written = page("html", sample(), language, filters)
    ids = re.findall(r'\sid="([^"]+)"', written)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', written)) <= set(ids)


@pytest.mark.parametrize("markup", ["html", "md"])
def test_a_strategy_of_nothing_has_a_report(markup: str) -> None:
    written = page(markup, strategy({}), "en")
    for said in ("There are no binding goals.", "No views.", "Nothing to decide.", "the last report is not known"):
        assert said in written


def test_the_year_is_the_next() -> None:
    assert budget_year(ON, Term()) == 2027


def test_a_binding_goal_that_deviates_without_an_answer_is_open() -> None:
    found = view({"goals/g.yaml": "{name: G, binding: true}", "goals/h.yaml": "{name: H}"})
    [goal] = found.binding
    assert (goal.part.id, goal.deviates, goal.open) == ("g", True, True)
    assert (found.summary.deviating, found.summary.unreacted) == (1, 1)


def test_a_binding_goals_indicator_has_the_years_target_and_a_forecast_of_the_whole_year() -> None:
    keys = "goal: g, better: up, baseline: {period: 2024, value: 0}, targets: [{period: 2028, value: 40}]"
    given = f"{{name: I, {keys}, values: {{2025: 10}}, forecasts: {{2026: 18}}}}"
    [goal] = view({"goals/g.yaml": "{name: G, binding: true}", "indicators/i.yaml": given}).binding
    [line] = goal.lines
    assert line.target
    assert line.forecast
    assert (line.target.target.value, line.target.computed) == (Decimal(20), True)
    assert (line.forecast.value, line.forecast.how, line.forecast.reached) == (Decimal(18), "person", False)


@pytest.mark.parametrize(
    ("values", "short"),
    [
        ("2023: 9, 2024: 10, 2025: 10", False),
        ("2023: 0, 2024: 0, 2025: 1", True),
        ("2023: 14, 2024: 12, 2025: 10", True),
    ],
    ids=["on track", "behind", "forecast short of the year's target"],
)
def test_a_mean_does_not_hide_that_an_indicator_asks_for_a_reaction(values: str, short: bool) -> None:  # noqa: FBT001
    keys = "goal: g, better: up, baseline: {period: 2022, value: 0}, targets: [{period: 2026, value: 10}]"
    found = view(
        {
            "goals/g.yaml": "{name: G, binding: true, roll_up: mean}",
            "indicators/i.yaml": f"{{name: I, {keys}, values: {{{values}}}}}",
            "indicators/j.yaml": f"{{name: J, {keys}, values: {{2025: 40}}}}",
        }
    )
    [goal] = found.binding
    assert goal.part.measured.assessment.standing == "on-track"
    assert (goal.deviates, goal.open) == (short, short)
    assert (found.summary.deviating, found.summary.unreacted) == (short, short)


def test_the_ground_cites_the_decision_and_the_reviews_made_by_the_day() -> None:
    files = {
        "strategy.yaml": "{title: S, languages: [en], decision: d, reviewed: [r, later]}",
        "bodies/c.yaml": "name: C",
        **{
            f"decisions/{name}.yaml": f"{{title: T, body: c, date: {date}}}"
            for name, date in (("d", "2025-12-15"), ("r", "2026-06-06"), ("later", "2026-11-16"))
        },
    }
    ground = view(files).ground
    assert ground.decision
    assert ground.decision.date == day("2025-12-15")
    assert [one.date for one in ground.reviews] == [day("2026-06-06")]


@pytest.mark.parametrize(
    ("period", "outside"),
    [
        ("{}", False),
        ("{from: 2026-01-01, until: 2029-12-31}", False),
        ("{until: 2027-12-31}", False),
        ("{until: 2027-12-30}", True),
        ("{from: 2027-01-01}", False),
        ("{from: 2027-01-02}", True),
    ],
)
def test_a_strategy_that_does_not_last_the_budget_year_says_so(period: str, *, outside: bool) -> None:
    files: Files = {"strategy.yaml": f"{{title: S, languages: [en], period: {period}}}"}
    assert view(files).ground.outside is outside
    assert ("not in force in the whole of 2027" in page("html", strategy(files), "en")) is outside


@pytest.mark.parametrize("markup", ["html", "md"])
def test_indicators_without_a_goal_and_those_of_goals_that_are_not_shown_stand_apart(markup: str) -> None:
    files = {
        "owners/o.yaml": "title: O",
        "goals/g.yaml": "name: G",
        "indicators/loose.yaml": "{name: Loose one, owner: o}",
        "indicators/away.yaml": "{name: Away one, goal: g, owner: o}",
    }
    written = page(markup, strategy(files), "en", Filters(owners=("o",)))
    headings = ("Indicators without a goal", "Loose one", "Indicators whose goals are not in this report", "Away one")
    places = [written.index(words) for words in headings]
    assert places == sorted(places)


def test_goals_on_ownership_are_named_unless_they_are_a_companys_own() -> None:
    files = {
        "bodies/port.yaml": "{name: P, kind: company}",
        "goals/own.yaml": "{name: A, body: port, covers: [ownership]}",
        "goals/steer.yaml": "{name: B, covers: [ownership]}",
        "goals/theme.yaml": "{name: C, themes: [ownership]}",
        "goals/aim.yaml": "{name: D, level: aim, covers: [ownership]}",
        "goals/other.yaml": "{name: E, covers: [services]}",
    }
    assert [one.id for one in view(files).ownership] == ["steer", "theme"]


def test_sharing_is_over_every_goal_counted_and_puts_the_most_shared_first() -> None:
    files = {
        "bodies/port.yaml": "{name: P, kind: company}",
        "units/u.yaml": "{name: U, level: sector}",
        "units/v.yaml": "{name: V, level: sector}",
        "goals/alone.yaml": "{name: A, number: '1'}",
        "goals/both.yaml": "{name: B, number: '2'}",
        "goals/own.yaml": "{name: C, body: port}",
        "projects/p.yaml": "{name: P, unit: u, goals: [alone, both]}",
        "projects/q.yaml": "{name: Q, unit: v, goals: [both]}",
    }
    found = view(files).sharing
    assert found
    assert [(one.id, one.carriers) for one in found.goals] == [("both", 2), ("alone", 1), ("own", 0)]
    assert (found.carried, found.joint, found.silo, found.uncarried) == (2, 1, 1, 1)


def test_goals_stand_by_their_numbers_wherever_they_are_listed() -> None:
    money = "[{year: 2026, granted: 5}, {year: 2027, asked: 5}]"
    files = {
        "strategy.yaml": "{title: S, languages: [en], reporting: {periods: [T1, T2], grace_days: 0}}",
        "projects/p.yaml": f"{{name: P, goals: [a, b, c], money: {money}}}",
        "projects/q.yaml": f"{{name: Q, money: {money}}}",
    }
    for name, number in (("a", "10"), ("b", "2"), ("c", "1.1"), ("d", "3"), ("e", "1")):
        files[f"goals/{name}.yaml"] = f"{{name: G, number: '{number}'}}"
    for name in ("a", "b", "c"):
        keys = "better: up, baseline: {period: 2024, value: 0}, targets: [{period: 2028, value: 40}]"
        files[f"indicators/{name}.yaml"] = f"{{name: I, goal: {name}, {keys}, values: {{2026-06: 30}}}}"
    found = view(files)
    assert [one.goal and one.goal.id for one in found.appropriations.goals] == ["c", "b", "a", None]
    assert found.news
    assert [one.goal.id for one in found.news.goals] == ["c", "b", "a"]
    assert [one.indicator.id for one in found.news.values] == ["c", "b", "a"]
    assert [one.id for one in found.agenda.goals_without_project] == ["e", "d"]


def test_what_a_boards_counts_leave_out_is_told() -> None:
    files = {
        "bodies/b.yaml": "{name: B}",
        "goals/aim.yaml": "{name: A, level: aim, body: b}",
        "goals/g.yaml": "{name: G, parent: aim, body: b}",
        "goals/h.yaml": "{name: H, parent: aim, body: b, until: 2026-09-29}",
    }
    [board] = view(files).boards.boards
    assert (board.counts.all, board.uncounted) == (1, 2)
    for form in ("html", "md"):
        assert "Aims and goals that have ended are not in these counts (2)." in page(form, strategy(files), "en")


def test_news_and_silence_are_of_what_is_shown() -> None:
    about = "{title: S, languages: [en], reporting: {periods: [T1, T2], grace_days: 0}}"
    files = {
        "strategy.yaml": about,
        "goals/g.yaml": "name: G",
        "indicators/i.yaml": "{name: I, goal: g, values: {2026-06: 3, 2026-07: 4}}",
        "projects/p.yaml": "{name: P, status: started, milestones: [{name: M, due: 2026-05-05, done: 2026-06-06}]}",
    }
    found = view(files)
    assert found.news
    assert found.news.since == day("2026-04-30")
    [new] = found.news.values
    assert [str(period) for period, _ in new.values] == ["2026-06", "2026-07"]
    assert [(one.id, step.done) for one, step in found.news.milestones] == [("p", day("2026-06-06"))]
    assert [[one.id for one in owed.projects] for owed in found.silence.owed] == [["p"]]
    part = made("budget", Basis(strategy(files), ON, year=2027, filters=Filters(goals=("g",)))).view
    assert isinstance(part, BudgetReport)
    assert part.news
    assert (part.news.milestones, part.silence.things) == ((), 0)


def test_the_samples_report_in_finnish() -> None:
    report = made("budget", Basis(sample(), ON, year=2027))
    snapshots.matches(formatted("md", report, None, Messages("fi")), "budget-fi.md")
