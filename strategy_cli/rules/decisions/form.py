"""Rules of form: sections and case numbers are written as in the minutes, so that they can be searched for."""

import re
from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Edit, Finding, Level
from strategy_cli.model.decision import Decision
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy

_SECTION = re.compile(r"§[ \u00a0]\d+[a-z]?(?:–\d+)?(?:, \d+(?:–\d+)?)*", re.ASCII)
_MEANT = re.compile(
    r"(?:§+|pykälä|paragraf|section|sec\.|par\.)?\s*(\d+)(?:\s*[-–—]\s*(\d+))?\s*(?:§+|\.)?", re.ASCII | re.IGNORECASE
)
_CLASS = r"(?:/\d\d(?:\.\d\d){1,4})?"  # the task class: 00.01.02
_YEAR = r"(?:19|20)\d\d"
_PREFIX = r"[A-ZÅÄÖ][A-Za-zÅÄÖåäö]*"
# 691/00.01.02/2021, KEMI/123/00.01.02/2021, D/1234/00.01.01/2025, TRE:123/02.02.01/2020, 123/2021; HEL 2023-001234,
# ROIDno-2024-1234; 8524-2021
_CASE = re.compile(
    rf"(?:{_PREFIX}[/:]){{0,2}}\d+{_CLASS}/{_YEAR}|{_PREFIX}[ -]{_YEAR}-\d+|(?:{_PREFIX}[/:])?\d+-{_YEAR}", re.ASCII
)
_CALLED = re.compile(
    r"(?:asia(?:numero|nro|tunnus| nro)|diaari(?:numero|nro)|dnro?|ärendenummer|diarienummer|case(?: number)?)[\s.:]*",
    re.IGNORECASE,
)
_LOOKALIKE = str.maketrans("OoIl", "0011")


@rule(Level.WARNING, "managed")
def malformed_section(strategy: Strategy) -> Iterator[Finding]:
    """A section is not written as in the minutes: ``§ 292``, or ``§ 49–51`` for several.

    The section, with the body and the day, is how a decision is found (Kemi city board 25.9.2023 § 292). Written one
    way it can be searched for and compared.

    Bad:
        decisions/board-2023-09-25-292.yaml:
            title: Strategy
            body: board
            date: 2023-09-25
            section: 292 §  # here
        bodies/board.yaml: {name: City board, kind: board}

    Good:
        decisions/board-2023-09-25-292.yaml:
            title: Strategy
            body: board
            date: 2023-09-25
            section: § 292
        bodies/board.yaml: {name: City board, kind: board}
    """
    for one in strategy.decisions.values():
        if one.section is not None and not _SECTION.fullmatch(one.section):
            yield _malformed("malformed-section", strategy, one, "section", one.section, section(one.section))


@rule(Level.WARNING, "managed")
def malformed_case_number(strategy: Strategy) -> Iterator[Finding]:
    """A case number is not one that a case management system gives: ``691/00.01.02/2021``.

    It has a running number, most often a task class, and the year in full; a municipality may put letters before them
    (``KEMI/123/00.01.02/2021``) or order them its own way (``HEL 2023-001234``). The number ties the decisions of a
    case together (Kemi 691/00.01.02/2021).

    Bad:
        decisions/board-2023-09-25-292.yaml:
            title: Strategy
            body: board
            date: 2023-09-25
            case_number: 691 / 00.01.02 / 2021  # here
        bodies/board.yaml: {name: City board, kind: board}

    Good:
        decisions/board-2023-09-25-292.yaml:
            title: Strategy
            body: board
            date: 2023-09-25
            case_number: 691/00.01.02/2021
        bodies/board.yaml: {name: City board, kind: board}
    """
    for one in strategy.decisions.values():
        number = one.case_number
        if number is not None and (_CALLED.match(number) or not _CASE.fullmatch(number)):
            meant, sure = _case(number, one.date)
            yield _malformed("malformed-case-number", strategy, one, "case_number", number, meant, sure=sure)


def _malformed(
    rule: str, strategy: Strategy, one: Decision, key: str, value: str, meant: str | None, *, sure: bool = True
) -> Finding:
    span = strategy.where(one.ref, key)
    edit = Edit(span, meant, sure) if meant else None
    args = {"name": one.title, "value": value, "meant": meant}
    return Finding(rule, span, one.ref, (key,), args, "meant" if meant else None, edit)


def section(written: str) -> str | None:
    """Give the section that was meant by ``292``, ``292 §``, ``§292`` or ``Pykälä 292``; None when it is not clear."""
    found = _MEANT.fullmatch(written.strip())
    if not found:
        return None
    first, last = found.groups()
    return f"§ {int(first)}" + (f"–{int(last)}" if last else "")


def _case(written: str, day: date) -> tuple[str | None, bool]:
    """Give the case number that was meant, and whether that is sure: nothing but spaces and a word before it differ."""
    bare = re.sub(r"\s*([/.:])\s*", r"\1", _CALLED.sub("", written.strip(), count=1)).strip(".")
    if _CASE.fullmatch(bare):
        return bare, True
    digits = bare.translate(_LOOKALIKE)
    if not re.search(rf"/{_YEAR}$", digits):
        digits = re.sub(r"/(\d\d)$", lambda year: f"/{day.year // 100}{year[1]}", digits)
    return (digits, False) if _CASE.fullmatch(digits) else (None, False)
