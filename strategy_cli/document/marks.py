"""Marks: where the parts of a document stand, kept as the parser's own events until somebody asks."""

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

Event: TypeAlias = Any
Mark: TypeAlias = Any  # a scalar's event, or a Branch
Place: TypeAlias = tuple[int, int, int, int]  # line and column of the start and of the end, from 0


NULLS = frozenset({"", "~", "null"})


class Branch(NamedTuple):
    """A map or a list: its first and last event, and its children: key → (key's event, mark), or marks."""

    first: Event
    last: Event
    children: Any


class Blank(NamedTuple):
    """A map's key without a value: its path, its event, and the key and mark that stand before it in the map."""

    key: tuple[str | int, ...]
    event: Event
    before: tuple[str, Mark] | None


def written(event: Event) -> str | None:
    """Give what a scalar says; None for an empty one and for YAML's words for nothing."""
    value: str = event.value
    return None if value in NULLS and (event.implicit[0] or not value) else value


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


def blanks(mark: Mark, key: tuple[str | int, ...] = ()) -> Iterator[Blank]:
    """Find the keys without a value below."""
    children = mark.children if type(mark) is Branch else ()
    if not isinstance(children, dict):
        for number, child in enumerate(children):
            yield from blanks(child, (*key, number))
        return
    before = None
    for name, (event, child) in children.items():
        if _is_scalar(child) and written(child) is None:
            yield Blank((*key, name), event, before)
        else:
            yield from blanks(child, (*key, name))
        before = name, child


def _is_scalar(mark: Mark) -> bool:
    """Tell a scalar from a map, a list and an alias of nothing."""
    return type(mark) is not Branch and hasattr(mark, "value")


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


def values(mark: Mark, key: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Place]]:
    """Give the path and the place of every scalar value below."""
    if type(mark) is Branch:
        named = isinstance(mark.children, dict)
        inside = ((n, m[1]) for n, m in mark.children.items()) if named else enumerate(mark.children)
        for part, child in inside:
            yield from values(child, (*key, part))
    elif mark is not None:
        yield key, place(mark)
