"""Rules of the organisation in time: nothing that goes on hangs on a unit or a body that has ended or not begun."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.model.body import Body
from strategy_cli.model.decision import Decision
from strategy_cli.model.entity import Entity
from strategy_cli.model.unit import Unit
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import LinkTo, Strategy
from strategy_cli.terms import ends, is_over, waits

_HISTORY = ("successors", "continues", "concerns", "meaning")


@rule(Level.ERROR)
def unit_ended(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A thing goes on in a unit that has ended, or ends before the thing does.

    When a sector leaves the municipality, everything that hung on it needs a new place or an end.

    Bad:
        projects/home-care.yaml:
            name: Home care
            goals: [everyday-life]
            owner: library-director
            status: started
            unit: social-services  # here
        units/social-services.yaml: {name: Social services, until: 2022-12-31}

    Good:
        projects/home-care.yaml:
            name: Home care
            goals: [everyday-life]
            owner: library-director
            status: closed
            unit: social-services
        units/social-services.yaml: {name: Social services, until: 2022-12-31}
    """
    for unit in strategy.units.values():
        if unit.until is not None:
            for link, thing in _hanging(strategy, unit, unit.until, on):
                names = tuple(strategy.name(strategy.units[s].ref) for s in unit.successors if s in strategy.units)
                yield _finding("unit-ended", strategy, link, thing, unit, successors=names)


@rule(Level.ERROR)
def body_ended(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A thing goes on under a body that has ended, or ends before the thing does; or it decided after its end.

    Bad:
        goals/home-care.yaml:
            name: Home care
            body: social-board  # here
        bodies/social-board.yaml: {name: Social board, until: 2022-12-31}

    Good:
        goals/home-care.yaml:
            name: Home care
            until: 2022-12-31
            body: social-board
        bodies/social-board.yaml: {name: Social board, until: 2022-12-31}
    """
    for body in strategy.bodies.values():
        if body.until is not None:
            for link, thing in _hanging(strategy, body, body.until, on):
                yield _finding("body-ended", strategy, link, thing, body)


@rule(Level.ERROR)
def unit_not_begun(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A thing goes on in a unit that begins only later.

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
        if thing is not None and link.key[0] not in _HISTORY and waits(thing, strategy, holder.from_, on):
            yield _finding(rule, strategy, link, thing, holder)


def _hanging(strategy: Strategy, holder: Entity, until: date, on: date) -> Iterator[tuple[LinkTo, Entity]]:
    """Find what links to ``holder`` and lasts longer than it."""
    for link in strategy.linked_from.get(holder.ref, ()):
        thing = strategy.find(link.source)
        if thing is None or link.key[0] in _HISTORY:
            continue
        if isinstance(thing, Decision):
            if thing.date > until:
                yield link, thing
        elif not is_over(thing, strategy, on) and _outlasts(thing, strategy, until):
            yield link, thing


def _outlasts(thing: Entity, strategy: Strategy, until: date) -> bool:
    end = ends(thing, strategy)
    return end is None or end > until


def _finding(
    rule: str,
    strategy: Strategy,
    link: LinkTo,
    thing: Entity,
    holder: Unit | Body,
    *,
    successors: tuple[object, ...] = (),
) -> Finding:
    span = strategy.where(thing.ref, *link.key)
    name = strategy.name(thing.ref)
    args = {"name": name, "holder": holder.name, "begin": holder.from_, "until": holder.until, "successors": successors}
    return Finding(rule, span, thing.ref, link.key, args, "successors" if successors else None)
