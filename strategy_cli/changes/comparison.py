"""Comparison: two versions and everything that a comparison of them finds, as ids and arguments, without prose."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from strategy_cli.changes.change import Change, Weight
from strategy_cli.changes.taxonomy import weight_of
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy


class Hint(NamedTuple):
    """Two things of one kind, one gone and one come, that may be the same under another id; it changes no weight.

    ``likeness`` is between 0 and 1.
    """

    old: Ref
    new: Ref
    likeness: float


class Layout(NamedTuple):
    """A file whose things are the same in both versions: ``moved`` to another path, or ``rewritten`` in other bytes."""

    how: Literal["moved", "rewritten"]
    old: str
    new: str


class Tally(NamedTuple):
    """How many things of a kind (and of a level: aims, goals) there were and are, where that is not the same."""

    kind: str
    level: str | None
    before: int
    after: int


class Kept(NamedTuple):
    """How the strategy's own texts and objects stand: ``values``, ``themes``, ``vision``, ``mission``.

    ``same`` are those unchanged in every word, ``reworded`` those that kept their name and are described otherwise.
    """

    field: str
    before: int
    after: int
    same: int
    reworded: int

    @property
    def unchanged(self) -> bool:
        """Tell whether all of them are as they were."""
        return self.before == self.after == self.same


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions and every change from the old to the new, gravest first.

    Beside the changes stand hints of renames that nobody declared, files of which only the layout differs, how many
    things there were and are, and how the strategy's own values and texts stand.
    """

    old: Strategy
    new: Strategy
    changes: tuple[Change, ...]
    hints: tuple[Hint, ...] = ()
    layout: tuple[Layout, ...] = ()
    tallies: tuple[Tally, ...] = ()
    kept: tuple[Kept, ...] = ()

    def count(self, weight: Weight) -> int:
        """Count the changes of one weight."""
        return sum(weight_of(c.id) is weight for c in self.changes)
