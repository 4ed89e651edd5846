"""Told: one change as the page shows it: what happened, the columns, and why."""

from dataclasses import dataclass, replace
from datetime import date

from strategy_cli.formats.changes.columns import Cell, columns
from strategy_cli.formats.changes.decided import decided
from strategy_cli.formats.changes.sides import HASH
from strategy_cli.formats.changes.words import Words
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.reviewing import Between, Entry, Group

_SHORT = 5  # changes that another one caused: more of them are folded away
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

    ``undecided`` is a weakening that nothing settled. No reason is given where it is that of what stands above.
    """

    subject: Ref
    weight: str
    kind: str
    name: Text | str
    what: str
    weakening: bool
    undecided: bool
    cells: tuple[Cell, ...]
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


@dataclass(frozen=True, slots=True)
class Block:
    """A change with those that it caused, and the names of what hangs on the thing still; ``short`` ones stand open."""

    head: Told
    carried: tuple[Told, ...]
    hanging: tuple[Text | str, ...]
    short: bool

    @property
    def weakenings(self) -> int:
        """How many of those that it caused are weakenings."""
        return sum(one.weakening for one in self.carried)


def block(group: Group, words: Words) -> Block:
    """Tell a change and those that it caused; one that nothing settled is never folded away."""
    above = reason(group.head, words)
    carried = tuple(told(one, words, above) for one in group.carried)
    return Block(
        head=told(group.head, words),
        carried=carried,
        hanging=tuple(words.new.strategy.name(ref) for ref in group.hanging),
        short=len(carried) <= _SHORT or any(one.undecided for one in carried),
    )


def told(entry: Entry, words: Words, above: Reason | None = None) -> Told:
    """Tell a change; its reason is left out where it is that of what stands ``above``."""
    change, here = entry.change, words.about(entry)
    why = reason(entry, words)
    version = here.new if change.spans[1] else here.old
    return Told(
        subject=change.subject,
        weight=entry.weight.label,
        kind=here.kind(change),
        name=version.strategy.name(change.subject),
        what=here.what(change),
        weakening=entry.weakening and not entry.undone,
        undecided=entry.undecided,
        cells=columns(entry, words),
        by=_by(entry.between, words) if entry.between else None,
        reason=_beyond(why, above),
    )


def reason(entry: Entry, words: Words) -> Reason:
    """Tell why a change was made: by what it was settled, and in which commits."""
    settled = decided(entry, words, titles=True)
    recorded = bool(entry.decisions or entry.approval)
    return Reason(
        settled=settled if recorded else (),
        missing=bool(settled) and not (recorded or entry.undone),
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
