"""Rules of succession: work passes on without a gap, and no body is left without the units that it was for."""

from collections.abc import Iterator
from datetime import date, timedelta

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.succession import Holder, Succession, holders
from strategy_cli.model.unit import Unit
from strategy_cli.ref import Ref
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy
from strategy_cli.terms import is_over


@rule(Level.WARNING, "managed")
def succession_gap(strategy: Strategy, on: date) -> Iterator[Finding]:
    """Who goes on with the work of a unit, a body or a post begins only some time after it ends, or ended before it.

    In Rovaniemi the strategy stood still between holders of its coordinating post (2025): in a gap nobody answers.
    A gap that is past is history.

    Bad:
        owners/coordinators.yaml:
            - {id: planner, title: Planner, until: 2026-12-31}
            - id: coordinator
              title: Coordinator
              continues: [planner]
              from: 2027-03-01  # here

    Good:
        owners/coordinators.yaml:
            - {id: planner, title: Planner, until: 2026-12-31}
            - id: coordinator
              title: Coordinator
              continues: [planner]
              from: 2027-01-01
    """
    succession = Succession(strategy)
    for holder in holders(strategy):
        if holder.until is not None and holder.until < date.max:
            yield from _late(succession, holder, holder.until, on)
            if isinstance(holder, Unit):
                yield from _gone(strategy, holder, holder.until)


def _late(succession: Succession, holder: Holder, until: date, on: date) -> Iterator[Finding]:
    """Tell of a gap to come, by whoever begins first after it."""
    free = until + timedelta(days=1)
    followers = (one for one in succession.next_to(holder) if one.until is None or one.until > until)
    first = min(followers, key=lambda one: one.from_ or date.min, default=None)
    if first is not None and first.from_ is not None and first.from_ > max(free, on):
        days = (first.from_ - free).days
        gap = {"until": until, "begin": first.from_, "days": days}
        args = {"name": first.label, "holder": holder.label, "id": holder.id, **gap}
        yield Finding("succession-gap", succession.strategy.where(first.ref, "from"), first.ref, ("from",), args)


def _gone(strategy: Strategy, unit: Unit, until: date) -> Iterator[Finding]:
    for number, one in enumerate(unit.successors):
        heir = strategy.units.get(one)
        if heir is not None and heir.until is not None and heir.until <= until and heir.id != unit.id:
            key = ("successors", number)
            args = {"name": heir.name, "holder": unit.name, "until": until, "end": heir.until}
            yield Finding("succession-gap", strategy.where(unit.ref, *key), unit.ref, key, args, "ended")


@rule(Level.WARNING, "managed")
def body_left_behind(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A body goes on, but every unit that belonged to it has ended.

    When basic social services left the cities at the turn of 2023, their boards lost what they were for. A body that
    another body reports to still has work.

    Bad:
        bodies/social-board.yaml:
            name: Social board  # here
            kind: board
        units/social-services.yaml: {name: Social services, body: social-board, until: 2022-12-31}

    Good:
        bodies/social-board.yaml: {name: Social board, kind: board, until: 2022-12-31}
        units/social-services.yaml: {name: Social services, body: social-board, until: 2022-12-31}
    """
    succession = Succession(strategy)
    for body in strategy.bodies.values():
        units = [one for one in strategy.users(body.ref, "unit", "body") if isinstance(one, Unit)]
        last = max((unit.until or date.max for unit in units), default=date.max)
        if last == date.max or is_over(body, strategy, on) or (body.until is not None and body.until <= last):
            continue
        if not strategy.users(body.ref, "body", "reports_to") and not _handed_on(succession, units, body.ref, last):
            names = tuple(unit.name for unit in units)
            args = {"name": body.name, "units": names, "until": last, "id": body.id}
            yield Finding(
                "body-left-behind", strategy.where(body.ref, "until", on_key=True), body.ref, ("until",), args
            )


def _handed_on(succession: Succession, units: list[Unit], body: Ref, last: date) -> bool:
    """Tell whether those that go on with the units' work say no other body than theirs."""
    heirs = (heir for unit in units for heir in succession.heirs(unit, last))
    return any(isinstance(heir, Unit) and heir.body in (None, body.id) for heir in heirs)
