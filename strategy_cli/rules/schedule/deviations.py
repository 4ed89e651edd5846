"""Rules of deviations: what is behind is reacted to."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.tree import below, projects_of
from strategy_cli.measuring.updates import latest
from strategy_cli.model.goal import Goal
from strategy_cli.rules.registry import rule
from strategy_cli.rules.shared.living import lives
from strategy_cli.strategy import Strategy

_BEHIND = ("not-attained", "partly")


@rule(Level.WARNING, "managed")
def deviation_without_corrective(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A project's latest update tells of trouble, or a goal's latest judgement of a shortfall, and no step is told.

    Follow-up is worthless if deviations are not reacted to (Kuntaliitto, indicators of a municipal strategy). A
    goal's shortfall is also answered by the corrective step of a project that serves it. A project that is paused has
    been reacted to; so has a goal that has ended.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            updates:
                - {period: 2026-T1, status: off-track, note: The architect left.}  # here

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            updates:
                - {period: 2026-T1, status: off-track, note: The architect left., corrective: A new one by August.}
    """
    for project in strategy.projects.values():
        trouble = any(update.status != "on-track" for update in project.updates)
        if trouble and project.status != "paused" and lives(strategy, project, on):
            update = latest(project, on)
            if update and update.status != "on-track" and update.corrective is None:
                key = ("updates", project.updates.index(update), "status")
                args = {"name": project.name, "period": update.period}
                span = strategy.where(project.ref, *key)
                yield Finding("deviation-without-corrective", span, project.ref, key, args, update.status)
    for goal in strategy.goals.values():
        if goal.judgements and lives(strategy, goal, on):
            yield from _of_judgement(strategy, goal, on)


def _of_judgement(strategy: Strategy, goal: Goal, on: date) -> Iterator[Finding]:
    """Tell of the latest judgement of this year or the last: an older one no longer says how the goal stands."""
    known = [j for j in goal.judgements if j.period.last <= on and j.period.last.year >= on.year - 1]
    last = max(known, key=lambda judgement: judgement.period.order, default=None)
    if last and last.class_ in _BEHIND and last.corrective is None and not _mended(strategy, goal, on):
        key = ("judgements", goal.judgements.index(last), "class")
        args = {"name": goal.name, "period": last.period}
        span = strategy.where(goal.ref, *key)
        yield Finding("deviation-without-corrective", span, goal.ref, key, args, "judgement")


def _mended(strategy: Strategy, goal: Goal, on: date) -> bool:
    """Tell whether the latest word of a project that serves the goal, or one below it, has a corrective step."""
    projects = (project for name in below(strategy, goal.id) for project in projects_of(strategy, name))
    updates = (latest(project, on) for project in projects if lives(strategy, project, on))
    return any(update and update.corrective for update in updates)
