"""Figures: every figure of an indicator, with the key where it stands."""

from collections.abc import Iterator
from decimal import Decimal

from strategy_cli.document import Key
from strategy_cli.model.indicator import Indicator


def figures(indicator: Indicator) -> Iterator[tuple[Key, Decimal | str]]:
    """Go through the baseline, the targets and the values."""
    if indicator.baseline:
        yield ("baseline", "value"), indicator.baseline.value
    for number, target in enumerate(indicator.targets):
        yield ("targets", number, "value"), target.value
    for period, observation in indicator.values.items():
        yield ("values", str(period), "value"), observation.value
