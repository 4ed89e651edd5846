"""Accent: the city's own colour for the head of the page, where white text can be read on it."""

from strategy_cli.contrast import READABLE, contrast, is_colour


def usable(accent: str | None) -> str | None:
    """Give the colour if it is ``#rrggbb`` and white stands out from it by 4.5 : 1 at least."""
    return accent if accent and is_colour(accent) and contrast(accent, "#ffffff") >= READABLE else None
