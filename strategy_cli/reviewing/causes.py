"""Causes: changes put under the change that brought them, so that one cause is told once, all that follows beneath."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from strategy_cli.changes import Change, Comparison, weight_of
from strategy_cli.measuring.hanging import HISTORY, hanging
from strategy_cli.model.body import Body
from strategy_cli.model.owner import Owner
from strategy_cli.model.project import Project
from strategy_cli.model.unit import Unit
from strategy_cli.ref import Ref
from strategy_cli.reviewing.review import Entry, Group
from strategy_cli.strategy import Strategy

# What a thing hangs on so that it goes, and comes, with it: all that one of these keys names.
_HANGS = {
    "goal": (("parent",),),
    "indicator": (("goal", "goals"),),
    "project": (("goals",), ("programme",), ("unit",)),
    "programme": (("goals",),),
    "owner": (("unit",),),
    "unit": (("parent",),),
    "body": (("reports_to",),),
}
_ENDING = (Unit.kind, Owner.kind, Body.kind)


def grouped(entries: Sequence[Entry], comparison: Comparison, on: date) -> tuple[Group, ...]:
    """Put each change under the one that brought it, down from the root; gravest group first, else as they come.

    ``on`` is the day from which it is seen whether a thing that hangs on what ended is over.
    """
    causes = _Causes([entry.change for entry in entries], comparison)
    carried: dict[int, list[Entry]] = {}
    for number, entry in enumerate(entries):
        carried.setdefault(causes.root(number), []).append(entry)
    groups = [_group(entries[root], held, comparison.new, on) for root, held in sorted(carried.items())]
    return tuple(sorted(groups, key=lambda group: -group.weight))


def _group(head: Entry, held: Iterable[Entry], new: Strategy, on: date) -> Group:
    return Group(head, tuple(one for one in held if one is not head), tuple(_hanging(head.change, new, on)))


def told(change: Change, new: Strategy) -> Change:
    """Give a change with what is to be told of it: ``orphaned`` when a project lost the last of its goals."""
    thing = new.find(change.subject)
    if isinstance(thing, Project) and not thing.goals and change.field == "goals" and change.after is None:
        return replace(change, args={**change.args, "orphaned": True})
    return change


def _hanging(change: Change, new: Strategy, on: date) -> Iterator[Ref]:
    """Name what hangs still on a thing that is gone, or on one that ends before it does."""
    thing = new.find(change.subject)
    if change.id == f"{change.subject.kind}-removed":
        links = new.linked_from.get(change.subject, ())
        yield from sorted({link.source for link in links if link.key[0] not in HISTORY})
    if is_ending(change) and isinstance(thing, Unit | Owner | Body) and thing.until:
        yield from sorted({one.ref for _, one in hanging(new, thing, thing.until, on)} - {thing.ref})


def is_ending(change: Change) -> bool:
    """Tell whether a unit, a post or a body was given a last day, or an earlier one."""
    if change.field != "until" or change.subject.kind not in _ENDING or not isinstance(change.after, date):
        return False
    return not isinstance(change.before, date) or change.after < change.before


def linked(change: Change) -> tuple[Ref | None, Ref | None]:
    """Give what a change leads away from and what it leads to: links, and the units that a goal is put in words for."""
    before, after = change.before, change.after
    item = change.args.get("item")
    if isinstance(item, Ref):
        return (None if before is None else item), (None if after is None else item)
    return (before if isinstance(before, Ref) else None), (after if isinstance(after, Ref) else None)


def parts(change: Change) -> tuple[Ref, ...]:
    """Give the things that were made one, or that one was made into; none for any other change."""
    if change.field != "continues":
        return ()
    sides = (one for side in (change.before, change.after) if isinstance(side, tuple) for one in side)
    return tuple(dict.fromkeys(one for one in sides if isinstance(one, Ref)))


class _Causes:
    """Which change brought which, by their places in the comparison."""

    def __init__(self, changes: Sequence[Change], comparison: Comparison) -> None:
        self.changes = changes
        self.whole = {part: number for number, c in reversed([*enumerate(changes)]) for part in parts(c)}
        self.gone = self._by_subject(lambda c: c.id == f"{c.subject.kind}-removed")
        self.come = self._by_subject(lambda c: c.id == f"{c.subject.kind}-added")
        self.ended = self._by_subject(is_ending)
        self.fates = (self.gone, comparison.old), (self.come, comparison.new), (self.ended, comparison.new)

    def _by_subject(self, fits: Callable[[Change], bool]) -> Mapping[Ref, int]:
        return {change.subject: number for number, change in enumerate(self.changes) if fits(change)}

    def root(self, number: int) -> int:
        """Climb from a change to the one that nothing brought; a circle ends at its first."""
        seen = [number]
        while (above := self._above(seen[-1])) is not None:
            if above in seen:
                return min(seen[seen.index(above) :])
            seen.append(above)
        return seen[-1]

    def _above(self, number: int) -> int | None:
        change = self.changes[number]
        for one in self._candidates(number, change):
            if one is not None and one != number:
                return one
        return None

    def _candidates(self, number: int, change: Change) -> Iterator[int | None]:
        subject = change.subject
        for found, strategy in self.fates:
            if found.get(subject) == number:
                yield self.whole.get(subject)
                yield self._with(subject, found, strategy)
        if parts(change):
            return
        away, to = linked(change)
        if away:
            yield self.gone.get(away)
            yield self.ended.get(away)
        if to and (made := self.come.get(to)) is not None and self._bears(made, change):
            yield made
        if change.field == "successors":
            yield self.ended.get(subject)
        if change.field == "continues":
            yield self.whole.get(subject)

    def _bears(self, made: int, change: Change) -> bool:
        """Tell whether a thing that came is at least as grave as the link to it."""
        return weight_of(self.changes[made].id) >= weight_of(change.id)

    def _with(self, subject: Ref, found: Mapping[Ref, int], strategy: Strategy) -> int | None:
        """Find the change by which went, came or ended all that a thing hangs on by one of its keys."""
        held = strategy.links.get(subject, ())
        for keys in _HANGS.get(subject.kind, ()):
            targets = [link.target for link in held if link.key[0] in keys]
            if targets and all(target in found for target in targets):
                return found[targets[0]]
        return None
