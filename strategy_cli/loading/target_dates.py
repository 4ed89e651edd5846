"""Target dates: what a target's period that is no date was probably meant to say."""

import re

from strategy_cli.document import Key
from strategy_cli.finding import Edit, Finding
from strategy_cli.ref import Ref
from strategy_cli.span import Span

_OPEN = re.compile(r"\b[12]\d{0,2}\s?[xX?_*.…-]{1,3}(?!\w)|\b[12]\d{1,2}[xX]+\b", re.ASCII)
_SPAN = re.compile(r"([12]\d{3})\s?[-/\u2013\u2014]\s?([12]\d{3}|\d\d)", re.ASCII)
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)", re.ASCII)


def unclear(value: str, span: Span, subject: Ref, key: Key) -> Finding:
    """Make the finding for a period that is none: its year open, one of several, approximate, or no year at all."""
    problem, year = _meant(value.strip())
    edit = Edit(span, year, sure=False) if year else None
    args = {"value": value, "suggestion": year}
    return Finding("target-date-unclear", span, subject, key, args, problem, edit)


def _meant(text: str) -> tuple[str | None, str | None]:
    if found := _SPAN.fullmatch(text):
        first, last = found[1], found[1][: 4 - len(found[2])] + found[2]
        return ("span", last) if last > first else (None, None)
    years = _YEAR.findall(text)
    if len(years) == 1:
        return "about", years[0]
    return ("open", None) if not years and _OPEN.search(text) else (None, None)
