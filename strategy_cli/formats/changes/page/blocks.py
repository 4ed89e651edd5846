"""Blocks: a change as the page shows it, with those that it caused, of these those alike told in one."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from strategy_cli.formats.changes.page.item import Item, item
from strategy_cli.formats.changes.words import Words
from strategy_cli.model.text import Text
from strategy_cli.reviewing import Group

_SHORT = 5  # lines of changes that another one caused: more of them are folded away


@dataclass(frozen=True, slots=True)
class Bunch:
    """Changes alike, of things of one kind: the first of them, how many things of which kind, and their names.

    ``value`` is what they share, in a line; nothing where it is what stands above them.
    """

    one: Item
    things: str
    names: tuple[Text | str, ...]
    value: str

    @property
    def cells(self) -> bool:
        """Whether the values are shown beside each other, since they are too long for a line."""
        return bool(self.one.cells) and not (self.one.of_being or self.one.of_head or self.one.brief)


@dataclass(frozen=True, slots=True)
class Block:
    """A change with those that it caused, one by one and those alike together, and the names of what hangs on it still.

    ``short`` ones stand open. ``context`` tells that it was not asked for, only what it caused.
    """

    head: Item
    carried: tuple[Item, ...]
    bunches: tuple[Bunch, ...]
    hanging: tuple[Text | str, ...]
    short: bool
    context: bool

    @property
    def weakenings(self) -> int:
        """How many of those that it caused are weakenings."""
        return sum(one.weakening for one in self.carried)

    @property
    def asked(self) -> tuple[Item, ...]:
        """The change, if it was asked for, and those that it caused."""
        return self.carried if self.context else (self.head, *self.carried)


def block(group: Group, words: Words) -> Block:
    """Tell a change and those that it caused; one that nothing settled is never folded away."""
    carried = tuple(item(one, words, group.head) for one in group.carried)
    bunches = _bunches(carried, words)
    return Block(
        head=item(group.head, words),
        carried=carried,
        bunches=bunches,
        hanging=tuple(words.new.strategy.name(ref) for ref in group.hanging),
        short=len(bunches) <= _SHORT or any(one.undecided for one in carried),
        context=group.context,
    )


def _bunches(carried: Iterable[Item], words: Words) -> tuple[Bunch, ...]:
    """Put changes alike together, those that take back a promise first."""
    held: dict[Hashable, list[Item]] = {}
    for one in carried:
        held.setdefault(_alike(one), []).append(one)
    ordered = sorted(held.values(), key=lambda alike: (not alike[0].undecided, not alike[0].weakening))
    return tuple(_bunch(alike, words) for alike in ordered)


def _alike(one: Item) -> Hashable:
    value = "" if one.of_being or one.of_head else one.brief or one.cells
    marks = one.weight, one.weakening, one.undecided, one.awaits
    return one.kind, one.what, value, marks, one.by, one.reason, one.maybe


def _bunch(alike: list[Item], words: Words) -> Bunch:
    one = alike[0]
    names = tuple(dict.fromkeys(item.name for item in alike))
    many = f"{words.say(f'diff.things.{one.subject.kind}')} {len(names)}" if len(names) > 1 else one.kind
    return Bunch(one, many, names, "" if one.of_being or one.of_head else one.brief)
