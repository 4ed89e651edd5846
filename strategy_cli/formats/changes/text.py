"""Changes as text: one line each for grep and editors; what is said before and after them."""

from collections.abc import Iterator

from strategy_cli.changes import Layout
from strategy_cli.finding import Finding
from strategy_cli.formats.changes import counted
from strategy_cli.formats.changes.entries import hanging, hints, place
from strategy_cli.formats.changes.words import LONGEST, Words, line
from strategy_cli.messages import Messages
from strategy_cli.reviewing import Entry, Group, Review

_MOST_LEFT_OUT = 8


def lines(review: Review, messages: Messages) -> str:
    """Write ``path:line: weight change-id words``, one change a line, what a change caused after it.

    After a tab come what scripts ask for, apart by spaces and in English: ``weakening``, ``undecided``,
    ``decision=ID``, ``accepted=POST``, ``in=SIDE`` of three versions, ``mark=MARK`` of what must be decided,
    ``cause=KIND/ID`` of what another change brought about, and ``context`` of what was not asked for. In the place of a
    weight stand ``hanging`` and ``hint`` of what is no change. What was taken back comes last, ``in=undone``.
    """
    words = Words.of(review, messages)
    told = [one for group in (*review.groups, *review.undone) for one in _group(group, review, words)]
    layout = [_layout(one) for one in review.comparison.layout] if review.whole else []
    return "".join(f"{one}\n" for one in (*told, *layout))


def header(review: Review, messages: Messages) -> str:
    """Name the versions, and say how many things there were and are, and what was kept: a line each."""
    words = Words.of(review, messages)
    told = *(words.version(side) for side in words.shown), *counted.standing(review, words)
    return "".join(f"{one}\n" for one in told)


def summary(review: Review, messages: Messages) -> str:
    """Count the changes by weight, those not shown, and weakenings that nothing settled, a line each."""
    return "\n".join(counted.summary(review, Words.of(review, messages)))


def left_out(review: Review, messages: Messages, *, option: bool = True) -> tuple[str, ...]:
    """Say what a comparison does without because it does not load, a line each: a sentence a side, then its faults.

    ``option`` names the one that shows them all.
    """
    words = Words.of(review, messages)
    told: list[str] = []
    for sentence, faults in counted.left_out(review, words):
        most = len(faults) if review.whole else _MOST_LEFT_OUT
        told += [sentence, *(f"  {_fault(one, messages)}" for one in faults[:most])]
        more = words.say("diff.more-all" if option else "diff.more", count=len(faults) - most)
        told += [f"  {more}"] if len(faults) > most else []
    return tuple(told)


def _group(group: Group, review: Review, words: Words) -> Iterator[str]:
    """Write a change, what is told beside it, and what it caused."""
    head = group.head
    yield _line(head, words, [*_facts(head), *(["context"] if group.context else [])])
    if still := hanging(group, words):
        yield _note("hanging", still, head, words)
    yield from (_note("hint", hint, head, words) for hint in hints(review, head, words))
    for entry in group.carried:
        yield _line(entry, words, [*_facts(entry), f"cause={head.change.subject}"])
        yield from (_note("hint", hint, entry, words) for hint in hints(review, entry, words))


def _note(sort: str, said: str, entry: Entry, words: Words) -> str:
    return f"{place(entry.change)}: {sort} {entry.change.id} {words.about(entry).name(entry.change)}: {said}"


def _line(entry: Entry, words: Words, facts: list[str]) -> str:
    change, about = entry.change, words.about(entry)
    said = f"{place(change)}: {entry.weight.label} {change.id} {about.sentence(change, LONGEST)}"
    return f"{said}\t{' '.join(facts)}" if facts else said


def _facts(entry: Entry) -> Iterator[str]:
    weakening = entry.weakening and not entry.undone
    if weakening:
        yield "weakening"
    if entry.undecided:
        yield "undecided"
    yield from (f"decision={decision.id}" for decision in entry.decisions)
    if entry.approval:
        yield f"accepted={line(entry.approval.who)}"
    if entry.between:
        yield f"in={entry.between.by}"
    if entry.mark and weakening:
        yield f"mark={entry.mark}"


def _layout(layout: Layout) -> str:
    moved = f"{layout.old} → " if layout.how == "moved" else ""
    return line(f"{layout.new}:1: layout file-{layout.how} {moved}{layout.new}")


def _fault(finding: Finding, messages: Messages) -> str:
    return line(f"{finding.span}: {messages.finding(finding)}")
