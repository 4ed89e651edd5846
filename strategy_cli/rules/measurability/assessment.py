"""Assessment: what the accounts must tell of a binding goal can be told."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.actual import add_months, comparable
from strategy_cli.measuring.indicator import Rules
from strategy_cli.measuring.rollup import MeasuredGoal, measures
from strategy_cli.measuring.standing import Reason, Standing
from strategy_cli.measuring.tree import below, indicators_of
from strategy_cli.model.goal import Goal
from strategy_cli.model.indicator import Indicator
from strategy_cli.rules.measurability.living import told
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy
from strategy_cli.terms import is_over, work_begins

_ACCOUNTS = 3  # months: the city board draws up the accounts by the end of March (410/2015, 113 §)
_QUARTER = 92  # days; longer than until the accounts are due
_NO_FIGURE = (Reason.NO_VALUE, Reason.AGED_VALUE, Reason.NOT_YET)


@rule(Level.WARNING, "managed", audited=Level.ERROR)
def binding_goal_not_assessable(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A binding goal that had a target last year cannot be assessed at the year's end.

    Espoo's audit committee could not assess 9 of 69 goals of 2019 from the data given. Told from the day on
    which the figures should be out, at the latest when the accounts are due (end of March; Local Government Act
    410/2015, 113 §). A person's judgement for the year, with its reason, settles it: it may be that the goal cannot
    be assessed, and why.

    Bad:
        goals/everyday-life.yaml: {name: Everyday life, binding: true}  # here
        indicators/satisfaction.yaml:
            name: Satisfied residents
            goal: everyday-life
            better: up
            baseline: {period: 2023, value: 61}
            targets: [{period: 2025, value: 65}, {period: 2029, value: 70}]
            values: {2023: 61}
            frequency: year

    Good:
        goals/everyday-life.yaml: {name: Everyday life, binding: true}
        indicators/satisfaction.yaml:
            name: Satisfied residents
            goal: everyday-life
            better: up
            baseline: {period: 2023, value: 61}
            targets: [{period: 2025, value: 65}, {period: 2029, value: 70}]
            values: {2023: 61, 2025: 66}
            frequency: year
    """
    closing = date(max(on.year - 1, 1), 12, 31)
    asked = tuple(_to_be_assessed(strategy, closing, on))
    if not asked:
        return
    figures = measures(_only(strategy, asked), closing)
    for name in asked:
        goal = figures.goals[name]
        reason = goal.assessment.reason
        if goal.assessment.standing is Standing.CANNOT and reason is not Reason.JUDGED:
            parts = tuple(_cannot(goal))
            missing = bool(parts) and all(part in _NO_FIGURE for _, part in parts)
            problem = "judgement" if reason in {Reason.NO_JUDGEMENT, Reason.AGED_JUDGEMENT} else None
            problem = problem or ("value" if missing else None)
            names = tuple(indicator.name for indicator, _ in parts)
            yield told(
                "binding-goal-not-assessable", strategy, goal.goal, problem=problem, day=closing, indicators=names
            )


def _to_be_assessed(strategy: Strategy, closing: date, on: date) -> Iterator[str]:
    """Go through the binding goals in force at the closing day that had a target that year whose figures are due."""
    if strategy.about.status == "replaced":
        return
    grace = timedelta(days=min(Rules.of(strategy.about, on).grace_days, _QUARTER))
    for goal in strategy.goals.values():
        if goal.binding and _in_force(strategy, goal, closing):
            parts = [i for name in below(strategy, goal.id) for i in indicators_of(strategy, name)]
            if _had_target(parts, closing.year) and not all(_is_known(one, closing) for one in parts):
                lag = min(_ACCOUNTS, max(one.lag or 0 for one in parts))
                if on > min(add_months(closing, lag) + grace, add_months(closing, _ACCOUNTS)):
                    yield goal.id


def _had_target(indicators: Iterable[Indicator], year: int) -> bool:
    return any(target.period.last.year == year for one in indicators for target in one.targets)


def _is_known(indicator: Indicator, closing: date) -> bool:
    """Tell at a glance that an indicator can be assessed: it has a baseline, a direction and the year's value."""
    complete = indicator.baseline is not None and indicator.better in ("up", "down")
    return complete and any(p.last == closing and comparable(indicator, p) for p in indicator.values)


def _in_force(strategy: Strategy, goal: Goal, day: date) -> bool:
    begin = work_begins(goal, strategy)
    return (begin is None or begin <= day) and not is_over(goal, strategy, day)


def _only(strategy: Strategy, asked: Iterable[str]) -> Strategy:
    """Give the strategy with nothing but some goals, what is below them and their indicators, quick to measure."""
    names = dict.fromkeys(name for goal in asked for name in below(strategy, goal))
    goals = {name: strategy.goals[name] for name in names if name in strategy.goals}
    indicators = {one.id: one for name in names for one in indicators_of(strategy, name)}
    return replace(strategy, entities={"goal": goals, "indicator": indicators})


def _cannot(goal: MeasuredGoal) -> Iterator[tuple[Indicator, Reason | None]]:
    """Go through the indicators of a goal, and of those below it, that cannot be assessed."""
    for one in goal.indicators:
        if one.assessment.standing is Standing.CANNOT:
            yield one.indicator, one.assessment.reason
    for part in goal.goals:
        if not part.ended:
            yield from _cannot(part)
