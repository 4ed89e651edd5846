"""Shape: which keys stand where in what an expression sees, known before anything is evaluated."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from strategy_cli.model.entity import Entity
from strategy_cli.model.fields import Link
from strategy_cli.model.kinds import FOLDER_OF, FOLDERS, attributes
from strategy_cli.model.own import OwnFields, extended
from strategy_cli.model.period import Period

DAY = ("year", "month", "day")
PERIOD = ("first", "last", "text")
Models = Mapping[str, type[Entity]]


@dataclass(frozen=True, slots=True)
class Shape:
    """What stands at a place: one or ``several`` things with the keys of ``model`` and some ``more``, or plain values.

    ``choices`` are the words that it can be; ``known`` is False where anything may stand.
    """

    model: type[BaseModel] | None = None
    more: tuple[str, ...] = ()
    several: bool = False
    choices: tuple[str, ...] = ()
    known: bool = True


PLAIN, ANYTHING = Shape(), Shape(known=False)


def models(fields: OwnFields) -> Models:
    """Give the model of every kind, with the city's own fields."""
    return {model.kind: extended(model, fields.of(model.kind)) for model in FOLDERS.values()}


def keys(shape: Shape, models: Models) -> dict[str, Shape]:
    """Give the keys that one thing of a shape has: as files write them, and of what links to it by its folder."""
    return {**dict.fromkeys(shape.more, ANYTHING), **dict(_keys(shape.model, models) if shape.model else ())}


def _keys(model: type[BaseModel], models: Models) -> Iterator[tuple[str, Shape]]:
    if issubclass(model, Entity):
        yield from ((folder, Shape(models[kind], several=True)) for kind, folder in FOLDER_OF.items())
    for key, name in attributes(model).items():
        info = model.model_fields[name]
        yield key, _of(info.annotation, tuple(info.metadata), models)


def _of(annotation: Any, metadata: tuple[Any, ...], models: Models) -> Shape:
    for mark in metadata:
        if isinstance(mark, Link):
            return Shape(models[mark.kind]) if mark.kind in models else ANYTHING
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _of(inside[0], annotation.__metadata__, models)
    if origin in (Union, UnionType):
        held = [one for one in inside if one is not type(None)]
        return _of(held[0], (), models) if len(held) == 1 else ANYTHING
    if origin is tuple:
        return replace(_of(inside[0], (), models), several=True)
    if origin is dict:
        one = _of(inside[1], (), models)
        return Shape(one.model, ("key",) if one.model else ("key", "value"), several=True)
    return Shape(choices=inside) if origin is Literal else _single(annotation)


def _single(annotation: Any) -> Shape:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Shape(annotation)
    return {date: Shape(more=DAY), Period: Shape(more=PERIOD), Any: ANYTHING}.get(annotation, PLAIN)
