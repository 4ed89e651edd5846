"""Assessment: what the accounts must tell of a binding goal can be told."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.accounts import year_measures
from strategy_cli.measuring.rollup import MeasuredGoal
from strategy_cli.measuring.standing import Reason, Standing
from strategy_cli.measuring.tree import below, indicators_of
from strategy_cli.measuring.yearly import year_end
from strategy_cli.model.indicator import Indicator
from strategy_cli.rules.measurability.due import in_doubt
from strategy_cli.rules.measurability.living import told
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy

_NO_FIGURE = (Reason.NO_VALUE, Reason.AGED_VALUE, Reason.NOT_YET)


@rule(Level.WARNING, "managed", audited=Level.ERROR)
def binding_goal_not_assessable(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A binding goal cannot be assessed in the accounts of last year.

    Espoo's audit committee could not assess 9 of 69 goals of 2019 from the data given. It is the class that
    ``strategy report year`` gives the goal: held against the year's own targets, else those computed for the year from
    the path between others. Told from the day on which the figures should be out, at the latest when the accounts are
    due (end of March; Local Government Act 410/2015, 113 §). A person's judgement for the year, with its reason,
    settles it: it may be that the goal cannot be assessed, and why.

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
    closing = year_end(max(on.year - 1, 1))
    asked = tuple(in_doubt(strategy, closing, on))
    figures = year_measures(_only(strategy, asked), closing.year, on).goals if asked else {}
    for name in asked:
        goal = figures[name]
        reason = goal.assessment.reason
        if goal.assessment.standing is Standing.CANNOT and reason is not Reason.JUDGED:
            parts = tuple(_cannot(goal))
            missing = all(part in _NO_FIGURE for _, part in parts)
            unjudged = reason is Reason.NO_JUDGEMENT or not parts
            problem = "judgement" if unjudged else "value" if missing else None
            names = tuple(indicator.name for indicator, _ in parts)
            yield told(
                "binding-goal-not-assessable", strategy, goal.goal, problem=problem, day=closing, indicators=names
            )


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
