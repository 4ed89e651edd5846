"""Loading: Source → (Strategy, findings); reads, validates and links, and never stops at the first fault."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple, TypeVar

from strategy_cli import nearest, vocabulary
from strategy_cli.document import Data, Document, Key, parse
from strategy_cli.finding import Edit, Finding
from strategy_cli.loading import own, summary
from strategy_cli.loading.validation import validated
from strategy_cli.model.about import About
from strategy_cli.model.entity import Entity
from strategy_cli.model.fields import ID, LANGUAGE, Languages
from strategy_cli.model.kinds import FOLDERS
from strategy_cli.ref import Ref
from strategy_cli.source import MAIN_FILE, Source
from strategy_cli.span import whole_file
from strategy_cli.strategy import Place, Strategy

E = TypeVar("E", bound=Entity)

PEOPLE_FILE = "people.yaml"
_WRITTEN_ID = re.compile(r"(?<![\w-])id:\s+[\"']?([a-z0-9-]+)")


class Loaded(NamedTuple):
    """A strategy and everything that was wrong with reading it."""

    strategy: Strategy
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class _Reading:
    """What has been gathered so far."""

    source: Source
    languages: Languages = field(default_factory=Languages)
    models: Mapping[str, type[Entity]] = field(default_factory=lambda: FOLDERS)
    findings: list[Finding] = field(default_factory=list)
    entities: dict[str, dict[str, Entity]] = field(default_factory=lambda: {m.kind: {} for m in FOLDERS.values()})
    places: dict[Ref, Place] = field(default_factory=dict)
    broken: set[Ref] = field(default_factory=set)
    misplaced: dict[str, list[str]] = field(default_factory=dict)


def load(source: Source) -> Loaded:
    """Read every file of a source; what is faulty is left out and told, the rest is a strategy."""
    reading = _Reading(source)
    for path, rule in source.refused.items():
        reading.findings.append(Finding(rule, whole_file(source.shown(path)), args={"file": path}))
    about = _about(reading)
    for path in sorted(source.files):
        if path not in (MAIN_FILE, PEOPLE_FILE):
            _read_file(reading, path)
    reading.findings += [_in_no_folder(source, *found) for found in reading.misplaced.items()]
    findings = own.in_own_words(own.without_strangers(reading.findings, reading.places[about.ref].document), about)
    entities = {kind: dict(sorted(found.items())) for kind, found in reading.entities.items()}
    neighbours = {path: other for path, other in _neighbours(source) if _same_municipality(about, other)}
    strategy = Strategy(about, entities, reading.places, source.version, frozenset(reading.broken), neighbours)
    return Loaded(strategy, tuple(summary.told(strategy, findings)))


def _about(reading: _Reading) -> About:
    document = _document(reading, MAIN_FILE)
    data = document.data if isinstance(document.data, dict) else None
    reading.languages = _languages(data)
    place = Place(document)
    ref = Ref(About.kind, "strategy")
    reading.places[ref] = place
    about: About | None = None
    if document.data is not None and data is None:
        reading.findings.append(Finding("invalid-value", document.span(), ref, problem="map"))
    elif data is not None or not (document.faults or MAIN_FILE in reading.source.refused):
        data = data or {}
        identity = _file_id(reading, document, About, ref.id, data.get("id"))
        about = _validated(reading, About, {**data, "id": identity}, place, ref)
    if about is None or any(f.subject == ref and f.key[:1] == ("themes",) for f in reading.findings):
        reading.broken.add(ref)  # what it says of themes is not known, so no theme is called unknown
    about = about or About.model_validate({"title": reading.source.version.place}, context=reading.languages)
    reading.models = own.models(about, data)
    return about


def _languages(data: dict[str, Data] | None) -> Languages:
    given = None if data is None else data.get("languages")
    codes = tuple(c for c in given if isinstance(c, str) and LANGUAGE.fullmatch(c)) if isinstance(given, list) else ()
    if codes and given is not None and len(codes) == len(given):
        return Languages(codes)
    return Languages(known=data is not None and given is None)


def _read_file(reading: _Reading, path: str) -> None:
    folder, inside, _ = path.partition("/")
    if folder not in FOLDERS or not inside:
        _misplaced(reading, folder, path)
        return
    model = reading.models[folder]
    document = _document(reading, path)
    for data, prefix, identity in _entries(reading, document, model, _stem(path)):
        ref = Ref(model.kind, identity)
        if ref in reading.places:
            _duplicate(reading, ref, document, prefix)
            continue
        place = reading.places[ref] = Place(document, prefix)
        entity = _validated(reading, model, {**data, "id": identity}, place, ref)
        if entity is None:
            reading.broken.add(ref)
        else:
            reading.entities[model.kind][identity] = entity


def _validated(reading: _Reading, model: type[E], data: dict[str, Data], place: Place, ref: Ref) -> E | None:
    entity, findings, left_out = validated(model, data, place, ref, reading.languages)
    reading.findings += findings
    if left_out:
        reading.places[ref] = replace(place, left_out=left_out)
    return entity


def _stem(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]


@cache
def _parsed(path: str, content: bytes) -> Document:
    """Parse once what is the same in two versions: when they are compared, most of their files are."""
    return parse(path, content)


def _document(reading: _Reading, path: str) -> Document:
    document = _parsed(reading.source.shown(path), reading.source.files.get(path, b""))
    reading.findings += document.faults
    return document


def _entries(
    reading: _Reading, document: Document, model: type[Entity], stem: str
) -> Iterator[tuple[dict[str, Data], Key, str]]:
    """Split a file into its entities: data, key path in the file, id."""
    if isinstance(document.data, list):
        for number, item in enumerate(document.data):
            if not isinstance(item, dict):
                reading.findings.append(Finding("invalid-value", document.span((number,)), problem="map"))
            elif identity := _listed_id(reading, document, number, item.get("id")):
                yield item, (number,), identity
    elif isinstance(document.data, dict):
        identity = _file_id(reading, document, model, stem, document.data.get("id"))
        yield document.data, (), identity
    elif document.faults:
        written = _WRITTEN_ID.findall(document.text)  # links to what the file would have held are not called unknown
        reading.broken.update(Ref(model.kind, identity) for identity in (stem, *written))
    else:
        empty = document.data is None
        span = whole_file(document.path) if empty else document.span()
        reading.findings.append(Finding("invalid-value", span, problem="empty-file" if empty else "map"))


def _listed_id(reading: _Reading, document: Document, number: int, given: Data) -> str | None:
    if isinstance(given, str) and ID.fullmatch(given):
        return given
    if given is None:
        reading.findings.append(Finding("missing-key", document.span((number,)), args={"key": "id"}, problem="id"))
    else:
        reading.findings.append(nearest.bad_id(document.span((number, "id")), given))
    return None


def _file_id(reading: _Reading, document: Document, model: type[Entity], stem: str, given: Data) -> str:
    if not ID.fullmatch(stem):
        reading.findings.append(nearest.bad_id(document.span(), stem, problem="file-name"))
        return given if isinstance(given, str) and ID.fullmatch(given) else nearest.as_id(stem) or "nameless"
    if given is not None and given != stem:
        span = document.span(("id",))
        args = {"id": str(given), "stem": stem}
        edit = Edit(span, stem, nearest.slip(str(given), (stem,)) is not None) if isinstance(given, str) else None
        reading.findings.append(Finding("id-differs-from-file", span, Ref(model.kind, stem), ("id",), args, edit=edit))
    return stem


def _duplicate(reading: _Reading, ref: Ref, document: Document, prefix: Key) -> None:
    first = reading.places[ref]
    other = first.document.span(first.prefix)
    args = {"id": ref.id, "other": f"{other.path}:{other.line}"}
    reading.findings.append(Finding("duplicate-id", document.span((*prefix, "id")), ref, ("id",), args))


def _misplaced(reading: _Reading, folder: str, path: str) -> None:
    if "/" in path:
        reading.misplaced.setdefault(folder, []).append(path)
        return
    span = whole_file(reading.source.shown(path))
    reading.findings.append(Finding("unknown-folder", span, args={"file": path}, problem="loose-file"))


def _in_no_folder(source: Source, folder: str, paths: list[str]) -> Finding:
    """Tell of a folder of no known kind once, at the first of its files."""
    close = nearest.name(folder, FOLDERS) or vocabulary.folder(folder)
    args = {"folder": folder, "nearest": close, "count": len(paths)}
    return Finding("unknown-folder", whole_file(source.shown(paths[0])), args=args, problem="near" if close else None)


def _neighbours(source: Source) -> Iterator[tuple[str, About]]:
    """Read the other strategies beside this one; one that cannot be read says nothing here."""
    for path, content in source.neighbours.items():
        document = parse(path, content)
        if isinstance(document.data, dict):
            place = Place(document)
            data = {**document.data, "id": "strategy"}
            read = validated(About, data, place, Ref(About.kind, "strategy"), _languages(document.data))
            if read.entity is not None:
                yield path, read.entity


def _same_municipality(one: About, other: About) -> bool:
    """Tell whether two strategies may be one municipality's: by code, else by name, where both give it."""
    first, second = one.municipality, other.municipality
    if first is None or second is None:
        return True
    if first.code and second.code:
        return first.code == second.code
    names = [{words.casefold() for _, words in held.name.words} for held in (first, second)]
    return not names[0].isdisjoint(names[1])
