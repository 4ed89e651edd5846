"""Rules of beginnings: nothing goes on in a unit or under a body that begins only later."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.hanging import HISTORY
from strategy_cli.model.body import Body
from strategy_cli.model.entity import Entity
from strategy_cli.model.unit import Unit
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import LinkTo, Strategy
from strategy_cli.terms import waits


@rule(Level.ERROR)
def unit_not_begun(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A thing goes on in a unit that begins only later.

    Until the unit begins, nobody in it can do the work.

    Bad:
        projects/harbour.yaml:
            name: Harbour
            goals: [everyday-life]
            owner: library-director
            status: started
            unit: town-development  # here
        units/town-development.yaml: {name: Town development, from: 2027-01-01}

    Good:
        projects/harbour.yaml:
            name: Harbour
            goals: [everyday-life]
            owner: library-director
            status: approved
            period: {from: 2027-01-01}
            unit: town-development
        units/town-development.yaml: {name: Town development, from: 2027-01-01}
    """
    for unit in strategy.units.values():
        yield from _waiting("unit-not-begun", strategy, unit, on)


@rule(Level.ERROR)
def body_not_begun(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A thing goes on under a body that begins only later.

    Until the body begins, what belongs to it is on nobody's agenda.

    Bad:
        goals/harbour.yaml:
            name: Harbour
            from: 2026-01-01
            body: harbour-board  # here
        bodies/harbour-board.yaml: {name: Harbour board, from: 2027-06-01}

    Good:
        goals/harbour.yaml:
            name: Harbour
            from: 2027-06-01
            body: harbour-board
        bodies/harbour-board.yaml: {name: Harbour board, from: 2027-06-01}
    """
    for body in strategy.bodies.values():
        yield from _waiting("body-not-begun", strategy, body, on)


def _waiting(rule: str, strategy: Strategy, holder: Unit | Body, on: date) -> Iterator[Finding]:
    """Tell of what links to ``holder`` and has work to do before it begins."""
    if holder.from_ is None or holder.from_ <= on:
        return
    for link in strategy.linked_from.get(holder.ref, ()):
        thing = strategy.find(link.source)
        if thing is not None and link.key[0] not in HISTORY and waits(thing, strategy, holder.from_, on):
            yield _finding(rule, strategy, link, thing, holder)


def _finding(rule: str, strategy: Strategy, link: LinkTo, thing: Entity, holder: Unit | Body) -> Finding:
    span = strategy.where(thing.ref, *link.key)
    args = {"name": strategy.name(thing.ref), "holder": holder.name, "begin": holder.from_, "key": link.key[0]}
    return Finding(rule, span, thing.ref, link.key, args)
