"""News: what has happened since the last report by the data: classes, values, milestones, updates and decisions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from strategy_cli.measuring.since import Moved, moved
from strategy_cli.measuring.standing import Assessment
from strategy_cli.model.indicator import Indicator, Observation
from strategy_cli.model.period import Period
from strategy_cli.model.project import Milestone, Update
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.named import Named, by_number, named
from strategy_cli.views.parts.handlings import Handling, about_shown, in_time

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class NewClass:
    """A goal whose class has changed."""

    goal: Named
    before: Assessment
    now: Assessment


@dataclass(frozen=True, slots=True)
class NewValues:
    """An indicator's new values by period, in order."""

    indicator: Indicator
    values: tuple[tuple[Period, Observation], ...]


@dataclass(frozen=True, slots=True)
class News:
    """What is new after ``since``, the day that the last report was about."""

    since: date
    goals: tuple[NewClass, ...]
    values: tuple[NewValues, ...]
    milestones: tuple[tuple[Named, Milestone], ...]
    updates: tuple[tuple[Named, Update], ...]
    decisions: tuple[Handling, ...]


def news(basis: Basis, since: date | None) -> News | None:
    """Tell what is new in what is shown; None where the strategy does not say how often it is reported."""
    if since is None:
        return None
    found = moved(basis.strategy, since, basis.on, basis.measures)
    return News(
        since=since,
        goals=_classes(basis, found),
        values=_values(basis, found),
        milestones=_of_projects(basis, sorted(found.milestones, key=lambda one: (one[1].done or date.min, one[0]))),
        updates=_of_projects(basis, found.updates),
        decisions=in_time(basis, (d for d in found.decisions if about_shown(basis, d))),
    )


def _classes(basis: Basis, found: Moved) -> tuple[NewClass, ...]:
    """List the goals whose class has changed by their display numbers."""
    held = {one.goal: one for one in found.goals if one.goal in basis.scope.goals}
    goals = by_number(basis, held)
    return tuple(NewClass(named(basis, "goal", goal), held[goal].before, held[goal].now) for goal in goals)


def _values(basis: Basis, found: Moved) -> tuple[NewValues, ...]:
    """List the new values by the display number of the first goal that each indicator measures."""
    periods: dict[str, list[Period]] = {}
    for identity, period in found.values:
        if identity in basis.scope.indicators:
            periods.setdefault(identity, []).append(period)
    made = []
    for identity, new in periods.items():
        indicator = basis.strategy.indicators[identity]
        values = tuple((p, indicator.values[p]) for p in sorted(new, key=lambda p: p.order))
        made.append(NewValues(indicator, values))
    place = {goal: n for n, goal in enumerate(by_number(basis, basis.strategy.goals))}
    served = {one.indicator.id: [place[g] for g in one.indicator.serves if g in place] for one in made}
    return tuple(sorted(made, key=lambda one: min(served[one.indicator.id], default=len(place))))


def _of_projects(basis: Basis, found: Iterable[tuple[str, T]]) -> tuple[tuple[Named, T], ...]:
    return tuple((named(basis, "project", p), one) for p, one in found if p in basis.scope.projects)
