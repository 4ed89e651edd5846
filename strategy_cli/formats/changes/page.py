"""Page: what a web page tells of a comparison: the result, the changes by weight and thing, and what it is based on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from strategy_cli import __version__
from strategy_cli.changes import Layout, Weight
from strategy_cli.finding import Finding
from strategy_cli.formats.changes.by_goal import GoalLine, Place, by_goal
from strategy_cli.formats.changes.counted import hidden, number, standing
from strategy_cli.formats.changes.once import once
from strategy_cli.formats.changes.sections import UNDONE, Section, undone, weighed
from strategy_cli.formats.changes.sides import Side, cite, read_from
from strategy_cli.formats.changes.told import Reason
from strategy_cli.formats.changes.weakened import Weakening, weakenings
from strategy_cli.formats.changes.words import Words
from strategy_cli.messages import Messages
from strategy_cli.model.text import Text
from strategy_cli.reviewing import Review
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
class Hinted:
    """Two things that may be one: the kind, what either is called, and their ids."""

    kind: str
    names: tuple[Text | str, Text | str]
    ids: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Page:
    """All that the page tells.

    ``columns`` head the cells of changes; ``counts`` are by weight, gravest first, of all that was asked for: changes,
    and those that follow from them. ``none`` says that there are none, ``weakened`` how many are weakenings, which are
    told gravest first, those alike together. ``standing`` and ``hidden`` are sentences, ``brought`` is the commit that
    brought all. ``marked`` tells whether words are struck through or underlined.
    """

    tool: str
    accent: str | None
    municipality: Text | None
    versions: tuple[Version, ...]
    columns: tuple[str, ...]
    counts: dict[str, tuple[int, int]]
    none: str
    lead: str
    weakened: str
    undecided: int
    standing: tuple[str, ...]
    weakenings: tuple[tuple[Weakening, ...], ...]
    goals: tuple[GoalLine, ...]
    sections: tuple[Section, ...]
    brought: Reason | None
    marked: bool
    hints: tuple[Hinted, ...]
    layout: tuple[str, ...]
    hidden: tuple[str, ...]
    remarks: tuple[str, ...]
    left_out: tuple[tuple[str, tuple[str, ...]], ...]
    cut: bool
    diverged: bool

    @property
    def all(self) -> int:
        """How many changes there are of what was asked for."""
        return sum(map(sum, self.counts.values()))


def page(review: Review, messages: Messages) -> Page:
    """Say everything that a review tells in the reader's language."""
    words = Words.of(review, messages)
    about = review.comparison.new.about
    shown, brought = once(review, words)
    sections = (*weighed(shown, words), *undone(shown, words))
    sides: tuple[Side, ...] = ("old", "middle", "new") if review.middle else ("old", "new")
    return Page(
        tool=__version__,
        accent=usable(about.report.accent),
        municipality=about.municipality.name if about.municipality else None,
        versions=tuple(_version(side, words) for side in sides),
        columns=tuple(words.side(side) for side in sides) if review.middle else _columns(words),
        counts={weight.label: review.counted.get(weight, (0, 0)) for weight in reversed(Weight)},
        none=words.say("diff.none-read" if any(review.left_out) else "diff.none"),
        lead=_lead(review, words),
        weakened=_weakened(review, words),
        undecided=len(review.undecided),
        standing=standing(review, words),
        weakenings=weakenings(sections),
        goals=by_goal(tuple(_places(sections)), review.comparison),
        sections=sections,
        brought=brought,
        marked=any(cell.marked for section in sections for one in section.told for cell in one.cells),
        hints=tuple(_hints(review, words)),
        layout=tuple(_layout(one, words) for one in review.comparison.layout) if review.whole else (),
        hidden=hidden(review, words, option=False),
        remarks=tuple(map(messages.finding, review.remarks)),
        left_out=tuple(_left_out(review, words)),
        cut=review.cut,
        diverged=review.diverged,
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


def _lead(review: Review, words: Words) -> str:
    changes = sum(map(sum, review.counted.values()))
    return words.say("diff.page.lead", all=changes, decision=number(review, Weight.DECISION, words))


def _weakened(review: Review, words: Words) -> str:
    """Count the weakenings, those without a decision, and those of them that are accepted for a time."""
    weakened, unrecorded = sum(entry.weakening for entry in review.selected), len(review.unrecorded)
    accepted = unrecorded - len(review.undecided)
    key = "accepted" if accepted else "weakened" if weakened else "not-weakened"
    return words.say(f"diff.page.{key}", all=weakened, unrecorded=unrecorded, accepted=accepted)


def _places(sections: Iterable[Section]) -> Iterator[Place]:
    for section in sections:
        for thing in section.things:
            what = tuple(dict.fromkeys(one.head.what for one in thing.blocks))
            undone = section.weight == UNDONE
            yield Place(thing.blocks[0].head.subject, section.weight, thing.kind, thing.name, what, thing.id, undone)


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
