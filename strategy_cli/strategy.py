"""Strategy: all entities of one version by kind and id, their links both ways, and where each stands."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, TypeVar, cast

from strategy_cli.document import Document, Key
from strategy_cli.model.about import About
from strategy_cli.model.body import Body
from strategy_cli.model.decision import Decision
from strategy_cli.model.entity import Entity
from strategy_cli.model.goal import Goal
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.kinds import links
from strategy_cli.model.owner import Owner
from strategy_cli.model.programme import Programme
from strategy_cli.model.project import Project
from strategy_cli.model.text import Text
from strategy_cli.model.unit import Unit
from strategy_cli.ref import Ref
from strategy_cli.source import MAIN_FILE, Version
from strategy_cli.span import Span

E = TypeVar("E", bound=Entity)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entity stands: its document, and the key path to it when the file holds a list.

    ``left_out`` are the places of the faulty items that the entity's lists do without.
    """

    document: Document
    prefix: Key = ()
    left_out: Mapping[Key, tuple[int, ...]] = field(default_factory=dict)


class Lines(NamedTuple):
    """Whole lines of a file: the first and the last one, from 1 and both included."""

    path: str
    first: int
    last: int


class LinkTo(NamedTuple):
    """A link as written: from an entity's key to a thing that may or may not exist."""

    source: Ref
    key: Key
    target: Ref


@dataclass(frozen=True)
class Strategy:
    """One version of a strategy.

    ``entities`` hold kind → id → entity, ids in order; ``broken`` are things whose file is faulty
    beyond use, so that links to them are not called unknown; ``neighbours`` are the municipality's other
    strategies in the folders beside this one, by their main file.
    """

    about: About
    entities: Mapping[str, Mapping[str, Entity]]
    places: Mapping[Ref, Place]
    version: Version
    broken: frozenset[Ref] = frozenset()
    neighbours: Mapping[str, About] = field(default_factory=dict)

    @property
    def prefix(self) -> str:
        """What the paths of its files begin with, which is not the same when the folder was moved."""
        return self.places[self.about.ref].document.path.removesuffix(MAIN_FILE)

    @property
    def goals(self) -> Mapping[str, Goal]:
        """Goals by id."""
        return self._kind("goal", Goal)

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        """Indicators by id."""
        return self._kind("indicator", Indicator)

    @property
    def projects(self) -> Mapping[str, Project]:
        """Projects by id."""
        return self._kind("project", Project)

    @property
    def programmes(self) -> Mapping[str, Programme]:
        """Programmes by id."""
        return self._kind("programme", Programme)

    @property
    def owners(self) -> Mapping[str, Owner]:
        """Posts by id."""
        return self._kind("owner", Owner)

    @property
    def units(self) -> Mapping[str, Unit]:
        """Units by id, those that have ended too."""
        return self._kind("unit", Unit)

    @property
    def bodies(self) -> Mapping[str, Body]:
        """Bodies by id."""
        return self._kind("body", Body)

    @property
    def decisions(self) -> Mapping[str, Decision]:
        """Decisions by id."""
        return self._kind("decision", Decision)

    def all(self) -> Iterator[Entity]:
        """Go through the strategy itself and every entity, in a fixed order."""
        yield self.about
        for kind in self.entities.values():
            yield from kind.values()

    def find(self, ref: Ref) -> Entity | None:
        """Get an entity by kind and id."""
        if ref == self.about.ref:
            return self.about
        return self.entities.get(ref.kind, {}).get(ref.id)

    def name(self, ref: Ref) -> Text | str:
        """Give what people call a thing; the id when it has no name or does not exist."""
        found = self.find(ref)
        return found.label or ref.id if found else ref.id

    @cached_property
    def links(self) -> Mapping[Ref, tuple[LinkTo, ...]]:
        """Every link by the entity that holds it."""
        return {e.ref: tuple(_links_of(e)) for e in self.all()}

    @cached_property
    def linked_from(self) -> Mapping[Ref, tuple[LinkTo, ...]]:
        """Every link by the thing it points to."""
        found: dict[Ref, list[LinkTo]] = defaultdict(list)
        for held in self.links.values():
            for link in held:
                found[link.target].append(link)
        return {ref: tuple(held) for ref, held in found.items()}

    @cached_property
    def documents(self) -> Mapping[str, tuple[Document, Mapping[Key, Ref]]]:
        """Every file that holds an entity by its path, with the entities by the places where they stand in it."""
        found: dict[str, tuple[Document, dict[Key, Ref]]] = {}
        for ref, place in self.places.items():
            found.setdefault(place.document.path, (place.document, {}))[1][place.prefix] = ref
        return found

    @cached_property
    def words(self) -> str:
        """Every different word of the files once, a line each: what is not in here is nowhere."""
        found: set[str] = set()
        for document, _ in self.documents.values():
            found.update(document.text.split())
        return "\n".join(found)

    def users(self, target: Ref, kind: str, *keys: str) -> tuple[Entity, ...]:
        """List the entities of ``kind`` that link to ``target``, from any of ``keys`` if given; each once."""
        held = (k for k in self.linked_from.get(target, ()) if k.source.kind == kind)
        refs = dict.fromkeys(k.source for k in held if not keys or k.key[0] in keys)
        return tuple(e for r in refs if (e := self.find(r)))

    def where(self, ref: Ref, *key: str | int, on_key: bool = False) -> Span:
        """Point at a key's value in an entity's file, or at the nearest thing around it."""
        place = self.places[ref]
        written = as_written(key, place.left_out) if place.left_out else key
        return place.document.span((*place.prefix, *written), on_key=on_key)

    def lines(self, ref: Ref, *key: str | int) -> Lines:
        """Give the lines that a key and all of its value take in an entity's file."""
        place, held = self.places[ref], self.where(ref, *key, on_key=True)
        first, last = place.document.lines((*place.prefix, *as_written(key, place.left_out)))
        return Lines(held.path, min(held.line, first), last)

    def _kind(self, kind: str, _model: type[E]) -> Mapping[str, E]:
        return cast("Mapping[str, E]", self.entities.get(kind, {}))


def as_written(key: Key, left_out: Mapping[Key, tuple[int, ...]]) -> Key:
    """Give the path that a key has in the file, where its lists also hold the items left out of the entity."""
    written: Key = ()
    for part in key:
        written = (*written, part if isinstance(part, str) else _place_of(part, left_out.get(written, ())))
    return written


def _place_of(number: int, left_out: tuple[int, ...]) -> int:
    """Count an item's place in a list among those left out before it, which come in order."""
    for gone in left_out:
        number += gone <= number
    return number


def _links_of(entity: Entity) -> Iterable[LinkTo]:
    source = entity.ref
    for key, kind, target in links(entity):
        named = Ref(*target.split("/", 1)) if kind == "*" else Ref(kind, target)
        yield LinkTo(source, key, named)
