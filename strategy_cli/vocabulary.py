"""Vocabulary: what people call the model's keys, words and folders, in every language of the program."""

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib.resources import files

from strategy_cli import nearest
from strategy_cli.document import Data, parse
from strategy_cli.model.kinds import FOLDER_OF, FOLDERS

Path = tuple[str, ...]

_LIKE = 0.8  # of what a kind is called, in another number or case
_SWITCH = {"yes": "true", "no": "false"}


def key(label: str, kind: str, known: Collection[str]) -> str | None:
    """Find the known key that a kind of thing, else any thing, has under a label: ``vastuuhenkilö`` is ``owner``."""
    return next(iter(keys(label, kind, known)), None)


def keys(label: str, kind: str, known: Collection[str]) -> tuple[str, ...]:
    """Find every known key that a label may stand for, the likeliest first; of a kind's own none but those.

    What else people call a key (``omistaja``) counts when no label fits.
    """
    plain = _plain(label)
    return _last(_labels("fields").get(plain, ()), kind, known) or _last(_other("synonyms").get(plain, ()), kind, known)


def word(label: str, kind: str, choices: Collection[str]) -> str | None:
    """Find the choice that a label stands for: ``käynnissä`` is ``started``."""
    return next(iter(words(label, kind, choices)), None)


def words(label: str, kind: str, choices: Collection[str]) -> tuple[str, ...]:
    """Find every choice that a label may stand for, the likeliest first; of a kind's own none but those."""
    return _last(_labels("words").get(_plain(label), ()), kind, choices)


def switch(label: str) -> str | None:
    """Find what a yes or a no stands for."""
    return next((_SWITCH[p[0]] for p in _labels("words").get(_plain(label), ()) if p[0] in _SWITCH), None)


def folder(label: str) -> str | None:
    """Find the folder that a label stands for, or one much like it: ``tavoitteet`` and ``projektit``."""
    named = {name: FOLDER_OF[p[0]] for name, found in _labels("kinds").items() for p in found if p[0] in FOLDER_OF}
    named |= {name: p[-1] for name, found in _labels("fields").items() for p in found if p[-1] in FOLDERS}
    close = nearest.name(_plain(label), named)
    return named[close] if close else None


def kind(label: str) -> str | None:
    """Find the kind of thing that a label stands for, by its name or what else it is called: ``hanke``, ``nämnd``."""
    plain = _plain(label)
    if plain in FOLDER_OF or plain in FOLDERS:
        return plain if plain in FOLDER_OF else FOLDERS[plain].kind
    named = {name: p[0] for name, found in _labels("kinds").items() for p in found}
    others = {name: found[0][0] for name, found in _other("kind_synonyms").items()}
    if found := named.get(plain) or others.get(plain):
        return found
    if close := nearest.name(plain, others, _LIKE):
        return others[close]
    near = folder(label)
    return FOLDERS[near].kind if near else None


def _last(found: Collection[Path], kind: str, known: Collection[str]) -> tuple[str, ...]:
    fitting = sorted((path for path in found if path[-1] in known), key=lambda path: (path[0] != kind, len(path)))
    own = [path for path in fitting if path[0] == kind] or fitting
    return tuple(dict.fromkeys(path[-1] for path in own))


def _plain(label: str) -> str:
    return label.casefold().replace("_", " ").replace("-", " ").strip()


@cache
def _labels(block: str) -> Mapping[str, tuple[Path, ...]]:
    """Map the labels of a block of the locales to the places where they stand there."""
    found: dict[str, tuple[Path, ...]] = {}
    for data in _locales(block):
        for path, label in _leaves(data, ()):
            found[_plain(label)] = (*found.get(_plain(label), ()), path)
    return found


@cache
def _other(block: str) -> Mapping[str, tuple[Path, ...]]:
    """Map the other names of keys, or of kinds, to what they are names of."""
    found: dict[str, tuple[Path, ...]] = {}
    for data in _locales(block):
        for path, labels in _leaves(data, ()):
            for label in labels.split(","):
                found[_plain(label)] = (*found.get(_plain(label), ()), path)
    return found


def _locales(block: str) -> Iterator[Data]:
    for folder in sorted((files("strategy_cli") / "locales").iterdir(), key=lambda folder: folder.name):
        yield parse(block, (folder / f"{block}.yaml").read_bytes()).data


def _leaves(data: Data, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _leaves(value, path if name in ("label", "one") else (*path, name))
    elif isinstance(data, str):
        yield path, data
