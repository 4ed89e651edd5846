"""Indented: lines of a terminal in styles, broken at spaces, what follows standing a little further in."""

import re
from collections.abc import Iterable, Iterator
from io import StringIO
from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

_HANGING = 2


class Line:
    """A line: how far in it stands, and its parts, each a text and its style; one without parts is empty.

    The ``tail`` stands dim at its end if it fits there, else on a line of its own.
    """

    __slots__ = ("indent", "parts", "tail")

    def __init__(self, indent: int = 0, *parts: tuple[str, str], tail: str = "") -> None:
        """Take the columns to stand in, the parts, and the tail."""
        self.indent = indent
        self.parts = parts
        self.tail = tail


def written(lines: Iterable[Line], width: int, *, color: bool) -> str:
    """Write lines for a screen that is ``width`` columns wide."""
    from rich.console import Console
    from rich.text import Text

    out = StringIO()
    console = Console(file=out, force_terminal=color, no_color=not color, width=width, highlight=False)
    for one in lines:
        rows = [*_rows(Text.assemble(*one.parts), width - one.indent - _HANGING)]
        if one.tail:
            room = width - one.indent - (_HANGING if rows[1:] else 0)
            ended = Text.assemble(rows[-1], "  ", (one.tail, "dim"))
            rows[-1:] = [ended] if ended.cell_len <= room else [rows[-1], Text(one.tail, "dim")]
        for number, row in enumerate(rows):
            indent = one.indent + (_HANGING if number else 0)
            console.print(Text.assemble(" " * indent, row), soft_wrap=True)
    return out.getvalue()


def _rows(text: "Text", width: int) -> Iterator["Text"]:
    """Break a text at spaces, but at no no-break space, and no word: paths are copied from the screen."""
    cuts, at = [], 0
    for words in wrap(text.plain, max(width, 1), break_long_words=False, break_on_hyphens=False)[:-1]:
        at = text.plain.index(words, at) + len(words)
        cuts.append(at)
    for row in text.divide(cuts):
        kept = re.match(" *", row.plain)
        yield row[kept.end() if kept else 0 :]
