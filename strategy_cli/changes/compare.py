"""Compare: the same entity in two versions, field by field, as raw facts without judgement."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pydantic import BaseModel

from strategy_cli.changes.identity import Pairing, matched, natural
from strategy_cli.document import Key
from strategy_cli.model.entity import Entity
from strategy_cli.model.fields import Node
from strategy_cli.model.indicator import Indicator, Range
from strategy_cli.model.kinds import link_fields
from strategy_cli.model.own import built_in
from strategy_cli.model.project import Money
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref

_IDENTITY = ("id", "formerly")
_ORDERED = (("languages",),)  # the first language is a plain text's


@dataclass(frozen=True, slots=True)
class Fact:
    """One value that is not the same: its field, the value on both sides and where it stands, or should.

    ``sides`` are the entities; ``item`` is the item of a list, or the key of a map, that the value belongs to.
    """

    field: str
    key: Key
    before: Any
    after: Any
    places: tuple[Key, Key]
    sides: tuple[Entity, Entity]
    item: Any = None

    @property
    def action(self) -> str:
        """What was done to the value, plainly: ``added``, ``removed`` or ``changed``."""
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"


@dataclass(frozen=True, slots=True)
class _Spot:
    """How far the walk has come: the field, the key, and the place in either file."""

    field: tuple[str, ...] = ()
    key: Key = ()
    places: tuple[Key, Key] = ((), ())
    item: Any = None

    def step(self, key: str) -> "_Spot":
        old, new = self.places
        return _Spot((*self.field, key), (*self.key, key), ((*old, key), (*new, key)), self.item)

    def into(self, name: object, old: str | int | None, new: str | int | None, item: Any) -> "_Spot":
        at = tuple(p if i is None else (*p, i) for p, i in zip(self.places, (old, new), strict=True))
        key = name if isinstance(name, int) else str(name)
        return _Spot(self.field, (*self.key, key), (at[0], at[1]), item)


@dataclass(frozen=True, slots=True)
class _Another:
    """An old link to what has the id of another thing now, which was renamed: it is no link to that one."""

    ref: Ref


def facts(old: Entity, new: Entity, pairing: Pairing) -> Iterator[Fact]:
    """Walk two versions of an entity; links that only follow a declared rename are the same."""
    walk = _Walk(old, new, pairing)
    for fact in (*walk.node(_plain(old), _plain(new), _Spot()), *walk.own(old, new)):
        places = _place(old, fact.places[0]), _place(new, fact.places[1])
        yield replace(fact, places=places)


class _Walk:
    """A walk over two versions of one entity."""

    def __init__(self, old: Entity, new: Entity, pairing: Pairing) -> None:
        self.sides = old, new
        self.pairing = pairing

    def node(self, old: Node, new: Node, spot: _Spot) -> Iterator[Fact]:
        kinds = _link_kinds(type(new)) if spot.field else _link_kinds(type(new)) | {"continues": self.sides[1].kind}
        for key, name in built_in(type(new)).items():
            before, after = getattr(old, name), getattr(new, name)
            if before != after and (spot.field or key not in _IDENTITY):
                yield from self.value(before, after, spot.step(key), kinds.get(key))

    def own(self, old: Entity, new: Entity) -> Iterator[Fact]:
        """Walk the city's own fields, which may be declared, or be lists, in one of the versions only."""
        kinds = {**_link_kinds(type(old)), **_link_kinds(type(new))}
        for key in dict.fromkeys((*new.own, *old.own)):
            before, after = old.own.get(key), new.own.get(key)
            if isinstance(before, tuple) or isinstance(after, tuple):
                before, after = _several(before), _several(after)
            if before != after and _as_written(before) != _as_written(after):
                yield from self.value(before, after, _Spot().step(key), kinds.get(key))

    def value(self, before: Any, after: Any, spot: _Spot, kind: str | None = None) -> Iterator[Fact]:
        sample = before if after is None else after
        both = before is not None and after is not None
        if isinstance(sample, dict):
            yield from self.mapping(before, after, spot, kind)
        elif isinstance(sample, tuple) and spot.field not in _ORDERED:
            a_list = self.items if isinstance(next(iter((*before, *after))), Node) else self.members
            yield from a_list(before, after, spot, kind)
        elif isinstance(sample, Node) and not isinstance(sample, Range) and both:
            yield from self.node(before, after, spot)
        elif self.now(kind, before) != _linked(kind, after):
            yield self.fact(_linked(kind, before), _linked(kind, after), spot)

    def mapping(self, before: dict[Any, Any], after: dict[Any, Any], spot: _Spot, kind: str | None) -> Iterator[Fact]:
        old = {self.now(kind, key): key for key in before}
        new = {_linked(kind, key): key for key in after}
        for item in dict.fromkeys((*new, *old)):
            then, now = old.get(item), new.get(item)
            was, becomes = before.get(then), after.get(now)
            if was != becomes:
                name = then if now is None else now
                shown = item.ref if isinstance(item, _Another) else item
                at = spot.into(name, then and str(then), now and str(now), shown)
                yield from self.value(was, becomes, at)

    def members(self, before: tuple[Any, ...], after: tuple[Any, ...], spot: _Spot, kind: str | None) -> Iterator[Fact]:
        old = {self.now(kind, member): place for place, member in enumerate(before)}
        new = {_linked(kind, member): place for place, member in enumerate(after)}
        for member in dict.fromkeys(m for m in new if m not in old):
            name = after[new[member]]
            yield self.fact(None, member, spot.into(name, None, new[member], None))
        for member in dict.fromkeys(m for m in old if m not in new):
            name = before[old[member]]
            yield self.fact(_linked(kind, name), None, spot.into(name, old[member], None, None))

    def items(self, before: tuple[Node, ...], after: tuple[Node, ...], spot: _Spot, _: str | None) -> Iterator[Fact]:
        for then, now in matched(before, after):
            was = None if then is None else before[then]
            becomes = None if now is None else after[now]
            item = becomes or was
            if item is None or was == becomes:
                continue
            at = spot.into(natural(item), then, now, item)
            if isinstance(item, Money):  # a year without a row is a year without money
                none = Money.model_construct(year=item.year)
                yield from self.node(was or none, becomes or none, at)
            else:
                yield from self.value(was, becomes, at)

    def fact(self, before: Any, after: Any, spot: _Spot) -> Fact:
        return Fact(".".join(spot.field), spot.key, before, after, spot.places, self.sides, spot.item)

    def now(self, kind: str | None, value: Any) -> Any:
        """Give an old value as the new version would put it: links to what was renamed follow."""
        linked, renames = _linked(kind, value), self.pairing.renames
        if not renames or not isinstance(linked, Ref):
            return linked
        return renames.get(linked) or (_Another(linked) if linked in self.pairing.taken else linked)


def _several(value: Any) -> tuple[Any, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _as_written(value: Any) -> Any:
    """Give a value as files write it: what is only declared as of another type has not changed."""
    if isinstance(value, tuple):
        return tuple(map(_as_written, value))
    if isinstance(value, Text) and len(value.words) == 1:
        return value.words[0][1]
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if value is None or isinstance(value, Text) else str(value)


def _linked(kind: str | None, value: Any) -> Any:
    if kind is None or value is None:
        return value
    return Ref(*value.split("/", 1)) if kind == "*" else Ref(kind, value)


@cache
def _link_kinds(model: type[BaseModel]) -> dict[str, str]:
    """Map the keys that hold links themselves, one or several, to the kind linked to."""
    return {steps[0]: kind for steps, kind in link_fields(model) if steps[1:] in ((), ("*",), ("%",))}


def _plain(entity: Entity) -> Entity:
    """Put an indicator's goals in one list, however they were written."""
    if isinstance(entity, Indicator):
        return entity.model_copy(update={"goal": None, "goals": entity.serves})
    return entity


def _place(entity: Entity, key: Key) -> Key:
    """Give the place in the file of what ``_plain`` put elsewhere."""
    if isinstance(entity, Indicator) and entity.goal and key[:1] == ("goals",):
        place = key[1] if len(key) > 1 else 0
        return ("goals", place - 1) if isinstance(place, int) and place else ("goal",)
    return key
