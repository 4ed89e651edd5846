"""Document: one YAML file as plain data, with the place of every key and value.

Scalars stay text: the schema decides their type, so ``010``, ``no`` and ``1e3`` are what was written.
Nothing is constructed, so no value can make reading fail; faults are kept as findings beside the data.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from ruamel.yaml.error import YAMLError

from strategy_cli.document import syntax
from strategy_cli.document.builder import Builder, Data, TooComplexError
from strategy_cli.document.events import events
from strategy_cli.document.marks import Mark, descend, head, place, scalars, values
from strategy_cli.document.plain import plain
from strategy_cli.finding import Finding
from strategy_cli.span import Span, after, rows

Key: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Comment:
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

    @cached_property
    def mark(self) -> Mark:
        """Where everything stands, read from the text again: most files are never asked, and marks are heavy."""
        return None if self.data is None else Builder(self.path, events(self.text)).document()[1]

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
        return next((key for key, (*start, end, after) in values(self.mark) if tuple(start) <= at < (end, after)), None)

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
        before = content[: error.start].decode()
        return _unreadable(path, content.decode("utf-8", "replace"), "not-utf8", after(before))
    if (everyday := plain(text)) is not None:
        return Document(path, text, everyday)
    builder = Builder(path, events(text))
    try:
        data, _ = builder.document()
    except YAMLError as error:
        problem, at = syntax.problem(error, text)
        fault = _unreadable(path, text, "invalid-yaml", at, problem)
        fault.faults[:0] = builder.faults
        return fault
    except TooComplexError as error:
        return _unreadable(path, text, "too-complex", error.args[0])
    return Document(path, text, data, builder.faults, builder.blank)


def _unreadable(path: str, text: str, rule: str, at: tuple[int, int], problem: str | None = None) -> Document:
    span = Span(path, at[0] + 1, at[1] + 1, at[0] + 1, at[1] + 2)
    return Document(path, text, faults=[Finding(rule, span, problem=problem)])
