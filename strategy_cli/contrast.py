"""Contrast: how well one colour stands out from another, as WCAG 2.1 reckons it."""

import re

READABLE = 4.5  # text on its ground, WCAG 1.4.3
DISCERNIBLE = 3.0  # a mark in a chart, WCAG 1.4.11

_COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE | re.ASCII)


def is_colour(text: str) -> bool:
    """Tell whether a text is a colour as ``#rrggbb``."""
    return len(text) == len("#rrggbb") and _COLOUR.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours (``#rgb`` or ``#rrggbb``), from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    full = digits if len(digits) == len("rrggbb") else "".join(2 * digit for digit in digits)
    red, green, blue = (_linear(int(full[i : i + 2], 16) / 255) for i in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    low = 0.04045
    return part / 12.92 if part <= low else float(((part + 0.055) / 1.055) ** 2.4)
