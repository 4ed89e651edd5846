"""Validation: one entity's data against its model; every fault a finding on its key, the rest kept."""

from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from strategy_cli import nearest
from strategy_cli.document import Data, Key
from strategy_cli.finding import Edit, Finding
from strategy_cli.model.entity import Entity
from strategy_cli.model.fields import Languages, whole
from strategy_cli.model.kinds import annotation_at, attributes, submodel
from strategy_cli.ref import Ref
from strategy_cli.strategy import Place

E = TypeVar("E", bound=Entity)
_SHAPES = {
    "tuple_type": "list",
    "list_type": "list",
    "dict_type": "map",
    "model_type": "map",
    "model_attributes_type": "map",
}


def validated(
    model: type[E], data: dict[str, Data], place: Place, ref: Ref, languages: Languages
) -> tuple[E | None, list[Finding]]:
    """Make the entity; faulty keys are told and left out, so that one of them does not hide the rest.

    The entity is None when what is left lacks a key that it cannot do without.
    """
    try:
        return model.model_validate(data, context=languages), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    findings = [_finding(model, detail, place, ref) for detail in details]
    faulty = {_path(detail)[0] for detail in details}
    nameless = {key: ref.id for key in ("name", "title") if key in faulty and key in attributes(model)}
    kept = {key: value for key, value in data.items() if key not in faulty} | nameless
    try:
        return model.model_validate(kept, context=languages), findings
    except ValidationError:
        return None, findings


def _path(detail: ErrorDetails) -> Key:
    place = detail["loc"]
    return place[:-1] if _is_key(detail) else place


def _is_key(detail: ErrorDetails) -> bool:
    """Tell whether the fault is in a map's key: ``[key]`` is pydantic's mark of it, unless somebody wrote that."""
    return detail["loc"][-1] == "[key]" and detail["type"] != "extra_forbidden"


def _finding(model: type[BaseModel], detail: ErrorDetails, place: Place, ref: Ref) -> Finding:
    path = _path(detail)
    full = (*place.prefix, *path)
    kind = detail["type"]
    if kind == "missing":
        span = place.document.span(full, on_key=True)
        return Finding("missing-key", span, ref, path, {"key": path[-1], "where": _dotted(path[:-1])})
    if kind == "extra_forbidden":
        return _unknown_key(model, path, place, ref)
    if kind == "language":
        full = (*full, detail["ctx"]["language"])
    span = place.document.span(full, on_key=kind == "language" or _is_key(detail))
    problem, args = _problem(kind, detail, model, path)
    suggestion = args.get("suggestion")
    edit = Edit(span, str(suggestion)) if suggestion and problem in ("date", "number", "id") else None
    return Finding("invalid-value", span, ref, path, {"key": _dotted(path), **args}, problem, edit)


def _unknown_key(model: type[BaseModel], path: Key, place: Place, ref: Ref) -> Finding:
    span = place.document.span((*place.prefix, *path), on_key=True)
    inside = submodel(model, path[:-1])
    known = sorted(attributes(inside)) if inside else []
    close = nearest.name(str(path[-1]).lower().replace("-", "_"), known)
    args = {"key": path[-1], "nearest": close, "known": ", ".join(known)}
    problem, edit = ("near", Edit(span, close)) if close else (None, None)
    return Finding("unknown-key", span, ref, path, args, problem, edit)


def _problem(kind: str, detail: ErrorDetails, model: type[BaseModel], path: Key) -> tuple[str, dict[str, Any]]:
    value = detail["input"]
    if kind in _SHAPES:
        shown = value if isinstance(value, str) else None
        return _SHAPES[kind] + ("-from-text" if shown and _SHAPES[kind] == "list" else ""), {"value": shown}
    if kind == "language":
        return "language", {"value": detail["ctx"]["language"]}
    if not isinstance(value, str):
        return "words-unclear" if kind == "words" and isinstance(value, dict) else "one-value", {}
    if kind == "literal_error":
        return _choice(value, model, path)
    suggestion = _suggestion(kind, value)
    return kind if suggestion else f"{kind}-unclear", {"value": value, "suggestion": suggestion}


def _suggestion(kind: str, value: str) -> str | None:
    match kind:
        case "date":
            return nearest.as_date(value)
        case "number" | "whole":
            found = nearest.as_number(value)
            return found if kind == "number" or whole(found) is not None else None
        case "id":
            return nearest.as_id(value)
        case "period":
            return nearest.as_date(value)
    return None


def _choice(value: str, model: type[BaseModel], path: Key) -> tuple[str, dict[str, Any]]:
    choices = sorted(_literals(annotation_at(model, path)))
    close = nearest.name(value, choices)
    args = {"value": value, "choices": ", ".join(choices), "suggestion": close}
    return "choice-near" if close else "choice", args


def _literals(annotation: Any) -> set[str]:
    return {
        found
        for argument in get_args(annotation)
        for found in ({argument} if isinstance(argument, str) else _literals(argument))
    }


def _dotted(path: Key) -> str:
    return ".".join(str(part) if isinstance(part, str) else str(part + 1) for part in path)
