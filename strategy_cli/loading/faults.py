"""Faults: what pydantic says of a value → a finding on its key, with what to write instead."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from strategy_cli import nearest, notation, vocabulary
from strategy_cli.document import Key
from strategy_cli.editing.scalars import written as as_scalar
from strategy_cli.finding import Edit, Finding
from strategy_cli.loading import target_dates
from strategy_cli.model.entity import Term
from strategy_cli.model.fields import When, whole, year
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
_MORE = "…"
_PARTS = re.compile(r"\s*[,;]\s*")
_FORECAST = re.compile(
    r"(?P<first>[12]\d{3})\D*(?:enn|e\b|prog|forecast|est)|(?:enn|prog|forecast|est)\D*(?P<year>[12]\d{3})",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")


class _Said(NamedTuple):
    """What is wrong with a value, the message's arguments, and what to write instead, if that is known."""

    problem: str
    args: dict[str, Any]
    text: str | None = None
    sure: bool = True


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
    said = _problem(detail, model, ref.kind)
    if said.problem == "period-unclear" and path[0] == "targets":
        return target_dates.unclear(detail["input"], span, ref, path)
    edit = Edit(span, said.text, said.sure) if said.text else None
    return Finding("invalid-value", span, ref, path, {"key": dotted(path), **said.args}, said.problem, edit)


def unknown_key(model: type[BaseModel], path: Key, place: Place, ref: Ref) -> Finding:
    """Make the finding for a key that the map around it does not have, with the key that was meant."""
    span = place.document.span((*place.prefix, *path), on_key=True)
    inside = submodel(model, path[:-1])
    known = sorted(attributes(inside)) if inside else []
    close, sure = key_meant(str(path[-1]), ref.kind, known)
    args = {"key": path[-1], "nearest": close, "known": ", ".join(known)}
    problem, edit = ("near", Edit(span, close, sure)) if close else (None, None)
    return Finding("unknown-key", span, ref, path, args, problem, edit)


def key_meant(word: str, kind: str, known: list[str]) -> tuple[str | None, bool]:
    """Find the known key that an unknown one of a kind of thing was meant to be, and whether it can be no other."""
    return _meant(word, vocabulary.keys(word, kind, known), known)


def _meant(word: str, labelled: tuple[str, ...], known: list[str]) -> tuple[str | None, bool]:
    """Find the known word that was meant, and whether it can be no other."""
    if labelled:
        return labelled[0], len(labelled) == 1
    slip = nearest.slip(word, known)
    return slip or nearest.name(word, known) or nearest.name(word.lower().replace("-", "_"), known), slip is not None


def _problem(detail: ErrorDetails, model: type[BaseModel], subject: str) -> _Said:
    kind, value, path = detail["type"], detail["input"], path_of(detail)
    if kind in _SHAPES:
        return _shape(_SHAPES[kind], value, model, path)
    if kind == "language":
        return _Said("language", {"value": detail["ctx"]["language"]})
    if not isinstance(value, str):
        return _Said("one-value" if isinstance(value, list) else "words-unclear" if kind == "words" else "no-map", {})
    if said := _copied(kind, value, path):
        return said
    if kind == "literal_error":
        return _choice(value, model, path, subject)
    if kind == "euros" and (plain := nearest.without_points(value)):
        return _Said("thousands", {"value": value, "suggestion": plain, "other": f"{float(value):.2f}"})
    suggestion = _suggestion(kind, value, path)
    args = {"value": value, "suggestion": suggestion}
    if kind == "number" and (other := notation.without_comma(value)):
        return _Said("two-ways", {**args, "other": other}, suggestion, sure=False)
    return _Said(kind if suggestion else f"{kind}-unclear", args, suggestion, _is_sure(kind, value, path))


def _copied(kind: str, value: str, path: Key) -> _Said | None:
    """Tell what tables and texts bring along: a dash for nothing, quotation marks, a forecast among the values."""
    if notation.is_blank(value):
        return _Said("blank", {"value": value})
    if inside := notation.unquoted(value):
        return _Said("quotes", {"value": value, "suggestion": inside}, inside, sure=False)
    if kind == "date" and (day := notation.without_year(value)):
        return _Said("no-year", {"value": value, "day": day})
    found = _FORECAST.search(value) if kind == "period" and path[0] == "values" else None
    return _Said("forecast", {"value": value, "year": found["year"] or found["first"]}) if found else None


def _suggestion(kind: str, value: str, path: Key) -> str | None:
    match kind:
        case "date":
            return nearest.as_date(value) or notation.open_day(value, path[-1])
        case "period":
            return notation.as_period(value)
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


def _is_sure(kind: str, value: str, path: Key) -> bool:
    """Tell whether what to write instead says what was meant: figures can be read in two ways, ids link to things."""
    if kind in ("number", "euros", "whole", "year"):
        return notation.is_clear(value, euros=kind == "euros")
    return kind != "id" or path[-1] == "id"


def _choice(value: str, model: type[BaseModel], path: Key, subject: str) -> _Said:
    choices = sorted(_literals(annotation_at(model, path)))
    close, sure = _meant(value, vocabulary.words(value, subject, choices), choices)
    args = {"value": value, "choices": ", ".join(choices), "suggestion": close}
    return _Said("choice-near" if close else "choice", args, close, sure)


def _literals(annotation: Any) -> set[str]:
    return {
        found
        for argument in get_args(annotation)
        for found in ({argument} if isinstance(argument, str) else _literals(argument))
    }


def _shape(shape: str, value: object, model: type[BaseModel], path: Key) -> _Said:
    """Say that a list or a map is wanted, with its keys if it holds any, or with the text put into a list."""
    wanted = annotation_at(model, path)
    inside = model_in(item_of(wanted) if shape == "list" else wanted)
    if inside is Term and isinstance(value, str) and (term := notation.as_term(value)):
        return _Said("map-keys", {"written": _with_key(path, term)}, term)
    if inside is not None:
        keys = ", ".join(f"{key}: {_MORE}" for key in _keys(inside))
        written = f"[{{{keys}}}]" if shape == "list" else f"{{{keys}}}"
        return _Said(f"{shape}-keys", {"written": _with_key(path, written)})
    if shape == "map" and get_origin(wanted) is dict and model_in(item_of(wanted)):
        return _Said("map-keys", {"written": _with_key(path, f"{{{_sample(wanted)}: {_MORE}}}")})
    if isinstance(value, str) and shape == "list":
        return _listed(value)
    return _Said(shape, {"value": value if isinstance(value, str) else None})


def _listed(value: str) -> _Said:
    """Put a text into a list; what commas part may still be one text, unless its parts are single words."""
    parts = [part for part in _PARTS.split(value) if part]
    words = all(_WORD.fullmatch(part) for part in parts)
    items = ", ".join(as_scalar(part, flow=True) for part in (parts if words else [value]))
    return _Said("list-from-text", {"value": items}, f"[{items}]", words or len(parts) == 1)


def _sample(wanted: Any) -> str:
    """Give a key for a free map of maps: a period, or a name."""
    return "2026" if get_args(wanted)[0] is When else "name"


def _keys(model: type[BaseModel]) -> Iterator[str]:
    """Give a model's keys, those that it cannot do without first."""
    names = attributes(model)
    yield from sorted(names, key=lambda key: not model.model_fields[names[key]].is_required())


def _with_key(path: Key, written: str) -> str:
    return f"{path[-1]}: {written}" if path and isinstance(path[-1], str) else written


def dotted(path: Key) -> str:
    """Write a path as people read it, places in lists from 1: ``money.2.used``."""
    return ".".join(part if isinstance(part, str) else str(part + 1) for part in path)
