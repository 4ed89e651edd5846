"""One file: its content → the things in it, each with its place and faults; read once for every version that has it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import chain
from typing import NamedTuple

from strategy_cli import nearest
from strategy_cli.document import Data, Document, Key, parse
from strategy_cli.finding import Edit, Finding
from strategy_cli.loading.validation import validated
from strategy_cli.model.entity import Entity
from strategy_cli.model.fields import ID, Languages
from strategy_cli.ref import Ref
from strategy_cli.span import whole_file
from strategy_cli.strategy import Place

_WRITTEN_ID = re.compile(r"(?<![\w-])id:\s+[\"']?([a-z0-9-]+)")
_WRITTEN_BEFORE = re.compile(r"(?<![\w-])formerly:([\s\[,\"'a-z0-9-]*)")
_PARSED: dict[bytes, Document] = {}

Entry = tuple[dict[str, Data], Key, str]


class Thing(NamedTuple):
    """A thing as a file has it, with its faults; ``entity`` is None when too little of it can be read."""

    ref: Ref
    place: Place
    entity: Entity | None
    findings: tuple[Finding, ...]


class FileRead(NamedTuple):
    """A file's things, and what is wrong with the file itself.

    ``broken`` are the things that it would hold, so that links to them are not called unknown.
    """

    things: tuple[Thing, ...]
    findings: tuple[Finding, ...]
    broken: tuple[Ref, ...] = ()


def document_of(path: str, content: bytes) -> Document:
    """Give a file's document; a content is parsed once, at whichever paths and in however many versions it stands."""
    document = _PARSED.get(content)
    if document is None:
        document = _PARSED[content] = parse(path, content)
    return document if document.path == path else document.at(path)


@cache
def read_file(path: str, content: bytes, model: type[Entity], languages: Languages) -> FileRead:
    """Read a file of things of a kind; what is the same in two versions is read once, and is the same object."""
    document = document_of(path, content)
    findings = [*document.faults]
    entries = list(_entries(findings, document, model, _stem(path)))
    things = tuple(_thing(document, model, languages, entry) for entry in entries)
    return FileRead(things, tuple(findings), tuple(_broken(document, model, path)))


def forget() -> None:
    """Forget every content that was read."""
    _PARSED.clear()
    read_file.cache_clear()


def _thing(document: Document, model: type[Entity], languages: Languages, entry: Entry) -> Thing:
    data, prefix, identity = entry
    ref, place = Ref(model.kind, identity), Place(document, prefix)
    entity, findings, left_out = validated(model, {**data, "id": identity}, place, ref, languages)
    return Thing(ref, replace(place, left_out=left_out) if left_out else place, entity, tuple(findings))


def _broken(document: Document, model: type[Entity], path: str) -> Iterator[Ref]:
    """Name what a file that cannot be read would hold, by the ids that stand in it."""
    if document.faults and not isinstance(document.data, list | dict):
        formerly = (ID.findall(held) for held in _WRITTEN_BEFORE.findall(document.text))
        for identity in (_stem(path), *_WRITTEN_ID.findall(document.text), *chain.from_iterable(formerly)):
            yield Ref(model.kind, identity)


def _stem(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]


def _entries(findings: list[Finding], document: Document, model: type[Entity], stem: str) -> Iterator[Entry]:
    """Split a file into its things: data, key path in the file, id."""
    if isinstance(document.data, list):
        for number, item in enumerate(document.data):
            if not isinstance(item, dict):
                findings.append(Finding("invalid-value", document.span((number,)), problem="map"))
            elif identity := _listed_id(findings, document, number, item.get("id")):
                yield item, (number,), identity
    elif isinstance(document.data, dict):
        yield document.data, (), file_id(findings, document, model, stem)
    elif not document.faults:
        empty = document.data is None
        span = whole_file(document.path) if empty else document.span()
        findings.append(Finding("invalid-value", span, problem="empty-file" if empty else "map"))


def _listed_id(findings: list[Finding], document: Document, number: int, given: Data) -> str | None:
    if isinstance(given, str) and ID.fullmatch(given):
        return given
    if given is None:
        findings.append(Finding("missing-key", document.span((number,)), args={"key": "id"}, problem="id"))
    else:
        findings.append(nearest.bad_id(document.span((number, "id")), given))
    return None


def file_id(findings: list[Finding], document: Document, model: type[Entity], stem: str) -> str:
    """Give the id of the only thing in a file: the file's name, whatever the file says."""
    given = document.data.get("id") if isinstance(document.data, dict) else None
    if not ID.fullmatch(stem):
        findings.append(nearest.bad_id(document.span(), stem, problem="file-name"))
        return given if isinstance(given, str) and ID.fullmatch(given) else nearest.as_id(stem) or "nameless"
    if given is not None and given != stem:
        span = document.span(("id",))
        args = {"id": str(given), "stem": stem}
        edit = Edit(span, stem, nearest.slip(str(given), (stem,)) is not None) if isinstance(given, str) else None
        findings.append(Finding("id-differs-from-file", span, Ref(model.kind, stem), ("id",), args, edit=edit))
    return stem
