"""Rules of the record: a decision has what it is found by, stands once, and was made by a body that was there."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.model.decision import Decision
from strategy_cli.rules.decisions.form import section
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy

_WITH_MINUTES = frozenset({"council", "board", "committee", "audit"})


@rule(Level.WARNING, "managed")
def decision_without_section(strategy: Strategy) -> Iterator[Finding]:
    """A decision of a council, board, committee or audit committee has no section.

    The section, with the body and the day, is how a decision is found in the minutes (Kemi city board 25.9.2023
    § 292). Groups of officials and influence bodies need none, nor does an evening session that handled a matter
    without deciding: it has no kind either.

    Bad:
        decisions/board-2023-09-25-292.yaml:
            title: Strategy  # here
            body: board
            date: 2023-09-25
            case_number: 691/00.01.02/2021
        bodies/board.yaml: {name: City board, kind: board}

    Good:
        decisions/board-2023-09-25-292.yaml:
            title: Strategy
            body: board
            date: 2023-09-25
            section: § 292
            case_number: 691/00.01.02/2021
        bodies/board.yaml: {name: City board, kind: board}
    """
    for one in strategy.decisions.values():
        if one.section is None and (one.sort or one.case_number) and _has_minutes(strategy, one):
            problem = "nor-case-number" if one.case_number is None else None
            yield _missing("decision-without-section", strategy, one, "section", problem)


@rule(Level.INFO, "managed")
def decision_without_case_number(strategy: Strategy) -> Iterator[Finding]:
    """A decision of a council, board, committee or audit committee has a section, but no case number.

    The case number ties together the decisions of one case in several bodies (Kemi 691/00.01.02/2021); a heading such
    as "Kaupunginhallitus 25.09.2023 § 292" often lacks it, while another of the same case has it.

    Bad:
        decisions/board-2023-09-25-292.yaml:
            title: Strategy  # here
            body: board
            date: 2023-09-25
            section: § 292
        bodies/board.yaml: {name: City board, kind: board}

    Good:
        decisions/board-2023-09-25-292.yaml:
            title: Strategy
            body: board
            date: 2023-09-25
            section: § 292
            case_number: 691/00.01.02/2021
        bodies/board.yaml: {name: City board, kind: board}
    """
    for one in strategy.decisions.values():
        if one.case_number is None and one.section is not None and _has_minutes(strategy, one):
            yield _missing("decision-without-case-number", strategy, one, "case_number", None)


@rule(Level.WARNING, "managed")
def decision_recorded_twice(strategy: Strategy) -> Iterator[Finding]:
    """Two decisions are of the same body, year and section.

    A body numbers its sections through the year, so that one is one decision (Kemi city board 25.9.2023 § 292). Written
    twice, the two will differ sooner or later; on two days, the number or the day of one of them is mistyped.

    Bad:
        decisions/city-board-292.yaml: {title: Strategy, body: board, date: 2023-09-25, section: § 292}
        decisions/strategy-draft.yaml:
            title: Draft of the strategy
            body: board
            date: 2023-09-25
            section: § 292  # here
        bodies/board.yaml: {name: City board, kind: board}

    Good:
        decisions/city-board-292.yaml:
            title: Draft of the strategy
            body: board
            date: 2023-09-25
            section: § 292
            concerns: [strategy/strategy, goal/everyday-life]
        bodies/board.yaml: {name: City board, kind: board}
    """
    first: dict[tuple[str, int, str], Decision] = {}
    for one in strategy.decisions.values():
        if one.section is not None:
            other = first.setdefault((one.body, one.date.year, section(one.section) or one.section), one)
            if other is not one:
                args = {"name": one.title, "day": one.date, "other": other.title, "id": other.id, "earlier": other.date}
                span = strategy.where(one.ref, "section")
                problem = "same-year" if one.date != other.date else None
                yield Finding("decision-recorded-twice", span, one.ref, ("section",), args, problem)


@rule(Level.WARNING, "managed")
def decision_in_future(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A decision is dated after the day of the check.

    What has not been decided yet is no decision: a report would cite it as one. Most often the year is mistyped.

    Bad:
        decisions/board-2062-09-25-292.yaml:
            title: Strategy
            body: board
            date: 2062-09-25  # here
        bodies/board.yaml: {name: City board, kind: board}

    Good:
        decisions/board-2025-09-25-292.yaml:
            title: Strategy
            body: board
            date: 2025-09-25
        bodies/board.yaml: {name: City board, kind: board}
    """
    for one in strategy.decisions.values():
        if one.date > on:
            args = {"name": one.title, "day": one.date, "on": on}
            yield Finding("decision-in-future", strategy.where(one.ref, "date"), one.ref, ("date",), args)


@rule(Level.WARNING, "managed")
def decision_before_body(strategy: Strategy) -> Iterator[Finding]:
    """A decision is dated before the body that made it began.

    Either the body or the day is not the right one. A decision dated after its body's end is told by ``body-ended``.

    Bad:
        decisions/harbour-board-2025-09-25-4.yaml:
            title: Harbour plan
            body: harbour-board
            date: 2025-09-25  # here
        bodies/harbour-board.yaml: {name: Harbour board, from: 2026-01-01}

    Good:
        decisions/harbour-board-2026-02-25-4.yaml:
            title: Harbour plan
            body: harbour-board
            date: 2026-02-25
        bodies/harbour-board.yaml: {name: Harbour board, from: 2026-01-01}
    """
    for one in strategy.decisions.values():
        body = strategy.bodies.get(one.body)
        if body is not None and body.from_ is not None and one.date < body.from_:
            args = {"name": one.title, "day": one.date, "body": body.name, "begin": body.from_}
            yield Finding("decision-before-body", strategy.where(one.ref, "date"), one.ref, ("date",), args)


def _has_minutes(strategy: Strategy, one: Decision) -> bool:
    body = strategy.bodies.get(one.body)
    return body is not None and body.sort in _WITH_MINUTES


def _missing(rule: str, strategy: Strategy, one: Decision, key: str, problem: str | None) -> Finding:
    return Finding(rule, strategy.where(one.ref, key), one.ref, (key,), {"name": one.title}, problem)
