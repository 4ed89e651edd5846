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
    """A line: how far in it stands, and its parts, each a text and its style; one without parts is empty."""

    __slots__ = ("indent", "parts")

    def __init__(self, indent: int = 0, *parts: tuple[str, str]) -> None:
        """Take the columns to stand in, and the parts."""
        self.indent = indent
        self.parts = parts


def written(lines: Iterable[Line], width: int, *, color: bool) -> str:
    """Write lines for a screen that is ``width`` columns wide."""
    from rich.console import Console
    from rich.text import Text

    out = StringIO()
    console = Console(file=out, force_terminal=color, no_color=not color, width=width, highlight=False)
    for one in lines:
        rows = _rows(Text.assemble(*one.parts), width - one.indent - _HANGING)
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
