"""Rules of terms: what has run out of time, has not begun, or should have been looked at again, is told."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.actual import add_months
from strategy_cli.measuring.indicator import Rules
from strategy_cli.measuring.matters import later
from strategy_cli.measuring.since import report_days
from strategy_cli.model.about import About
from strategy_cli.rules.registry import rule
from strategy_cli.rules.shared.living import lives, under_way
from strategy_cli.strategy import Strategy

_DECIDED = ("approved", "started", "paused")
_WITHOUT_REPORTS = 4  # months, as long as the shortest interim report covers


@rule(Level.WARNING, "managed")
def started_without_end(strategy: Strategy) -> Iterator[Finding]:
    """A project has started, but its last day is not told.

    What has no end is not a project but ordinary work, and nobody can tell that it is late. Processes are made into
    projects with concrete phases (Kemi city board 27.11.2023 § 390).

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            period: {from: 2026-01-01}  # here

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            period: {from: 2026-01-01, until: 2027-06-30}
    """
    for project in under_way(strategy):
        if project.period.until is None:
            span = strategy.where(project.ref, "period", on_key=True)
            yield Finding("started-without-end", span, project.ref, ("period", "until"), {"name": project.name})


@rule(Level.WARNING, "managed")
def project_overdue(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A project's last day has passed, but it is still approved, started or paused.

    Measures are taken into practice, not left open (Kemi city board 25.9.2023 § 292): what is done is closed or in
    practice, what goes on has a new last day.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            period: {from: 2025-01-01, until: 2026-05-31}  # here

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: in-practice
            period: {from: 2025-01-01, until: 2026-05-31}
    """
    for project in strategy.projects.values():
        last = project.period.until
        if last is not None and last < on and project.status in _DECIDED and lives(strategy, project, on):
            key = ("period", "until")
            args = {"name": project.name, "end": last, "status": project.status}
            span = strategy.where(project.ref, *key)
            yield Finding("project-overdue", span, project.ref, key, args, project.status)


@rule(Level.WARNING, "managed")
def project_not_begun(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A project's first day has passed and a report has been given since, but it is still proposed or approved.

    Follow-up that leaves plans standing as they were tells the boards nothing (Kemi city board 27.11.2023 § 390:
    regular follow-up). Where the strategy names no reporting periods, four months are waited.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: approved
            period: {from: 2025-09-01, until: 2027-12-31}  # here

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: approved
            period: {from: 2026-09-01, until: 2027-12-31}
    """
    since = _waited_since(strategy.about, on)
    for project in strategy.projects.values():
        first, last = project.period.from_, project.period.until
        late = project.status == "proposed" or (project.status == "approved" and not (last and last < on))
        if late and first is not None and first < since and lives(strategy, project, on):
            key = ("period", "from")
            args = {"name": project.name, "begin": first}
            yield Finding(
                "project-not-begun", strategy.where(project.ref, *key), project.ref, key, args, project.status
            )


def _waited_since(about: About, on: date) -> date:
    """Give the day before which a thing must have begun for a report, its days of grace over, to have told of it."""
    if not about.reporting.periods:
        return add_months(on, -_WITHOUT_REPORTS) if on > date(2, 1, 1) else date.min
    over = report_days(about, later(on, -Rules.of(about, on).grace_days - 1))
    return over[-1].last if over else date.min


@rule(Level.WARNING, "managed")
def review_passed(strategy: Strategy, on: date) -> Iterator[Finding]:
    """The day by which a project was to be looked at again has passed.

    Measures go out of date when what is around them changes (Kemi city board 25.9.2023 § 292); the review finds out.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            review_by: 2026-03-31  # here

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            review_by: 2026-12-31
    """
    for project in strategy.projects.values():
        day = project.review_by
        if day is not None and day < on and lives(strategy, project, on):
            args = {"name": project.name, "day": day}
            yield Finding("review-passed", strategy.where(project.ref, "review_by"), project.ref, ("review_by",), args)


@rule(Level.WARNING, "managed")
def strategy_ended(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A strategy is said to be in force, but its period has ended and another is in force.

    A municipality has one strategy (Kemi city board 25.9.2023 § 292); what was replaced says so. Where no other is in
    force, no-strategy-in-force tells.

    Bad:
        strategy.yaml:
            title: Strategy
            languages: [fi]
            status: in-force
            period: {from: 2022-01-01, until: 2025-12-31}  # here
        ../new_strategy/strategy.yaml:
            title: Strategy 2029
            status: in-force
            period: {from: 2026-01-01}

    Good:
        strategy.yaml:
            title: Strategy
            languages: [fi]
            status: replaced
            period: {from: 2022-01-01, until: 2025-12-31}
        ../new_strategy/strategy.yaml:
            title: Strategy 2029
            status: in-force
            period: {from: 2026-01-01}
    """
    about, last = strategy.about, strategy.about.period.until
    if about.status == "in-force" and last is not None and last < on:
        others = [other for other in strategy.neighbours.values() if other.status == "in-force" and _holds(other, on)]
        if others:
            key = ("period", "until")
            args = {"name": about.title, "end": last, "other": others[0].title}
            yield Finding("strategy-ended", strategy.where(about.ref, *key), about.ref, key, args)


def _holds(about: About, on: date) -> bool:
    return (about.period.from_ or date.min) <= on <= (about.period.until or date.max)
