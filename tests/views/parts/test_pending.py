"""Pending: what a project needs a decision of, and the last one that was made of it."""

import pytest
from folders import Files
from making import day, strategy

from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.parts.appropriations import changes
from strategy_cli.views.parts.overruns import overruns
from strategy_cli.views.parts.pending import Need, ProjectLine, project_line
from strategy_cli.views.parts.projects import cards

BODIES = {
    "bodies/b.yaml": "{name: B, kind: board}",
    "bodies/youth.yaml": "{name: Youth, kind: influence}",
    "owners/o.yaml": "title: O",
}


def decision(kind: str, date: str = "2026-05-05", body: str = "b", concerns: str = "project/p") -> str:
    """Write a decision of the project."""
    return f"{{title: T, body: {body}, date: {date}, kind: {kind}, concerns: [{concerns}]}}"


def line(keys: str, **decisions: str) -> ProjectLine:
    """Make the line of a project as of 30.9.2026, before the budget of 2027."""
    files: Files = {**BODIES, "projects/p.yaml": f"{{name: P, {keys}}}"}
    files = {**files, **{f"decisions/{name}.yaml": text for name, text in decisions.items()}}
    basis = Basis(strategy(files), day("2026-09-30"), year=2027)
    [card] = cards(basis)
    return project_line(basis, card, changes(basis)["p"])


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        ("owner: o, status: started", []),
        ("status: started", [Need.OWNER]),
        ("owner: o, status: paused", [Need.RESUME]),
        ("owner: o, status: started, period: {until: 2026-09-29}", [Need.EXTEND]),
        ("owner: o, status: started, period: {until: 2026-09-30}", []),
        ("owner: o, status: started, review_by: 2026-09-29", [Need.REVIEW]),
        ("owner: o, status: started, review_by: 2026-09-30", []),
        ("owner: o, status: started, money: [{year: 2027, asked: 5}]", [Need.MONEY]),
        ("owner: o, status: started, money: [{year: 2027, asked: 5, granted: 5}]", []),
        ("owner: o, status: started, money: [{year: 2027, asked: 5, granted: 4}]", [Need.MONEY]),
        ("owner: o, status: started, money: [{year: 2026, granted: 5, used: 6}]", [Need.OVERRUN]),
        ("status: closed, review_by: 2020-01-01, money: [{year: 2027, asked: 5}]", []),
    ],
)
def test_what_a_handled_project_needs(keys: str, wanted: list[Need]) -> None:
    assert list(line(keys, d=decision("approved")).needs) == wanted


@pytest.mark.parametrize("phase", ["idea", "proposed"])
@pytest.mark.parametrize(
    ("kind", "date", "body", "approved"),
    [
        ("approved", "2026-05-05", "b", True),
        ("decided", "2026-09-30", "b", True),
        ("noted", "2026-05-05", "b", False),
        ("proposed", "2026-05-05", "b", False),
        ("approved", "2026-10-01", "b", False),
        ("approved", "2026-05-05", "youth", False),
    ],
)
def test_an_idea_and_a_proposal_need_an_approval(
    phase: str, kind: str, date: str, body: str, *, approved: bool
) -> None:
    found = line(f"owner: o, status: {phase}", d=decision(kind, date, body))
    assert list(found.needs) == ([] if approved else [Need.APPROVE])


def test_what_goes_on_without_any_decision_is_to_be_handled() -> None:
    assert list(line("owner: o, status: started").needs) == [Need.HANDLE]
    assert list(line("owner: o, status: started", d=decision("noted")).needs) == []


def test_the_last_decision_is_told_whether_the_project_names_it_or_it_the_project() -> None:
    own = {"a": decision("approved", "2026-05-05", concerns=""), "b": decision("noted", "2026-04-04")}
    found = line("owner: o, status: started, decisions: [a]", **own)
    assert found.handled
    assert found.handled.date == day("2026-05-05")
    assert line("owner: o, status: started").handled is None


@pytest.mark.parametrize(
    ("money", "years"),
    [
        ("{year: 2026, granted: 5, used: 5}", []),
        ("{year: 2026, used: 5}", []),
        ("{year: 2026, granted: 5}", []),
        ("{year: 2026, granted: 0, used: 1}", [(2026, 1)]),
        ("{year: 2024, granted: 5, used: 9}, {year: 2025, granted: 5, used: 7}", [(2025, 2)]),
    ],
)
def test_an_overrun_is_more_used_than_granted_this_year_or_the_last(money: str, years: list[tuple[int, int]]) -> None:
    made = strategy({"projects/p.yaml": f"{{name: P, money: [{money}]}}"}).projects["p"]
    assert [(one.year, int(one.over)) for one in overruns(made, day("2026-09-30"))] == years
