"""Sections: the changes of a page by weight and thing, gravest first, and last those that came to nothing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from strategy_cli.changes import Weight
from strategy_cli.formats.changes.counted import number
from strategy_cli.formats.changes.page.blocks import Block, block
from strategy_cli.formats.changes.page.by_goal import goals_of
from strategy_cli.formats.changes.page.item import Item
from strategy_cli.formats.changes.reasons import Reason
from strategy_cli.formats.changes.words import Words
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.reviewing import Group, Review

UNDONE = "undone"  # in place of a weight


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing with its changes of one weight; ``reason`` is why, where it is the same for all of them."""

    id: str
    kind: str
    number: str | None
    name: Text | str
    goals: tuple[Text | str, ...]
    blocks: tuple[Block, ...]
    reason: Reason | None


@dataclass(frozen=True, slots=True)
class Section:
    """The changes of one weight, or those ``undone``, counted in words.

    ``unsettled`` tells that no decision is recorded of any, ``noticed`` that some are weakenings though for notice.
    """

    weight: str
    number: str
    things: tuple[Thing, ...]
    unsettled: bool = False
    noticed: bool = False

    @property
    def items(self) -> Iterator[Item]:
        """Go through all changes that it tells."""
        return (one for thing in self.things for b in thing.blocks for one in (b.head, *b.carried))


def weighed(review: Review, words: Words) -> Iterator[Section]:
    """Give the changes by weight, gravest first."""
    held: dict[Weight, list[Group]] = {}
    for group in review.groups:
        held.setdefault(group.weight, []).append(group)
    for weight, groups in sorted(held.items(), reverse=True):
        entries = [entry for group in groups for entry in group.entries]
        settled = any(entry.decisions or entry.approval for entry in entries)
        yield Section(
            weight.label,
            number(review, weight, words),
            _things(weight.label, groups, words),
            unsettled=weight is Weight.DECISION and not settled,
            noticed=weight < Weight.DECISION and any(entry.unrecorded for entry in entries),
        )


def undone(review: Review, words: Words) -> Iterator[Section]:
    """Give what the version in the middle changed and the new one took back: nothing comes of it."""
    if review.undone:
        count = sum(len(group.entries) for group in review.undone)
        yield Section(UNDONE, str(count), _things(UNDONE, review.undone, words))


def _things(anchor: str, groups: Iterable[Group], words: Words) -> tuple[Thing, ...]:
    by_thing: dict[Ref, list[Group]] = {}
    for group in groups:
        by_thing.setdefault(group.head.change.subject, []).append(group)
    return tuple(_thing(f"{anchor}-{n}", of, words) for n, of in enumerate(by_thing.values(), 1))


def _thing(anchor: str, groups: Sequence[Group], words: Words) -> Thing:
    blocks = [block(group, words) for group in groups]
    reasons = {one.head.reason for one in blocks}
    shared = blocks[0].head.reason if len(reasons) == 1 else None
    if shared:
        blocks = [replace(one, head=replace(one.head, reason=None)) for one in blocks]
    first = blocks[0].head
    entity = words.new.strategy.find(first.subject) or words.old.strategy.find(first.subject)
    return Thing(
        id=anchor,
        kind=first.kind,
        number=getattr(entity, "number", None),
        name=first.name,
        goals=() if first.subject.kind == "goal" else tuple(goals_of(first.subject, words.comparison).values()),
        blocks=tuple(blocks),
        reason=shared,
    )
