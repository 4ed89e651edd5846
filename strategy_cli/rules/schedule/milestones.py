"""Rules of milestones: a project under way has some, in its own time, and their dates tell what has happened."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.indicator import Rules
from strategy_cli.measuring.matters import later
from strategy_cli.model.project import Project
from strategy_cli.rules.registry import rule
from strategy_cli.rules.shared.living import lives, under_way
from strategy_cli.strategy import Strategy


@rule(Level.WARNING, "managed")
def started_without_milestones(strategy: Strategy) -> Iterator[Finding]:
    """A project has started without a milestone.

    Projects are carried out by concrete phases and measures (Kemi city board 27.11.2023 § 390); without a dated step
    nobody can tell before the end whether it is on time.

    Bad:
        projects/library.yaml: {name: Library renewal, goals: [everyday-life], owner: library-director, status: started}

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            milestones: [{name: Architect chosen, due: 2026-09-30}]
    """
    for project in under_way(strategy):
        if not project.milestones:
            span = strategy.where(project.ref, "milestones", on_key=True)
            yield Finding("started-without-milestones", span, project.ref, ("milestones",), {"name": project.name})


@rule(Level.WARNING, "managed")
def milestone_overdue(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A milestone's day and the days of grace have passed, it is not done, and no update has been given since.

    Sectors and boards follow up their projects regularly (Kemi city board 27.11.2023 § 390). An update for a period
    that ends on the day or later tells of the delay by its status; a project whose whole time has passed is told by
    project-overdue. The days of grace are those of ``reporting.grace_days``, 30 unless said.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            milestones:
                - {name: Architect chosen, due: 2026-04-30}  # here

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            milestones:
                - {name: Architect chosen, due: 2026-04-30, done: 2026-06-11}
    """
    day = later(on, -Rules.of(strategy.about, on).grace_days)
    for project in under_way(strategy):
        if not _timed_out(project, on):
            for number, milestone in enumerate(project.milestones):
                due = milestone.due
                if milestone.done is None and due < day and all(u.period.last < due for u in project.updates):
                    yield _finding(strategy, "milestone-overdue", project, number, "due")


def _timed_out(project: Project, on: date) -> bool:
    return project.period.until is not None and project.period.until < on


@rule(Level.WARNING, "managed")
def milestone_outside_period(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A milestone still to come is due after its project ends.

    Either date is wrong, and the project's schedule cannot be followed (Kemi city board 27.11.2023 § 390: concrete
    phases). One before the project's first day may be the decision to begin.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            period: {from: 2026-01-01, until: 2027-06-30}
            milestones:
                - {name: Opening, due: 2027-09-01}  # here

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            period: {from: 2026-01-01, until: 2027-09-30}
            milestones:
                - {name: Opening, due: 2027-09-01}
    """
    for project in strategy.projects.values():
        last = project.period.until
        if last is not None and last >= on and lives(strategy, project, on):
            for number, milestone in enumerate(project.milestones):
                if milestone.done is None and milestone.due > last:
                    yield _finding(strategy, "milestone-outside-period", project, number, "due", last=last)


@rule(Level.ERROR, "managed")
def milestone_done_in_future(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A milestone is said to have been reached on a day that is still to come.

    ``done`` is the day it was reached, a fact; what is planned is ``due``.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            milestones:
                - {name: Opening, due: 2026-09-30, done: 2026-09-30}  # here

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            milestones:
                - {name: Opening, due: 2026-09-30}
    """
    for project in strategy.projects.values():
        for number, milestone in enumerate(project.milestones):
            if milestone.done is not None and milestone.done > on:
                yield _finding(strategy, "milestone-done-in-future", project, number, "done")


def _finding(strategy: Strategy, rule: str, project: Project, number: int, which: str, **more: object) -> Finding:
    milestone = project.milestones[number]
    key = ("milestones", number, which)
    args = {"name": project.name, "milestone": milestone.name, "day": getattr(milestone, which), **more}
    return Finding(rule, strategy.where(project.ref, *key), project.ref, key, args)
