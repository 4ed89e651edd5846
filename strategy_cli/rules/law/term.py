"""Rules of the council's term: the strategy is reviewed at least once in it."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.mandates import of_strategy
from strategy_cli.measuring.matters import later
from strategy_cli.model.entity import Term
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy

_YEARS = 4
_LAST_YEAR = 365
_AN_ELECTION = 2025  # terms begin on 1 June of the year of municipal elections (Local Government Act 410/2015, 15 §)


@rule(Level.WARNING, "managed")
def strategy_not_reviewed(strategy: Strategy, on: date) -> Iterator[Finding]:
    """The council's term is in its last year, or over, and the council has not reviewed the strategy in it.

    The strategy is reviewed at least once in a council's term (Local Government Act 410/2015, 37 § 3). A decision of
    the council counts when it approved the strategy in this term, concerns it or stands under ``reviewed``. Asked of
    a strategy in force when ``strategy.yaml`` says ``law: fi`` and gives ``council_term``.

    Bad:
        strategy.yaml:
            title: Strategy
            status: in-force
            law: fi
            council_term: {from: 2022-06-01, until: 2027-05-31}
            decision: council-2022-03-28-9
            reviewed: []  # here
        decisions/council-2022-03-28-9.yaml: {title: Strategy, body: council, date: 2022-03-28}
        bodies/council.yaml: {name: Council, kind: council}

    Good:
        strategy.yaml:
            title: Strategy
            status: in-force
            law: fi
            council_term: {from: 2022-06-01, until: 2027-05-31}
            decision: council-2022-03-28-9
            reviewed: [council-2024-06-10-40]
        decisions/council-2022-03-28-9.yaml: {title: Strategy, body: council, date: 2022-03-28}
        decisions/council-2024-06-10-40.yaml: {title: Review of the strategy, body: council, date: 2024-06-10}
        bodies/council.yaml: {name: Council, kind: council}
    """
    about, term = strategy.about, strategy.about.council_term
    if not _asked(strategy) or term.until is None or on <= later(term.until, -_LAST_YEAR):
        return
    if not _reviewed(strategy, term, on):
        problem = "over" if term.until < on else None
        span, args = strategy.where(about.ref, "reviewed"), {"name": about.title, "until": term.until}
        yield Finding("strategy-not-reviewed", span, about.ref, ("reviewed",), args, problem)


@rule(Level.WARNING, "managed")
def council_term_unknown(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A strategy in force does not give the council's term, or gives one that is over.

    Without the term nobody can tell whether the strategy has been reviewed in it (Local Government Act 410/2015,
    37 § 3). A term begins on 1 June of the year of municipal elections (15 §). Asked when ``strategy.yaml`` says
    ``law: fi``.

    Bad:
        strategy.yaml:
            title: Strategy  # here
            status: in-force
            law: fi

    Good:
        strategy.yaml:
            title: Strategy
            status: in-force
            law: fi
            council_term: {from: 2025-06-01, until: 2029-05-31}
            reviewed: []
    """
    about, term = strategy.about, strategy.about.council_term
    if not _asked(strategy):
        return
    begin, end = _term_of(on)
    args = {"name": about.title, "begin": begin, "end": end}
    if term.until is None:
        span = strategy.where(about.ref, "council_term")
        yield Finding("council-term-unknown", span, about.ref, ("council_term",), args)
    elif term.until < on and _reviewed(strategy, term, on):  # if not, the review itself is what is missing
        span = strategy.where(about.ref, "council_term", "until")
        more = {**args, "until": term.until}
        yield Finding("council-term-unknown", span, about.ref, ("council_term", "until"), more, "over")


def _asked(strategy: Strategy) -> bool:
    return strategy.about.law == "fi" and strategy.about.status == "in-force"


def _reviewed(strategy: Strategy, term: Term, on: date) -> bool:
    last = min(term.until or on, on)
    return any((term.from_ or date.min) <= d.date <= last for d in of_strategy(strategy))


def _term_of(on: date) -> tuple[date, date]:
    """Give the first and last day of the council's term that a day is in."""
    first = max(on.year - (on < date(on.year, 6, 1)), date.min.year + _YEARS)
    first -= (first - _AN_ELECTION) % _YEARS
    return date(first, 6, 1), date(min(first + _YEARS, date.max.year), 5, 31)
