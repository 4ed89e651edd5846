"""Marks: what a change is known by, the same in every run, commit, layout and language, by which it is accepted."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from strategy_cli.changes import Change
from strategy_cli.document import Key
from strategy_cli.model.entity import Entity
from strategy_cli.model.fields import Node
from strategy_cli.model.kinds import attributes
from strategy_cli.model.period import Period
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref

_LENGTH = 12  # hexadecimal digits


def mark(change: Change) -> str:
    """Give the mark of a change: what happened, to which thing and key, and what it was before and is after."""
    said = (change.id, str(change.subject), change.field, _named(change.key), change.before, change.after)
    return _digest([_plain(part) for part in said])


def marks(changes: Iterable[Change]) -> Iterator[str]:
    """Give each change a mark that no other has: of several equal ones the later get a number, ``3f9a20b1c4d7-2``."""
    before: Counter[str] = Counter()
    for change in changes:
        one = mark(change)
        before[one] += 1
        yield one if before[one] == 1 else f"{one}-{before[one]}"


def _digest(said: list[Any]) -> str:
    text = json.dumps(said, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()[:_LENGTH]


def _named(key: Key) -> tuple[str, ...]:
    """Leave what a key is known by, a year too: changes name the items of lists, not their places."""
    return tuple(str(part) for part in key)


def _plain(value: object) -> Any:
    """Put a value in the one form that does not depend on how it was written."""
    match value:
        case None | bool() | int() | str():
            return value
        case Ref() | Period() | date():
            return str(value)
        case Decimal():
            return _number(value)
        case Text():
            return dict(value.words)
        case Node():
            return _node(value)
        case dict():
            return {str(key): _plain(held) for key, held in value.items()}
        case tuple() | list() | set() | frozenset():
            return _several(value)
    raise TypeError(type(value))


def _several(values: Iterable[object]) -> list[Any]:
    """Keep the order of a list; the parts of a merge, and the members of a set, have none."""
    held = list(values)
    plain = [_plain(one) for one in held]
    ordered = isinstance(values, tuple | list) and not any(isinstance(one, Ref) for one in held)
    return plain if ordered else sorted(plain)


def _number(value: Decimal) -> str:
    """Write equal numbers alike: 40, 40.0 and 4e1 are one."""
    return format(value.normalize() + 0, "f")


def _node(value: Node) -> dict[str, Any]:
    """Leave out what is as if it were not given: a key that the program learns later must not change old marks."""
    model = type(value)
    held = {key: getattr(value, name) for key, name in attributes(model).items()}
    own = value.own_keys if isinstance(value, Entity) else {}
    names = attributes(model)
    given = {k: v for k, v in held.items() if k not in own and v != _default(model, names[k])}
    return {key: _plain(one) for key, one in given.items() if one not in (None, (), {})}


def _default(model: type[Node], name: str) -> object:
    return model.model_fields[name].get_default(call_default_factory=True, validated_data={})
