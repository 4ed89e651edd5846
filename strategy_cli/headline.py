"""Headline: a report's sentences of result, the version it is of and its changes, in words."""

from dataclasses import dataclass
from itertools import groupby

from strategy_cli.changes import Change, Comparison, weight_of
from strategy_cli.formats.changes_words import Words
from strategy_cli.measuring.counts import Counts
from strategy_cli.messages import Messages
from strategy_cli.model.text import Text
from strategy_cli.views.frame.provenance import Provenance
from strategy_cli.views.frame.result import Result

_SHORT = 10
_HARD_SPACE = "\u00a0"


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


def sentences(result: Result, messages: Messages) -> tuple[str, ...]:
    """Say the result: goals by class first, then the binding ones, the indicators and the projects."""
    if not result.goals.all:
        return (messages.say("report.sentence.no-goals"),)
    said = [_counted("report.sentence.goals", result.goals, messages)]
    if 0 < result.binding.all < result.goals.all:
        said.append(_counted("report.sentence.binding", result.binding, messages))
    if result.indicators.all:
        key = "report.sentence.reached" if result.year is None else "report.sentence.reached-in-year"
        said.append(messages.say(key, reached=result.reached, all=result.indicators.all))
    if result.projects:
        said.append(
            messages.say(
                "report.sentence.projects",
                all=result.projects,
                running=result.running,
                late=result.late,
                ownerless=result.ownerless,
            )
        )
    return tuple(said)


def version(line: Provenance, messages: Messages) -> str:
    """Say which commit the report is of, and whether it is the whole truth."""
    read = line.version
    if read.commit is None:
        return messages.say("report.provenance.none")
    key = "report.provenance.dirty" if read.clean is False else "report.provenance.commit"
    return messages.say(key, commit=read.commit[:_SHORT], day=read.day)


def changes(comparison: Comparison, messages: Messages) -> ChangesSince:
    """Say the changes between two versions, grouped by weight."""
    words = Words(comparison, messages)
    groups = groupby(comparison.shown, key=lambda change: weight_of(change.id))
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


def _counted(key: str, counts: Counts, messages: Messages) -> str:
    classes = ", ".join(
        f"{messages.say(f'report.class.{standing}')}{_HARD_SPACE}{number}"
        for standing, number in counts.by_standing.items()
        if number
    )
    return messages.say(key, all=counts.all, classes=classes)
