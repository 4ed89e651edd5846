"""Rules of the organisation in time: nothing that goes on hangs on a unit or a body that has ended."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.model.body import Body
from strategy_cli.model.decision import Decision
from strategy_cli.model.entity import Entity
from strategy_cli.model.unit import Unit
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import LinkTo, Strategy
from strategy_cli.terms import ends, is_over

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
    args = {"name": name, "holder": holder.name, "until": holder.until, "successors": successors}
    return Finding(rule, span, thing.ref, link.key, args, "successors" if successors else None)
