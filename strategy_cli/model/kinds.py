"""Kinds: every kind of entity, the folder it lives in, and the links its fields hold."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from strategy_cli.model.body import Body
from strategy_cli.model.decision import Decision
from strategy_cli.model.entity import Entity
from strategy_cli.model.fields import Link
from strategy_cli.model.goal import Goal
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.owner import Owner
from strategy_cli.model.programme import Programme
from strategy_cli.model.project import Project
from strategy_cli.model.unit import Unit

FOLDERS: dict[str, type[Entity]] = {
    "goals": Goal,
    "indicators": Indicator,
    "projects": Project,
    "programmes": Programme,
    "owners": Owner,
    "units": Unit,
    "bodies": Body,
    "decisions": Decision,
}
FOLDER_OF = {model.kind: folder for folder, model in FOLDERS.items()}

Steps = tuple[str, ...]
_LISTED: Steps = ("*",)


def key_of(name: str, info: FieldInfo) -> str:
    """Give the key that a field has in files (``from`` for ``from_``)."""
    return info.alias or name


@cache
def attributes(model: type[BaseModel]) -> dict[str, str]:
    """Map the keys of a model's fields, as files spell them, to their attribute names."""
    return {key_of(name, info): name for name, info in model.model_fields.items()}


@cache
def link_fields(model: type[BaseModel]) -> tuple[tuple[Steps, str], ...]:
    """List where a model holds links: steps to walk (a key, ``*`` items, ``%`` map keys) and the kind linked to."""
    return tuple(
        ((key_of(name, info), *steps), kind)
        for name, info in model.model_fields.items()
        for steps, kind in _links_in(info.annotation, tuple(info.metadata))
    )


def link_at(model: type[BaseModel], path: tuple[str | int, ...]) -> str | None:
    """Tell what kind of thing the value, or the map's key, at ``path`` links to; None when it is no link."""
    for steps, kind in link_fields(model):
        fits = (s == p or s in ("*", "%") for s, p in zip(steps, path, strict=False))
        if len(steps) == len(path) and all(fits):
            return kind
    return None


def is_linking_key(model: type[BaseModel], path: tuple[str | int, ...]) -> bool:
    """Tell whether it is the map's key at the end of ``path``, not its value, that links."""
    return any(steps == (*path[:-1], "%") for steps, _ in link_fields(model))


def submodel(model: type[BaseModel], path: tuple[str | int, ...]) -> type[BaseModel] | None:
    """Find the model of the map at ``path``, walking keys and list places; None where there is none."""
    return model_in(annotation_at(model, path))


def annotation_at(model: type[BaseModel], path: tuple[str | int, ...]) -> Any:
    """Find what the value at ``path`` is declared as; None where there is no such place."""
    found: Any = model
    for part in path:
        inside = model_in(found)
        if inside is not None and isinstance(part, str) and part in attributes(inside):
            found = inside.model_fields[attributes(inside)[part]].annotation
        elif inside is not None:
            return None
        else:
            found = item_of(found)
    return found


def links(entity: Entity) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Walk an entity's links: the key path, the kind and the id linked to."""
    for name, key, steps, kind in _plan(type(entity)):
        value = getattr(entity, name)
        if not value:
            continue
        if not steps:
            yield (key,), kind, value
        elif steps == _LISTED and type(value) is tuple:  # with single links, nearly all that there are
            for place, target in enumerate(value):
                yield (key, place), kind, target
        else:
            for path, target in _walk(value, steps, (key,)):
                yield path, kind, target


@cache
def _plan(model: type[BaseModel]) -> tuple[tuple[str, str, Steps, str], ...]:
    """Settle once for each model which attributes hold links: name, key, steps further and kind linked to."""
    names = attributes(model)
    return tuple((names[steps[0]], steps[0], steps[1:], kind) for steps, kind in link_fields(model))


def _walk(value: Any, steps: Steps, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    step, further = steps[0], steps[1:]
    if step == "*":
        inner: Iterable[tuple[Any, Any]] = value.items() if isinstance(value, dict) else enumerate(value)
    elif step == "%":
        inner = ((key, key) for key in value)
    else:
        node: type[BaseModel] = type(value)
        inner = ((step, getattr(value, attributes(node)[step])),)
    for part, item in inner:
        if item:
            place = (*path, part if isinstance(part, int) else str(part))
            if further:
                yield from _walk(item, further, place)
            else:
                yield place, item


def _links_in(annotation: Any, metadata: tuple[Any, ...]) -> Iterator[tuple[Steps, str]]:
    for mark in metadata:
        if isinstance(mark, Link):
            yield (), mark.kind
            return
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from link_fields(annotation)
        return
    arguments = get_args(annotation)
    origin = get_origin(annotation)
    if hasattr(annotation, "__metadata__"):
        yield from _links_in(arguments[0], annotation.__metadata__)
    elif origin is tuple:
        yield from ((("*", *steps), kind) for steps, kind in _links_in(arguments[0], ()))
    elif origin is dict:
        yield from ((("%",), kind) for _, kind in _links_in(arguments[0], ()))
        yield from ((("*", *steps), kind) for steps, kind in _links_in(arguments[1], ()))
    else:
        for argument in arguments:
            yield from _links_in(argument, ())


def model_in(annotation: Any) -> type[BaseModel] | None:
    """Find the model of the map that an annotation asks for; None for lists, free maps and single values."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (tuple, dict):
        return None
    found: Callable[[Any], type[BaseModel] | None] = model_in
    return next((m for a in get_args(annotation) if (m := found(a))), None)


def item_of(annotation: Any) -> Any:
    """Find what the items of a list, or the values of a free map, are declared as; None for anything else."""
    if get_origin(annotation) is tuple:
        return get_args(annotation)[0]
    if get_origin(annotation) is dict:
        return get_args(annotation)[1]
    return next((i for a in get_args(annotation) if (i := item_of(a)) is not None), None)
