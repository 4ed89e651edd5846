"""Told: one change as the page shows it: what happened, the columns, and why."""

from dataclasses import dataclass, replace
from datetime import date

from strategy_cli.changes import Change
from strategy_cli.formats.changes.columns import Cell, columns
from strategy_cli.formats.changes.decided import decided
from strategy_cli.formats.changes.sides import HASH
from strategy_cli.formats.changes.words import Words
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.reviewing import Between, Entry

_LINE = 80  # letters


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: what settled a change, a line each, and the commits that brought it, each with its day.

    ``missing`` tells that nothing settled it, though something must or should have.
    """

    settled: tuple[str, ...] = ()
    missing: bool = False
    commits: tuple[tuple[str, date], ...] = ()
    uncommitted: bool = False


@dataclass(frozen=True, slots=True)
class Told:
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


def told(entry: Entry, words: Words, head: Entry | None = None) -> Told:
    """Tell a change; what stands above already, at the ``head`` that caused it, is left out."""
    change, here = entry.change, words.about(entry)
    by = _by(entry.between, words) if entry.between else None
    above = _by(head.between, words) if head and head.between else None
    both = change.before is not None and change.after is not None
    version = here.new if change.spans[1] else here.old
    return Told(
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
        reason=_beyond(reason(entry, words), reason(head, words) if head else None),
    )


def _maybe(change: Change, words: Words) -> Text | str | None:
    """Name what a thing that is gone may be now, by its likeness."""
    gone = change.id == f"{change.subject.kind}-removed"
    found = (hint.new for hint in words.comparison.hints if gone and hint.old == change.subject)
    return next((words.comparison.new.name(ref) for ref in found), None)


def reason(entry: Entry, words: Words) -> Reason:
    """Tell why a change was made: by what it was settled, and in which commits."""
    settled = decided(entry, words, titles=True)
    recorded = bool(entry.decisions or entry.approval)
    return Reason(
        settled=settled if recorded else (),
        missing=bool(settled) and not recorded,
        commits=tuple((commit.hash[:HASH], commit.day) for commit in entry.commits),
        uncommitted=entry.uncommitted,
    )


def _beyond(why: Reason, above: Reason | None) -> Reason | None:
    """Leave out what stands above already; None when that is all."""
    if above is None:
        return why
    settled = (why.settled, why.missing) != (above.settled, above.missing)
    brought = (why.commits, why.uncommitted) != (above.commits, above.uncommitted)
    left = replace(
        why,
        settled=why.settled if settled else (),
        missing=why.missing and settled,
        commits=why.commits if brought else (),
        uncommitted=why.uncommitted and brought,
    )
    return None if left == Reason() else left


def _by(between: Between, words: Words) -> str:
    key = "diff.page.both" if between.by == "both" else f"diff.between.{between.by}"
    return words.say(key, middle=words.side("middle"), new=words.side("new"))
