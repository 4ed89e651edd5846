"""Commitment: which way targets, ends, binding, money and status were moved."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Literal

from strategy_cli.changes.compare import Fact
from strategy_cli.model.indicator import Indicator, Range
from strategy_cli.model.period import Period

_PHASES = ("idea", "proposed", "approved", "started", "in-practice", "closed")


def target(fact: Fact) -> str:
    """Tell whether a target asks for more or less than before, by the direction or the range in which better lies.

    Where that was moved too, both the old and the new must be heard, so that no target is lowered under its cover:
    what one says holds if the other does not gainsay it. With none in either version it cannot be told.
    """
    before, after = fact.before, fact.after
    told = [side.better for side in fact.sides if isinstance(side, Indicator)]
    if not (isinstance(before, Decimal) and isinstance(after, Decimal)):
        return fact.action
    gained = {_gained(better, before, after) for better in told if better} - {Decimal()}
    if None in told or not gained or min(gained) < 0 < max(gained):
        return fact.action
    return "raised" if max(gained) > 0 else "loosened"


def _gained(better: Literal["up", "down"] | Range, before: Decimal, after: Decimal) -> Decimal:
    """Give how much nearer to the better a target is than it was."""
    if isinstance(better, Range):
        return _outside(better, before) - _outside(better, after)
    return after - before if better == "up" else before - after


def _outside(within: Range, value: Decimal) -> Decimal:
    return max(within.min - value, value - within.max, Decimal())


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


def binding(fact: Fact) -> str:
    """Tell whether a goal was made binding, or released."""
    return "added" if fact.after else "removed"


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
    "strategy.period.until": moved,
    "goal.until": moved,
    "owner.until": moved,
    "goal.binding": binding,
    "project.milestones.due": moved,
    "project.period.until": moved,
    "programme.period.until": moved,
    "project.status": status,
    "project.effort": amount,
    **dict.fromkeys((f"project.money.{key}" for key in ("asked", "granted", "used", "external")), amount),
}
