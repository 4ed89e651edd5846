"""Words: whether a passage is of a text that people read, and the finding on it."""

from typing import Any, Literal, get_args, get_origin

from strategy_cli.document import Key
from strategy_cli.finding import Finding
from strategy_cli.model.about import About
from strategy_cli.model.indicator import DataSource, Indicator
from strategy_cli.model.kinds import FOLDER_OF, FOLDERS, annotation_at, link_at
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.rules.shared.passages import Passage
from strategy_cli.strategy import Strategy

_MEASURED = frozenset({"values", "baseline", "targets", "forecasts"})


def is_text(one: Passage) -> bool:
    """Tell whether a passage stands in a text, in any language, and not in an id, a code or a figure."""
    return one.subject is not None and _is_text(one.subject, one.key)


def is_answer(strategy: Strategy, one: Passage) -> bool:
    """Tell whether a passage stands where any words do: elsewhere a sign is a wrong value, and told of as such."""
    if one.subject is None or not one.key:
        return False
    if _is_text(one.subject, one.key):
        return True
    thing = strategy.find(one.subject)
    if isinstance(thing, Indicator) and one.key[0] in _MEASURED:
        return thing.type not in ("quantity", "rank")
    model = _model(one.subject)
    types = _types(annotation_at(model, one.key))
    return types <= {str, DataSource} and link_at(model, one.key) is None and one.key[-1] != "id"


def _is_text(subject: Ref, key: Key) -> bool:
    model = _model(subject)
    return any(Text in _types(annotation_at(model, path)) for path in (key, key[:-1]) if path)


def _model(subject: Ref) -> type[Any]:
    return About if subject.kind == About.kind else FOLDERS[FOLDER_OF[subject.kind]]


def _types(annotation: Any) -> frozenset[Any]:
    """Give the types that a value may be; of a list or a map itself, not of what is in it."""
    if annotation in (None, type(None)):
        return frozenset()
    inside = get_args(annotation)
    if hasattr(annotation, "__metadata__"):
        inside = inside[:1]
    elif not inside or get_origin(annotation) in (tuple, dict, list, Literal):
        return frozenset({annotation})
    return frozenset().union(*map(_types, inside))


def finding(rule: str, strategy: Strategy, one: Passage, problem: str | None = None, **more: object) -> Finding:
    """Make a finding on a passage."""
    name = strategy.name(one.subject) if one.subject else ""
    args = {"name": name, "words": one.words.strip("\"'"), **more}
    return Finding(rule, one.span, one.subject, one.key, args, problem)
