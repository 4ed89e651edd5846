"""Headline: a report's sentences of result, its line of provenance and its changes, in words."""

from dataclasses import dataclass
from itertools import groupby

from strategy_cli.changes import Comparison, weight_of
from strategy_cli.formats.changes_words import Words
from strategy_cli.measuring.counts import Counts
from strategy_cli.messages import Messages
from strategy_cli.views.progress import ProgressReport
from strategy_cli.views.provenance import Provenance

_SHORT = 10
_HARD_SPACE = "\u00a0"


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """The changes of one weight: its heading and a sentence a change."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangesSince:
    """What has changed since an earlier version: both sides named, and the groups, gravest first."""

    sides: tuple[str, str]
    groups: tuple[ChangeGroup, ...]


def sentences(view: ProgressReport, messages: Messages) -> tuple[str, ...]:
    """Say the result: goals by class first, then the binding ones, the indicators and the projects."""
    if not view.goal_counts.all:
        return (messages.say("report.sentence.no-goals"),)
    said = [_counted("report.sentence.goals", view.goal_counts, messages)]
    if 0 < view.binding.all < view.goal_counts.all:
        said.append(_counted("report.sentence.binding", view.binding, messages))
    if view.indicator_counts.all:
        said.append(messages.say("report.sentence.reached", reached=view.reached, all=view.indicator_counts.all))
    if view.project_count:
        said.append(
            messages.say(
                "report.sentence.projects",
                all=view.project_count,
                running=view.running,
                late=len(view.attention.late),
                ownerless=view.ownerless,
            )
        )
    return tuple(said)


def provenance(line: Provenance, messages: Messages) -> str:
    """Say what the report is based on: status, period, decision (body, day, section, case number) and commit."""
    parts = [messages.say(f"words.strategy.status.{line.status}"), _period(line, messages)]
    if line.decision:
        cited = messages.say(
            "report.provenance.decision",
            body=line.decision.body,
            date=line.decision.date,
            section=(line.decision.section or "").replace(" ", _HARD_SPACE),
        )
        parts += [cited.strip(), line.decision.case_number or ""]
    parts.append(_version(line, messages))
    return " · ".join(part for part in parts if part)


def changes(comparison: Comparison, messages: Messages) -> ChangesSince:
    """Say the changes between two versions, grouped by weight."""
    words = Words(comparison, messages)
    groups = groupby(comparison.shown, key=lambda change: weight_of(change.id))
    return ChangesSince(
        (words.version("old"), words.version("new")),
        tuple(
            ChangeGroup(words.say(f"diff.weights.{weight.label}"), tuple(words.sentence(c) for c in held))
            for weight, held in groups
        ),
    )


def _period(line: Provenance, messages: Messages) -> str:
    if line.period.from_ is None and line.period.until is None:
        return ""
    ends = (messages.write(day) if day else "" for day in (line.period.from_, line.period.until))
    return "–".join(ends)


def _version(line: Provenance, messages: Messages) -> str:
    version = line.version
    if version.commit is None:
        return messages.say("report.provenance.none")
    key = "report.provenance.dirty" if version.clean is False else "report.provenance.commit"
    return messages.say(key, commit=version.commit[:_SHORT], day=version.day)


def _counted(key: str, counts: Counts, messages: Messages) -> str:
    classes = ", ".join(
        f"{messages.say(f'report.class.{standing}')}{_HARD_SPACE}{number}"
        for standing, number in counts.by_standing.items()
        if number
    )
    return messages.say(key, all=counts.all, classes=classes)
