"""Naming: a limit that stands in an indicator's name: ``Housing built, at least 8 000 a year``."""

import re
from decimal import Decimal
from typing import NamedTuple

from strategy_cli import nearest
from strategy_cli.model.fields import number
from strategy_cli.model.indicator import Indicator

_LIMIT = re.compile(
    r"\b(vähintään|enintään|korkeintaan|minst|högst|minimum|maximum|at least|at most|no more than)\s+(\d[\d\s.,]*)",
    re.IGNORECASE,
)


class Limit(NamedTuple):
    """The words of a limit and its figure."""

    words: str
    figure: Decimal


def limit_in_name(indicator: Indicator) -> Limit | None:
    """Find words such as ``at least`` with a figure after them in an indicator's name, in any language."""
    for _, name in indicator.name.words:
        if found := _LIMIT.search(name):
            figure = number(nearest.as_number(found[2].strip(" .,")))
            if figure is not None:
                return Limit(found[1], figure)
    return None
