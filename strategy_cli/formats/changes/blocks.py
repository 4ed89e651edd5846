"""Blocks: a change as the page shows it with those that it caused."""

from dataclasses import dataclass

from strategy_cli.formats.changes.bunches import Bunch, bunches
from strategy_cli.formats.changes.told import Told, told
from strategy_cli.formats.changes.words import Words
from strategy_cli.model.text import Text
from strategy_cli.reviewing import Group

_SHORT = 5  # lines of changes that another one caused: more of them are folded away


@dataclass(frozen=True, slots=True)
class Block:
    """A change with those that it caused, one by one and those alike together, and the names of what hangs on it still.

    ``short`` ones stand open. ``context`` tells that it was not asked for, only what it caused.
    """

    head: Told
    carried: tuple[Told, ...]
    bunches: tuple[Bunch, ...]
    hanging: tuple[Text | str, ...]
    short: bool
    context: bool

    @property
    def weakenings(self) -> int:
        """How many of those that it caused are weakenings."""
        return sum(one.weakening for one in self.carried)

    @property
    def asked(self) -> tuple[Told, ...]:
        """The change, if it was asked for, and those that it caused."""
        return self.carried if self.context else (self.head, *self.carried)


def block(group: Group, words: Words) -> Block:
    """Tell a change and those that it caused; one that nothing settled is never folded away."""
    carried = tuple(told(one, words, group.head) for one in group.carried)
    alike = bunches(carried, words)
    return Block(
        head=told(group.head, words),
        carried=carried,
        bunches=alike,
        hanging=tuple(words.new.strategy.name(ref) for ref in group.hanging),
        short=len(alike) <= _SHORT or any(one.undecided for one in carried),
        context=group.context,
    )
