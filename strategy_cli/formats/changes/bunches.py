"""Bunches: the changes that another one caused, those alike told in one: what happened, and to which things."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from strategy_cli.formats.changes.told import Told
from strategy_cli.formats.changes.words import Words
from strategy_cli.model.text import Text


@dataclass(frozen=True, slots=True)
class Bunch:
    """Changes alike, of things of one kind: the first of them, how many things of which kind, and their names.

    ``value`` is what they share, in a line; nothing where it is what stands above them.
    """

    one: Told
    things: str
    names: tuple[Text | str, ...]
    value: str

    @property
    def cells(self) -> bool:
        """Whether the values are shown beside each other, since they are too long for a line."""
        return bool(self.one.cells) and not (self.one.of_being or self.one.of_head or self.one.brief)


def bunches(carried: Iterable[Told], words: Words) -> tuple[Bunch, ...]:
    """Put changes alike together, those that take back a promise first."""
    held: dict[Hashable, list[Told]] = {}
    for one in carried:
        held.setdefault(_alike(one), []).append(one)
    ordered = sorted(held.values(), key=lambda alike: (not alike[0].undecided, not alike[0].weakening))
    return tuple(_bunch(alike, words) for alike in ordered)


def _alike(one: Told) -> Hashable:
    value = "" if one.of_being or one.of_head else one.brief or one.cells
    marks = one.weight, one.weakening, one.undecided, one.awaits
    return one.kind, one.what, value, marks, one.by, one.reason, one.maybe


def _bunch(alike: list[Told], words: Words) -> Bunch:
    one = alike[0]
    names = tuple(dict.fromkeys(told.name for told in alike))
    many = f"{words.say(f'diff.things.{one.subject.kind}')} {len(names)}" if len(names) > 1 else one.kind
    return Bunch(one, many, names, "" if one.of_being or one.of_head else one.brief)
