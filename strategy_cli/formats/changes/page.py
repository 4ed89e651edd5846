"""Page: what a web page tells of a comparison: the result, the changes by weight and thing, and what it is based on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from strategy_cli import __version__
from strategy_cli.changes import Layout, Weight
from strategy_cli.finding import Finding
from strategy_cli.formats.changes.by_goal import GoalLine, Place, by_goal, goals_of
from strategy_cli.formats.changes.counted import hidden, standing
from strategy_cli.formats.changes.sides import Side, cite, read_from
from strategy_cli.formats.changes.told import Block, Reason, Told, block
from strategy_cli.formats.changes.words import Words
from strategy_cli.messages import Messages
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.reviewing import Group, Review
from strategy_cli.views.frame.accent import usable


@dataclass(frozen=True, slots=True)
class Version:
    """A version that is compared: what it is called here, its title, status and decision, and where it was read."""

    label: str
    title: Text
    status: str
    decision: str
    read: str


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
    """The changes of one weight, and how many ``lighter`` ones stand beneath those that brought them.

    ``unsettled`` tells that no decision is recorded of any.
    """

    weight: str
    count: int
    lighter: int
    things: tuple[Thing, ...]
    unsettled: bool


@dataclass(frozen=True, slots=True)
class Weakening:
    """A change that takes back something promised, and where the page tells it."""

    told: Told
    anchor: str


@dataclass(frozen=True, slots=True)
class Hinted:
    """Two things that may be one: the kind, what either is called, and their ids."""

    kind: str
    names: tuple[Text | str, Text | str]
    ids: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Page:
    """All that the page tells.

    ``columns`` head the cells of changes; ``counts`` are by weight, gravest first, of all that was asked for;
    ``weakened`` counts the weakenings among it. ``standing`` and ``hidden`` are sentences; ``weakenings`` those that
    nothing settled, and the others.
    """

    tool: str
    accent: str | None
    municipality: Text | None
    versions: tuple[Version, ...]
    columns: tuple[str, ...]
    counts: dict[str, int]
    weakened: int
    undecided: int
    standing: tuple[str, ...]
    weakenings: tuple[tuple[Weakening, ...], tuple[Weakening, ...]]
    goals: tuple[GoalLine, ...]
    sections: tuple[Section, ...]
    hints: tuple[Hinted, ...]
    layout: tuple[str, ...]
    hidden: tuple[str, ...]
    remarks: tuple[str, ...]
    left_out: tuple[tuple[str, tuple[str, ...]], ...]
    cut: bool

    @property
    def all(self) -> int:
        """How many changes there are of what was asked for."""
        return sum(self.counts.values())


def page(review: Review, messages: Messages) -> Page:
    """Say everything that a review tells in the reader's language."""
    words = Words.of(review, messages)
    about = review.comparison.new.about
    sections = tuple(_sections(review.groups, words))
    sides: tuple[Side, ...] = ("old", "middle", "new") if review.middle else ("old", "new")
    return Page(
        tool=__version__,
        accent=usable(about.report.accent),
        municipality=about.municipality.name if about.municipality else None,
        versions=tuple(_version(side, words) for side in sides),
        columns=tuple(words.side(side) for side in sides) if review.middle else _columns(words),
        counts={weight.label: review.count(weight) for weight in reversed(Weight)},
        weakened=sum(entry.weakening and not entry.undone for entry in review.selected),
        undecided=len(review.undecided),
        standing=standing(review, words),
        weakenings=_weakenings(sections),
        goals=by_goal(tuple(_places(sections)), review.comparison),
        sections=sections,
        hints=tuple(_hints(review, words)),
        layout=tuple(_layout(one, words) for one in review.comparison.layout) if review.whole else (),
        hidden=hidden(review, words),
        remarks=tuple(map(messages.finding, review.remarks)),
        left_out=tuple(_left_out(review, words)),
        cut=review.cut,
    )


def _version(side: Side, words: Words) -> Version:
    strategy = words.at(side)
    about = strategy.about
    made = strategy.decisions.get(about.decision or "")
    return Version(
        label=words.say(f"diff.{side}"),
        title=about.title,
        status=words.say(f"words.strategy.status.{about.status}"),
        decision=cite(made, (strategy,), words.messages) if made else "",
        read=read_from(strategy, words.messages, folders=False),
    )


def _columns(words: Words) -> tuple[str, ...]:
    return words.say("diff.was"), words.say("diff.becomes")


def _sections(groups: Iterable[Group], words: Words) -> Iterator[Section]:
    held: dict[Weight, list[Group]] = {}
    for group in groups:
        held.setdefault(group.weight, []).append(group)
    for weight, of_weight in sorted(held.items(), reverse=True):
        yield _section(weight, of_weight, words)


def _section(weight: Weight, groups: Sequence[Group], words: Words) -> Section:
    by_thing: dict[Ref, list[Group]] = {}
    for group in groups:
        by_thing.setdefault(group.head.change.subject, []).append(group)
    things = [_thing(f"{weight.label}-{n}", of, words) for n, of in enumerate(by_thing.values(), 1)]
    entries = [entry for group in groups for entry in group.entries]
    settled = any(entry.decisions or entry.approval for entry in entries)
    count = sum(entry.weight is weight for entry in entries)
    unsettled = weight is Weight.DECISION and not settled
    return Section(weight.label, count, len(entries) - count, tuple(things), unsettled)


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


def _weakenings(sections: Iterable[Section]) -> tuple[tuple[Weakening, ...], tuple[Weakening, ...]]:
    """List the weakenings that nothing settled, and those that something did."""
    shown = [
        (one, thing.id) for s in sections for thing in s.things for b in thing.blocks for one in (b.head, *b.carried)
    ]
    found = [Weakening(one, anchor) for one, anchor in shown if one.weakening]
    return tuple(one for one in found if one.told.undecided), tuple(one for one in found if not one.told.undecided)


def _places(sections: Iterable[Section]) -> Iterator[Place]:
    for section in sections:
        for thing in section.things:
            what = tuple(dict.fromkeys(one.head.what for one in thing.blocks))
            yield Place(thing.blocks[0].head.subject, section.weight, thing.kind, thing.name, what, thing.id)


def _hints(review: Review, words: Words) -> Iterator[Hinted]:
    old, new = review.comparison.old, review.comparison.new
    for hint in review.comparison.hints:
        names = old.name(hint.old), new.name(hint.new)
        yield Hinted(words.say(f"kinds.{hint.new.kind}"), names, (hint.old.id, hint.new.id))


def _layout(layout: Layout, words: Words) -> str:
    return words.say(f"diff.layout.{layout.how}", old=layout.old, new=layout.new)


def _left_out(review: Review, words: Words) -> Iterator[tuple[str, tuple[str, ...]]]:
    sides: tuple[Side, ...] = ("old", "new")
    for side, faults in zip(sides, review.left_out, strict=True):
        if faults:
            title = words.say("diff.left-out", side=words.say(f"diff.{side}"))
            yield title, tuple(_fault(one, words) for one in faults)


def _fault(finding: Finding, words: Words) -> str:
    return f"{finding.span.path}:{finding.span.line}: {words.messages.finding(finding)}"
