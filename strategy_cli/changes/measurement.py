"""Measurement: which way ranges, tolerances and roll-ups were moved, and the standing of values."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from strategy_cli.changes.compare import Fact
from strategy_cli.measuring.indicator import TOLERANCE
from strategy_cli.measuring.rollup import DEFAULT
from strategy_cli.model.indicator import Range

# From the strictest: all parts must be attained, a partly attained one shows, the others make up for it.
_STRICTEST_FIRST = ("all", "worst", "mean")


def better(fact: Fact) -> str:
    """Tell whether a range was widened (asks for less) or narrowed; anything else is another direction."""
    before, after = fact.before, fact.after
    if not (isinstance(before, Range) and isinstance(after, Range)):
        return fact.action
    if after.min <= before.min and before.max <= after.max:
        return "widened"
    return "narrowed" if before.min <= after.min and after.max <= before.max else "changed"


def preliminary(fact: Fact) -> str:
    """Tell whether a value became final or lost that standing."""
    return "confirmed" if fact.before else "unconfirmed"


def tolerance(fact: Fact) -> str:
    """Tell whether the tolerance was widened or narrowed; where none is given, the program's own holds."""
    before, after = (Decimal(TOLERANCE if side is None else side) for side in (fact.before, fact.after))
    return fact.action if before == after else "widened" if after > before else "narrowed"


def default_roll_up(fact: Fact) -> str:
    """Tell which way the default roll-up was moved; where none is given, the program's own holds."""
    return _roll_up(fact, fact.before or DEFAULT, fact.after or DEFAULT)


def roll_up(fact: Fact) -> str:
    """Tell which way a goal's roll-up was moved; a person's judgement is neither stricter nor laxer."""
    return _roll_up(fact, fact.before, fact.after)


def _roll_up(fact: Fact, before: str | None, after: str | None) -> str:
    if before == after or before not in _STRICTEST_FIRST or after not in _STRICTEST_FIRST:
        return fact.action
    laxer = _STRICTEST_FIRST.index(after) > _STRICTEST_FIRST.index(before)
    return "loosened" if laxer else "tightened"


ACTIONS: Mapping[str, Callable[[Fact], str]] = {
    "indicator.better": better,
    "indicator.values.preliminary": preliminary,
    "goal.roll_up": roll_up,
    "strategy.defaults.roll_up": default_roll_up,
    "strategy.defaults.tolerance": tolerance,
}
