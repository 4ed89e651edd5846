"""Measurement: what was done to an indicator's range and to the status of its values."""

from collections.abc import Callable, Mapping

from strategy_cli.changes.compare import Fact
from strategy_cli.model.indicator import Range


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


ACTIONS: Mapping[str, Callable[[Fact], str]] = {
    "indicator.better": better,
    "indicator.values.preliminary": preliminary,
}
