"""Identity: which entity, and which item of a list, is the same thing in two versions."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Pairing:
    """The entities of two versions, each with itself; ``renames`` map old refs to new ones, as declared."""

    renames: Mapping[Ref, Ref]
    pairs: tuple[tuple[Entity | None, Entity | None], ...]


def paired(old: Strategy, new: Strategy) -> Pairing:
    """Pair entities by what ``formerly``, on either side, declares to be the same thing; the rest by kind and id."""
    before = {entity.ref: entity for entity in old.all()}
    after = {entity.ref: entity for entity in new.all()}
    renames = _renames(before, after)
    origin = {now: then for then, now in renames.items()}
    origin |= {ref: ref for ref in after if ref in before and ref not in renames and ref not in origin}
    kept = [(before.get(origin[ref]) if ref in origin else None, entity) for ref, entity in after.items()]
    found = set(origin.values())
    lost = [(entity, None) for ref, entity in before.items() if ref not in found]
    return Pairing(renames, (*kept, *lost))


def _renames(before: Mapping[Ref, Entity], after: Mapping[Ref, Entity]) -> dict[Ref, Ref]:
    backwards = [(now, then) for then, now in _declared(after, before)]
    renames: dict[Ref, Ref] = {}
    for then, now in (*_declared(before, after), *backwards):
        if then not in renames and now not in renames.values():
            renames[then] = now
    return renames


def _declared(before: Mapping[Ref, Entity], after: Mapping[Ref, Entity]) -> list[tuple[Ref, Ref]]:
    """Find the renames that ``after`` declares: to an id that is new, or that another rename has set free."""
    found = [(Ref(ref.kind, then), ref) for ref, entity in after.items() for then in entity.formerly]
    found = [(then, now) for then, now in found if then in before and not _known(before.get(now), then)]
    while stuck := [one for one in found if one[1] in before and one[1] not in {then for then, _ in found}]:
        found = [one for one in found if one not in stuck]
    return found


def _known(entity: Entity | None, then: Ref) -> bool:
    """Tell whether the older version declares the same rename already."""
    return entity is not None and then.id in (*entity.formerly, entity.id)


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
