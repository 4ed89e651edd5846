"""Passing: whether a comparison passes, and what to do about the weakenings that no decision covers."""

import sys
from collections.abc import Iterator

from strategy_cli.changes import Weight
from strategy_cli.commands import near_misses
from strategy_cli.formats.changes.entries import place
from strategy_cli.formats.changes.words import LONGEST, Words
from strategy_cli.messages import Messages
from strategy_cli.model.goal import Goal
from strategy_cli.model.programme import Programme
from strategy_cli.ref import Ref
from strategy_cli.reviewing import Entry, Group, Review
from strategy_cli.reviewing.causes import parts
from strategy_cli.terminal import flowed

_COVERING = (Goal.kind, Programme.kind)


def fails(review: Review, fail_on: str | None) -> bool:
    """Tell whether there is a change of the weight to fail on, or graver, that was not taken back."""
    return fail_on is not None and any(entry.weight >= Weight[fail_on.upper()] for entry in review.selected)


def undecided(review: Review, file: str, messages: Messages) -> bool:
    """List the weakenings that nothing settled, and what to write about them and where; tell whether there are any.

    ``file`` is where accepted differences are written.
    """
    if not review.undecided:
        return False
    words = Words.of(review, messages)
    named = ", ".join(map(str, _to_decide(review)))
    lines = [
        *(one for entry in review.undecided for one in _told(entry, words)),
        *(flowed(one, sys.stderr) for one in near_misses.mistaken(review, words)),
        flowed(words.say("gate.decision"), sys.stderr),
        f"  concerns: [{named}]",
        flowed(words.say("gate.accept", file=file), sys.stderr),
        *(_entry(entry, words) for entry in _to_accept(review)),
    ]
    sys.stderr.writelines(f"{line}\n" for line in lines)
    return True


def _to_decide(review: Review) -> dict[Ref, None]:
    """Name what a decision must name: that on a goal or a programme covers what went with it."""
    above = {
        entry.mark: group.head.change.subject for group in review.groups if _covers(group) for entry in group.carried
    }
    return dict.fromkeys(above.get(entry.mark, entry.change.subject) for entry in review.undecided)


def _to_accept(review: Review) -> list[Entry]:
    """Leave out what follows from a weakening that is to be accepted itself: that covers it."""
    follows = {entry.mark for group in review.groups if group.head.undecided for entry in group.carried}
    return [entry for entry in review.undecided if entry.mark not in follows]


def _covers(group: Group) -> bool:
    head = group.head
    return head.change.subject.kind in _COVERING and (head.undecided or bool(parts(head.change)))


def _told(entry: Entry, words: Words) -> Iterator[str]:
    """Tell a weakening, and beneath it the decisions that concern it and do not settle it."""
    said = f"{place(entry.change)}: {words.sentence(entry.change, LONGEST)} [{entry.mark}]"
    yield flowed(f"  {said}", sys.stderr, "    ")
    yield from (flowed(f"      {one}", sys.stderr, "      ") for one in near_misses.of(entry, words))


def _entry(entry: Entry, words: Words) -> str:
    """Write an entry to paste, with what it is of as a comment."""
    said = f"{words.name(entry.change)}: {words.what(entry.change)}"
    return f'- {{change: {entry.mark}, reason: "", who: , until: }}  # {said}'
