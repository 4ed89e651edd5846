"""Loading: Source → (Strategy, findings); reads, validates and links, and never stops at the first fault."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from strategy_cli import nearest, vocabulary
from strategy_cli.document import Data, parse
from strategy_cli.finding import Finding
from strategy_cli.loading import one_file, own, summary
from strategy_cli.loading.one_file import document_of, file_id, read_file
from strategy_cli.loading.validation import validated
from strategy_cli.model.about import About
from strategy_cli.model.entity import Entity
from strategy_cli.model.fields import LANGUAGE, Languages
from strategy_cli.model.kinds import FOLDERS
from strategy_cli.ref import Ref
from strategy_cli.source import ACCEPTED_FILE, MAIN_FILE, Source
from strategy_cli.span import whole_file
from strategy_cli.strategy import Place, Strategy

PEOPLE_FILE = "people.yaml"


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
        if path not in (MAIN_FILE, PEOPLE_FILE, ACCEPTED_FILE):
            _read_file(reading, path)
    reading.findings += [_in_no_folder(source, *found) for found in reading.misplaced.items()]
    findings = own.in_own_words(own.without_strangers(reading.findings, reading.places[about.ref].document), about)
    entities = {kind: dict(sorted(found.items())) for kind, found in reading.entities.items()}
    neighbours = {path: other for path, other in _neighbours(source) if _same_municipality(about, other)}
    strategy = Strategy(about, entities, reading.places, source.version, frozenset(reading.broken), neighbours)
    return Loaded(strategy, tuple(summary.told(strategy, findings)))


def _about(reading: _Reading) -> About:
    source = reading.source
    content = source.files.get(MAIN_FILE, b"")
    document = document_of(source.shown(MAIN_FILE), content)
    reading.findings += document.faults
    data = document.data if isinstance(document.data, dict) else None
    reading.languages = _languages(data)
    place = Place(document)
    ref = Ref(About.kind, "strategy")
    reading.places[ref] = place
    about: About | None = None
    if document.data is not None and data is None:
        reading.findings.append(Finding("invalid-value", document.span(), ref, problem="map"))
    elif data is not None or not (document.faults or MAIN_FILE in source.refused):
        about, reading.places[ref], faults = _read_about(document.path, content, reading.languages)
        reading.findings += faults
    if about is None or any(f.subject == ref and f.key[:1] == ("themes",) for f in reading.findings):
        reading.broken.add(ref)  # what it says of themes is not known, so no theme is called unknown
    about = about or About.model_validate({"title": reading.source.version.place}, context=reading.languages)
    reading.models = own.models(about, data)
    return about


@cache
def _read_about(path: str, content: bytes, languages: Languages) -> tuple[About | None, Place, tuple[Finding, ...]]:
    """Read the strategy's own file, once for every version that has it."""
    found: list[Finding] = []
    document = document_of(path, content)
    ref, place = Ref(About.kind, "strategy"), Place(document)
    data = document.data if isinstance(document.data, dict) else {}
    given = {**data, "id": file_id(found, document, About, ref.id)}
    about, faults, left_out = validated(About, given, place, ref, languages)
    return about, replace(place, left_out=left_out), (*found, *faults)


def forget() -> None:
    """Forget what was read of every content, those that no file has any more too."""
    one_file.forget()
    _read_about.cache_clear()


def _languages(data: dict[str, Data] | None) -> Languages:
    given = None if data is None else data.get("languages")
    codes = tuple(c for c in given if isinstance(c, str) and LANGUAGE.fullmatch(c)) if isinstance(given, list) else ()
    if codes and given is not None and len(codes) == len(given):
        return _spoken(codes)
    return Languages(known=data is not None and given is None)


@cache  # files are looked up by their languages, which is quicker when they are one object
def _spoken(codes: tuple[str, ...]) -> Languages:
    return Languages(codes)


def _read_file(reading: _Reading, path: str) -> None:
    folder, inside, _ = path.partition("/")
    if folder not in FOLDERS or not inside:
        _misplaced(reading, folder, path)
        return
    source, model, places = reading.source, reading.models[folder], reading.places
    things, findings, broken = read_file(source.shown(path), source.files[path], model, reading.languages)
    reading.findings += findings
    reading.broken.update(broken)
    for ref, place, entity, faults in things:
        if ref in places:
            reading.findings.append(_duplicate(ref, places[ref], place))
            continue
        places[ref] = place
        reading.findings += faults
        if entity is None:
            reading.broken.add(ref)
        else:
            reading.entities[ref.kind][ref.id] = entity


def _duplicate(ref: Ref, first: Place, second: Place) -> Finding:
    other = first.document.span(first.prefix)
    args = {"id": ref.id, "other": f"{other.path}:{other.line}"}
    return Finding("duplicate-id", second.document.span((*second.prefix, "id")), ref, ("id",), args)


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
