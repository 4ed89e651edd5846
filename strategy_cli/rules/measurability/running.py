"""Running: values of parts of a year that grow like sums from the year's beginning."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from strategy_cli.measuring.actual import months
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.period import Period

_YEAR = 12
_LEAST, _MOST = Fraction(3, 5), Fraction(7, 5)  # how far from an even pace a sum may be
_ENOUGH = 2
_FAR = Fraction(4, 5)  # of the lowest figure of a whole year


def running_total(indicator: Indicator) -> Period | None:
    """Find the latest part of a year whose value, like those of all such parts, is a sum so far of the year's value.

    Four months' value is then about a third of the year's. Two such parts at least are wanted: one may be chance.
    """
    if indicator.cumulative or indicator.type != "quantity" or all(map(_is_year, indicator.values)):
        return None
    pairs = list(_parts(indicator))
    if len(pairs) < _ENOUGH or not all(_LEAST <= pace <= _MOST for _, pace in pairs):
        return None
    return max((part for part, _ in pairs), key=lambda part: part.order)


def part_of_year(indicator: Indicator) -> Period | None:
    """Find the latest value of a part of a year that looks like its sum, where no value of that year is known.

    It is about as much as the part's share of the year before, and far below every figure of whole years, so that
    it is no level that fell; per cent are never summed.
    """
    unit = indicator.unit.words[0][1] if indicator.unit else ""
    if indicator.cumulative or indicator.type != "quantity" or "%" in unit or all(map(_is_year, indicator.values)):
        return None
    known = [(p, one.value) for p, one in indicator.values.items() if isinstance(one.value, Decimal)]
    parts = {p: Fraction(value) for p, value in known if 0 < months(p) < _YEAR}
    dated = [*indicator.targets, *([indicator.baseline] if indicator.baseline else [])]
    figures = [*known, *((one.period, one.value) for one in dated)]
    whole = [(p, Fraction(value)) for p, value in figures if months(p) == _YEAR and isinstance(value, Decimal)]
    if not parts or len(whole) < _ENOUGH or min(value for _, value in whole) <= 0:
        return None
    lowest = min(value for _, value in whole) * _FAR
    if all(_is_sum(part, value, whole) and value < lowest for part, value in parts.items()):
        return max(parts, key=lambda part: part.order)
    return None


def _is_year(period: Period) -> bool:
    return period.text.isdecimal()  # quicker than counting its months


def _is_sum(part: Period, value: Fraction, whole: Sequence[tuple[Period, Fraction]]) -> bool:
    """Tell whether a part's value is about the part's share of the latest year before it, else of the first after."""
    before = [one for one in whole if one[0].last < part.last]
    after = [one for one in whole if one[0].last >= part.last]
    year = max(before, key=lambda one: one[0].order) if before else min(after, key=lambda one: one[0].order)
    return _LEAST <= value / year[1] * _YEAR / months(part) <= _MOST


def _parts(indicator: Indicator) -> Iterator[tuple[Period, Fraction]]:
    """Go through the parts from a year's beginning beside a value of the year: the part, and its pace."""
    known = {p: o.value for p, o in indicator.values.items() if isinstance(o.value, Decimal)}
    years = {p.first.year: value for p, value in known.items() if months(p) == _YEAR and value}
    for part, value in known.items():
        from_beginning = part.first.month == part.first.day == 1 and 0 < months(part) < _YEAR
        if from_beginning and part.first.year in years:
            yield part, Fraction(value) / Fraction(years[part.first.year]) * _YEAR / months(part)
