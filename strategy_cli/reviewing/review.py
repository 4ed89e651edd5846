"""Review: a comparison as people are shown it: the changes asked for, by cause, and everything that stands by them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from strategy_cli.accepted import Approval
from strategy_cli.changes import Change, Comparison, Weight, weakens, weight_of
from strategy_cli.finding import Finding
from strategy_cli.git import Commit
from strategy_cli.model.decision import Decision
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy

Reason: TypeAlias = Literal["kind", "later", "older", "body"]


class Between(NamedTuple):
    """How a change came about over a version in the middle, as the board's between proposal and council.

    ``by``: ``middle`` changed it and ``new`` kept it, ``new`` changed what ``middle`` had kept, ``both`` changed it, or
    ``undone``: ``middle`` changed it and ``new`` took that back (the change is then from the base to the middle).
    ``value`` is what stood in the middle version.
    """

    by: Literal["middle", "new", "both", "undone"]
    value: object


class Short(NamedTuple):
    """A decision that concerns a change and does not settle it, and why not.

    ``kind``: it only noted, guided, proposed or returned, or does not say what it did; ``later``: it is dated after the
    day that is looked from; ``older``: it was made too long before the change; ``body``: another body must decide this.
    """

    decision: Decision
    why: Reason


@dataclass(frozen=True, slots=True)
class Entry:
    """A change as it is reviewed.

    ``mark`` is a fingerprint that lasts. ``commits`` brought it, oldest first; none are told where there is no history
    to tell of, and ``uncommitted`` tells that it stands in the working folder only. ``decisions`` settled it, and those
    in ``short`` do not though they concern it, both by date. ``approval`` is its own, or that of what it follows from.
    """

    change: Change
    mark: str
    commits: tuple[Commit, ...] = ()
    uncommitted: bool = False
    decisions: tuple[Decision, ...] = ()
    approval: Approval | None = None
    between: Between | None = None
    short: tuple[Short, ...] = ()

    @property
    def weight(self) -> Weight:
        """The change's weight."""
        return weight_of(self.change.id)

    @property
    def weakening(self) -> bool:
        """Whether the change takes back something that was promised."""
        return weakens(self.change.id)

    @property
    def values(self) -> tuple[object, ...]:
        """What stood in each of two or three versions, the oldest first."""
        before, after = self.change.before, self.change.after
        if self.between is None:
            return before, after
        return before, self.between.value, before if self.undone else after

    @property
    def undone(self) -> bool:
        """Whether the version in the middle made it and the new one took it back: then nothing comes of it."""
        return self.between is not None and self.between.by == "undone"

    @property
    def unrecorded(self) -> bool:
        """Whether it is a weakening that no recorded decision covers, accepted for a time or not."""
        return self.weakening and not (self.decisions or self.undone)

    @property
    def undecided(self) -> bool:
        """Whether it is a weakening that no recorded decision covers and nobody has accepted."""
        return self.unrecorded and not self.approval


@dataclass(frozen=True, slots=True)
class Group:
    """A change with those that it caused: what hung on a thing that is gone, the parts of a merge.

    ``hanging`` are things that hang still on what is gone, or on what ends before they do. ``context`` tells that the
    head was not asked for: it is shown because what was asked for follows from it.
    """

    head: Entry
    carried: tuple[Entry, ...] = ()
    hanging: tuple[Ref, ...] = ()
    context: bool = False

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The change and those that it caused."""
        return (self.head, *self.carried)

    @property
    def asked(self) -> tuple[Entry, ...]:
        """Those among them that were asked for."""
        return self.carried if self.context else self.entries

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
    ``counted`` are the same by the weight of their group: how many heads, and how many changes that follow from heads.
    ``undone`` are those that the version in the middle made and the new one took back: nothing comes of them.
    ``whole`` shows layout and long lists too. ``middle`` is the version between base and new, if there are three.
    ``attributed`` tells whether there was a history to find commits in, ``cut`` that it is only the end of one.
    ``diverged`` tells that no commits are known of some changes, which come of what only the old version holds: it is
    of another branch, or the history was rewritten.
    ``remarks`` are findings on the file of accepted differences: faults, and entries that are past or match nothing.
    ``left_out`` are the faults of either side that a lenient comparison does without, and ``left_out_between`` those of
    the version in the middle.
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
    diverged: bool = False
    remarks: tuple[Finding, ...] = ()
    left_out: tuple[tuple[Finding, ...], tuple[Finding, ...]] = ((), ())
    left_out_between: tuple[Finding, ...] = ()
    undone: tuple[Group, ...] = ()
    counted: Mapping[Weight, tuple[int, int]] = field(default_factory=dict)

    @property
    def shown(self) -> Iterator[Entry]:
        """Go through every change that is shown, each group's head before what it caused."""
        for group in self.groups:
            yield from group.entries

    @property
    def unrecorded(self) -> tuple[Entry, ...]:
        """The weakenings among what was asked for that no decision covers, accepted for a time or not."""
        return tuple(entry for entry in self.selected if entry.unrecorded)

    @property
    def undecided(self) -> tuple[Entry, ...]:
        """The weakenings among what was asked for that no decision covers and nobody has accepted."""
        return tuple(entry for entry in self.selected if entry.undecided)

    def count(self, weight: Weight) -> int:
        """Count the changes of one weight among what was asked for, shown or not."""
        return sum(entry.weight is weight for entry in self.selected)
