"""Rules of follow-up by owners: who answers for a project tells how it goes."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.unanswered import period_due, silent
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy


@rule(Level.WARNING, "managed")
def owner_silent(strategy: Strategy, on: date) -> Iterator[Finding]:
    """The owner of a started project has told nothing of the last reporting period.

    Sectors and boards follow up their projects regularly, more than before (Kemi city board 25.9.2023 § 292). An update
    is due when a period of ``reporting.periods`` has ended and the days of grace have passed, from a project that began
    by its end.

    Bad:
        strategy.yaml:
            title: Strategy
            reporting: {periods: [T1, T2, year], grace_days: 30}
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            status: started
            owner: library-director
            updates:  # here
              - {period: 2025, status: on-track}

    Good:
        strategy.yaml:
            title: Strategy
            reporting: {periods: [T1, T2, year], grace_days: 30}
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            status: started
            owner: library-director
            updates:
              - {period: 2026-T1, status: on-track}
    """
    period = period_due(strategy.about, on)
    if period is None:
        return
    for project in strategy.projects.values():
        post = strategy.owners.get(project.owner or "")
        if post and silent(project, period):
            last = max((u.period for u in project.updates), default=None)
            args = {"name": project.name, "post": post.title, "period": period, "last": last, "written": period.text}
            span = strategy.where(project.ref, "updates", on_key=True)
            problem = "since" if last else None
            yield Finding("owner-silent", span, project.ref, ("updates",), args, problem)
