"""Pieces of JSON that changes and lives share: values as files write them, decisions, commits, what a change is."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from strategy_cli.changes import Change, weight_of
from strategy_cli.git import Commit
from strategy_cli.model.decision import Decision
from strategy_cli.model.kinds import attributes
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref

Json = dict[str, Any]


def value(held: Any, field: str = "") -> Any:
    """Give a value of a model as plain data; links are ids, with their kind where the ``field`` links to any kind."""
    if held is None or isinstance(held, bool | int):
        return held
    if isinstance(held, Ref):
        return str(held) if field == "concerns" else held.id
    if isinstance(held, Text):
        return dict(held.words)
    if isinstance(held, BaseModel):
        inside = {key: value(getattr(held, name)) for key, name in attributes(type(held)).items()}
        return {key: one for key, one in inside.items() if one is not None}
    if isinstance(held, Mapping):
        return {str(key): value(one) for key, one in held.items()}
    return [value(one, field) for one in held] if isinstance(held, tuple) else str(held)


def decision(made: Decision) -> Json:
    """Cite a decision."""
    cited = {"id": made.id, "title": value(made.title), "body": made.body, "date": value(made.date)}
    return {**cited, "section": made.section, "case_number": made.case_number}


def commit(made: Commit) -> Json:
    """Give a commit."""
    return {**made._asdict(), "day": value(made.day)}


def change(one: Change) -> Json:
    """Give what a change is: its id and weight, the thing, the key, and the values before and after."""
    return {
        "change": one.id,
        "weight": weight_of(one.id).label,
        "kind": one.subject.kind,
        "id": one.subject.id,
        "key": list(one.key),
        "before": value(one.before, one.field),
        "after": value(one.after, one.field),
    }
