"""Figures in JSON and open data: decimals as text, so that no reader rounds them, days as ISO writes them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

_TRILLION = 10**12


def number(value: Decimal) -> str:
    """Write a number with a point and without an exponent."""
    return format(value, "f")


def share(value: Fraction) -> str:
    """Write a fraction rounded to twelve decimals."""
    rounded = Decimal(round(value * _TRILLION)) / _TRILLION
    return format(rounded.normalize(), "f")


def day(value: date | None) -> str | None:
    """Write a day; None of none."""
    return value.isoformat() if value else None
