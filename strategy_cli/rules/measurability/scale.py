"""Scale: a figure written in another unit than the others beside it: thousands, or a share for per cent."""

from collections.abc import Sequence
from decimal import Decimal

_ALIKE = 3  # figures of one series are within this many times of each other
_NEAR = Decimal("1.5")
SHARE = Decimal(100)
_THOUSANDS = (Decimal(1000), Decimal(1_000_000))
_TWO_DIGITS = 10


def agreeing(figures: Sequence[Decimal]) -> bool:
    """Tell whether figures are of one sign and so near each other that they can be of one series."""
    low, high = min(map(abs, figures)), max(map(abs, figures))
    return bool(low) and high <= low * _ALIKE and len({one < 0 for one in figures}) == 1


def no_share(figures: Sequence[Decimal]) -> bool:
    """Tell whether one of the figures of a share can hardly be per cent: 12 000 beside 65."""
    return max(figures) >= SHARE * _TWO_DIGITS and min(figures) <= SHARE


def slip(figure: Decimal, others: Sequence[Decimal]) -> Decimal | None:
    """Tell how many times too large or too small a figure is beside others that agree; None when it may be right.

    Growth is never taken for a slip: the figure must fall among the others when multiplied or divided by a
    hundred (a share against per cent, with at least two others), a thousand or a million.
    """
    if not figure or not others or not agreeing(others) or (others[0] < 0) != (figure < 0):
        return None
    low, high, size = min(map(abs, others)), max(map(abs, others)), abs(figure)
    for times in (SHARE, *_THOUSANDS):
        if _falls_among(size, times, low, high) and _is_evident(size, times, low, high, len(others)):
            return times
    return None


def _falls_among(size: Decimal, times: Decimal, low: Decimal, high: Decimal) -> bool:
    return any(low / _NEAR <= scaled <= high * _NEAR for scaled in (size * times, size / times))


def _is_evident(size: Decimal, times: Decimal, low: Decimal, high: Decimal, others: int) -> bool:
    """Tell a change of unit from a small count: a lone 5 beside thousands may well be five."""
    if times == SHARE:
        small, large = (size, low) if size < low else (high, size)
        return others > 1 and small <= 1 < large <= SHARE
    least = min(size, low)
    return least >= _TWO_DIGITS or least != least.to_integral_value()
