"""Unanswered: who has not reported what was due, for the latest reporting period that is over."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from strategy_cli.measuring.actual import Actual, actual, fresh_until
from strategy_cli.measuring.indicator import Rules
from strategy_cli.measuring.load import asked
from strategy_cli.measuring.since import report_days
from strategy_cli.measuring.target import in_order, meets
from strategy_cli.model.about import About
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.period import Period
from strategy_cli.model.project import Project
from strategy_cli.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Due:
    """What a post owes: ids of projects without an update, and of indicators without a value."""

    projects: list[str] = field(default_factory=list)
    indicators: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Unanswered:
    """What is missing by the post that should have given it, ``""`` for things without an owner, last.

    ``period`` is the reporting period that updates were due for; None where the strategy names none.
    """

    period: Period | None
    by_owner: dict[str, Due]

    @property
    def total(self) -> int:
        """How many things are missing."""
        return sum(len(due.projects) + len(due.indicators) for due in self.by_owner.values())


def unanswered(strategy: Strategy, on: date) -> Unanswered:
    """Find what has not been reported on a day: updates of running projects, values of indicators.

    An update is due for the latest reporting period whose end and days of grace have passed, from projects that
    began by its end; a value when the one at hand is aged, or the first should be out by frequency, lag and grace.
    """
    rules = Rules.of(strategy.about, on)
    period = period_due(strategy.about, on)
    found: dict[str, Due] = {}
    for project in strategy.projects.values():
        if period and silent(project, period):
            found.setdefault(project.owner or "", Due()).projects.append(project.id)
    for indicator in strategy.indicators.values():
        if asked(strategy, indicator, on) and _missing(strategy, indicator, rules):
            found.setdefault(indicator.owner or "", Due()).indicators.append(indicator.id)
    return Unanswered(period, dict(sorted(found.items(), key=lambda item: (not item[0], item[0]))))


def period_due(about: About, on: date) -> Period | None:
    """Give the latest reporting period whose end and days of grace have passed; None where none is declared."""
    waited = min(Rules.of(about, on).grace_days + 1, (on - date.min).days)
    over = report_days(about, on - timedelta(days=waited))
    return over[-1] if over else None


def silent(project: Project, period: Period) -> bool:
    """Tell whether a project is under way, began by the end of a period, and has no update of it nor of a later one."""
    began = project.period.from_ is None or project.period.from_ <= period.last
    return project.status == "started" and began and all(u.period.last < period.last for u in project.updates)


def _missing(strategy: Strategy, indicator: Indicator, rules: Rules) -> bool:
    day = value_due(strategy, indicator, rules)
    return day is not None and rules.on > day


def value_due(strategy: Strategy, indicator: Indicator, rules: Rules) -> date | None:
    """Give the last day for an indicator's next value, days of grace included; None when no more is to come.

    Without a value yet it is counted from the baseline, else from the strategy's beginning; ``date.min`` where
    neither is known, since nothing tells when to wait until.
    """
    latest = actual(indicator, rules.on, rules.grace_days)
    if latest:
        return None if _finished(indicator, latest) else fresh_until(indicator, latest.period, rules.grace_days)
    start = indicator.baseline.period if indicator.baseline else None
    first = strategy.about.period.from_
    if start is None and first is not None:
        start = Period.parse((first - timedelta(days=1)).isoformat())
    return date.min if start is None else fresh_until(indicator, start, rules.grace_days)


def _finished(indicator: Indicator, latest: Actual) -> bool:
    """Tell whether the final target has been answered: by a value of its date, or by a milestone that is passed."""
    targets = in_order(indicator)
    if not targets:
        return False
    passed = indicator.type == "milestone" and meets(indicator, latest.observation.value, targets[-1])
    return passed or latest.period.last >= targets[-1].period.last
