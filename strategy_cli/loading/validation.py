"""Validation: one entity's data against its model; every fault a finding on its key, the rest kept."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any, Generic, NamedTuple, TypeVar, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from strategy_cli.document import Data, Key
from strategy_cli.finding import Finding
from strategy_cli.loading.blanks import blanks
from strategy_cli.loading.faults import finding, path_of
from strategy_cli.model.entity import Entity
from strategy_cli.model.fields import Languages
from strategy_cli.model.kinds import annotation_at, attributes
from strategy_cli.ref import Ref
from strategy_cli.strategy import Place, as_written

E = TypeVar("E", bound=Entity)
_ROUNDS = 5  # what is left out may take what is around it along, a level a round


class Validated(NamedTuple, Generic[E]):
    """An entity, its faults, and the places in its lists that were left out; None when too little is left."""

    entity: E | None
    findings: list[Finding]
    left_out: Mapping[Key, tuple[int, ...]] = {}


def validated(model: type[E], data: dict[str, Data], place: Place, ref: Ref, languages: Languages) -> Validated[E]:
    """Make the entity; what is faulty is told and left out, so that it does not hide the rest.

    Of a list or a map only the faulty item is left out, of a text only the unknown language.
    """
    told = list(blanks(model, place, ref, languages)) if place.document.blank else []
    try:
        return Validated(model.model_validate(data, context=languages), told)
    except ValidationError as error:
        details = error.errors(include_url=False)
    split = {f.key for f in told if f.problem in ("decimal-comma", "two-ways")}
    told += [finding(model, detail, place, ref) for detail in details if path_of(detail) not in split]
    kept: Any = deepcopy(data)
    left_out: dict[Key, tuple[int, ...]] = {}
    for _ in range(_ROUNDS):
        _leave_out(kept, {_least(model, detail) for detail in details}, left_out)
        kept = {key: ref.id for key in ("name", "title") if key in attributes(model)} | kept
        try:
            return Validated(model.model_validate(kept, context=languages), told, left_out)
        except ValidationError as error:
            details = error.errors(include_url=False)
    return Validated(None, told)


def _least(model: type[Entity], detail: ErrorDetails) -> Key:
    """Find the least that must be left out to be rid of a fault: a key, an item of a list, a part of a text."""
    path = path_of(detail)
    if detail["type"] == "language":
        return (*path, detail["ctx"]["language"])
    if detail["type"] == "extra_forbidden":
        return path
    for end in range(len(path), 1, -1):
        if isinstance(path[end - 1], int) or get_origin(annotation_at(model, path[: end - 1])) is dict:
            return path[:end]
    return path if len(path) == 1 or detail["type"] != "missing" else path[:-1]


def _leave_out(data: dict[str, Data], keys: Iterable[Key], left_out: dict[Key, tuple[int, ...]]) -> None:
    """Take what stands at some keys out of the data, last places first, and note the places in lists."""
    written = {key: as_written(key, left_out) for key in keys}
    for key in sorted(keys, key=lambda key: [(isinstance(p, int), p if isinstance(p, int) else 0) for p in key])[::-1]:
        around: Any = data
        for part in key[:-1]:
            around = _inside(around, part)
        if _inside(around, key[-1]) is None:
            continue
        del around[key[-1]]
        if isinstance(around, list):
            at, number = written[key][:-1], written[key][-1]
            left_out[at] = tuple(sorted((*left_out.get(at, ()), int(number))))


def _inside(around: Any, part: str | int) -> Any:
    if isinstance(around, dict):
        return around.get(part)
    return around[part] if isinstance(around, list) and isinstance(part, int) and part < len(around) else None
