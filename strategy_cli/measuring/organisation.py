"""Organisation: which units are there on a day, and to which sector a thing of a unit belongs then."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from strategy_cli.model.body import Body
from strategy_cli.model.unit import Unit
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy
from strategy_cli.terms import begins, is_over


def sector_of(strategy: Strategy, unit: str) -> str:
    """Climb to the unit's sector, else to the unit at the top.

    A circle of parents (an error of its own) ends where it began; an unknown unit is its own sector.
    """
    seen = {unit}
    while (found := strategy.units.get(unit)) and found.level != "sector" and found.parent and found.parent not in seen:
        unit = found.parent
        seen.add(unit)
    return unit


def in_force(strategy: Strategy, unit: Unit, on: date) -> bool:
    """Tell whether a unit is there on a day."""
    first = begins(unit)
    return (first is None or first <= on) and not is_over(unit, strategy, on)


def sectors(strategy: Strategy, on: date) -> tuple[str, ...]:
    """List the sectors that are there on a day, by id."""
    known = dict.fromkeys(sector_of(strategy, unit) for unit in strategy.units)
    return tuple(u for u in sorted(known) if u in strategy.units and in_force(strategy, strategy.units[u], on))


def sectors_now(strategy: Strategy, unit: str, on: date) -> tuple[str, ...]:
    """Name the sectors that a thing of a unit belongs to on a day: its own, or its successors' once it has ended.

    What a sector that is not there, and has no successors, has left behind belongs to none.
    """
    found: dict[str, None] = {}
    _follow(strategy, unit, on, found, set())
    return tuple(found)


def _follow(strategy: Strategy, unit: str, on: date, found: dict[str, None], seen: set[str]) -> None:
    own = strategy.units.get(unit)
    if own is None or unit in seen:
        return
    seen.add(unit)
    sector = sector_of(strategy, unit)
    heirs = own.successors if is_over(own, strategy, on) else ()
    if not heirs and in_force(strategy, strategy.units.get(sector, own), on):
        found[sector] = None
        return
    for heir in heirs or (sector,):
        _follow(strategy, heir, on, found, seen)


def carried_by(strategy: Strategy, unit: str, on: date) -> frozenset[str]:
    """Find a unit, those below it, and those that had ended by the day and whose work has passed to any of these."""
    found, waiting = {unit}, [unit]
    while waiting:
        ref = Ref("unit", waiting.pop())
        heirs_of = (u for u in strategy.users(ref, "unit", "successors") if is_over(u, strategy, on))
        for one in (*strategy.users(ref, "unit", "parent"), *heirs_of):
            if one.id not in found:
                found.add(one.id)
                waiting.append(one.id)
    return frozenset(found)


def handled_by(strategy: Strategy, unit: str) -> str | None:
    """Climb to the body that a unit, or the nearest unit above it, belongs to; None where none says."""
    seen: set[str] = set()
    name: str | None = unit
    while name and name not in seen and (found := strategy.units.get(name)):
        if found.body:
            return found.body
        seen.add(name)
        name = found.parent
    return None


def passing(strategy: Strategy, on: date) -> frozenset[Ref]:
    """Find the units and bodies that have not begun on a day, have ended or will, and the units below such a unit."""
    every: Iterator[Unit | Body] = chain(strategy.units.values(), strategy.bodies.values())
    found = {one.ref for one in every if _passes(one, on)}
    for unit in strategy.units.values():
        if any(Ref("unit", up) in found for up in upwards(strategy, unit)):
            found.add(unit.ref)
    return frozenset(found)


def _passes(one: Unit | Body, on: date) -> bool:
    return one.until is not None or (one.from_ is not None and one.from_ > on)


def upwards(strategy: Strategy, unit: Unit) -> Iterator[str]:
    """Climb from a unit to the top, without itself; a circle of parents (an error of its own) ends where it began."""
    seen = {unit.id}
    while (above := unit.parent) and above not in seen and above in strategy.units:
        yield above
        seen.add(above)
        unit = strategy.units[above]
