"""Rules of waiting: what a project waits for is still coming, and in time."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.model.project import Project
from strategy_cli.rules.registry import rule
from strategy_cli.rules.shared.living import lives
from strategy_cli.strategy import Strategy
from strategy_cli.terms import is_over

_STOPPED = ("cancelled", "paused")


@rule(Level.WARNING, "managed")
def depends_on_stopped(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A project waits for one that has been cancelled or paused.

    Rovaniemi (council 31.3.2025) found its measures carried out apart from one another: when one stops, those that
    wait for it must hear of it. A project that is paused itself may wait for another that is.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            depends_on: [town-house]  # here
        projects/town-house.yaml:
            name: Town house
            goals: [everyday-life]
            owner: city-manager
            status: cancelled

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            depends_on: [town-house]
        projects/town-house.yaml:
            name: Town house
            goals: [everyday-life]
            owner: city-manager
            status: started
    """
    for project, number, other in _waiting(strategy, on):
        if other.status in _STOPPED and other.status != project.status:
            key = ("depends_on", number)
            args = {"name": project.name, "other": other.name}
            yield Finding("depends-on-stopped", strategy.where(project.ref, *key), project.ref, key, args, other.status)


@rule(Level.WARNING, "managed")
def depends_on_later(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A project is to end before one that it waits for.

    Goals carried out by several projects need one timetable (Rovaniemi, council 31.3.2025: carried out
    unsystematically and apart from one another).

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            period: {from: 2026-01-01, until: 2027-12-31}
            depends_on: [town-house]  # here
        projects/town-house.yaml:
            name: Town house
            goals: [everyday-life]
            owner: city-manager
            status: started
            period: {from: 2026-01-01, until: 2028-06-30}

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            period: {from: 2026-01-01, until: 2028-12-31}
            depends_on: [town-house]
        projects/town-house.yaml:
            name: Town house
            goals: [everyday-life]
            owner: city-manager
            status: started
            period: {from: 2026-01-01, until: 2028-06-30}
    """
    for project, number, other in _waiting(strategy, on):
        last, other_last = project.period.until, other.period.until
        settled = is_over(other, strategy, on) or other.status == "paused" or project.id in other.depends_on
        if last and other_last and other_last > last and not settled:
            key = ("depends_on", number)
            args = {"name": project.name, "end": last, "other": other.name, "other_end": other_last}
            yield Finding("depends-on-later", strategy.where(project.ref, *key), project.ref, key, args)


def _waiting(strategy: Strategy, on: date) -> Iterator[tuple[Project, int, Project]]:
    """Go through the projects that are decided on, with each project they wait for and its place in the list."""
    for project in strategy.projects.values():
        if project.depends_on and project.status != "idea" and lives(strategy, project, on):
            for number, name in enumerate(project.depends_on):
                other = strategy.projects.get(name)
                if other and other is not project:
                    yield project, number, other
