"""Changes as JSON, versioned; values as files write them, decimals as text; the schema is ``schemas/diff-1.json``."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from pydantic import BaseModel

from strategy_cli import __version__
from strategy_cli.changes import Change, Comparison, Weight, weight_of
from strategy_cli.formats.changes.words import Words
from strategy_cli.messages import Messages
from strategy_cli.model.kinds import attributes
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.reviewing import Review
from strategy_cli.strategy import Strategy

VERSION = "1.0"


def report(review: Review, messages: Messages) -> str:
    """Write both sides, the counts and every shown change; ids and keys stay English."""
    comparison = review.comparison
    words = Words(comparison, messages)
    data = {
        "format": "strategy-diff",
        "version": VERSION,
        "tool": __version__,
        "language": messages.language,
        "old": _side(comparison.old),
        "new": _side(comparison.new),
        "counts": {weight.label: review.count(weight) for weight in reversed(Weight)},
        "hidden": sum(review.hidden),
        "changes": [_change(entry.change, words) for entry in review.shown],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def changes(comparison: Comparison, messages: Messages) -> list[dict[str, Any]]:
    """Give every change as plain data."""
    words = Words(comparison, messages)
    return [_change(change, words) for change in comparison.changes]


def _side(strategy: Strategy) -> dict[str, Any]:
    about = strategy.about
    made = strategy.decisions.get(about.decision or "")
    version = asdict(strategy.version)
    version["day"] = _value(version["day"])
    decision = made and {"id": made.id, "body": made.body, "date": _value(made.date), "section": made.section}
    return {**version, "title": _value(about.title), "status": about.status, "decision": decision}


def _change(change: Change, words: Words) -> dict[str, Any]:
    return {
        "change": change.id,
        "weight": weight_of(change.id).label,
        "kind": change.subject.kind,
        "id": change.subject.id,
        "key": list(change.key),
        "before": _value(change.before, change.field),
        "after": _value(change.after, change.field),
        "old": change.spans[0] and asdict(change.spans[0]),
        "new": change.spans[1] and asdict(change.spans[1]),
        "message": words.sentence(change),
    }


def _value(value: Any, field: str = "") -> Any:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Ref):
        return str(value) if field == "concerns" else value.id
    if isinstance(value, Text):
        return dict(value.words)
    if isinstance(value, BaseModel):
        inside = {key: _value(getattr(value, name)) for key, name in attributes(type(value)).items()}
        return {key: held for key, held in inside.items() if held is not None}
    if isinstance(value, Mapping):
        return {str(key): _value(held) for key, held in value.items()}
    return [_value(one) for one in value] if isinstance(value, tuple) else str(value)
