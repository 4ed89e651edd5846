"""Written: what a value that is no number was probably meant to say: a range, several numbers, a place, a sign."""

import re
from decimal import Decimal

from strategy_cli import nearest, notation

# Patterns are texts here: most strategies have no such value, and need none of them made ready.
_FIGURE = r"[+\-\u2212\u2013]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?|[+\-\u2212\u2013]?\d+(?:[.,]\d+)?"
_RANGE = rf"({_FIGURE})\s?(?:%|€)?\s?(?:[-\u2013\u2014]|\.\.\.?|…)\s?({_FIGURE})\s?(?:%|€)?"
_ALL = rf"(?<!\d)(?:{_FIGURE})|\d+(?:[.,]\d+)?"
_WORDED = rf"(?P<before>[^\d+\-\u2212\u2013]*)(?P<figure>{_FIGURE})\s*(?P<after>\D*)"
_UNIT = r"[^\W\d_]|[%‰€]"
_ABOUT = ("noin", "n.", "yli", "alle", "ca", "ca.", "cirka", "över", "under", "about", "over", "~", "<", ">", "≤", "≥")
_MANY = ("milj", "mrd", "tuha", "tusen", "mil", "mn", "bn", "k€", "t€", "m€")


def meant(value: str) -> tuple[str | None, dict[str, str]]:
    """Tell what a text that is no number may be, with the figures in it.

    ``blank`` is a sign in an empty place; ``quotes`` has a ``suggestion`` without them; ``range`` has ``low`` and
    ``high``; ``several`` the ``figures``; ``about`` and ``with-unit`` a ``suggestion``, the latter also the ``unit``;
    None for anything else.
    """
    text = value.strip()
    if notation.is_blank(text):
        return "blank", {}
    if inside := notation.unquoted(text):
        return "quotes", {"suggestion": nearest.as_number(inside) or inside}
    if found := re.fullmatch(_RANGE, text):
        low, high = nearest.as_number(found[1]), nearest.as_number(found[2])
        if low and high and Decimal(low) < Decimal(high):
            return "range", {"low": low, "high": high}
    if found := re.fullmatch(_WORDED, text):
        return _with_words(found["before"].strip(), found["figure"], found["after"].strip())
    figures = re.findall(_ALL, text)
    if len(figures) > 1 and not re.search(r"[^\W\d_]", text):
        return "several", {"figures": "; ".join(figures)}
    return None, {}


def _with_words(before: str, figure: str, after: str) -> tuple[str | None, dict[str, str]]:
    number = nearest.as_number(figure)
    if number and before.lower() in _ABOUT:
        return "about", {"suggestion": number}
    if number and not before and re.match(_UNIT, after) and not after.lower().startswith(_MANY):
        return "with-unit", {"suggestion": number, "unit": after}
    return None, {}
