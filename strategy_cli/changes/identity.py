"""Identity: which entity, and which item of a list, is the same thing in two versions."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from strategy_cli.model.about import Requirement, Theme, Value
from strategy_cli.model.entity import Entity
from strategy_cli.model.fields import Node
from strategy_cli.model.goal import Judgement
from strategy_cli.model.indicator import Dated
from strategy_cli.model.project import Milestone, Money, Update
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy

# What an item of a list is known by, and what it is recognised by when that has changed.
NATURAL_KEYS: Mapping[type[Node], str] = {
    Value: "id",
    Theme: "id",
    Requirement: "id",
    Dated: "period",
    Judgement: "period",
    Update: "period",
    Milestone: "name",
    Money: "year",
}
_SECOND_KEYS: Mapping[type[Node], str] = {Milestone: "due", Dated: "value"}

Places = tuple[int | None, int | None]


@dataclass(frozen=True)
class Pairing:
    """The entities of two versions, each with itself; ``renames`` map old refs to new ones, as declared.

    An entity that both versions share, the very same object, is left out unless another says that it comes from it.
    """

    renames: Mapping[Ref, Ref]
    pairs: tuple[tuple[Entity | None, Entity | None], ...]

    @cached_property
    def taken(self) -> AbstractSet[Ref]:
        """The refs that things were renamed to: whatever was known by them before is another thing."""
        return set(self.renames.values())

    @cached_property
    def stayed(self) -> Mapping[Ref, Ref]:
        """What the things that are in both versions were and are known by."""
        return {then.ref: now.ref for then, now in self.pairs if then and now}

    @cached_property
    def origin(self) -> Mapping[Ref, Ref]:
        """What the things that are in both versions are and were known by."""
        return {now: then for then, now in self.stayed.items()}


def paired(old: Strategy, new: Strategy) -> Pairing:
    """Pair entities by what ``formerly``, on either side, declares to be the same thing; the rest by kind and id."""
    before, after = _unshared(old, new)
    renames = _renames(before, after)
    origin = {now: then for then, now in renames.items()}
    origin |= {ref: ref for ref in after if ref in before and ref not in renames and ref not in origin}
    kept = [(before.get(origin[ref]) if ref in origin else None, entity) for ref, entity in after.items()]
    found = set(origin.values())
    lost = [(entity, None) for ref, entity in before.items() if ref not in found]
    return Pairing(renames, (*kept, *lost))


def _unshared(old: Strategy, new: Strategy) -> tuple[dict[Ref, Entity], dict[Ref, Entity]]:
    """Leave out the entities that the versions share, but for those that others were renamed or made from."""
    before, after = _but_for(old, new), _but_for(new, old)
    for entity in (*before.values(), *after.values()):
        for name in (*entity.formerly, *entity.continues):
            ref = Ref(entity.kind, name)
            for strategy, found in ((old, before), (new, after)):
                if ref not in found and (named := strategy.find(ref)):
                    found[ref] = named
    return before, after


def _but_for(one: Strategy, other: Strategy) -> dict[Ref, Entity]:
    found: dict[Ref, Entity] = {} if one.about is other.about else {one.about.ref: one.about}
    for kind, entities in one.entities.items():
        there = other.entities.get(kind, {})
        found.update((entity.ref, entity) for name, entity in entities.items() if there.get(name) is not entity)
    return found


def _renames(before: Mapping[Ref, Entity], after: Mapping[Ref, Entity]) -> dict[Ref, Ref]:
    """Choose among the renames that either version declares, the same ones whichever of them is the old."""
    found = [(place, then, now) for place, then, now in _declared(before, after)]
    found += [(place, then, now) for place, now, then in _declared(after, before)]
    renames: dict[Ref, Ref] = {}
    taken: set[Ref] = set()
    for _, then, now in sorted(found, key=lambda one: (one[0], sorted(one[1:]))):
        if then not in renames and now not in taken:
            renames[then] = now
            taken.add(now)
    return renames


def _declared(before: Mapping[Ref, Entity], after: Mapping[Ref, Entity]) -> list[tuple[int, Ref, Ref]]:
    """Find the renames that ``after`` declares: to an id that is new, or that another rename has set free.

    Each with its place among the earlier ids, as they are listed.
    """
    found = [
        (place, Ref(ref.kind, then), ref)
        for ref, entity in after.items()
        for place, then in enumerate(entity.formerly)
        if Ref(ref.kind, then) in before and not _known(before.get(ref), then)
    ]
    free = set(before)
    while free != (free := {then for _, then, _ in found}):
        found = [one for one in found if one[2] not in before or one[2] in free]
    return found


def _known(entity: Entity | None, then: str) -> bool:
    """Tell whether the older version declares the same rename already."""
    return entity is not None and then in (*entity.formerly, entity.id)


def natural(item: Node) -> Hashable:
    """Give what an item of a list is known by: its id, period or year, or its name in its first language."""
    value = getattr(item, NATURAL_KEYS[type(item)])
    return value.words[0][1] if isinstance(value, Text) else value


def matched(old: Sequence[Node], new: Sequence[Node]) -> Iterator[Places]:
    """Match the items of two lists: first the equal, then by natural key, then by what else tells them.

    Gives the place of each item in both lists, in the order of the new one, the removed ones last.
    """
    left, right = dict(enumerate(old)), dict(enumerate(new))
    found: dict[int, int] = {}
    for known_by in (_itself, natural, _second):
        for here, there in _same(left.items(), right.items(), known_by):
            found[there] = here
            del left[here], right[there]
    yield from ((found.get(place), place) for place in range(len(new)))
    yield from ((place, None) for place in left)


def _itself(item: Node) -> Hashable:
    return item


def _second(item: Node) -> Hashable:
    key = _SECOND_KEYS.get(type(item))
    return getattr(item, key) if key else None


def _same(
    old: Iterable[tuple[int, Node]], new: Iterable[tuple[int, Node]], known_by: Callable[[Node], Hashable]
) -> list[tuple[int, int]]:
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for place, item in old:
        waiting[known_by(item)].append(place)
    found = []
    for place, item in new:
        key = known_by(item)
        if key is not None and waiting[key]:
            found.append((waiting[key].pop(0), place))
    return found
