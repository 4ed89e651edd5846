"""Likeness: how alike two names are, by their letters and by the beginnings of their words."""

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import product

_STEM = 5  # Finnish bends its words at their end
_TELLING = 4  # shorter words ("ja", "och", "the", a number) tell nothing of what a name names
_UNLIKE = 0.45  # of 1,100 pairs of different things in real strategies most are less alike, of real renames none
_WORD = re.compile(r"\w+")


def stems(name: str, least: int = 1) -> Iterator[str]:
    """Give the beginnings of a name's words, of those with at least so many letters."""
    yield from (word[:_STEM] for word in _WORD.findall(name) if len(word) >= least)


def of_names(before: Mapping[str, str], after: Mapping[str, str], least: float) -> float:
    """Give how alike two names are: in the language in which they are most so, or whatever they are in."""
    return max((_ratio(min(pair), max(pair), least) for pair in _pairs(before, after)), default=0)


def unlike(before: Mapping[str, str], after: Mapping[str, str]) -> bool:
    """Tell whether two names, by language, have nothing in common: no word, and letters only as by chance.

    The letters are counted over all languages, since in one of them chance may have its way.
    Names that both are without a word that tells anything are only put otherwise.
    """
    pairs = [(one.casefold(), two.casefold()) for one, two in _pairs(before, after)]
    words = [({*stems(one, _TELLING)}, {*stems(two, _TELLING)}) for one, two in pairs]
    if not any(one or two for one, two in words) or any(one & two for one, two in words):
        return False
    return sum(_ratio(min(pair), max(pair), 0) for pair in pairs) < _UNLIKE * len(pairs)


def _pairs(before: Mapping[str, str], after: Mapping[str, str]) -> list[tuple[str, str]]:
    common = [(before[code], after[code]) for code in before.keys() & after.keys()]
    return common or list(product(before.values(), after.values()))


def _ratio(one: str, two: str, least: float) -> float:
    """Give the likeness of two texts, as difflib counts it; 0 when it is less than ``least``."""
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0
    likeness = matcher.ratio()
    return likeness if likeness >= least else 0
