"""Values: there when they are needed, and young enough to tell of the present."""

from collections.abc import Iterator
from datetime import date, timedelta

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.actual import actual, add_months, fresh_until
from strategy_cli.measuring.indicator import Rules
from strategy_cli.measuring.target import meets
from strategy_cli.model.indicator import Indicator, Range
from strategy_cli.model.period import Period
from strategy_cli.rules.measurability.living import lives, told
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy
from strategy_cli.terms import work_begins

_FIRST_YEAR, _LAST_YEAR = 1000, 2999  # of periods
_LONGEST = 1_200  # months: a slip of the keys must not run past the calendar
_ACCOUNTS = 3  # months after the year: the city board draws up the accounts by the end of March (410/2015, 113 §)


@rule(Level.WARNING, "managed")
def value_aged(strategy: Strategy, on: date) -> Iterator[Finding]:
    """An indicator's latest value is older than its frequency, its lag and the days of grace allow.

    Reports call such an indicator "cannot be assessed"; Kemi's boards follow up regularly (city board 25.9.2023
    § 292). Without a frequency nothing is late: ``indicator-without-frequency`` tells of it. The days of grace are
    ``reporting.grace_days`` in ``strategy.yaml``, 30 unless said.

    Bad:
        indicators/population.yaml:
            name: Population
            goal: everyday-life
            targets: [{period: 2029, value: 21500}]
            values:
              2023: 21034  # here
            frequency: year

    Good:
        indicators/population.yaml:
            name: Population
            goal: everyday-life
            targets: [{period: 2029, value: 21500}]
            values:
              2023: 21034
              2025: 21100
            frequency: year
    """
    grace = Rules.of(strategy.about, on).grace_days
    for indicator in strategy.indicators.values():
        latest = actual(indicator, on, grace) if indicator.values and indicator.frequency else None
        if latest and latest.aged and lives(strategy, indicator, on):
            passed = indicator.type == "milestone" and any(
                meets(indicator, latest.value, one) for one in indicator.targets
            )
            if not passed:
                due = fresh_until(indicator, latest.period, grace)
                key = ("values", str(latest.period), "value")
                yield told("value-aged", strategy, indicator, *key, period=latest.period, due=due)


@rule(Level.WARNING, "managed")
def value_missing(strategy: Strategy, on: date) -> Iterator[Finding]:
    """An indicator has no value though its first one should have come.

    The first value is due one frequency, the lag and the days of grace after the goal, else the strategy, has begun
    (or after the baseline, if that is newer). Attainment that cannot be assessed for want of data is what Espoo's
    and Oulu's audit committees criticise most.

    Bad:
        strategy.yaml: {title: Strategy, languages: [fi], period: {from: 2025-01-01, until: 2029-12-31}}
        indicators/population.yaml:
            name: Population  # here
            goal: everyday-life
            targets: [{period: 2029, value: 21500}]
            frequency: year

    Good:
        strategy.yaml: {title: Strategy, languages: [fi], period: {from: 2025-01-01, until: 2029-12-31}}
        indicators/population.yaml:
            name: Population
            goal: everyday-life
            targets: [{period: 2029, value: 21500}]
            values: {2025: 21034}
            frequency: year
    """
    grace = Rules.of(strategy.about, on).grace_days
    for indicator in strategy.indicators.values():
        if any(period.last <= on for period in indicator.values) or not _follows_up(indicator):
            continue
        before = _day_before(strategy, indicator, on)
        due = fresh_until(indicator, Period(before.isoformat(), before, before), grace) if before else None
        if due and due < on and lives(strategy, indicator, on):
            yield told("value-missing", strategy, indicator, "values", due=due)


@rule(Level.WARNING, "managed")
def value_before_period_ends(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A value is of a period that has not ended, so it is a forecast or a value of the part that has passed.

    Tables of budgets and accounts have the forecast in a column beside the actual figure, and it is copied along
    (Helsinki's budget pages). Reports use a value only once its period has ended; until then a forecast has a place of
    its own. Attainment is told in facts, not guesses (training of auditors in Lahti).

    Bad:
        indicators/population.yaml:
            name: Population
            goal: everyday-life
            values:
              2025: 21034
              2026: 21200  # here

    Good:
        indicators/population.yaml:
            name: Population
            goal: everyday-life
            values:
              2025: 21034
            forecasts:
              2026: 21200
    """
    for indicator in strategy.indicators.values():
        for period in indicator.values:
            if period.last > on and lives(strategy, indicator, on):
                args = {"period": period, "year": period.last.year, "end": period.last}
                problem = "known" if period in indicator.forecasts else None
                key = ("values", str(period), "value")
                yield told("value-before-period-ends", strategy, indicator, *key, problem=problem, **args)


@rule(Level.INFO, "managed", audited=Level.WARNING)
def published_after_report(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A target's figure comes out only after the report that needs it.

    The accounts are drawn up by the end of March (Local Government Act 410/2015, 113 §), an interim report soon
    after its months; here within three. The figures of Espoo's companies were not ready when the accounts of 2019
    closed (Espoo audit committee). A forecast for the period, which the report can show meanwhile, settles it.

    Bad:
        indicators/emissions.yaml:
            name: Emissions
            goal: everyday-life
            targets: [{period: 2029, value: 40}]
            frequency: year
            lag: 18  # here

    Good:
        indicators/emissions.yaml:
            name: Emissions
            goal: everyday-life
            targets: [{period: 2029, value: 40}]
            frequency: year
            lag: 18
            forecasts: {2029: 42}
    """
    reported = strategy.about.reporting.periods
    for indicator in strategy.indicators.values():
        period = _next(indicator, reported, on) if (indicator.lag or 0) > _ACCOUNTS else None
        if period and not any(one.last.year == period.last.year for one in indicator.forecasts):
            out, needed = add_months(period.last, min(indicator.lag or 0, _LONGEST)), _needed(period, reported)
            if out > needed and lives(strategy, indicator, on):
                yield told("published-after-report", strategy, indicator, "lag", period=period, out=out, needed=needed)


def _follows_up(indicator: Indicator) -> bool:
    """Tell whether values are expected: there is something to hold them against, and a frequency."""
    return indicator.frequency is not None and (bool(indicator.targets) or isinstance(indicator.better, Range))


def _day_before(strategy: Strategy, indicator: Indicator, on: date) -> date | None:
    """Give the last day before the first period whose value is expected; None where nothing is known to have begun."""
    served = (goal for name in indicator.serves if (goal := strategy.goals.get(name)))
    days = [day for goal in served if (day := work_begins(goal, strategy))]
    begin = min(days, default=strategy.about.period.from_)
    if begin is None or begin == date.min or begin > on or begin.year > _LAST_YEAR:
        return None
    eve = begin - timedelta(days=1)
    return max(eve, indicator.baseline.period.last) if indicator.baseline else eve


def _next(indicator: Indicator, reported: tuple[str, ...], on: date) -> Period | None:
    """Find the first period with a target, but no value, whose report is still to come; of a range, the year."""
    if isinstance(indicator.better, Range) and not indicator.targets:
        return Period.parse(str(on.year)) if _FIRST_YEAR <= on.year <= _LAST_YEAR else None
    known = {period.last for period in indicator.values}
    waiting = (t.period for t in indicator.targets if t.period.last not in known)
    return min((p for p in waiting if _needed(p, reported) >= on), key=lambda p: p.order, default=None)


def _needed(period: Period, reported: tuple[str, ...]) -> date:
    """Give the day by which a period's figure is needed: of an interim report's months, else of the year's accounts."""
    if period.text.partition("-")[2] in reported:
        return add_months(period.last, _ACCOUNTS)
    return date(period.last.year + 1, _ACCOUNTS, 31)
