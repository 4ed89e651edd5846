"""Hanging: what goes on in a unit or under a body for longer than that is there, and what comes down with it."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.measuring.handover import owned
from strategy_cli.model.decision import Decision
from strategy_cli.model.entity import Entity
from strategy_cli.model.owner import Owner
from strategy_cli.model.unit import Unit
from strategy_cli.ref import Ref
from strategy_cli.strategy import LinkTo, Strategy
from strategy_cli.terms import ends, is_over

HISTORY = frozenset({"successors", "continues", "concerns", "meaning"})


def hanging(strategy: Strategy, holder: Entity, until: date, on: date) -> Iterator[tuple[LinkTo, Entity]]:
    """Find what links to ``holder`` and lasts longer than until its last day."""
    for link in strategy.linked_from.get(holder.ref, ()):
        thing = strategy.find(link.source)
        if thing is None or link.key[0] in HISTORY:
            continue
        if isinstance(thing, Decision):
            if thing.date > until:
                yield link, thing
        elif not is_over(thing, strategy, on) and _outlasts(thing, strategy, until):
            yield link, thing


def brought_down(strategy: Strategy, thing: Entity, until: date, on: date) -> dict[Ref, Entity]:
    """Gather what hangs on a thing in turn: on a unit its own, on a post what it answers for, however far down."""
    found: dict[Ref, Entity] = {}
    waiting = [thing]
    while waiting:
        for one in _next_down(strategy, waiting.pop(), until, on):
            if one.ref not in found and one.ref != thing.ref:
                found[one.ref] = one
                waiting.append(one)
    return found


def _next_down(strategy: Strategy, thing: Entity, until: date, on: date) -> Iterator[Entity]:
    if isinstance(thing, Unit):
        yield from (one for _, one in hanging(strategy, thing, until, on))
    elif isinstance(thing, Owner):
        yield from (one for one in owned(strategy, thing, on) if _outlasts(one, strategy, until))


def _outlasts(thing: Entity, strategy: Strategy, until: date) -> bool:
    end = ends(thing, strategy)
    return end is None or end > until
