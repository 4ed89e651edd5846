"""Attention: binding goals that are not on track first, spending over what was granted too."""

from making import day, strategy

from strategy_cli.measuring.standing import Reason
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.parts.attention import Attention, attention
from strategy_cli.views.parts.projects import cards

ABOUT = {"strategy.yaml": "{title: S, reporting: {grace_days: 365}}"}


def found(files: dict[str, str]) -> Attention:
    basis = Basis(strategy({**ABOUT, **files}), day("2026-06-30"), year=2026)
    return attention(basis, cards(basis))


def _goal(name: str, value: int | None, *, binding: bool) -> dict[str, str]:
    values = "" if value is None else f", values: {{2025: {value}}}"
    targets = "baseline: {period: 2024, value: 0}, targets: [{period: 2025, value: 10}]"
    return {
        f"goals/{name}.yaml": f"{{name: {name}, binding: {str(binding).lower()}}}",
        f"indicators/{name}.yaml": f"{{name: I, goal: {name}, better: up, {targets}{values}}}",
    }


def test_binding_goals_at_risk_and_those_that_cannot_be_assessed_are_there_the_worst_first() -> None:
    about = {"strategy.yaml": "{title: S, reporting: {grace_days: 365}, defaults: {roll_up: worst}}"}
    files = {**about, **_goal("a", None, binding=True), **_goal("b", 6, binding=True), **_goal("c", 1, binding=True)}
    files |= {**_goal("d", 10, binding=True), **_goal("e", None, binding=False), **_goal("f", 6, binding=False)}
    told = found({**files, **_goal("g", 1, binding=False)})
    assert [(one.id, str(one.standing), one.reason) for one in told.binding] == [
        ("c", "not-attained", None),
        ("b", "partly", None),
        ("a", "cannot", Reason.NO_VALUE),
    ]
    assert [one.id for one in told.goals] == ["g"]


def test_a_binding_goal_that_has_ended_needs_no_attention() -> None:
    assert not found({"goals/a.yaml": "{name: A, binding: true, until: 2025-12-31}"})


def test_spending_over_what_was_granted_is_there_and_comes_before_late_milestones() -> None:
    money = "money: [{year: 2026, granted: 100, used: 130}], milestones: [{name: M, due: 2026-01-31}]"
    told = found({"projects/p.yaml": f"{{name: P, status: started, {money}}}"})
    assert [(card.id, over.year, int(over.over)) for card, over in told.overruns] == [("p", 2026, 30)]
    first = told.first(1)
    assert (first.counts(), told.after(first)) == (
        {"binding": 0, "goals": 0, "projects": 0, "overruns": 1, "late": 0},
        {"late": 1},
    )
