"""Rules of what cannot have happened yet, or not so early: a status or a day that runs ahead of the project's time."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.model.project import Milestone, Project
from strategy_cli.rules.registry import rule
from strategy_cli.rules.shared.living import lives
from strategy_cli.strategy import Strategy

_BEGUN = {"started": "started", "in-practice": "done", "closed": "done"}
_EARLY = 2 * 366  # days: a decision to invest may come long before the first day


@rule(Level.WARNING, "managed")
def status_before_first_day(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A project is said to have started, or to have been brought to an end, but its first day is still to come.

    One of them is wrong: reports then count as work under way, or as done, what has not begun (Kemi city board
    27.11.2023 § 390: regular follow-up). A project may be prepared, approved or cancelled before its time.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            period: {from: 2028-01-01, until: 2029-12-31}  # here

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: approved
            period: {from: 2028-01-01, until: 2029-12-31}
    """
    for project in strategy.projects.values():
        first, problem = project.period.from_, _BEGUN.get(project.status)
        if problem and first and first > on and strategy.about.status != "replaced":
            key = ("period", "from")
            args = {"name": project.name, "begin": first, "status": project.status}
            span = strategy.where(project.ref, *key)
            yield Finding("status-before-first-day", span, project.ref, key, args, problem)


@rule(Level.WARNING, "managed")
def milestone_done_early(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A milestone is said to have been reached more than two years before it was due, or before its project began.

    So far ahead the year is most often a slip of the keys, and the report tells of a step that was not taken (Kemi
    city board 27.11.2023 § 390: concrete phases). The decision to begin may come before the first day.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            milestones:
                - {name: Architect chosen, due: 2026-04-30, done: 2016-04-11}  # here

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            milestones:
                - {name: Architect chosen, due: 2026-04-30, done: 2026-04-11}
    """
    for project in strategy.projects.values():
        for number, milestone in enumerate(project.milestones):
            found = _early(project, milestone)
            if found and lives(strategy, project, on):
                problem, day = found
                key = ("milestones", number, "done")
                args = {"name": project.name, "milestone": milestone.name, "day": milestone.done, "due": day}
                span = strategy.where(project.ref, *key)
                yield Finding("milestone-done-early", span, project.ref, key, args, problem)


def _early(project: Project, milestone: Milestone) -> tuple[str, date] | None:
    """Find the day that a milestone was reached long before: its own due day, else the project's first."""
    if milestone.done is None:
        return None
    if (milestone.due - milestone.done).days > _EARLY:
        return "due", milestone.due
    first = project.period.from_
    return ("project", first) if first and (first - milestone.done).days > _EARLY else None
