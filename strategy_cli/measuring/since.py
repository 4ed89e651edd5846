"""Since: what is new between two days by the data itself."""

from dataclasses import dataclass
from datetime import date

from strategy_cli.measuring.actual import add_months
from strategy_cli.measuring.rollup import Measures, measures
from strategy_cli.measuring.standing import Assessment
from strategy_cli.model.about import About
from strategy_cli.model.decision import Decision
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.period import Period
from strategy_cli.model.project import Milestone, Update
from strategy_cli.strategy import Strategy

_FIRST, _LAST = 1000, 2999  # the years that can be written as periods
_LONGEST = 1200


@dataclass(frozen=True, slots=True)
class MovedGoal:
    """A goal whose class has changed: from what to what."""

    goal: str
    before: Assessment
    now: Assessment


@dataclass(frozen=True, slots=True)
class Moved:
    """What is new, by the ids of what it is of: values, milestones reached, updates, and decisions in order of time."""

    goals: tuple[MovedGoal, ...]
    values: tuple[tuple[str, Period], ...]
    milestones: tuple[tuple[str, Milestone], ...]
    updates: tuple[tuple[str, Update], ...]
    decisions: tuple[Decision, ...]


def moved(strategy: Strategy, before: date, on: date, figures: Measures | None = None) -> Moved:
    """Tell what is new after ``before`` and by ``on``; ``figures`` are the measures as of ``on`` if at hand.

    The data does not say when a value was written, so a value is new when it came out after ``before`` by its
    indicator's lag. A goal's class then is worked out from the values of periods that had ended by then.
    """
    decided = (d for d in strategy.decisions.values() if before < d.date <= on)
    return Moved(
        goals=_goals(measures(strategy, before), figures or measures(strategy, on)),
        values=tuple((i.id, p) for i in strategy.indicators.values() for p in _new(i, before, on)),
        milestones=tuple(
            (p.id, m) for p in strategy.projects.values() for m in p.milestones if m.done and before < m.done <= on
        ),
        updates=tuple((p.id, u) for p in strategy.projects.values() for u in p.updates if before < u.period.last <= on),
        decisions=tuple(sorted(decided, key=lambda d: (d.date, d.id))),
    )


def last_report_day(about: About, on: date) -> date | None:
    """Give the day the previous report was about: the end of the last reporting period but one that has ended.

    None where the strategy does not say how often it is reported.
    """
    ended = report_days(about, on)
    return ended[-2].last if len(ended) > 1 else None


def report_days(about: About, on: date) -> tuple[Period, ...]:
    """List the reporting periods of three years that have ended by a day, in order.

    Of periods that end together the longest counts.
    """
    years = range(max(on.year - 2, _FIRST), min(on.year, _LAST) + 1)
    texts = (str(y) if part == "year" else f"{y}-{part}" for y in years for part in about.reporting.periods)
    ended = sorted(p for p in map(Period.parse, texts) if p.last <= on)
    return tuple({p.last: p for p in ended}.values())


def _goals(before: Measures, now: Measures) -> tuple[MovedGoal, ...]:
    pairs = ((g, before.goals[g].assessment, one.assessment) for g, one in now.goals.items() if g in before.goals)
    return tuple(MovedGoal(g, then, today) for g, then, today in pairs if then.standing != today.standing)


def _new(indicator: Indicator, before: date, on: date) -> tuple[Period, ...]:
    lag = min(indicator.lag or 0, _LONGEST)
    return tuple(sorted(p for p in indicator.values if p.last <= on and add_months(p.last, lag) > before))
