"""Spells: how long each value of each indicator stood in git, as far back as its history goes."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from strategy_cli.document import Data, parse
from strategy_cli.git import Commit
from strategy_cli.model.fields import number
from strategy_cli.past import Recorded


class Written(NamedTuple):
    """A value as a file has it: None where it has none any more; ``note`` is its words, whatever their language."""

    value: Decimal | str | None
    preliminary: bool = False
    note: frozenset[str] = frozenset()


class Spell(NamedTuple):
    """A value as it stood from a commit on, with its latest note; ``turn`` orders the commits, oldest first."""

    turn: int
    commit: Commit | None
    written: Written

    @property
    def day(self) -> date | None:
        """The day of the commit; None of what is not committed yet."""
        return self.commit.day if self.commit else None


Spells = Mapping[str, Mapping[str, list[Spell]]]
_Key = tuple[str, str]
_NO_WORDS: frozenset[str] = frozenset()
_GONE = Written(None)


def spells(versions: Iterable[Recorded]) -> Spells:
    """Gather how long each value stood, by indicator and period; a content met again is not read again."""
    found: dict[str, dict[str, list[Spell]]] = {}
    home: dict[_Key, str] = {}
    held: dict[str, dict[_Key, Written]] = {}
    read: dict[bytes, dict[_Key, Written]] = {b"": {}}
    for turn, one in enumerate(versions):
        content = one.content or b""
        if content not in read:
            read[content] = dict(_values(one.path, content))
        here, before = read[content], held.get(one.path, {})
        held[one.path] = here
        gone = {key: _GONE for key in before if key not in here and home[key] == one.path}
        for key, written in (here | gone).items():
            if before.get(key) == written and home[key] == one.path:
                continue  # as nearly all are
            home[key] = one.path
            _add(found.setdefault(key[0], {}).setdefault(key[1], []), Spell(turn, one.commit, written))
    return found


def _add(held: list[Spell], new: Spell) -> None:
    """Go on with the spell that stands, or begin one; what was only moved by a commit was never gone."""
    if held and held[-1].written.value is None and held[-1].commit == new.commit:
        held.pop()
    if held and held[-1].written[:2] == new.written[:2]:
        held[-1] = held[-1]._replace(written=new.written)
    else:
        held.append(new)


def _values(path: str, content: bytes) -> Iterator[tuple[_Key, Written]]:
    """Read the values of a file of indicators by id and period, as far as it can be read: it may be old or faulty."""
    data = parse(path, content).data
    stem = path.rpartition("/")[2].rpartition(".")[0]
    for one in data if isinstance(data, list) else [data]:
        values = one.get("values") if isinstance(one, dict) else None
        identity = one.get("id", stem) if isinstance(one, dict) else None
        if isinstance(values, dict) and isinstance(identity, str):
            for period, told in values.items():
                facts: Mapping[str, Data] = told if isinstance(told, dict) else {"value": told}
                value = facts.get("value")
                if isinstance(value, str):
                    figure = number(value)
                    preliminary = facts.get("preliminary") == "true"
                    yield (
                        (identity, str(period)),
                        Written(value if figure is None else figure, preliminary, _words(facts.get("note"))),
                    )


def _words(note: Data) -> frozenset[str]:
    if note is None:
        return _NO_WORDS
    said = note.values() if isinstance(note, dict) else [note]
    return frozenset(words for words in said if isinstance(words, str))
