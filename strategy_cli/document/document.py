"""Document: one YAML file as plain data, with the place of every key and value.

Scalars stay text: the schema decides their type, so ``010``, ``no`` and ``1e3`` are what was written.
Nothing is constructed, so no value can make reading fail; faults are kept as findings beside the data.
"""

import re
from bisect import bisect
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple, TypeAlias

from strategy_cli.document.data import Data
from strategy_cli.document.marks import Mark, descend, head, place, scalars, values
from strategy_cli.document.plain import plain
from strategy_cli.finding import Finding
from strategy_cli.span import Span, after, rows

Key: TypeAlias = tuple[str | int, ...]


class Comment(NamedTuple):
    """A comment, with the line and column of its ``#`` (both from 1)."""

    line: int
    column: int
    text: str


@dataclass(frozen=True)
class Document:
    """A file's data and what was wrong with it; ``data`` is None when it could not be read.

    It is ``blank`` when some key has no value; the data leaves such keys out.
    """

    path: str
    text: str
    data: Data = None
    faults: list[Finding] = field(default_factory=list)
    blank: bool = False

    def at(self, path: str) -> "Document":
        """Give the same content as a file at another path, without reading it again."""
        faults = [replace(fault, span=replace(fault.span, path=path)) for fault in self.faults]
        return replace(self, path=path, faults=faults)

    @cached_property
    def mark(self) -> Mark:
        """Where everything stands, read from the text again: most files are never asked, and marks are heavy."""
        if self.data is None:
            return None
        from strategy_cli.document.parser import marked

        return marked(self.path, self.text)

    def span(self, key: Key = (), *, on_key: bool = False) -> Span:
        """Give the place of the value at ``key`` (or of the key itself), else of the nearest thing around it.

        A map is pointed at by its first key, so that the place is a line people recognise.
        """
        mark, key_event = descend(self.mark, key)
        return self._span(key_event if on_key and key_event is not None else head(mark))

    def lines(self, key: Key) -> tuple[int, int]:
        """Give the first and last line of the value at ``key``, both from 1."""
        mark, _ = descend(self.mark, key)
        first = place(mark)[0]
        ends = (line if column else line - 1 for _, _, line, column in scalars(mark))
        return first + 1, max((first, *ends)) + 1

    def key_at(self, line: int, column: int) -> Key | None:
        """Give the key whose value holds a place (both from 1); None where there is none, as in a comment."""
        at = line - 1, column - 1
        number = bisect(self._values, at, key=lambda one: one[0]) - 1
        return self._values[number][2] if number >= 0 and at < self._values[number][1] else None

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Give the line and the column (both from 1) of a place counted in code points from the file's beginning."""
        line = bisect(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    @cached_property
    def _values(self) -> list[tuple[tuple[int, int], tuple[int, int], Key]]:
        """Every scalar value: where it starts and ends (lines and columns from 0), and its key, in order of place."""
        return sorted(((line, column), (end, after), key) for key, (line, column, end, after) in values(self.mark))

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer(r"\r\n?|\n", self.text))]

    def comments(self) -> Iterator[Comment]:
        """Find the comments: ``#`` at the start of a line or after a space, outside every scalar."""
        if "#" not in self.text:
            return
        taken = sorted((found[:2], found[2:]) for found in scalars(self.mark))
        for number, line in enumerate(rows(self.text)):
            for found in re.finditer(r"(?:^|(?<=\s))#", line):
                at = (number, found.start())
                if not any(start <= at < end for start, end in taken):
                    yield Comment(number + 1, found.start() + 1, line[found.start() :])
                    break

    def _span(self, mark: Mark) -> Span:
        line, column, end_line, end_column = place(mark)
        return Span(self.path, line + 1, column + 1, end_line + 1, end_column + 1)


def parse(path: str, content: bytes) -> Document:
    """Read one file; whatever is wrong becomes a finding in ``faults``, with its line and column."""
    content = content.removeprefix(BOM_UTF8)
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        return _not_text(path, content, error.start)
    if (everyday := plain(text)) is not None:
        return Document(path, text, everyday)
    from strategy_cli.document.parser import parsed  # slow to load, and many strategies are everyday all through

    return Document(path, text, *parsed(path, text))


def _not_text(path: str, content: bytes, start: int) -> Document:
    from strategy_cli.document.parser import unreadable

    fault = unreadable(path, "not-utf8", after(content[:start].decode()))
    return Document(path, content.decode("utf-8", "replace"), faults=[fault])
