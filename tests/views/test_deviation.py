"""The deviation report: what deviates, and what nobody has reacted to comes first."""

from pathlib import Path

import pytest
import snapshots
from folders import Files
from making import day, strategy

from strategy_cli import loading, source
from strategy_cli.commands.report import formatted
from strategy_cli.measuring.scope import Filters
from strategy_cli.messages import Messages
from strategy_cli.source import Source, Version
from strategy_cli.views.deviation import DeviationReport, Deviations
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.reports import made

SAMPLE = Path(__file__).parents[2] / "strategy_data"
WAY = "better: up, baseline: {period: 2024, value: 0}, targets: [{period: 2028, value: 100}]"
OFF = f"{{name: I, goal: g, {WAY}, values: {{2025: 0}}}}"
ON_TRACK = f"{{name: I, goal: g, {WAY}, values: {{2025: 50}}}}"
TROUBLE = "status: off-track"


def of(files: Files, filters: Filters | None = None) -> DeviationReport:
    """Make the report as of 30.9.2026."""
    basis = Basis(strategy(files), day("2026-09-30"), filters=filters or Filters())
    view = made("deviation", basis).view
    assert isinstance(view, DeviationReport)
    return view


def told(found: Deviations) -> tuple[list[str], list[str], list[str]]:
    """List the binding goals, the other goals and the projects that deviate."""
    binding, goals = ([one.part.id for one in held] for held in (found.binding, found.goals))
    return binding, goals, [one.card.id for one in found.projects]


def project(keys: str, update: str = "") -> str:
    """Write a started project of the goal ``g``, with what its update of T2 says."""
    said = f", updates: [{{period: 2026-T2, {update}}}]" if update else ""
    return f"{{name: P, status: started, {keys}{said}}}"


@pytest.mark.parametrize(("binding", "place"), [("true", 0), ("false", 1)])
def test_a_goal_behind_without_a_corrective_step_is_open(binding: str, place: int) -> None:
    found = of({"goals/g.yaml": f"{{name: G, binding: {binding}}}", "indicators/i.yaml": OFF})
    assert told(found.open)[place] == ["g"]
    assert found.answered.all == 0


def test_a_goal_on_track_does_not_deviate() -> None:
    assert of({"goals/g.yaml": "name: G", "indicators/i.yaml": ON_TRACK}).all == 0


def test_a_corrective_step_of_a_project_that_serves_the_goal_or_one_below_it_answers() -> None:
    files = {
        "goals/g.yaml": "name: G",
        "indicators/i.yaml": OFF,
        "goals/sub.yaml": "{name: S, parent: g, level: aim}",
        "projects/p.yaml": project("goals: [sub]", f"{TROUBLE}, corrective: Faster"),
    }
    found = of(files)
    assert told(found.answered) == ([], ["g"], ["p"])
    assert found.open.all == 0


def test_a_step_of_a_project_that_is_over_does_not_answer() -> None:
    said = project("goals: [g]", f"{TROUBLE}, corrective: Faster").replace("started", "closed")
    assert told(of({"goals/g.yaml": "name: G", "indicators/i.yaml": OFF, "projects/p.yaml": said}).open)[1] == ["g"]


@pytest.mark.parametrize(("corrective", "group"), [("", "open"), (", corrective: Survey", "answered")])
def test_that_a_goal_cannot_be_assessed_is_for_a_judgement_to_mend(corrective: str, group: str) -> None:
    judged = f"[{{period: 2026-T2, class: cannot, reason: No survey, by: o{corrective}}}]"
    files = {
        "owners/o.yaml": "title: O",
        "goals/g.yaml": f"{{name: G, judgements: {judged}}}",
        "projects/p.yaml": project("goals: [g]", "status: on-track, corrective: Faster"),
    }
    assert told(getattr(of(files), group)) == ([], ["g"], [])


def test_the_gravest_goal_comes_first_and_what_cannot_be_told_last() -> None:
    half = f"{{name: I, goal: half, {WAY}, values: {{2025: 15}}}}"
    files = {
        "goals/a.yaml": "name: A",
        "goals/g.yaml": "name: G",
        "goals/half.yaml": "name: H",
        "indicators/i.yaml": OFF,
        "indicators/j.yaml": half,
    }
    assert told(of(files).open)[1] == ["g", "half", "a"]


@pytest.mark.parametrize(
    ("keys", "deviates"),
    [
        ("goals: []", False),
        ("milestones: [{name: M, due: 2026-09-29}]", True),
        ("milestones: [{name: M, due: 2026-09-30}]", False),
        ("milestones: [{name: M, due: 2026-05-05, done: 2026-06-06}]", False),
        ("money: [{year: 2026, granted: 5, used: 6}]", True),
        ("money: [{year: 2026, granted: 5, used: 5}]", False),
    ],
)
def test_a_project_deviates_by_late_milestones_and_by_money(keys: str, *, deviates: bool) -> None:
    assert told(of({"projects/p.yaml": project(keys)}).open)[2] == (["p"] if deviates else [])


@pytest.mark.parametrize(("status", "deviates"), [("on-track", False), ("at-risk", True), ("off-track", True)])
def test_a_project_deviates_by_its_own_word(status: str, *, deviates: bool) -> None:
    assert told(of({"projects/p.yaml": project("goals: []", f"status: {status}")}).open)[2] == (
        ["p"] if deviates else []
    )
    assert of({"projects/p.yaml": project("goals: []", f"status: {status}").replace("started", "closed")}).all == 0


def test_projects_of_binding_goals_come_first() -> None:
    files = {
        "goals/g.yaml": "{name: G, binding: true, level: aim}",
        "projects/a.yaml": project("goals: []", TROUBLE),
        "projects/b.yaml": project("goals: [g]", TROUBLE),
    }
    assert told(of(files).open)[2] == ["b", "a"]


def test_a_goal_that_has_ended_and_an_aim_that_is_not_binding_are_no_deviations() -> None:
    files = {
        "goals/past.yaml": "{name: P, until: 2025-12-31}",
        "goals/aim.yaml": "{name: A, level: aim}",
        "goals/g.yaml": "{name: G, parent: aim}",
        "indicators/i.yaml": ON_TRACK,
    }
    assert of(files).all == 0


def test_a_filter_leaves_only_what_is_shown() -> None:
    files = {"goals/a.yaml": "name: A", "goals/b.yaml": "name: B"}
    assert told(of(files, Filters(goals=("b",))).open)[1] == ["b"]


@pytest.mark.parametrize("markup", ["html", "md"])
def test_nothing_is_said_plainly(markup: str) -> None:
    report = made("deviation", Basis(strategy({}), day("2026-09-30")))
    assert "There are no deviations." in formatted(markup, report, None, Messages("en"))


def test_the_samples_report_in_finnish() -> None:
    read = source.from_folder(SAMPLE)
    sample = loading.load(Source(read.prefix, Version(""), read.files)).strategy
    report = made("deviation", Basis(sample, day("2026-09-30")))
    snapshots.matches(formatted("md", report, None, Messages("fi")), "deviation-fi.md")
