"""Nearest: the known word that a mistyped one was probably meant to be, and what to write instead."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from itertools import takewhile

from strategy_cli.finding import Edit, Finding
from strategy_cli.span import Span
from strategy_cli.strategy import Strategy

_FINNISH_DATE = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", re.ASCII)
_SHORTEST = 4  # a slip in a word of fewer letters makes another word


def name(word: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """Find the known word most like ``word``; None when nothing is near."""
    close = get_close_matches(word.lower().replace("_", "-"), list(known), n=1, cutoff=likeness)
    return close[0] if close else None


def slip(word: str, known: Iterable[str]) -> str | None:
    """Find the only known word that is one slip of the hand away, else written with other marks or capitals.

    A slip is a letter left out, added, changed, or two letters swapped; figures are never slips.
    """
    plain, words = as_id(word), list(known)
    same = [one for one in words if as_id(one) == plain]
    near = same or [one for one in words if _is_slip(plain, as_id(one))]
    return near[0] if len(near) == 1 and plain else None


def _is_slip(one: str, other: str) -> bool:
    if re.sub(r"\D", "", one) != re.sub(r"\D", "", other):
        return False
    parts, others = one.split("-"), other.split("-")
    if len(parts) != len(others):
        return "".join(parts) == "".join(others)
    (left, right), *more = [(a, b) for a, b in zip(parts, others, strict=True) if a != b] or [("", "")]
    if more or max(len(left), len(right)) < _SHORTEST:
        return False
    begin = _alike(left, right)
    end = _alike(left[begin:][::-1], right[begin:][::-1])
    left, right = left[begin : len(left) - end], right[begin : len(right) - end]
    return max(len(left), len(right)) <= 1 or (len(left) == 2 and left == right[::-1])  # noqa: PLR2004


def _alike(one: str, other: str) -> int:
    """Count the letters that two words begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def named(strategy: Strategy, kind: str, words: str) -> str | None:
    """Find the id of the only thing that is called exactly so, in any language."""
    plain = as_id(words)
    things = strategy.entities.get(kind, {}).values()
    found = [e.id for e in things if e.label and plain in {as_id(label) for _, label in e.label.words}]
    return found[0] if len(found) == 1 and plain else None


def called(strategy: Strategy, kind: str, words: str, likeness: float = 0.6) -> str | None:
    """Find the id of the thing that is called so, or nearly so, in any language."""
    things = strategy.entities.get(kind, {})
    names = {as_id(label): e.id for e in things.values() if e.label for _, label in e.label.words}
    close = name(as_id(words), names, likeness)
    return names[close] if close else None


def as_id(word: str) -> str:
    """Turn words into an id: lower case, ``ä`` as ``a``, hyphens between; empty when nothing is left."""
    hyphened = re.sub("[\u2010-\u2015\u2212]", "-", word.lower())  # as Word writes them
    plain = unicodedata.normalize("NFKD", hyphened).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def as_date(word: str) -> str | None:
    """Turn a day written another way (``31.12.2025``, ``2025/12/31``) into ``2025-12-31``; None when it is no day."""
    if found := _FINNISH_DATE.fullmatch(word.strip()):
        day, month, year = found.groups()
    elif found := _YEAR_FIRST.fullmatch(word.strip()):
        year, _, month, day = found.groups()
    else:
        return None
    try:
        iso = date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
    return iso if iso != word else None


def as_number(word: str) -> str | None:
    """Turn a number as Finns write it (``1 234,5 %``) into ``1234.5``; None when it is not one."""
    bare = re.sub(r"[\s\u00a0\u202f]|%|€|eur$", "", word.strip().lower())
    bare = bare.replace("\u2212", "-").replace("\u2013", "-").replace(",", ".")
    return bare if re.fullmatch(r"[+-]?\d+(\.\d+)?", bare, re.ASCII) else None


def as_euros(word: str) -> str | None:
    """Turn an amount as Finns write it (``400.000,50 €``) into ``400000.50``; None when it is not one."""
    bare = re.sub(r"[\s\u00a0\u202f]|€|eur$", "", word.strip().lower())
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d\d?)?", bare, re.ASCII) and ("," in bare or bare.count(".") > 1):
        return bare.replace(".", "").replace(",", ".")
    found = as_number(bare)
    return found if found and re.fullmatch(r"\+?\d+(\.\d\d?)?", found) else None


def without_points(word: str) -> str | None:
    """Take the point out of an amount whose point may part the thousands (``400.000``); None for any other."""
    return word.replace(".", "") if re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", word, re.ASCII) else None


def bad_id(span: Span, given: object, problem: str = "id") -> Finding:
    """Make the finding for text that is no id, with the id it could be."""
    suggestion = as_id(given) if isinstance(given, str) else ""
    args = {"value": given, "suggestion": suggestion}
    edit = Edit(span, suggestion) if suggestion and problem == "id" else None
    return Finding("invalid-value", span, None, ("id",), args, problem if suggestion else f"{problem}-unclear", edit)
