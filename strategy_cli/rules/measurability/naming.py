"""Naming: a limit that stands in an indicator's name: ``Housing built, at least 8 000 a year``."""

import re
from decimal import Decimal
from typing import Literal, NamedTuple

from strategy_cli import nearest
from strategy_cli.model.fields import number
from strategy_cli.model.indicator import Indicator

_LEAST = ("vähintään", "minst", "minimum", "at least")
_MOST = ("enintään", "korkeintaan", "högst", "maximum", "at most", "no more than")
_LIMIT = re.compile(rf"\b({'|'.join((*_LEAST, *_MOST))})\s+(\d[\d\s.,]*)(.*)", re.IGNORECASE | re.DOTALL)
_ALONE = ("", "%", "€")


class Limit(NamedTuple):
    """The words of a limit, its figure, and what stands after it."""

    words: str
    figure: Decimal
    after: str

    @property
    def better(self) -> Literal["up", "down"]:
        """Which way is better where this is the target."""
        return "up" if self.words.lower() in _LEAST else "down"


def limit_in_name(indicator: Indicator) -> Limit | None:
    """Find words such as ``at least`` with a figure after them in an indicator's name, in any language."""
    for _, name in indicator.name.words:
        if found := _LIMIT.search(name):
            figure = number(nearest.as_number(found[2].strip(" .,")))
            if figure is not None:
                return Limit(found[1], figure, found[3].strip())
    return None


def is_target(limit: Limit, indicator: Indicator) -> bool:
    """Tell whether a limit is one of the indicator itself: its figure is a target, or in the indicator's own unit.

    "Absent at least 5 days" within what is measured is not.
    """
    if limit.figure in [target.value for target in indicator.targets] or limit.after in _ALONE:
        return True
    units = [text.casefold() for _, text in indicator.unit.words] if indicator.unit else []
    return limit.after.casefold().startswith(tuple(units))
