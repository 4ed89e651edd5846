"""Hints: things gone and things come that are so alike that one may be the other under a new id, undeclared."""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from strategy_cli.changes.comparison import Hint
from strategy_cli.changes.identity import Pairing
from strategy_cli.changes.likeness import of_names, stems
from strategy_cli.model.entity import Entity
from strategy_cli.model.goal import Goal
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.owner import Owner
from strategy_cli.model.project import Project
from strategy_cli.ref import Ref

_ALIKE = 0.7  # of 1,100 pairs of different things in real strategies none has names as alike: 0.69 at most
_SAME_LINKS = 2 / 3  # how much of the way to being the same it is to have the same links
_HARDLY = 0.1  # with the same links a name may be wholly other, but for letters that any two names share
_TELLING = 3  # so many links at least tell a thing from others
_FEW = 1_000  # as many pairs are all looked at
_COMMON = 4_000  # what as many pairs share tells nothing
_NEAREST = 3  # of many, each is held against so many that share the most words with it
_SHORT = 3  # so few words may all be misspelt
_SHARED = 3  # of more words, every third at least begins like one of the other name's


@dataclass(frozen=True, slots=True)
class _Thing:
    """What a thing is compared by: its names by language, the beginnings of its words, and its links."""

    ref: Ref
    names: Mapping[str, str]
    marks: frozenset[Hashable]
    links: frozenset[Hashable]


def hints(pairing: Pairing, declared: Collection[Ref]) -> tuple[Hint, ...]:
    """Pair what has gone with what has come, each at most once, the most alike first; swapping sides swaps the pairs.

    Of what is ``declared`` to be made of something, nothing is guessed.
    """
    gone: dict[str, list[_Thing]] = defaultdict(list)
    come: dict[str, list[_Thing]] = defaultdict(list)
    for then, now in pairing.pairs:
        if then and not now and then.ref not in declared:
            gone[then.kind].append(_thing(then, pairing.renames))
        elif now and not then and now.ref not in declared:
            come[now.kind].append(_thing(now, {}))
    return tuple(hint for kind in gone if kind in come for hint in _best(gone[kind], come[kind]))


def _best(gone: Sequence[_Thing], come: Sequence[_Thing]) -> Iterator[Hint]:
    alike = [Hint(then.ref, now.ref, likeness) for then, now, likeness in _alike(gone, come)]
    taken: set[tuple[int, Ref]] = set()
    for hint in sorted(alike, key=lambda one: (-one.likeness, sorted((one.old, one.new)))):
        if not taken & {(0, hint.old), (1, hint.new)}:
            taken |= {(0, hint.old), (1, hint.new)}
            yield hint


def _alike(gone: Sequence[_Thing], come: Sequence[_Thing]) -> Iterator[tuple[_Thing, _Thing, float]]:
    alone = _only_one(gone) & _only_one(come)
    for then, now in product(gone, come) if len(gone) * len(come) <= _FEW else _near(gone, come):
        same = then.links == now.links and then.links in alone
        if not (same or _worth(then, now)):
            continue
        likeness = of_names(then.names, now.names, _HARDLY if same else _ALIKE)
        if same:
            likeness += (1 - likeness) * _SAME_LINKS
        if likeness >= _ALIKE:
            yield then, now, likeness


def _only_one(things: Iterable[_Thing]) -> set[frozenset[Hashable]]:
    """Find the links that only one of the things has: what several share does not tell which is which."""
    number = Counter(thing.links for thing in things if len(thing.links) >= _TELLING)
    return {links for links, times in number.items() if times == 1}


def _near(gone: Sequence[_Thing], come: Sequence[_Thing]) -> Iterator[tuple[_Thing, _Thing]]:
    """Choose the pairs worth a closer look where there are many: each with those that it shares the most with."""
    shared = _shared(gone, come)
    forth: dict[int, list[tuple[int, int]]] = defaultdict(list)
    back: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (then, now), number in shared.items():
        forth[then].append((number, now))
        back[now].append((number, then))
    near = {(then, now) for then, held in forth.items() for now in _nearest(held, come)}
    near |= {(then, now) for now, held in back.items() for then in _nearest(held, gone)}
    yield from ((gone[then], come[now]) for then, now in sorted(near))


def _worth(then: _Thing, now: _Thing) -> bool:
    """Tell whether the letters of two names are worth counting: they are short, or enough words begin alike."""
    words = max(len(then.marks), len(now.marks))
    return words <= _SHORT or len(then.marks & now.marks) * _SHARED >= words


def _shared(gone: Sequence[_Thing], come: Sequence[_Thing]) -> Counter[tuple[int, int]]:
    """Count what pairs share, by their places; what very many share is passed over, so that the work stays small."""
    there: dict[Hashable, list[int]] = defaultdict(list)
    for place, thing in enumerate(gone):
        for mark in thing.marks:
            there[mark].append(place)
    here: dict[Hashable, list[int]] = defaultdict(list)
    for place, thing in enumerate(come):
        for mark in thing.marks & there.keys():
            here[mark].append(place)
    rare = (mark for mark, places in here.items() if len(places) * len(there[mark]) <= _COMMON)
    return Counter((then, now) for mark in rare for then in there[mark] for now in here[mark])


def _nearest(held: Iterable[tuple[int, int]], things: Sequence[_Thing]) -> Iterator[int]:
    ordered = sorted(held, key=lambda one: (-one[0], things[one[1]].ref))
    yield from (place for _, place in ordered[:_NEAREST])


def _thing(entity: Entity, renames: Mapping[Ref, Ref]) -> _Thing:
    names = {code: words.casefold() for code, words in (entity.label.words if entity.label else ())}
    links = frozenset(_links(entity, renames))
    begun = (stem for words in names.values() for stem in stems(words))
    return _Thing(entity.ref, names, frozenset((*begun, links) if len(links) >= _TELLING else begun), links)


def _links(entity: Entity, renames: Mapping[Ref, Ref]) -> Iterator[Hashable]:
    """Give what tells an indicator or a project apart beside its name; links to what was renamed follow."""
    if isinstance(entity, Indicator):
        yield from _followed(Goal.kind, entity.serves, renames)
        yield from (("unit", entity.unit),) if entity.unit else ()
        yield from (("source", entity.source.name),) if entity.source else ()
    if isinstance(entity, Project):
        yield from _followed(Goal.kind, entity.goals, renames)
        yield from _followed(Owner.kind, (entity.owner,) if entity.owner else (), renames)
        yield from (day for day in (("from", entity.period.from_), ("until", entity.period.until)) if day[1])


def _followed(kind: str, ids: Iterable[str], renames: Mapping[Ref, Ref]) -> Iterator[Ref]:
    for name in ids:
        ref = Ref(kind, name)
        yield renames.get(ref, ref)
