"""Contents in JSON: what is special to a kind of report, written from its view, whatever that holds."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import Any

from strategy_cli.formats import figures_json
from strategy_cli.measuring.indicator import Measured
from strategy_cli.measuring.rollup import MeasuredGoal
from strategy_cli.messages import Messages
from strategy_cli.model.entity import Entity
from strategy_cli.model.fields import Node
from strategy_cli.model.kinds import attributes, link_at
from strategy_cli.model.period import Period
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.parts.goals import GoalPart
from strategy_cli.views.parts.indicators import IndicatorRow
from strategy_cli.views.parts.projects import ProjectCard

# What stands elsewhere in the file, whole: here only which one it is.
_WHOLE = (GoalPart, IndicatorRow, ProjectCard)
# What only the page needs: where links lead, and how charts are drawn.
_OF_THE_PAGE = frozenset({"here", "home", "anchor", "places"})
_DRAWN = "strategy_cli.charts."
_NOTHING = object()

Plain = Any


class Contents:
    """Writes a view as plain data: texts in the output language, things by id, posts as the report names them."""

    def __init__(self, basis: Basis, messages: Messages) -> None:
        self.basis, self.messages = basis, messages

    @cached_property
    def _hidden(self) -> frozenset[str]:
        """The ids of posts, where readers may not know of them; what is also another thing's id tells nothing."""
        strategy = self.basis.strategy
        return frozenset() if self.basis.posts.told else frozenset(strategy.owners) - _other_ids(strategy)

    def plain(self, view: object) -> dict[str, Plain]:
        """Write a view's fields by name."""
        found = self._write(view)
        return found if isinstance(found, dict) else {}

    def _write(self, value: Any) -> Plain:
        if value is None or isinstance(value, bool | int):
            return value
        if isinstance(value, str):
            return self._words(value)
        if isinstance(value, Text | Period):
            return self.messages.write(value) if isinstance(value, Text) else str(value)
        if isinstance(value, date | Decimal | Fraction):
            return _figure(value)
        if isinstance(value, MeasuredGoal | Measured):
            return {"id": value.goal.id if isinstance(value, MeasuredGoal) else value.indicator.id}
        return self._made_of(value)

    def _made_of(self, value: Any) -> Plain:
        if isinstance(value, Ref | Entity):
            return self._thing(value)
        if isinstance(value, Node):
            return self._node(value)
        if isinstance(value, _WHOLE):
            return {"id": value.id}
        if isinstance(value, Mapping):
            return self._map(value.items())
        if type(value).__module__.startswith(_DRAWN):
            return _NOTHING
        if is_dataclass(value):
            return self._map((f.name, getattr(value, f.name)) for f in fields(value) if f.name not in _OF_THE_PAGE)
        if hasattr(value, "_fields"):  # a named tuple
            return self._map((name, getattr(value, name)) for name in value._fields if name not in _OF_THE_PAGE)
        if isinstance(value, frozenset | set):
            value = sorted(value)
        return self._list(value) if isinstance(value, Iterable) else _NOTHING

    def _thing(self, value: Ref | Entity) -> Plain:
        if value.kind == "owner" and not self.basis.posts.told:
            return None
        return str(value) if isinstance(value, Ref) else {"id": value.id}

    def _words(self, value: str) -> Plain:
        if isinstance(value, StrEnum):
            return value.value
        return None if value in self._hidden else value

    def _node(self, value: Node) -> Plain:
        posts = () if self.basis.posts.told else [k for k in attributes(type(value)) if _is_post(type(value), k)]
        return self._map((key, getattr(value, at)) for key, at in attributes(type(value)).items() if key not in posts)

    def _map(self, items: Iterable[tuple[Any, Any]]) -> dict[str, Plain]:
        written = ((self._key(key), self._write(value)) for key, value in items if self._key(key) not in self._hidden)
        return {key: value for key, value in written if value is not _NOTHING}

    def _list(self, items: Iterable[Any]) -> list[Plain]:
        return [value for value in map(self._write, items) if value is not _NOTHING]

    @staticmethod
    def _key(key: Any) -> str:
        parts = key if isinstance(key, tuple) and not isinstance(key, Ref) else (key,)
        return "/".join("" if part is None else str(part) for part in parts)


def _figure(value: date | Decimal | Fraction) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return figures_json.number(value) if isinstance(value, Decimal) else figures_json.share(value)


def _is_post(model: type[Node], key: str) -> bool:
    return link_at(model, (key,)) == "owner"


def _other_ids(strategy: Strategy) -> frozenset[str]:
    return frozenset(i for kind, held in strategy.entities.items() if kind != "owner" for i in held)
