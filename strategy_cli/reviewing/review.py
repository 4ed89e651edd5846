"""Review: a comparison as people are shown it: the changes asked for, by cause, and everything that stands by them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from strategy_cli.accepted import Approval
from strategy_cli.changes import Change, Comparison, Weight, weakens, weight_of
from strategy_cli.finding import Finding
from strategy_cli.git import Commit
from strategy_cli.model.decision import Decision
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy


class Between(NamedTuple):
    """How a change came about over a version in the middle, as the board's between proposal and council.

    ``by``: ``middle`` changed it and ``new`` kept it, ``new`` changed what ``middle`` had kept, ``both`` changed it, or
    ``undone``: ``middle`` changed it and ``new`` took that back (the change is then from the base to the middle).
    ``value`` is what stood in the middle version.
    """

    by: Literal["middle", "new", "both", "undone"]
    value: object


@dataclass(frozen=True, slots=True)
class Entry:
    """A change as it is reviewed.

    ``mark`` is a fingerprint that lasts. ``commits`` brought it, oldest first; none are told where there is no history
    to tell of, and ``uncommitted`` tells that it stands in the working folder only. ``decisions`` settled it, by date.
    """

    change: Change
    mark: str
    commits: tuple[Commit, ...] = ()
    uncommitted: bool = False
    decisions: tuple[Decision, ...] = ()
    approval: Approval | None = None
    between: Between | None = None

    @property
    def weight(self) -> Weight:
        """The change's weight."""
        return weight_of(self.change.id)

    @property
    def weakening(self) -> bool:
        """Whether the change takes back something that was promised."""
        return weakens(self.change.id)

    @property
    def undone(self) -> bool:
        """Whether the version in the middle made it and the new one took it back: then nothing comes of it."""
        return self.between is not None and self.between.by == "undone"

    @property
    def undecided(self) -> bool:
        """Whether it is a weakening that no recorded decision covers and nobody has accepted."""
        return self.weakening and not (self.decisions or self.approval or self.undone)


@dataclass(frozen=True, slots=True)
class Group:
    """A change with those that it caused: what hung on a thing that is gone, the parts of a merge.

    ``hanging`` are things that hang on what has ended still, and for longer than it is there.
    """

    head: Entry
    carried: tuple[Entry, ...] = ()
    hanging: tuple[Ref, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The change and those that it caused."""
        return (self.head, *self.carried)

    @property
    def weight(self) -> Weight:
        """The gravest weight in it: what a change causes is never graver than the change is shown to be."""
        return max(entry.weight for entry in self.entries)


class Hidden(NamedTuple):
    """How many changes are not shown: lighter than asked for, or of things that were not asked for."""

    lighter: int = 0
    elsewhere: int = 0


@dataclass(frozen=True, slots=True)
class Review:
    """What is shown of a comparison, gravest group first.

    ``selected`` are all changes of what was asked for, those lighter than ``floor`` too: exit codes go by them.
    ``whole`` shows layout and long lists too. ``middle`` is the version between base and new, if there are three.
    ``attributed`` tells whether there was a history to find commits in, ``cut`` that it is only the end of one.
    ``remarks`` are findings on the file of accepted differences: faults, and entries that are past or match nothing.
    ``left_out`` are the faults of either side that a lenient comparison does without.
    """

    comparison: Comparison
    groups: tuple[Group, ...]
    selected: tuple[Entry, ...]
    hidden: Hidden
    floor: Weight = Weight.WORDING
    whole: bool = False
    middle: Strategy | None = None
    attributed: bool = False
    cut: bool = False
    remarks: tuple[Finding, ...] = ()
    left_out: tuple[tuple[Finding, ...], tuple[Finding, ...]] = ((), ())

    @property
    def shown(self) -> Iterator[Entry]:
        """Go through every change that is shown, each group's head before what it caused."""
        for group in self.groups:
            yield from group.entries

    @property
    def undecided(self) -> tuple[Entry, ...]:
        """The weakenings among what was asked for that no decision covers and nobody has accepted."""
        return tuple(entry for entry in self.selected if entry.undecided)

    def count(self, weight: Weight) -> int:
        """Count the changes of one weight among what was asked for, shown or not."""
        return sum(entry.weight is weight for entry in self.selected)
