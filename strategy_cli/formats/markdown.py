"""Markdown: text from files made inert, so that it cannot become a heading, a link, a table cell or HTML."""

import re
from collections.abc import Iterable, Iterator, Sequence

from strategy_cli.formats.controls import visible

NOTHING = "–"  # in a cell of a table

_SPECIAL = re.compile(r"(?i)([\\`*_\[\]<>#|~&!]|:(?=//)|(?<=\bwww)\.)")  # GFM makes links of bare addresses too
_BREAKS = re.compile(r"[ \t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BLOCK = re.compile(r"^(\d*)([-+=.)])(?=\s|[-=\s]*$)")


def inert(text: str) -> str:
    """Escape everything that Markdown (GFM) would read as markup; lines are joined into one."""
    return not_a_block(inert_part(flat_line(text).strip(" ")))


def flat_line(text: str) -> str:
    """Join lines into one."""
    return _BREAKS.sub(" ", text)


def inert_part(text: str) -> str:
    """Escape a part of a line, which does not begin it, so that it holds but words."""
    return _SPECIAL.sub(r"\\\1", visible(flat_line(text)))


def not_a_block(line: str) -> str:
    """Escape what would make a line whose words are inert an item of a list, or underline the line before it."""
    return _BLOCK.sub(r"\1\\\2", line)


def rows(cells: Iterable[Sequence[str]]) -> Iterator[str]:
    """Write a table of texts, a line a row, the heads first."""
    for number, row in enumerate(cells):
        yield f"| {' | '.join(inert(cell) for cell in row)} |"
        if number == 0:
            yield f"|{'---|' * len(row)}"
