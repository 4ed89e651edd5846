"""Passing: whether a comparison passes, and what to do about the weakenings that no decision covers."""

import sys

from strategy_cli.changes import Weight
from strategy_cli.formats.changes.entries import LONGEST, place
from strategy_cli.formats.changes.words import Words
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
    return fail_on is not None and any(
        entry.weight >= Weight[fail_on.upper()] and not entry.undone for entry in review.selected
    )


def undecided(review: Review, file: str, messages: Messages) -> bool:
    """List the weakenings that nothing settled, and what to write about them and where; tell whether there are any.

    ``file`` is where accepted differences are written.
    """
    if not review.undecided:
        return False
    words = Words.of(review, messages)
    named = ", ".join(map(str, _to_decide(review)))
    lines = [
        *(f"  {_told(entry, words)}" for entry in review.undecided),
        flowed(words.say("gate.decision", concerns=f"concerns: [{named}]"), sys.stderr),
        flowed(words.say("gate.accept", file=file), sys.stderr),
        *(_entry(entry, words) for entry in review.undecided),
    ]
    sys.stderr.writelines(f"{line}\n" for line in lines)
    return True


def _to_decide(review: Review) -> dict[Ref, None]:
    """Name what a decision must name: that on a goal or a programme covers what went with it."""
    above = {
        entry.mark: group.head.change.subject for group in review.groups if _covers(group) for entry in group.carried
    }
    return dict.fromkeys(above.get(entry.mark, entry.change.subject) for entry in review.undecided)


def _covers(group: Group) -> bool:
    head = group.head
    return head.change.subject.kind in _COVERING and (head.undecided or bool(parts(head.change)))


def _told(entry: Entry, words: Words) -> str:
    return f"{place(entry.change)}: {words.sentence(entry.change, LONGEST)} [{entry.mark}]"


def _entry(entry: Entry, words: Words) -> str:
    """Write an entry to paste, with what it is of as a comment."""
    said = f"{words.name(entry.change)}: {words.what(entry.change)}"
    return f'- {{change: {entry.mark}, reason: "", who: , until: }}  # {said}'
