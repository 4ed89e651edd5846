"""Blanks: keys without a value that nothing knows, and what a comma inside braces splits in two."""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from strategy_cli import nearest, notation
from strategy_cli.document import Key, marks
from strategy_cli.document.marks import Blank
from strategy_cli.finding import Edit, Finding
from strategy_cli.loading.faults import dotted, unknown_key
from strategy_cli.model.fields import Languages
from strategy_cli.model.kinds import annotation_at, attributes, submodel
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.span import Span, rows
from strategy_cli.strategy import Place


def blanks(model: type[BaseModel], place: Place, ref: Ref, languages: Languages) -> Iterator[Finding]:
    """Find the keys without a value that are a mistake; a known key without one is a key not given."""
    text = rows(place.document.text)
    for blank in marks.blanks(marks.descend(place.document.mark, place.prefix)[0]):
        alone = _stands_alone(text, blank)
        if alone and (split := _split_number(place, blank, ref)):
            yield split
        elif not _known(model, blank.key, languages, alone=alone):
            yield _unknown(model, place, blank, ref, alone=alone)


def _stands_alone(text: list[str], blank: Blank) -> bool:
    """Tell whether a key has no colon, as what follows a comma inside braces may not."""
    end = blank.event.end_mark
    return text[end.line][end.column :].lstrip()[:1] in {",", "}"}


def _split_number(place: Place, blank: Blank, ref: Ref) -> Finding | None:
    """Tell of a decimal comma, which inside braces begins the next key: ``{used: 268400,50}``."""
    before, mark = blank.before or ("", None)
    whole = getattr(mark, "value", "")
    together = f"{whole},{blank.key[-1]}"
    number = nearest.as_number(together) if whole else None
    if not number or "-" in str(blank.key[-1]):
        return None
    first, last = marks.place(mark), marks.place(blank.event)
    span = Span(place.document.path, first[0] + 1, first[1] + 1, last[2] + 1, last[3] + 1)
    key = (*blank.key[:-1], before)
    other = notation.without_comma(together)
    args = {"key": dotted(key), "value": together, "suggestion": number, "other": other}
    edit = None if other else Edit(span, number, notation.is_clear(together))
    return Finding("invalid-value", span, ref, key, args, "two-ways" if other else "decimal-comma", edit)


def _known(model: type[BaseModel], key: Key, languages: Languages, *, alone: bool) -> bool:
    name = str(key[-1])
    if inside := submodel(model, key[:-1]):
        return name in attributes(inside)
    around = annotation_at(model, key[:-1])
    if _is_text(around):
        return languages.has(name) and not alone
    return around is None or not alone


def _is_text(annotation: Any) -> bool:
    if annotation is Text:
        return True
    return get_origin(annotation) not in (tuple, dict) and any(_is_text(a) for a in get_args(annotation))


def _unknown(model: type[BaseModel], place: Place, blank: Blank, ref: Ref, *, alone: bool) -> Finding:
    found = unknown_key(model, blank.key, place, ref)
    if alone:
        return Finding("unknown-key", found.span, ref, blank.key, found.args, "comma")
    if submodel(model, blank.key[:-1]) is None:
        args = {"key": dotted(blank.key[:-1]), "value": str(blank.key[-1])}
        return Finding("invalid-value", found.span, ref, blank.key[:-1], args, "language")
    return found
