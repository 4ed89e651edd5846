"""Commitment: which way targets, dates, money and status were moved."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from strategy_cli.changes.compare import Fact
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.period import Period

_PHASES = ("idea", "proposed", "approved", "started", "in-practice", "closed")


def target(fact: Fact) -> str:
    """Tell whether a target asks for more or less than before, by the direction in which better lies."""
    directions = {side.better for side in fact.sides if isinstance(side, Indicator)}
    direction = directions.pop() if len(directions) == 1 else None
    if direction not in ("up", "down") or not (isinstance(fact.before, Decimal) and isinstance(fact.after, Decimal)):
        return fact.action
    return "raised" if (fact.after > fact.before) is (direction == "up") else "loosened"


def moved(fact: Fact) -> str:
    """Tell whether a date was put off or brought forward, and whether into another year."""
    if fact.before is None or fact.after is None:
        return fact.action
    before, after = _last(fact.before), _last(fact.after)
    if before == after:  # another period with the same last day: nothing is put off
        return "advanced" if fact.after < fact.before else "postponed"
    if after > before:
        return "postponed-to-later-year" if after.year > before.year else "postponed"
    return "advanced-to-earlier-year" if after.year < before.year else "advanced"


def status(fact: Fact) -> str:
    """Tell whether a project went on, back, to a halt, or off the list."""
    before, after = fact.before, fact.after
    if "cancelled" in (before, after):
        return "cancelled" if after == "cancelled" else "revived"
    if "paused" in (before, after):
        return "paused" if after == "paused" else "resumed"
    return "advanced" if _PHASES.index(after) > _PHASES.index(before) else "moved-back"


def amount(fact: Fact) -> str:
    """Tell whether there is more or less of it."""
    if fact.before is None or fact.after is None:
        return fact.action
    return "increased" if fact.after > fact.before else "decreased"


def _last(value: date | Period) -> date:
    return value.last if isinstance(value, Period) else value


ACTIONS: Mapping[str, Callable[[Fact], str]] = {
    "indicator.targets.value": target,
    "indicator.targets.period": moved,
    "project.milestones.due": moved,
    "project.period.until": moved,
    "programme.period.until": moved,
    "project.status": status,
    "project.effort": amount,
    **dict.fromkeys((f"project.money.{key}" for key in ("asked", "granted", "used", "external")), amount),
}
