"""Mandates: which decisions stand behind a thing, which of them settle it, and how a case goes on."""

import pytest
from making import strategy

from strategy_cli.measuring import mandates
from strategy_cli.ref import Ref

DECISIONS = """
- {id: proposal, title: P, body: board, date: 2025-12-01, kind: proposed, case_number: 1/2025, concerns: [goal/g]}
- {id: adopted, title: A, body: council, date: 2025-12-15, previous: proposal, case_number: 1/2025, kind: decided}
- {id: other, title: O, body: council, date: 2025-11-01, concerns: [goal/g]}
- {id: one, title: O, body: unsaid, date: 2026-01-01, previous: two}
- {id: two, title: T, body: nowhere, date: 2026-01-01, previous: one}
"""
BODIES = "- {id: council, name: C, kind: council}\n- {id: board, name: B, kind: board}\n- {id: unsaid, name: U}\n"
MADE = strategy(
    {
        "strategy.yaml": "title: S\ndecision: proposal\nreviewed: [adopted]\n",
        "decisions/all.yaml": DECISIONS,
        "bodies/all.yaml": BODIES,
        "goals/g.yaml": "name: G\n",
    }
)


def test_the_decisions_behind_a_thing_come_in_order_of_time_and_once() -> None:
    found = mandates.behind(MADE, Ref("goal", "g"), "adopted", "other", "unknown", None)
    assert [one.id for one in found] == ["other", "proposal", "adopted"]


@pytest.mark.parametrize(
    ("named", "approving"),
    [
        ((), []),  # the proposal settles nothing; the other concerns the goal, but may not have decided
        (("proposal",), []),
        (("adopted",), ["adopted"]),
        (("other", "unknown"), ["other"]),
    ],
)
def test_what_is_decided_or_named_approves_a_thing(named: tuple[str, ...], approving: list[str]) -> None:
    assert [one.id for one in mandates.approving(MADE, Ref("goal", "g"), *named)] == approving


@pytest.mark.parametrize(
    ("decision", "councils"), [("proposal", False), ("adopted", True), ("one", True), ("two", True)]
)
def test_a_body_whose_kind_is_not_known_may_be_the_council(decision: str, *, councils: bool) -> None:
    assert mandates.of_council(MADE, MADE.decisions[decision]) is councils


def test_the_strategy_rests_on_what_the_council_settled() -> None:
    assert [one.id for one in mandates.of_strategy(MADE)] == ["adopted"]


@pytest.mark.parametrize(("decision", "before"), [("adopted", ["proposal"]), ("one", ["two"]), ("other", [])])
def test_a_chain_is_followed_back_to_its_beginning_or_around_once(decision: str, before: list[str]) -> None:
    assert [one.id for one in mandates.earlier(MADE, MADE.decisions[decision])] == before


def test_a_case_holds_its_decisions_in_order() -> None:
    assert {case: [d.id for d in held] for case, held in mandates.by_case(MADE.decisions.values()).items()} == {
        "1/2025": ["proposal", "adopted"]
    }
