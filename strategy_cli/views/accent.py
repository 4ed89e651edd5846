"""Accent: the city's own colour for the head of the page, where white text can be read on it."""

import re

_COLOUR = re.compile("#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})", re.ASCII)
_READABLE = 4.5  # WCAG 1.4.3


def usable(accent: str | None) -> str | None:
    """Give the colour if it is ``#rrggbb`` and white stands out from it by 4.5 : 1 at least."""
    found = _COLOUR.fullmatch(accent or "")
    return accent if found and _contrast_to_white(found.groups()) >= _READABLE else None


def _contrast_to_white(parts: tuple[str, ...]) -> float:
    red, green, blue = (_linear(int(part, 16) / 255) for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(part: float) -> float:
    low = 0.04045
    return part / 12.92 if part <= low else float(((part + 0.055) / 1.055) ** 2.4)
