"""Changes as GitHub Actions annotations, gravest first: GitHub shows only ten of a kind."""

from collections.abc import Iterable

from strategy_cli.changes import Weight
from strategy_cli.formats.annotation import Command, annotation
from strategy_cli.formats.changes.entries import beside, between
from strategy_cli.formats.changes.reasons import decided
from strategy_cli.formats.changes.words import Words
from strategy_cli.messages import Messages
from strategy_cli.reviewing import Entry, Review

_COMMANDS: tuple[Command, ...] = ("error", "warning", "notice")


def annotations(review: Review, messages: Messages) -> str:
    """Write a workflow command a change, in the new version of its file, or in the old one when the thing is gone.

    A weakening that nothing settled is an error, another change for decision a warning, the rest are notices; last
    what was taken back.
    """
    words = Words.of(review, messages)
    notes = {entry.mark: beside(review, group, entry, words) for group in review.groups for entry in group.entries}
    asked = (entry for group in review.groups for entry in group.asked)
    shown = sorted(asked, key=lambda entry: (_COMMANDS.index(_command(entry)), -entry.weight))
    back = (entry for group in review.undone for entry in group.asked)
    return "".join(_annotation(entry, words, notes.get(entry.mark, ())) for entry in (*shown, *back))


def _command(entry: Entry) -> Command:
    if entry.undecided:
        return "error"
    return "warning" if entry.weight is Weight.DECISION and not entry.undone else "notice"


def _annotation(entry: Entry, words: Words, notes: Iterable[str]) -> str:
    change = entry.change
    span = change.spans[1] or change.spans[0]
    said = (words.about(entry).sentence(change), between(entry, words), *decided(entry, words), *notes)
    return annotation(_command(entry), span, change.id, "\n".join(filter(None, said))) if span else ""
