"""Precision: how finely an indicator's figures are given, so that computed ones claim no more."""

from decimal import Decimal
from fractions import Fraction

from strategy_cli.model.indicator import Indicator, Range


def places(indicator: Indicator) -> int:
    """Give the decimals of the indicator's finest figure: a value, a target, an edge of its range, or those it asks."""
    limits = indicator.better
    figures = [o.value for o in indicator.values.values()] + [t.value for t in indicator.targets]
    figures += [limits.min, limits.max] if isinstance(limits, Range) else []
    finest = (-int(f.as_tuple().exponent) for f in figures if isinstance(f, Decimal))
    return max(indicator.decimals or 0, 0, *finest)


def rounded(value: Fraction, decimals: int, way: int = 0) -> Decimal:
    """Round a figure to so many decimals: upwards when ``way`` is 1, downwards when −1, else to the nearest.

    Of two as near, the one further from zero is taken.
    """
    scaled = value * 10**decimals
    if way:
        whole = scaled.__ceil__() if way > 0 else scaled.__floor__()
    else:
        half = Fraction(1, 2)
        whole = (scaled + half).__floor__() if scaled >= 0 else (scaled - half).__ceil__()
    sign, digits, _ = Decimal(whole).as_tuple()  # by its digits, so that no context rounds it
    return Decimal((sign, digits, -decimals))
