"""Item: one change as the page shows it: what happened, the columns, and why."""

from dataclasses import dataclass
from datetime import date

from strategy_cli.changes import Change
from strategy_cli.formats.changes.page.columns import Cell, columns
from strategy_cli.formats.changes.reasons import Reason, beyond, reason
from strategy_cli.formats.changes.words import Words
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.reviewing import Between, Entry

_LINE = 80  # letters


@dataclass(frozen=True, slots=True)
class Item:
    """A change: its weight, the kind and name of the thing, what happened, a cell a version, in which, and why.

    ``undecided`` is a weakening that nothing settled; ``awaits`` is the last day of one that is accepted for a time.
    ``of_head`` tells that its values are the thing that the change above it is of, ``maybe`` names what a thing that
    is gone may be now. No reason is given where it is that of what stands above.
    """

    subject: Ref
    weight: str
    kind: str
    name: Text | str
    what: str
    weakening: bool
    undecided: bool
    awaits: date | None
    cells: tuple[Cell, ...]
    of_head: bool
    maybe: Text | str | None
    by: str | None
    reason: Reason | None

    @property
    def of_being(self) -> bool:
        """Whether a thing came or went, so that the cells hold its name."""
        return any(cell.name is not None for cell in self.cells)

    @property
    def brief(self) -> str:
        """The values in a line, where they are short."""
        values = dict.fromkeys(cell.words for cell in self.cells if cell.words)
        return " → ".join(values) if len("".join(values)) < _LINE else ""


def item(entry: Entry, words: Words, head: Entry | None = None) -> Item:
    """Tell a change; what stands above already, at the ``head`` that caused it, is left out."""
    change, here = entry.change, words.about(entry)
    by = _by(entry.between, words) if entry.between else None
    above = _by(head.between, words) if head and head.between else None
    both = change.before is not None and change.after is not None
    version = here.new if change.spans[1] else here.old
    return Item(
        subject=change.subject,
        weight=entry.weight.label,
        kind=here.kind(change),
        name=version.strategy.name(change.subject),
        what=here.what(change),
        weakening=entry.weakening and not entry.undone,
        undecided=entry.undecided,
        awaits=entry.approval.until if entry.unrecorded and entry.approval else None,
        cells=columns(entry, words),
        of_head=head is not None and head.change.subject in (change.before, change.after) and not both,
        maybe=_maybe(change, words),
        by=None if by == above else by,
        reason=_why(entry, words, head),
    )


def _maybe(change: Change, words: Words) -> Text | str | None:
    """Name what a thing that is gone may be now, by its likeness."""
    found = (hint.new for hint in words.comparison.hints if change.went and hint.old == change.subject)
    return next((words.comparison.new.name(ref) for ref in found), None)


def _why(entry: Entry, words: Words, head: Entry | None) -> Reason | None:
    """Tell why a change came about; what the head above it tells is left out, and None when that is all."""
    why = reason(entry, words, titles=True)
    left = beyond(why, reason(head, words, titles=True)) if head else why
    return left if left != Reason() or head is None else None


def _by(between: Between, words: Words) -> str:
    key = "diff.page.both" if between.by == "both" else f"diff.between.{between.by}"
    return words.say(key, middle=words.side("middle"), new=words.side("new"))
