"""Document: one YAML file as plain data, with the place of every key and value.

Scalars stay text: the schema decides their type, so ``010``, ``no`` and ``1e3`` are what was written.
Nothing is constructed, so no value can make reading fail; faults are kept as findings beside the data.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, TypeAlias

from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from strategy_cli import syntax
from strategy_cli.events import events
from strategy_cli.finding import Finding
from strategy_cli.span import Span, after, rows

Data: TypeAlias = "str | dict[str, Data] | list[Data] | None"
Key: TypeAlias = tuple[str | int, ...]
Mark: TypeAlias = tuple[Any, ...]  # 0-based line and column, start and end; of a collection its children's marks

LARGEST_EXPANSION = 10_000
DEEPEST = 40
_NULLS = frozenset({"", "~", "null"})
_NOWHERE: Mark = (0, 0, 0, 0)
_PLACE = len(_NOWHERE)
_mark = attrgetter("start_mark.line", "start_mark.column", "end_mark.line", "end_mark.column")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, with the line and column of its ``#`` (both from 1)."""

    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file's data, its marks and what was wrong with it; ``data`` is None when it could not be read."""

    path: str
    text: str
    data: Data = None
    mark: Mark = _NOWHERE
    faults: list[Finding] = field(default_factory=list)

    def span(self, key: Key = (), *, on_key: bool = False) -> Span:
        """Give the place of the value at ``key`` (or of the key itself), else of the nearest thing around it.

        A map is pointed at by its first key, so that the place is a line people recognise.
        """
        mark, key_mark = self._descend(key)
        return self._span(key_mark if on_key and key_mark is not None else _head(mark))

    def lines(self, key: Key) -> tuple[int, int]:
        """Give the first and last line of the value at ``key``, both from 1."""
        mark, _ = self._descend(key)
        ends = (line if column else line - 1 for _, (line, column) in _scalars(mark))
        return mark[0] + 1, max((mark[0], *ends)) + 1

    def comments(self) -> Iterator[Comment]:
        """Find the comments: ``#`` at the start of a line or after a space, outside every scalar."""
        if "#" not in self.text:
            return
        scalars = sorted(_scalars(self.mark))
        for number, line in enumerate(rows(self.text)):
            for found in re.finditer(r"(?:^|(?<=\s))#", line):
                at = (number, found.start())
                if not any(start <= at < end for start, end in scalars):
                    yield Comment(number + 1, found.start() + 1, line[found.start() :])
                    break

    def _descend(self, key: Key) -> tuple[Mark, Mark | None]:
        """Walk down as far as ``key`` goes: the mark there, and its key's mark if the last step was a whole key."""
        mark, key_mark = self.mark, None
        for part in key:
            child = _child(mark, part)
            if child is None:
                return mark, None
            mark, key_mark = (child[4], child) if isinstance(part, str) else (child, None)
        return mark, key_mark

    def _span(self, mark: Mark) -> Span:
        line, column, end_line, end_column = mark[:4]
        return Span(self.path, line + 1, column + 1, end_line + 1, end_column + 1)


def parse(path: str, content: bytes) -> Document:
    """Read one file; whatever is wrong becomes a finding in ``faults``, with its line and column."""
    content = content.removeprefix(BOM_UTF8)
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start].decode()
        return _unreadable(path, content.decode("utf-8", "replace"), "not-utf8", after(before))
    builder = _Builder(path, events(text))
    try:
        data, mark = builder.document()
    except YAMLError as error:
        problem, at = syntax.problem(error, text)
        fault = _unreadable(path, text, "invalid-yaml", at, problem)
        fault.faults[:0] = builder.faults
        return fault
    except _TooComplexError as error:
        return _unreadable(path, text, "too-complex", error.args[0])
    return Document(path, text, data, mark, builder.faults)


class _TooComplexError(Exception):
    """The file nests or repeats more than a strategy ever does."""


class _Builder:
    """Build data and marks from parser events, following aliases within limits."""

    def __init__(self, path: str, events: Callable[[], Any]) -> None:
        self.path, self.next = path, events
        self.faults: list[Finding] = []
        self.anchors: dict[str, tuple[Data, Mark, int]] = {}
        self.expanded = self.repeated = 0
        self.depth = 0

    def document(self) -> tuple[Data, Mark]:
        self.next()  # stream start
        if type(self.next()) is StreamEndEvent:
            return None, _NOWHERE
        result = self.node(self.next())
        while type(event := self.next()) is DocumentEndEvent:
            pass
        if type(event) is not StreamEndEvent:
            self.fault("several-documents", _mark(event))
            while type(self.next()) is not StreamEndEvent:
                pass
        return result

    def node(self, event: Any) -> tuple[Data, Mark]:
        kind = type(event)
        if kind is ScalarEvent and event.anchor is event.ctag is None:  # nearly every value, so it goes first
            self.expanded += 1
            return _value(event), _mark(event)
        return self.alias(event) if kind is AliasEvent else self.rare(event, kind)

    def rare(self, event: Any, kind: type) -> tuple[Data, Mark]:
        before = self.expanded
        self.expanded += 1
        if event.ctag is not None:
            self.fault("yaml-tag", _mark(event), tag=event.tag)
        result = (_value(event), _mark(event)) if kind is ScalarEvent else self.collection(event, kind)
        if event.anchor is not None:
            self.anchors[event.anchor] = (*result, self.expanded - before)
        return result

    def collection(self, event: Any, kind: type) -> tuple[Data, Mark]:
        self.depth += 1
        if self.depth > DEEPEST:
            raise _TooComplexError((event.start_mark.line, event.start_mark.column))
        result = self.mapping(event) if kind is MappingStartEvent else self.sequence(event)
        self.depth -= 1
        return result

    def mapping(self, start: Any) -> tuple[Data, Mark]:
        data: dict[str, Data] = {}
        marks: dict[str, Mark] = {}
        following, node = self.next, self.node
        while type(event := following()) is not MappingEndEvent:
            if type(event) is not ScalarEvent:
                self.strange_entry(event, _mark(event))
                continue
            key = event.value
            value, mark = node(following())
            if key in marks:
                self.fault("duplicate-key", _mark(event), key=key, line=marks[key][0] + 1)
                continue
            marks[key] = (*_mark(event), mark)
            if value is not None:  # a key without a value is a key not given, but its place is known
                data[key] = value
        return data, _around(start, event, marks)

    def sequence(self, start: Any) -> tuple[Data, Mark]:
        data: list[Data] = []
        marks: list[Mark] = []
        following = self.next
        while type(event := following()) is not SequenceEndEvent:
            value, mark = self.node(event)
            if value is not None:
                data.append(value)
                marks.append(mark)
        return data, _around(start, event, marks)

    def strange_entry(self, event: Any, mark: Mark) -> None:
        self.node(event)
        self.node(self.next())
        self.fault("invalid-yaml", mark, problem="key-not-text")

    def alias(self, event: Any) -> tuple[Data, Mark]:
        here = _mark(event)
        if event.anchor not in self.anchors:
            self.fault("invalid-yaml", here, problem="unknown-alias", alias=event.anchor)
            return None, here
        data, mark, size = self.anchors[event.anchor]
        self.expanded += size
        self.repeated += size - 1  # a lone scalar costs nothing, however often it is repeated
        if self.repeated > LARGEST_EXPANSION or self.depth + _height(data) > DEEPEST:
            raise _TooComplexError(here[:2])
        return data, (*here, _children(mark))

    def fault(self, rule: str, mark: Mark, *, problem: str | None = None, **args: object) -> None:
        line, column, end_line, end_column = mark[:4]
        span = Span(self.path, line + 1, column + 1, end_line + 1, end_column + 1)
        self.faults.append(Finding(rule, span, args=args, problem=problem))


def _value(event: Any) -> str | None:
    value: str = event.value
    return None if value in _NULLS and (event.implicit[0] or not value) else value


def _around(start: Any, end: Any, children: Any) -> Mark:
    first, last = start.start_mark, end.end_mark
    return first.line, first.column, last.line, last.column, children


def _children(mark: Mark) -> Any:
    return mark[4] if len(mark) > _PLACE else None


def _child(mark: Mark, part: str | int) -> Mark | None:
    children = _children(mark)
    if isinstance(children, dict):
        found: Mark | None = children.get(part)
        return found
    if isinstance(children, list) and isinstance(part, int) and part < len(children):
        return children[part]  # type: ignore[no-any-return]
    return None


def _height(data: Data) -> int:
    if isinstance(data, dict | list):
        return 1 + max(map(_height, data.values() if isinstance(data, dict) else data), default=0)
    return 0


def _head(mark: Mark) -> Mark:
    children = _children(mark)
    if isinstance(children, dict) and children:
        first: Mark = next(iter(children.values()))
        return first
    if isinstance(children, list) and children and mark[0] != mark[2]:
        return _head(children[0])
    return mark


def _scalars(mark: Mark) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    children = _children(mark)
    if isinstance(children, dict):
        for key_mark in children.values():
            yield key_mark[:2], key_mark[2:4]
            yield from _scalars(key_mark[4])
    elif isinstance(children, list):
        for child in children:
            yield from _scalars(child)
    else:
        yield mark[:2], mark[2:4]


def _unreadable(path: str, text: str, rule: str, at: tuple[int, int], problem: str | None = None) -> Document:
    span = Span(path, at[0] + 1, at[1] + 1, at[0] + 1, at[1] + 2)
    return Document(path, text, faults=[Finding(rule, span, problem=problem)])
