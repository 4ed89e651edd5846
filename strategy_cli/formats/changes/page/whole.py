"""Whole: what the web page of a comparison tells: the result, the changes by weight and thing, what they rest on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from strategy_cli import __version__
from strategy_cli.changes import Weight
from strategy_cli.finding import Finding
from strategy_cli.formats.changes.citing import cite
from strategy_cli.formats.changes.counted import hidden, layout, left_out, none, number, standing
from strategy_cli.formats.changes.naming import Side, read_from
from strategy_cli.formats.changes.page.by_goal import GoalLine, Place, by_goal
from strategy_cli.formats.changes.page.sections import UNDONE, Section, undone, weighed
from strategy_cli.formats.changes.page.weakened import Weakening, weakenings
from strategy_cli.formats.changes.reasons import Brought, once
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
    told gravest first, those alike together. ``standing`` and ``hidden`` are sentences, ``brought`` are the commits
    that brought all. ``marked`` tells whether words are struck through or underlined.
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
    brought: Brought
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
    shown, brought = once(review)
    sections = (*weighed(shown, words), *undone(shown, words))
    return Page(
        tool=__version__,
        accent=usable(about.report.accent),
        municipality=about.municipality.name if about.municipality else None,
        versions=tuple(_version(side, words) for side in words.shown),
        columns=tuple(map(words.side, words.shown)) if review.middle else _columns(words),
        counts={weight.label: review.counted.get(weight, (0, 0)) for weight in reversed(Weight)},
        none=none(review, words),
        lead=_lead(review, words),
        weakened=_weakened(review, words),
        undecided=len(review.undecided),
        standing=standing(review, words),
        weakenings=weakenings(sections),
        goals=by_goal(tuple(_places(sections)), review.comparison),
        sections=sections,
        brought=brought,
        marked=any(cell.marked for section in sections for one in section.items for cell in one.cells),
        hints=tuple(_hints(review, words)),
        layout=layout(review, words),
        hidden=hidden(review, words, option=False),
        remarks=tuple(map(messages.finding, review.remarks)),
        left_out=tuple((said, tuple(_fault(one, words) for one in faults)) for said, faults in left_out(review, words)),
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


def _fault(finding: Finding, words: Words) -> str:
    return f"{finding.span.path}:{finding.span.line}: {words.messages.finding(finding)}"
