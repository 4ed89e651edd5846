"""Precision: how finely an indicator's figures are given and what they can be, so that computed ones claim no more."""

from decimal import Decimal
from fractions import Fraction

from strategy_cli.model.indicator import Indicator, Range

_PER_CENT = frozenset({"%", "prosentti", "prosenttia", "procent", "per cent", "percent"})
_WHOLE = 100


def places(indicator: Indicator) -> int:
    """Give the decimals of the indicator's finest figure: a value, a target, an edge of its range, or those it asks."""
    finest = (-int(figure.as_tuple().exponent) for figure in _figures(indicator))
    return max(indicator.decimals or 0, 0, *finest)


def possible(indicator: Indicator, value: Fraction) -> Fraction:
    """Keep a computed figure to what it can be, by the indicator's baseline, targets, values and range.

    No rank is better than the first; where none of them is below zero, neither is the figure; where the unit is
    per cent and none is over a hundred, neither is it.
    """
    if indicator.type == "rank":
        return max(value, Fraction(1))
    start = indicator.baseline.value if indicator.baseline else None
    known = [*_figures(indicator), *([start] if isinstance(start, Decimal) else [])]
    if not known or min(known) < 0:
        return value
    within = _is_per_cent(indicator) and max(known) <= _WHOLE
    return max(min(value, Fraction(_WHOLE)) if within else value, Fraction(0))


def _is_per_cent(indicator: Indicator) -> bool:
    unit = indicator.unit
    return unit is not None and unit.words[0][1].strip().casefold() in _PER_CENT


def _figures(indicator: Indicator) -> list[Decimal]:
    """List the numbers among the indicator's values and targets, and the edges of its range."""
    limits = indicator.better
    figures = [o.value for o in indicator.values.values()] + [t.value for t in indicator.targets]
    figures += [limits.min, limits.max] if isinstance(limits, Range) else []
    return [figure for figure in figures if isinstance(figure, Decimal)]


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
