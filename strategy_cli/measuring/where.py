"""Where: things chosen by what a field says of them: ``project.risk=high``, the city's own field or a built-in key."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Literal, NamedTuple, get_args, get_origin

from strategy_cli import nearest
from strategy_cli.errors import StrategyError
from strategy_cli.model.entity import Entity
from strategy_cli.model.fields import Node, number
from strategy_cli.model.kinds import FOLDER_OF, FOLDERS, attributes, link_at
from strategy_cli.model.own import extended
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy


class Where(NamedTuple):
    """A choice: the kind of thing, its key, and the value that one of the key's values must be."""

    kind: str
    key: str
    value: str

    @property
    def field(self) -> str:
        """The kind and the key: of several choices by the same, any will do."""
        return f"{self.kind}.{self.key}"


def read(strategy: Strategy, given: str) -> Where:
    """Read a choice; raises StrategyError when there is no such field, or it can have no such value."""
    field, equals, value = (part.strip() for part in given.partition("="))
    kind, dot, key = field.partition(".")
    if not (equals and dot and key and value):
        raise StrategyError("where-form", given=given)
    model = extended(FOLDERS[FOLDER_OF[kind]], strategy.about.fields.of(kind)) if kind in FOLDER_OF else None
    known = [f"{kind}.{one}" for one in attributes(model)] if model else [f"{one}.{key}" for one in FOLDER_OF]
    if model is None or field not in known:
        close = nearest.name(field, known)
        raise StrategyError("where-field-near" if close else "where-field", field=field, nearest=close)
    found = Where(kind, key, _called(strategy, model, Where(kind, key, value)))
    _check(strategy, model, found)
    return found


def known(strategy: Strategy) -> Iterator[str]:
    """Give every choice by a field of which it is known what it can be."""
    for kind, folder in FOLDER_OF.items():
        model = extended(FOLDERS[folder], strategy.about.fields.of(kind))
        for key, attribute in attributes(model).items():
            for value in sorted(_choices(model.model_fields[attribute].annotation)):
                yield f"{kind}.{key}={value}"


def _called(strategy: Strategy, model: type[Entity], asked: Where) -> str:
    """Give the id of the choice that is called so in the city's words; else what was written."""
    declared = strategy.about.fields.of(model.kind).get(asked.key)
    names = {w.casefold(): one for one, text in declared.choices.items() for _, w in text.words} if declared else {}
    return (
        asked.value if declared and asked.value in declared.choices else names.get(asked.value.casefold(), asked.value)
    )


def _check(strategy: Strategy, model: type[Entity], asked: Where) -> None:
    """Make sure that the key can have the value, where what it can have is known."""
    kind = link_at(model, (asked.key,)) or link_at(model, (asked.key, 0))
    choices = sorted(_choices(model.model_fields[attributes(model)[asked.key]].annotation))
    known = choices or (list(strategy.entities.get(kind, ())) if kind else [])
    if known and asked.value not in known:
        close = nearest.name(asked.value, known)
        args = {"field": asked.field, "value": asked.value, "known": ", ".join(known), "nearest": close}
        raise StrategyError("where-value-near" if close else "where-value", **args)


def _choices(annotation: Any) -> set[str]:
    if get_origin(annotation) is Literal:
        return set(get_args(annotation))
    return {found for argument in get_args(annotation) for found in _choices(argument)}


def chosen(strategy: Strategy, where: Where) -> Iterator[Ref]:
    """Find the things of which the field says so."""
    for entity in strategy.entities[where.kind].values():
        held = getattr(entity, attributes(type(entity)).get(where.key, ""), None)
        if any(_is(one, where.value) for one in (held if isinstance(held, tuple) else (held,))):
            yield entity.ref


def _is(held: object, value: str) -> bool:
    if isinstance(held, bool):
        return value == ("true" if held else "false")
    if isinstance(held, Decimal | int):
        return number(value) == held
    if isinstance(held, Text):
        return any(words.casefold() == value.casefold() for _, words in held.words)
    return not isinstance(held, Node) and held is not None and _written(held) == value


def _written(held: object) -> str:
    return held.isoformat() if isinstance(held, date) else str(held)


def told(strategy: Strategy, given: str) -> Text | str:
    """Say a choice in the city's words: the field's label and the value's; as it was given where there are none."""
    where = read(strategy, given)
    declared = strategy.about.fields.of(where.kind).get(where.key)
    if declared is None:
        return given
    label, value = strategy.about.fields.name(where.kind, where.key), declared.choices.get(where.value, where.value)
    if declared.target:
        value = strategy.name(Ref(declared.target, where.value))
    codes = _codes(label, value) or strategy.about.languages[:1]
    return Text(tuple((code, f"{_in(label, code)}: {_in(value, code)}") for code in codes))


def _codes(*texts: Text | str) -> Iterable[str]:
    """Name the languages of some texts, in the order of the first that is in any."""
    return dict.fromkeys(code for text in texts if isinstance(text, Text) for code, _ in text.words)


def _in(text: Text | str, language: str) -> str:
    return text.pick(language)[0] if isinstance(text, Text) else text
