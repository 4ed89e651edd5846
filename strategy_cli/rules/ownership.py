"""Rules of ownership: one post answers for each thing, for as long as the thing lasts."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.model.entity import Entity
from strategy_cli.model.owner import Owner
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy
from strategy_cli.terms import ends, is_over


@rule(Level.ERROR)
def project_without_owner(strategy: Strategy) -> Iterator[Finding]:
    """A project has no owner.

    Every project needs one post that answers for it (Kemi city board 25.9.2023 § 292).

    Bad:
        projects/library.yaml: {name: Library renewal, goals: [everyday-life]}

    Good:
        projects/library.yaml: {name: Library renewal, goals: [everyday-life], owner: library-director}
    """
    for project in strategy.projects.values():
        if project.owner is None:
            span = strategy.where(project.ref, "owner", on_key=True)
            yield Finding("project-without-owner", span, project.ref, ("owner",), {"name": project.name})


@rule(Level.ERROR)
def owner_ended(strategy: Strategy, on: date) -> Iterator[Finding]:
    """The post that answers for a thing has ended, but the thing goes on.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            status: started
            owner: project-planner  # here
        owners/project-planner.yaml:
            title: Project planner
            until: 2024-12-31

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            status: closed
            owner: project-planner
        owners/project-planner.yaml:
            title: Project planner
            until: 2024-12-31
    """
    for thing, post, until in _owned(strategy):
        if until < on and not is_over(thing, strategy, on):
            yield _finding("owner-ended", strategy, thing, post)


@rule(Level.ERROR)
def owner_ends_before_work(strategy: Strategy, on: date) -> Iterator[Finding]:
    """The post that answers for a thing ends before the thing does.

    Rovaniemi's coordinator's post ended on 31.12.2025, the strategy it prepared was due in June 2026.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            status: started
            period: {from: 2025-01-01, until: 2031-06-30}
            owner: project-planner  # here
        owners/project-planner.yaml:
            title: Project planner
            until: 2030-12-31

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            status: started
            period: {from: 2025-01-01, until: 2030-12-31}
            owner: project-planner
        owners/project-planner.yaml:
            title: Project planner
            until: 2030-12-31
    """
    for thing, post, until in _owned(strategy):
        end = ends(thing, strategy)
        if end is not None and on <= until < end and not is_over(thing, strategy, on):
            yield _finding("owner-ends-before-work", strategy, thing, post, end=end, months=_months(until, end))


def _owned(strategy: Strategy) -> Iterator[tuple[Entity, Owner, date]]:
    """Go through what is owned by a post that has a last day."""
    for post in strategy.owners.values():
        if post.until is not None:
            for kind in ("goal", "indicator", "programme", "project"):
                for thing in strategy.users(post.ref, kind, "owner"):
                    yield thing, post, post.until


def _finding(rule: str, strategy: Strategy, thing: Entity, post: Owner, **more: object) -> Finding:
    span = strategy.where(thing.ref, "owner")
    args = {"name": strategy.name(thing.ref), "post": post.title, "until": post.until, **more}
    return Finding(rule, span, thing.ref, ("owner",), args)


def _months(start: date, end: date) -> int:
    """Count the months that begin between two days: 31.12.2025 to 30.6.2026 is six."""
    whole = (end.year - start.year) * 12 + end.month - start.month
    return max(whole, 1)
