"""Rules of the chain: the decisions of a case follow each other, from the board to the council."""

from collections.abc import Iterator, Mapping

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.mandates import by_case, earlier
from strategy_cli.model.decision import Decision
from strategy_cli.ref import Ref
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy

_SETTLED = ("approved", "decided")
_UNDER = ("board", "committee")
_Cases = Mapping[str, list[Decision]]


@rule(Level.WARNING, "audited")
def council_without_board(strategy: Strategy) -> Iterator[Finding]:
    """The council decided, but nothing tells that the board prepared the matter.

    The municipal board answers for preparing the council's decisions (Local Government Act 410/2015, 39 §); Kemi's
    board handled the strategy "as the one who presents it to the council" (27.11.2023 § 390). The board is found along
    ``previous`` or by the case number; the audit committee prepares its own matters (121 §).

    Bad:
        decisions/council-2025-12-15-87.yaml:
            title: Approval of the strategy
            body: council  # here
            date: 2025-12-15
            kind: decided
        bodies/council.yaml: {name: Council, kind: council}

    Good:
        decisions/council-2025-12-15-87.yaml:
            title: Approval of the strategy
            body: council
            date: 2025-12-15
            kind: decided
            previous: city-board-2025-12-01-318
        decisions/city-board-2025-12-01-318.yaml:
            title: Proposal for the strategy
            body: city-board
            date: 2025-12-01
            kind: proposed
        bodies/council.yaml: {name: Council, kind: council}
        bodies/city-board.yaml: {name: City board, kind: board, reports_to: council}
    """
    cases = by_case(strategy.decisions.values())
    for one in strategy.decisions.values():
        if one.sort in _SETTLED and _sort(strategy, one) == "council" and _followed(strategy, one):
            before = (*earlier(strategy, one), *_same_case(cases, one))
            if not any(_prepares(strategy, other) for other in before):
                others = dict.fromkeys(strategy.name(Ref("body", other.body)) for other in before)
                args = {"name": one.title, "day": one.date, "others": tuple(others)}
                span = strategy.where(one.ref, "body")
                problem = "others" if others else None
                yield Finding("council-without-board", span, one.ref, ("previous",), args, problem)


@rule(Level.WARNING, "managed")
def broken_chain(strategy: Strategy) -> Iterator[Finding]:
    """A decision does not follow the one before it in its case.

    Decisions of a case form a chain under one case number, as in Kemi 691/00.01.02/2021: city board 25.9.2023 § 292,
    city board 27.11.2023 § 390, then the council. A decision must not follow one of another case, nor one that concerns
    something else; and where the same body, or one under it, handled the case earlier, it must follow something.

    Bad:
        decisions/city-board-2023-09-25-292.yaml:
            {title: Draft, body: city-board, date: 2023-09-25, case_number: 691/00.01.02/2021}
        decisions/city-board-2023-11-27-390.yaml:
            title: Proposal to the council
            body: city-board
            date: 2023-11-27
            case_number: 961/00.01.02/2021
            previous: city-board-2023-09-25-292  # here
        bodies/city-board.yaml: {name: City board, kind: board}

    Good:
        decisions/city-board-2023-09-25-292.yaml:
            {title: Draft, body: city-board, date: 2023-09-25, case_number: 691/00.01.02/2021}
        decisions/city-board-2023-11-27-390.yaml:
            title: Proposal to the council
            body: city-board
            date: 2023-11-27
            case_number: 691/00.01.02/2021
            previous: city-board-2023-09-25-292
        bodies/city-board.yaml: {name: City board, kind: board}
    """
    cases = by_case(strategy.decisions.values())
    for one in strategy.decisions.values():
        before = strategy.decisions.get(one.previous or "")
        if before is not None and before.date <= one.date:  # else the dates are told, by dates-out-of-order
            yield from _unlike(strategy, one, before)
        elif one.previous is None and one.case_number:
            yield from _loose(strategy, cases, one)


def _unlike(strategy: Strategy, one: Decision, before: Decision) -> Iterator[Finding]:
    if one.case_number and before.case_number:
        if one.case_number != before.case_number:
            yield _broken(strategy, one, before, "case", "previous", number=one.case_number, earlier=before.case_number)
    elif one.concerns and before.concerns and not _in_common(strategy, one, before):
        yield _broken(strategy, one, before, "concerns", "previous")


def _loose(strategy: Strategy, cases: _Cases, one: Decision) -> Iterator[Finding]:
    """Tell of a decision that follows nothing, though its own body, or one under it, handled the case before it."""
    for other in reversed(list(_same_case(cases, one))):
        if other.date < one.date and one.body in _upwards(strategy, other.body):
            yield _broken(strategy, one, other, "loose", "case_number", number=one.case_number)
            return


def _broken(strategy: Strategy, one: Decision, other: Decision, problem: str, at: str, **more: str | None) -> Finding:
    args = {"name": one.title, "other": other.title, "id": other.id, "day": other.date, **more}
    return Finding("broken-chain", strategy.where(one.ref, at), one.ref, ("previous",), args, problem)


def _in_common(strategy: Strategy, one: Decision, other: Decision) -> bool:
    """Tell whether two decisions concern a same thing; the strategy is all that is in it."""
    whole = str(strategy.about.ref)
    return whole in (*one.concerns, *other.concerns) or not set(one.concerns).isdisjoint(other.concerns)


def _upwards(strategy: Strategy, body: str) -> set[str]:
    """Give a body and all those above it; a circle (an error of its own) ends where it began."""
    found: set[str] = set()
    up: str | None = body
    while up and up not in found:
        found.add(up)
        up = above.reports_to if (above := strategy.bodies.get(up)) else None
    return found


def _same_case(cases: _Cases, one: Decision) -> Iterator[Decision]:
    """Go through the other decisions of a case that were made by the day of one of them, in order of time."""
    if one.case_number:
        yield from (d for d in cases[one.case_number] if d.date <= one.date and d.id != one.id)


def _followed(strategy: Strategy, one: Decision) -> bool:
    """Tell whether the chain can be followed to its beginning; an unknown id in it is a fault of its own."""
    chain = (one, *earlier(strategy, one))
    return all(d.previous is None or d.previous in strategy.decisions for d in chain)


def _prepares(strategy: Strategy, one: Decision) -> bool:
    """Tell whether a decision is of a body that prepares the council's matters, and not of one under that body."""
    body = strategy.bodies.get(one.body)
    if body is None or body.sort in ("audit", None):
        return True
    above = strategy.bodies.get(body.reports_to or "")
    return body.sort == "board" and (above is None or above.sort not in _UNDER)


def _sort(strategy: Strategy, one: Decision) -> str | None:
    body = strategy.bodies.get(one.body)
    return body.sort if body else None
