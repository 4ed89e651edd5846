"""Changes as text: one line each for grep and editors; what is said before and after them."""

from collections.abc import Iterator

from strategy_cli.changes import Layout
from strategy_cli.finding import Finding
from strategy_cli.formats.changes import counted
from strategy_cli.formats.changes.entries import LONGEST, place
from strategy_cli.formats.changes.grouped import grouped
from strategy_cli.formats.changes.words import Words, line
from strategy_cli.messages import Messages
from strategy_cli.reviewing import Entry, Review

__all__ = ["grouped", "header", "left_out", "lines", "summary"]

_MOST_LEFT_OUT = 8


def lines(review: Review, messages: Messages) -> str:
    """Write ``path:line: weight change-id words``, one change a line, what a change caused after it.

    After a tab come what scripts ask for, apart by spaces and in English: ``weakening``, ``undecided``,
    ``decision=ID``, ``accepted=POST``, ``in=SIDE`` of three versions, ``mark=MARK`` of what must be decided, and
    ``cause=KIND/ID`` of what another change brought about.
    """
    words = Words.of(review, messages)
    told = [
        _line(entry, group.head if entry is not group.head else None, words)
        for group in review.groups
        for entry in group.entries
    ]
    layout = [_layout(one) for one in review.comparison.layout] if review.whole else []
    return "".join(f"{one}\n" for one in (*told, *layout))


def header(review: Review, messages: Messages) -> str:
    """Name the versions, a line each."""
    words = Words.of(review, messages)
    return "".join(f"{words.version(side)}\n" for side in words.shown)


def summary(review: Review, messages: Messages) -> str:
    """Count the changes by weight, those not shown, and weakenings that nothing settled, a line each."""
    return "\n".join(counted.summary(review, Words.of(review, messages)))


def left_out(review: Review, messages: Messages) -> tuple[str, ...]:
    """Say what a comparison does without because it does not load, a line each: a sentence a side, then its faults."""
    words = Words.of(review, messages)
    told: list[str] = []
    for side, findings in zip(("old", "new"), review.left_out, strict=True):
        if findings:
            most = len(findings) if review.whole else _MOST_LEFT_OUT
            told += [words.say("diff.left-out", side=words.say(f"diff.{side}"))]
            told += [f"  {_fault(one, messages)}" for one in findings[:most]]
            told += [f"  {words.say('diff.more', count=len(findings) - most)}"] if len(findings) > most else []
    return tuple(told)


def _line(entry: Entry, cause: Entry | None, words: Words) -> str:
    change, about = entry.change, words.about(entry)
    said = f"{place(change)}: {entry.weight.label} {change.id} {about.sentence(change, LONGEST)}"
    facts = " ".join(_facts(entry, cause))
    return f"{said}\t{facts}" if facts else said


def _facts(entry: Entry, cause: Entry | None) -> Iterator[str]:
    if entry.weakening:
        yield "weakening"
    if entry.undecided:
        yield "undecided"
    yield from (f"decision={decision.id}" for decision in entry.decisions)
    if entry.approval:
        yield f"accepted={line(entry.approval.who)}"
    if entry.between:
        yield f"in={entry.between.by}"
    if entry.mark and entry.weakening:
        yield f"mark={entry.mark}"
    if cause:
        yield f"cause={cause.change.subject}"


def _layout(layout: Layout) -> str:
    moved = f"{layout.old} → " if layout.how == "moved" else ""
    return line(f"{layout.new}:1: layout file-{layout.how} {moved}{layout.new}")


def _fault(finding: Finding, messages: Messages) -> str:
    return line(f"{finding.span}: {messages.finding(finding)}")
