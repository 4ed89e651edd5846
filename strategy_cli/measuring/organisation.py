"""Organisation: which units are there on a day, and to which sector a thing of a unit belongs then."""

from datetime import date

from strategy_cli.model.unit import Unit
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
