"""Headline: a report's sentences of result and the version it is of, in words."""

from strategy_cli.measuring.counts import Counts
from strategy_cli.messages import Messages
from strategy_cli.views.frame.provenance import Provenance
from strategy_cli.views.frame.result import Result

_SHORT = 10
_HARD_SPACE = "\u00a0"


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


def _counted(key: str, counts: Counts, messages: Messages) -> str:
    classes = ", ".join(
        f"{messages.say(f'report.class.{standing}')}{_HARD_SPACE}{number}"
        for standing, number in counts.by_standing.items()
        if number
    )
    return messages.say(key, all=counts.all, classes=classes)
