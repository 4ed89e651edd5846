"""Trail: which of several steps, one after another, touched what a change over all of them is of."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from enum import IntEnum
from typing import NamedTuple

from strategy_cli.changes import Change
from strategy_cli.document import Key
from strategy_cli.ref import Ref
from strategy_cli.reviewing.causes import parts


class Nearness(IntEnum):
    """How near a step's change is to another change of the same thing; a higher number is nearer."""

    ELSEWHERE = 0
    LIST = 1  # another item of the same list: one that has since been called otherwise
    THING = 2  # the thing came or went
    PART = 3  # a part of the value, or the whole that it is a part of
    SAME = 4


class Touch(NamedTuple):
    """A change of a step, by the step's number from 0."""

    step: int
    change: Change


class Trail:
    """The changes of steps, oldest first, by the thing that they are of, through renames."""

    def __init__(self, steps: Sequence[Collection[Change]]) -> None:
        """Take each step's changes."""
        self._held: dict[Ref, list[Touch]] = defaultdict(list)
        self._now: dict[Ref, Ref] = {}
        for number, changes in reversed([*enumerate(steps)]):
            for change in changes:
                for ref in dict.fromkeys((change.subject, *parts(change))):
                    self._held[self._now.get(ref, ref)].append(Touch(number, change))
            self._now |= {then: self._now.get(now, now) for then, now in renamed(changes)}

    def now(self, ref: Ref) -> Ref:
        """Give what a thing is called at last."""
        return self._now.get(ref, ref)

    def touches(self, change: Change) -> tuple[Touch, ...]:
        """List the steps' changes that are nearest to a change over all steps, oldest first."""
        near = self._near(change)
        nearest = max((how for how, _ in near), default=None)
        return tuple(touch for how, touch in near if how == nearest)

    def related(self, change: Change) -> tuple[Touch, ...]:
        """List the steps' changes that have to do with a change over all steps at all, oldest first."""
        return tuple(touch for _, touch in self._near(change))

    def _near(self, change: Change) -> list[tuple[Nearness, Touch]]:
        gone = change.id == f"{change.subject.kind}-removed"
        ref = self._now.get(change.subject, change.subject) if gone else change.subject
        found = ((nearness(change, one.change), one) for one in self._held.get(ref, ()))
        return sorted((one for one in found if one[0]), key=lambda one: one[1].step)


def renamed(changes: Iterable[Change]) -> list[tuple[Ref, Ref]]:
    """List what each thing that was renamed was called before, and after."""
    ids = ((c.before, c.subject) for c in changes if c.field == "id")
    return [(Ref(now.kind, before), now) for before, now in ids if isinstance(before, str)]


def nearness(one: Change, other: Change) -> Nearness:
    """Tell how near two changes of one thing are."""
    here, there = _place(one), _place(other)
    if here == there:
        return Nearness.SAME
    if not (here and there):
        return Nearness.THING
    if here[: len(there)] == there or there[: len(here)] == here:
        return Nearness.PART
    return Nearness.LIST if here[0] == there[0] else Nearness.ELSEWHERE


def _place(change: Change) -> Key:
    """Give the key of a change; that a thing is there, or is made of others, has none."""
    return () if parts(change) else change.key
