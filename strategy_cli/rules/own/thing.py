"""Thing: what an expression sees of an entity: its keys as files write them, its links as things, nothing else."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from pydantic import BaseModel

from strategy_cli.model.entity import Entity
from strategy_cli.model.fields import Node
from strategy_cli.model.kinds import FOLDERS, attributes, link_fields
from strategy_cli.model.period import Period
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.rules.own.shape import DAY, PERIOD
from strategy_cli.strategy import Strategy

MOST_LOOKS = 300_000  # of one rule over the whole strategy: some hundred for each of two thousand things


class TooSlowError(Exception):
    """An expression looks at more than a rule needs to."""


class UnknownKeyError(Exception):
    """An expression asks for a key that is not there."""


class Missing:
    """What is not given: false, empty, nought in sums, and neither more nor less than anything."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __eq__(self, other: object) -> bool:
        return other is None or isinstance(other, Missing)

    def __hash__(self) -> int:
        return 0

    def __lt__(self, _: object) -> bool:
        return False

    __le__ = __gt__ = __ge__ = __lt__

    def __str__(self) -> str:
        return ""


MISSING = Missing()


class Thing:
    """One map of a file: an entity, or a part of one; equal to its id where it has one."""

    __slots__ = ("_more", "_node", "_view")

    def __init__(self, view: "View", node: Node | None, more: Mapping[str, Any] | None = None) -> None:
        self._view, self._node, self._more = view, node, more or {}

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Thing):
            return self._node is other._node and self._more == other._more
        return isinstance(other, str) and other == self._name()

    def __hash__(self) -> int:
        return hash(self._name())

    def __str__(self) -> str:
        return self._name()

    def _name(self) -> str:
        return str(self._more["text"] if "text" in self._more else getattr(self._node, "id", ""))


class View:
    """Shows one strategy to the expressions of one rule, and counts their looks."""

    def __init__(self, strategy: Strategy) -> None:
        self._strategy = strategy
        self._looks = 0

    def thing(self, entity: Entity) -> Thing:
        """Show an entity."""
        return Thing(self, entity)

    def look(self, at: object, key: object) -> Any:
        """Give what stands under a key; raises UnknownKeyError, or TooSlowError when it is one look too many."""
        self._spend(1)
        if isinstance(at, Missing):
            return at
        if isinstance(at, list | tuple) and isinstance(key, int):
            return at[key] if -len(at) <= key < len(at) else MISSING
        if isinstance(at, date) and key in DAY:
            return getattr(at, str(key))
        if isinstance(at, Thing) and isinstance(key, str):
            return self._inside(at, key)
        raise UnknownKeyError(key)

    def _inside(self, thing: Thing, key: str) -> Any:
        node, more = thing._node, thing._more  # noqa: SLF001
        if key in more:
            return more[key]
        names = attributes(type(node)) if node else {}
        if node and key in names:
            return self._shown(getattr(node, names[key]), _linked(type(node)).get(key))
        if isinstance(node, Entity) and key in FOLDERS:
            users = self._strategy.users(node.ref, FOLDERS[key].kind)
            self._spend(len(users))
            return [self.thing(one) for one in users]
        raise UnknownKeyError(key)

    def _shown(self, value: Any, kind: str | None = None) -> Any:
        if value is None:
            return MISSING
        if isinstance(value, tuple):
            self._spend(len(value))
            return [one for item in value if (one := self._shown(item, kind)) is not MISSING]
        if isinstance(value, dict):
            self._spend(len(value))
            return [self._item(key, held) for key, held in value.items()]
        if isinstance(value, str) and kind:
            found = self._strategy.find(Ref(*value.split("/", 1)) if kind == "*" else Ref(kind, value))
            return self.thing(found) if found else MISSING
        return self._plain(value)

    def _plain(self, value: Any) -> Any:
        if isinstance(value, Text):
            return value.pick(self._strategy.about.languages[0])[0]
        if isinstance(value, Period):
            return Thing(self, None, {key: getattr(value, key) for key in PERIOD})
        return Thing(self, value) if isinstance(value, Node) else value

    def _item(self, key: object, held: Any) -> Thing:
        named = {"key": self._shown(key)}
        if isinstance(held, Node):
            return Thing(self, held, named)
        return Thing(self, None, {**named, "value": self._shown(held)})

    def _spend(self, looks: int) -> None:
        self._looks += looks
        if self._looks > MOST_LOOKS:
            raise TooSlowError


@cache
def _linked(model: type[BaseModel]) -> dict[str, str]:
    """Map the keys that hold ids, one or several, to the kind linked to."""
    return {steps[0]: kind for steps, kind in link_fields(model) if steps[1:] in ((), ("*",))}
