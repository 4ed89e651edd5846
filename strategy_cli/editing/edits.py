"""Edits applied to a text by span: the first of those that overlap, everything between them left alone."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from strategy_cli.finding import Edit
from strategy_cli.span import Span

_ROW_END = re.compile(r"\r\n?|\n")
_NOT_PLAIN = ("&", "*", "!", "|", ">")  # an anchor, an alias, a tag, a block of text


class Edited(NamedTuple):
    """A text after edits, those that were applied (the same one asked for twice counts once), and those that wait."""

    text: str
    applied: tuple[Edit, ...]
    waiting: tuple[Edit, ...]


def edited(text: str, edits: Iterable[Edit]) -> Edited:
    """Apply edits, in the order of their places; one that overlaps an earlier one waits."""
    starts = _starts(text)
    applied: list[Edit] = []
    waiting: list[Edit] = []
    parts: list[str] = []
    done = -1
    for edit in sorted(dict.fromkeys(edits), key=lambda edit: (edit.span, edit.text)):
        first, last = _place(starts, edit.span)
        if first < done or (first == done and applied and applied[-1].span == edit.span):
            waiting.append(edit)
            continue
        parts += (text[max(done, 0) : first], edit.text)
        applied.append(edit)
        done = last
    return Edited("".join((*parts, text[max(done, 0) :])), tuple(applied), tuple(waiting))


def at(text: str, span: Span) -> str:
    """Give what stands at a span."""
    first, last = _place(_starts(text), span)
    return text[first:last]


def editable(text: str, span: Span) -> bool:
    """Tell whether what stands there can be replaced by itself.

    What has an anchor is used elsewhere too, and a block of text ends where the next line begins.
    """
    return not at(text, span).startswith(_NOT_PLAIN)


def _starts(text: str) -> Sequence[int]:
    return [0, *(found.end() for found in _ROW_END.finditer(text)), len(text)]


def _place(starts: Sequence[int], span: Span) -> tuple[int, int]:
    """Turn a span into offsets, kept within the text."""

    def offset(line: int, column: int) -> int:
        return min(starts[min(line, len(starts)) - 1] + column - 1, starts[-1])

    first = offset(span.line, span.column)
    return first, max(first, offset(span.end_line, span.end_column))
