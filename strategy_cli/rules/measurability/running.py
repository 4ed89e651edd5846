"""Running: values of parts of a year that grow like sums from the year's beginning."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from strategy_cli.measuring.actual import months
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.period import Period

_YEAR = 12
_LEAST, _MOST = Fraction(3, 5), Fraction(7, 5)  # how far from an even pace a sum may be
_ENOUGH = 2


def running_total(indicator: Indicator) -> Period | None:
    """Find the latest part of a year whose value, like those of all such parts, is a sum so far of the year's value.

    Four months' value is then about a third of the year's. Two such parts at least are wanted: one may be chance.
    """
    if indicator.cumulative or indicator.type != "quantity" or all(months(p) == _YEAR for p in indicator.values):
        return None
    pairs = list(_parts(indicator))
    if len(pairs) < _ENOUGH or not all(_LEAST <= pace <= _MOST for _, pace in pairs):
        return None
    return max((part for part, _ in pairs), key=lambda part: part.order)


def _parts(indicator: Indicator) -> Iterator[tuple[Period, Fraction]]:
    """Go through the parts from a year's beginning beside a value of the year: the part, and its pace."""
    known = {p: o.value for p, o in indicator.values.items() if isinstance(o.value, Decimal)}
    years = {p.first.year: value for p, value in known.items() if months(p) == _YEAR and value}
    for part, value in known.items():
        from_beginning = part.first.month == part.first.day == 1 and 0 < months(part) < _YEAR
        if from_beginning and part.first.year in years:
            yield part, Fraction(value) / Fraction(years[part.first.year]) * _YEAR / months(part)
