"""People: who holds the posts, from the private ``people.yaml``; read only when a report is to name them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pydantic import ValidationError

from strategy_cli import nearest
from strategy_cli.document import Document, parse
from strategy_cli.errors import StrategyError
from strategy_cli.finding import Finding
from strategy_cli.loading.loader import PEOPLE_FILE
from strategy_cli.model.fields import Node, Words
from strategy_cli.source import Source
from strategy_cli.strategy import Strategy


class Person(Node):
    """A person: only the name is ever shown."""

    name: Words
    email: Words | None = None
    phone: Words | None = None


class Unknown(NamedTuple):
    """A key that is no post and no post's holder, and the post that was probably meant."""

    key: str
    nearest: str | None


@dataclass(frozen=True, slots=True)
class People:
    """The holders' names by post; ``found`` tells that there is a file of them at all."""

    names: Mapping[str, str] = field(default_factory=dict)
    unknown: tuple[Unknown, ...] = ()
    found: bool = True


def people(source: Source, strategy: Strategy) -> People:
    """Read who holds which post; raises StrategyError when the file cannot be relied on."""
    if PEOPLE_FILE in source.refused:
        raise StrategyError("people-refused", file=source.shown(PEOPLE_FILE))
    if PEOPLE_FILE not in source.files:
        return People(found=False)
    document = parse(source.shown(PEOPLE_FILE), source.files[PEOPLE_FILE])
    written = dict(_persons(document))
    posts = strategy.owners.values()
    held = {p.id: person for p in posts if (person := written.get(p.holder or "") or written.get(p.id))}
    known = {p.id for p in posts} | {p.holder for p in posts if p.holder}
    return People(held, tuple(Unknown(key, nearest.name(key, sorted(known))) for key in written if key not in known))


def names(source: Source) -> frozenset[str]:
    """Give the names of persons that the file holds, whatever posts they are of; none when it cannot be read."""
    content = source.files.get(PEOPLE_FILE)
    if content is None:
        return frozenset()
    try:
        return frozenset(name for _, name in _persons(parse(PEOPLE_FILE, content)))
    except StrategyError:
        return frozenset()


def _persons(document: Document) -> Iterator[tuple[str, str]]:
    for fault in document.faults:
        raise _faulty(document, (), fault)
    if document.data is None:
        return
    if not isinstance(document.data, dict):
        raise _faulty(document, ())
    for key, value in document.data.items():
        try:
            person = Person.model_validate({"name": value} if isinstance(value, str) else value)
        except ValidationError:
            raise _faulty(document, (key,)) from None
        if not person.name.strip():
            raise _faulty(document, (key,))
        yield key, person.name.strip()


def _faulty(document: Document, key: tuple[str, ...], fault: Finding | None = None) -> StrategyError:
    if fault is not None:
        return StrategyError("people-unreadable", place=fault.span, message=fault)
    return StrategyError("people-value", place=document.span(key))
