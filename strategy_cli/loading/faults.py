"""Faults: what pydantic says of a value → a finding on its key, with what to write instead."""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from strategy_cli import nearest, vocabulary
from strategy_cli.document import Key
from strategy_cli.finding import Edit, Finding
from strategy_cli.model.fields import whole, year
from strategy_cli.model.kinds import annotation_at, attributes, item_of, model_in, submodel
from strategy_cli.ref import Ref
from strategy_cli.strategy import Place

_SHAPES = {
    "tuple_type": "list",
    "list_type": "list",
    "dict_type": "map",
    "model_type": "map",
    "model_attributes_type": "map",
}
_CLEAR = ("date", "number", "euros", "year", "id", "switch")
_MORE = "…"


def path_of(detail: ErrorDetails) -> Key:
    """Give the path of what is at fault, below the entity."""
    place = detail["loc"]
    return place[:-1] if _is_key(detail) else place


def _is_key(detail: ErrorDetails) -> bool:
    """Tell whether the fault is in a map's key: ``[key]`` is pydantic's mark of it, unless somebody wrote that."""
    return detail["loc"][-1] == "[key]" and detail["type"] != "extra_forbidden"


def finding(model: type[BaseModel], detail: ErrorDetails, place: Place, ref: Ref) -> Finding:
    """Make the finding for one fault."""
    path = path_of(detail)
    full = (*place.prefix, *path)
    kind = detail["type"]
    if kind == "missing":
        span = place.document.span(full, on_key=True)
        return Finding("missing-key", span, ref, path, {"key": path[-1], "where": dotted(path[:-1])})
    if kind == "extra_forbidden":
        return unknown_key(model, path, place, ref)
    if kind == "language":
        full = (*full, detail["ctx"]["language"])
    span = place.document.span(full, on_key=kind == "language" or _is_key(detail))
    problem, args = _problem(detail, model, ref.kind)
    suggestion = args.get("suggestion")
    edit = Edit(span, str(suggestion)) if suggestion and problem in _CLEAR else None
    return Finding("invalid-value", span, ref, path, {"key": dotted(path), **args}, problem, edit)


def unknown_key(model: type[BaseModel], path: Key, place: Place, ref: Ref) -> Finding:
    """Make the finding for a key that the map around it does not have, with the key that was meant."""
    span = place.document.span((*place.prefix, *path), on_key=True)
    inside = submodel(model, path[:-1])
    known = sorted(attributes(inside)) if inside else []
    written = str(path[-1])
    close = vocabulary.key(written, ref.kind, known) or nearest.name(written.lower().replace("-", "_"), known)
    args = {"key": path[-1], "nearest": close, "known": ", ".join(known)}
    problem, edit = ("near", Edit(span, close)) if close else (None, None)
    return Finding("unknown-key", span, ref, path, args, problem, edit)


def _problem(detail: ErrorDetails, model: type[BaseModel], subject: str) -> tuple[str, dict[str, Any]]:
    kind, value, path = detail["type"], detail["input"], path_of(detail)
    if kind in _SHAPES:
        return _shape(_SHAPES[kind], value, model, path)
    if kind == "language":
        return "language", {"value": detail["ctx"]["language"]}
    if not isinstance(value, str):
        return ("one-value" if isinstance(value, list) else "words-unclear" if kind == "words" else "no-map"), {}
    if kind == "literal_error":
        return _choice(value, model, path, subject)
    if kind == "euros" and (plain := nearest.without_points(value)):
        return "thousands", {"value": value, "suggestion": plain, "other": f"{float(value):.2f}"}
    suggestion = _suggestion(kind, value)
    return kind if suggestion else f"{kind}-unclear", {"value": value, "suggestion": suggestion}


def _suggestion(kind: str, value: str) -> str | None:
    match kind:
        case "date" | "period":
            return nearest.as_date(value)
        case "number":
            return nearest.as_number(value)
        case "euros":
            return nearest.as_euros(value)
        case "whole" | "year":
            found = nearest.as_number(value)
            return found if (whole if kind == "whole" else year)(found) is not None else None
        case "id":
            return nearest.as_id(value)
        case "switch":
            return vocabulary.switch(value)
    return None


def _choice(value: str, model: type[BaseModel], path: Key, subject: str) -> tuple[str, dict[str, Any]]:
    choices = sorted(_literals(annotation_at(model, path)))
    close = vocabulary.word(value, subject, choices) or nearest.name(value, choices)
    args = {"value": value, "choices": ", ".join(choices), "suggestion": close}
    return "choice-near" if close else "choice", args


def _literals(annotation: Any) -> set[str]:
    return {
        found
        for argument in get_args(annotation)
        for found in ({argument} if isinstance(argument, str) else _literals(argument))
    }


def _shape(shape: str, value: object, model: type[BaseModel], path: Key) -> tuple[str, dict[str, Any]]:
    """Say that a list or a map is wanted, with its keys if it holds any, or with the text put into a list."""
    wanted = annotation_at(model, path)
    inside = model_in(item_of(wanted) if shape == "list" else wanted)
    if inside is not None:
        keys = ", ".join(f"{key}: {_MORE}" for key in _keys(inside))
        written = f"[{{{keys}}}]" if shape == "list" else f"{{{keys}}}"
        return f"{shape}-keys", {"written": _with_key(path, written)}
    if shape == "map" and get_origin(wanted) is dict and model_in(item_of(wanted)):
        return "map-keys", {"written": _with_key(path, f"{{2026: {_MORE}}}")}
    shown = value if isinstance(value, str) else None
    return shape + ("-from-text" if shown and shape == "list" else ""), {"value": shown}


def _keys(model: type[BaseModel]) -> Iterator[str]:
    """Give a model's keys, those that it cannot do without first."""
    names = attributes(model)
    yield from sorted(names, key=lambda key: not model.model_fields[names[key]].is_required())


def _with_key(path: Key, written: str) -> str:
    return f"{path[-1]}: {written}" if path and isinstance(path[-1], str) else written


def dotted(path: Key) -> str:
    """Write a path as people read it, places in lists from 1: ``money.2.used``."""
    return ".".join(part if isinstance(part, str) else str(part + 1) for part in path)
