"""The changes since an earlier version as a report tells them: grouped by weight, a row a change, in words."""

from dataclasses import dataclass
from itertools import groupby

from strategy_cli.changes import Change, Comparison, weight_of
from strategy_cli.formats.changes.words import Words
from strategy_cli.messages import Messages
from strategy_cli.model.text import Text

_SHOWN = ("goal", "indicator", "project")  # what has a part of its own in the page


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change: the kind and name of the thing, where the page shows it, what happened, and both values."""

    kind: str
    name: Text | str
    anchor: str | None
    what: str
    was: str | None
    becomes: str | None


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """The changes of one weight: its heading and a row a change."""

    title: str
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True)
class ChangesSince:
    """What has changed since an earlier version: both sides named, and the groups, gravest first."""

    sides: tuple[str, str]
    groups: tuple[ChangeGroup, ...]


def since(comparison: Comparison, messages: Messages) -> ChangesSince:
    """Say the changes between two versions, grouped by weight."""
    words = Words(comparison, messages)
    groups = groupby(comparison.changes, key=lambda change: weight_of(change.id))
    return ChangesSince(
        (words.version("old"), words.version("new")),
        tuple(
            ChangeGroup(words.say(f"diff.weights.{weight.label}"), tuple(_row(c, words) for c in held))
            for weight, held in groups
        ),
    )


def _row(change: Change, words: Words) -> ChangeRow:
    was, becomes = words.sides(change)
    here = words.new if change.spans[1] else words.old
    subject = change.subject
    shown = subject.kind in _SHOWN and words.comparison.new.find(subject) is not None
    return ChangeRow(
        kind=words.kind(change),
        name=here.strategy.name(subject),
        anchor=f"{subject.kind}-{subject.id}" if shown else None,
        what=words.what(change),
        was=was,
        becomes=becomes,
    )
