"""Matters: what has to be done by a day, by whom, and what of it is late."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from strategy_cli.measuring.handover import outliving
from strategy_cli.measuring.indicator import Rules
from strategy_cli.measuring.load import asked
from strategy_cli.measuring.rollup import DEFAULT, ended
from strategy_cli.measuring.since import report_days
from strategy_cli.measuring.unanswered import value_due
from strategy_cli.model.goal import Goal
from strategy_cli.model.period import Period
from strategy_cli.model.project import Milestone, Project
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy
from strategy_cli.terms import is_over

KINDS = ("post", "milestone", "end", "review", "update", "judgement", "value")


@dataclass(frozen=True, slots=True)
class Matter:
    """Something to be done about a thing, and the post that is to do it.

    ``kind`` is one of KINDS: a post that ends before its work, a milestone, a project whose time runs out, a review,
    an owner's update, a goal's judgement or an indicator's value. ``day`` is the last day for it, days of grace
    included; None when nothing tells since when it has been due. ``late`` tells that the day has passed.
    ``period`` is the one that an update or a judgement is of.
    """

    kind: str
    thing: Ref
    post: str | None
    day: date | None
    late: bool
    milestone: Milestone | None = None
    period: Period | None = None


def matters(strategy: Strategy, on: date, until: date) -> tuple[Matter, ...]:
    """List what is late on a day, and what has to be done from then until another day, both included, in order.

    What is over asks for nothing; nor does what has not been given an end, a date or a reporting period.
    """
    return _Matters(strategy, on, until).found()


def later(day: date, days: int) -> date:
    """Move a day by a number of days, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


class _Matters:
    """Goes through the things of a strategy once."""

    def __init__(self, strategy: Strategy, on: date, until: date) -> None:
        self.strategy = strategy
        self.on = on
        self.until = until
        self.rules = Rules.of(strategy.about, on)
        self.grace = timedelta(days=self.rules.grace_days)

    def found(self) -> tuple[Matter, ...]:
        """Put all matters in order: the oldest first."""
        every = (*self._of_posts(), *self._of_projects(), *self._of_goals(), *self._of_indicators())
        return tuple(sorted(every, key=lambda m: (m.day or date.min, KINDS.index(m.kind), m.thing)))

    def _of_posts(self) -> Iterator[Matter]:
        for post in self.strategy.owners.values():
            if post.until and outliving(self.strategy, post, self.on):
                yield from self._by("post", post.ref, post.id, post.until)

    def _of_projects(self) -> Iterator[Matter]:
        for project in self.strategy.projects.values():
            if is_over(project, self.strategy, self.on):
                continue
            for milestone in project.milestones:
                if milestone.done is None or milestone.done > self.on:
                    yield from self._by("milestone", project.ref, project.owner, milestone.due, milestone=milestone)
            yield from self._by("end", project.ref, project.owner, project.period.until)
            yield from self._by("review", project.ref, project.owner, project.review_by)
            yield from self._updates(project)

    def _updates(self, project: Project) -> Iterator[Matter]:
        if project.status == "started":
            given = [update.period for update in project.updates]
            yield from self._reports("update", project.ref, project.owner, project.period.from_, given)

    def _of_goals(self) -> Iterator[Matter]:
        default = self.strategy.about.defaults.roll_up or DEFAULT
        for goal in self.strategy.goals.values():
            if (goal.roll_up or default) == "judged" and not ended(goal, self.on):
                begin = goal.from_ or self.strategy.about.period.from_
                given = [judgement.period for judgement in goal.judgements]
                yield from self._reports("judgement", goal.ref, _judge(goal), begin, given)

    def _of_indicators(self) -> Iterator[Matter]:
        for indicator in self.strategy.indicators.values():
            day = value_due(self.strategy, indicator, self.rules) if asked(self.strategy, indicator, self.on) else None
            yield from self._by("value", indicator.ref, indicator.owner, day)

    def _reports(
        self, kind: str, thing: Ref, post: str | None, begin: date | None, given: Iterable[Period]
    ) -> Iterator[Matter]:
        """Ask for the reporting periods to come, and of those whose grace is over only for the last."""
        latest = max((period.last for period in given), default=date.min)
        periods = report_days(self.strategy.about, later(self.until, -self.rules.grace_days))
        over = [p for p in periods if p.last + self.grace < self.on]
        for period in (*over[-1:], *periods[len(over) :]):
            if latest < period.last and (begin is None or begin <= period.last):
                yield from self._by(kind, thing, post, period.last + self.grace, period=period)

    def _by(
        self,
        kind: str,
        thing: Ref,
        post: str | None,
        day: date | None,
        *,
        milestone: Milestone | None = None,
        period: Period | None = None,
    ) -> Iterator[Matter]:
        if day is not None and day <= self.until:
            told = None if day == date.min else day
            yield Matter(kind, thing, post, told, day < self.on, milestone, period)


def _judge(goal: Goal) -> str | None:
    """Give the post that last judged the goal, else the one that answers for it."""
    latest = max(goal.judgements, key=lambda judgement: judgement.period.order, default=None)
    return latest.by if latest else goal.owner
