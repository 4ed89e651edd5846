"""Marks: where the parts of a document stand, kept as the parser's own events until somebody asks."""

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

Event: TypeAlias = Any
Mark: TypeAlias = Any  # a scalar's event, or a Branch
Place: TypeAlias = tuple[int, int, int, int]  # line and column of the start and of the end, from 0


class Branch(NamedTuple):
    """A map or a list: its first and last event, and its children: key → (key's event, mark), or marks."""

    first: Event
    last: Event
    children: Any


def place(mark: Mark) -> Place:
    """Give the lines and columns between which something stands; the file's beginning for None, an empty file."""
    if mark is None:
        return 0, 0, 0, 0
    first, last = (mark.first, mark.last) if type(mark) is Branch else (mark, mark)
    start, end = first.start_mark, last.end_mark
    return start.line, start.column, end.line, end.column


def descend(mark: Mark, key: tuple[str | int, ...]) -> tuple[Mark, Event | None]:
    """Walk down as far as ``key`` goes: the mark there, and its key's event if the last step was a whole key."""
    key_event = None
    for part in key:
        children = mark.children if type(mark) is Branch else ()
        if isinstance(children, dict):
            if part not in children:
                return mark, None
            key_event, mark = children[part]
        elif isinstance(part, int) and part < len(children):
            key_event, mark = None, children[part]
        else:
            return mark, None
    return mark, key_event


def head(mark: Mark) -> Mark:
    """Find what people recognise a thing by: a map's first key, a list's first item if it runs over lines."""
    if type(mark) is not Branch or not mark.children:
        return mark
    if isinstance(mark.children, dict):
        return next(iter(mark.children.values()))[0]
    first, _, last, _ = place(mark)
    return mark if first == last else head(mark.children[0])


def scalars(mark: Mark) -> Iterator[Place]:
    """Give the place of every key and value below."""
    if mark is None:
        return
    if type(mark) is not Branch:
        yield place(mark)
    elif isinstance(mark.children, dict):
        for key_event, child in mark.children.values():
            yield place(key_event)
            yield from scalars(child)
    else:
        for child in mark.children:
            yield from scalars(child)
