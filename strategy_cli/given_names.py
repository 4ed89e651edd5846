"""Given names: whether words look like a person's name, by the commonest given names of Finland."""

import re
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("given-names.txt")
# In a title these make words a post or an office, whatever else they look like.
OF_WORK = (
    r"(?:johtaj|päällik|asiantuntij|koordinaattor|insinöör|sihteer|rehtor|suunnittelij|vastaav|esihenkil|arkkiteht"
    r"|hoitaj|jäse|henkilö|valmistelij|esittelij|valtuutet|opettaj|lääkär|ohjaaj|neuvoj|lakimie"
    r"|direktör|chef|expert|koordinator|ingenjör|sekreterar|rektor|planerar|ansvar|arkitekt|ledare"
    r"|ordförand|ledamot|medlem|kontaktperson|beredar|föredragand|handläggar|skötar|läkar|lärar"
    r"|manager|director|officer|head|planner|engineer|secretary|principal|coordinator|architect|leader"
    r"|chair|specialist|nurse|teacher|analyst|adviser|advisor)"
)
_WORKING = re.compile(OF_WORK, re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SURNAME = re.compile(r"[^\W\d_]{2,}(?:nen|sson|ström|qvist)", re.IGNORECASE)
_WORDS = (2, 3)
_SHORTEST = 3  # of the second part of an id: it-bo, hr-ab are no names


@cache
def given_names() -> frozenset[str]:
    """Give the given names, in small letters."""
    lines = _FILE.read_text("utf-8").splitlines()
    return frozenset(name.casefold() for line in lines if not line.startswith("#") for name in line.split())


@cache
def _in_ids() -> frozenset[str]:
    """Give the given names as ids spell them: ``ä`` as ``a``."""
    return frozenset(name.translate(str.maketrans("äöå", "aoa")) for name in given_names())


def is_given(word: str) -> bool:
    """Tell whether a word is a given name, or a double one that begins with one (``Anna-Mari``)."""
    return word.casefold().partition("-")[0] in given_names()


def is_person(words: str) -> bool:
    """Tell whether words are as a person's name: two or three capitalised, a given name or a surname by its ending."""
    parts = words.replace(",", " ").split()
    if len(parts) not in _WORDS or _WORKING.search(words):
        return False
    if not all(_WORD.fullmatch(part) and part[0].isupper() for part in parts):
        return False
    if is_given(parts[0]) or ("," in words and is_given(parts[-1])):
        return True
    return _SURNAME.fullmatch(parts[-1]) is not None and not parts[0].endswith(("n", "s"))  # Merilän, Stadens


def is_persons_id(identity: str) -> bool:
    """Tell whether an id is made of a person's name: a given name and one or two words more (``kaisa-virtanen``)."""
    first, *more = identity.split("-")
    if len(more) + 1 not in _WORDS or not identity.replace("-", "").isalpha() or _WORKING.search(identity):
        return False
    return first in _in_ids() and len(more[-1]) >= _SHORTEST
