"""Row: two versions and what is told between them, written in a line."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from strategy_cli.model.about import About
from strategy_cli.model.entity import Entity
from strategy_cli.model.kinds import FOLDER_OF, FOLDERS

KINDS: dict[str, type[Entity]] = {"strategy": About, **{model.kind: model for model in FOLDERS.values()}}


class Row(NamedTuple):
    """The files of two versions and the ids of the changes from the old to the new, sorted."""

    old: Mapping[str, str]
    new: Mapping[str, str]
    expected: tuple[str, ...]

    def __str__(self) -> str:
        """Name the row in the tests' output."""
        return " ".join(dict.fromkeys(self.expected)) or "nothing"


Told = tuple[str | None, str | None, str]


def rows(kind: str, told: Iterable[Told | Iterable[Told]]) -> Iterator[Row]:
    """Make rows of one thing: its keys beside the name, old and new (None: not there), and the changes without kind."""
    for one in told:
        if isinstance(one, tuple):
            old, new, expected = one
            yield Row(file(kind, old), file(kind, new), tuple(sorted(f"{kind}-{name}" for name in expected.split())))
        else:
            yield from rows(kind, one)


def value(name: str, first: str, second: str) -> list[Told]:
    """Plant a value that may be given or not: the keys that give it, and those that give another."""
    return [("", first, f"{name}-added"), (first, second, f"{name}-changed")]


def moved(name: str, keys: str, days: tuple[str, str, str] = ("2026-05-31", "2026-12-31", "2027-01-01")) -> list[Told]:
    """Plant a day put off within a year, and into the next; ``keys`` hold ``DAY``."""
    early, late, later = (keys.replace("DAY", day) for day in days)
    return [(early, late, f"{name}-postponed"), (late, later, f"{name}-postponed-to-later-year")]


def file(kind: str, keys: str | None) -> dict[str, str]:
    """Make the file of a thing of a kind, with the keys that it must have."""
    if keys is None:
        return {}
    path = "strategy.yaml" if kind == "strategy" else f"{FOLDER_OF[kind]}/one.yaml"
    return {path: "{" + ", ".join([*_must(kind, keys), *([keys] if keys else [])]) + "}"}


def listed(kind: str, *things: str) -> dict[str, str]:
    """Make one file of several things, each by its id and further keys: ``a, continues: [b]``."""
    items = (f"{{id: {', '.join([thing, *_must(kind, thing)])}}}" for thing in things)
    return {f"{FOLDER_OF[kind]}/all.yaml": f"[{', '.join(items)}]"}


def _must(kind: str, keys: str) -> list[str]:
    must = {"name": "A"} if "name" in KINDS[kind].model_fields else {"title": "A"}
    must |= {"body": "b", "date": "2025-01-01"} if kind == "decision" else {}
    return [f"{key}: {value}" for key, value in must.items() if not re.search(rf"(^|, ){key}:", keys)]
