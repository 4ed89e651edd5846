"""Rules of the terms of posts: the post that answers for a thing is there for as long as the thing lasts."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.succession import Succession
from strategy_cli.model.entity import Entity
from strategy_cli.model.owner import Owner
from strategy_cli.rules.registry import rule
from strategy_cli.rules.shared.succeeding import handing_over, names
from strategy_cli.strategy import Strategy
from strategy_cli.terms import ends, is_over, waits


@rule(Level.ERROR)
def owner_ended(strategy: Strategy, on: date) -> Iterator[Finding]:
    """The post that answers for a thing has ended, but the thing goes on.

    A post that no longer exists answers for nothing (Rovaniemi council 31.3.2025: the coordinator's own post ends
    before the strategy that it prepares is decided). Where the work has a later last day, the finding says for how many
    months it is left without an owner.

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
    succession = Succession(strategy)
    for thing, post, until in _owned(strategy):
        if until < on and not is_over(thing, strategy, on):
            heirs = succession.heirs(post, on)
            gap = _gap(until, ends(thing, strategy))
            words = {"before-work": gap.get("months"), "successors": heirs}
            problem = "-".join(word for word, so in words.items() if so) or None
            more = {"successors": names(heirs), "heirs": tuple(one.id for one in heirs), "id": post.id, **gap}
            told = _finding("owner-ended", strategy, thing, post, problem, **more)
            yield replace(told, edit=handing_over(told.span, heirs, on))


@rule(Level.ERROR)
def owner_ends_before_work(strategy: Strategy, on: date) -> Iterator[Finding]:
    """The post that answers for a thing ends before the thing does.

    Rovaniemi's coordinator's post ended on 31.12.2025, the strategy it prepared was due in June 2026. A post that
    ``continues`` this one for as long as the work lasts answers for the rest.

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
    succession = Succession(strategy)
    for thing, post, until in _owned(strategy):
        end = ends(thing, strategy)
        if end is not None and on <= until < end and not is_over(thing, strategy, on):
            heirs = succession.heirs(post, until)
            if not any(heir.until is None or heir.until >= end for heir in heirs):
                gap = _gap(until, end)
                problem = None if gap["months"] else "days"
                yield _finding("owner-ends-before-work", strategy, thing, post, problem, id=post.id, **gap)


@rule(Level.ERROR)
def owner_not_begun(strategy: Strategy, on: date) -> Iterator[Finding]:
    """The post that answers for a thing begins only after the thing does.

    Until the post begins, nobody answers for the work.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            status: started
            owner: project-planner  # here
        owners/project-planner.yaml:
            title: Project planner
            from: 2027-01-01

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            status: approved
            period: {from: 2027-01-01}
            owner: project-planner
        owners/project-planner.yaml:
            title: Project planner
            from: 2027-01-01
    """
    for post in strategy.owners.values():
        if post.from_ is not None and post.from_ > on:
            for thing in _owned_by(strategy, post):
                if waits(thing, strategy, post.from_, on):
                    yield _finding("owner-not-begun", strategy, thing, post, begin=post.from_)


def _owned(strategy: Strategy) -> Iterator[tuple[Entity, Owner, date]]:
    """Go through what is owned by a post that has a last day."""
    for post in strategy.owners.values():
        if post.until is not None:
            for thing in _owned_by(strategy, post):
                yield thing, post, post.until


def _owned_by(strategy: Strategy, post: Owner) -> Iterator[Entity]:
    for kind in ("goal", "indicator", "programme", "project"):
        yield from strategy.users(post.ref, kind, "owner")


def _finding(
    rule: str, strategy: Strategy, thing: Entity, post: Owner, problem: str | None = None, **more: object
) -> Finding:
    span = strategy.where(thing.ref, "owner")
    args = {"name": strategy.name(thing.ref), "post": post.title, "until": post.until, **more}
    return Finding(rule, span, thing.ref, ("owner",), args, problem)


def _gap(last: date, end: date | None) -> dict[str, object]:
    """Say how long work goes on after its owner's last day; nothing when it has no later end."""
    return {"end": end, "months": _months(last, end), "days": (end - last).days} if end and end > last else {}


def _months(last: date, end: date) -> int:
    """Count the whole months that follow a last day: 31.12.2025 to 30.6.2026 is six."""
    (first_month, first_day), (end_month, end_day) = _day_after(last), _day_after(end)
    return end_month - first_month - (end_day < first_day)


def _day_after(day: date) -> tuple[int, int]:
    """Give the month, counted from year 0, and the day of it that follow a day, even at the end of time."""
    month = day.year * 12 + day.month
    return (month + 1, 1) if day.day == monthrange(day.year, day.month)[1] else (month, day.day + 1)
