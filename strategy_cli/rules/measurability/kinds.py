"""Kinds of indicators: a goal is measured by its results, not only by what was started for it."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.tree import below, indicators_of
from strategy_cli.model.goal import Goal
from strategy_cli.rules.measurability.living import lives, told
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy


@rule(Level.WARNING, "managed")
def only_start_indicators(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A goal's indicators tell only that something was started.

    Of Kuntaliitto's three kinds of indicators the start-up ones answer "did it get moving?", not "was it reached?";
    Kemi wants its strategy to be assessable through results (city board 25.9.2023 § 292).

    Bad:
        goals/everyday-life.yaml: {name: Everyday life}  # here
        indicators/plan.yaml: {name: Wellbeing plan begun, goal: everyday-life, kind: start}

    Good:
        goals/everyday-life.yaml: {name: Everyday life}
        indicators/plan.yaml: {name: Wellbeing plan begun, goal: everyday-life, kind: start}
        indicators/satisfaction.yaml: {name: Satisfied residents, goal: everyday-life, kind: result}
    """
    for goal, kinds in _kinds(strategy, on):
        if kinds == {"start"} and _kinds_below(strategy, goal) <= kinds:
            yield told("only-start-indicators", strategy, goal)


@rule(Level.WARNING, "audited")
def goal_without_result_indicator(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A goal's indicators tell of the direction, but none of the result.

    Steering indicators tell whether the way is right; whether the goal was reached takes an indicator of results
    (Kuntaliitto's three kinds of indicators), or a person's judgement with its reason.

    Bad:
        goals/everyday-life.yaml: {name: Everyday life}  # here
        indicators/visits.yaml: {name: Library visits, goal: everyday-life, kind: steering}

    Good:
        goals/everyday-life.yaml: {name: Everyday life}
        indicators/visits.yaml: {name: Library visits, goal: everyday-life, kind: steering}
        indicators/satisfaction.yaml: {name: Satisfied residents, goal: everyday-life, kind: result}
    """
    for goal, kinds in _kinds(strategy, on):
        early = {"start", "steering"}
        if "steering" in kinds and kinds <= early and _kinds_below(strategy, goal) <= early:
            yield told("goal-without-result-indicator", strategy, goal)


def _kinds(strategy: Strategy, on: date) -> Iterator[tuple[Goal, set[str | None]]]:
    """Go through the living goals that have indicators and no judgement, with the kinds of the indicators."""
    found: dict[str, set[str | None]] = defaultdict(set)
    for indicator in strategy.indicators.values():
        for name in indicator.serves:
            found[name].add(indicator.purpose)
    for name, kinds in found.items():
        if "result" in kinds or None in kinds:
            continue
        goal = strategy.goals.get(name)
        if goal and not goal.judgements and goal.roll_up != "judged" and lives(strategy, goal, on):
            yield goal, kinds


def _kinds_below(strategy: Strategy, goal: Goal) -> set[str | None]:
    names = below(strategy, goal.id)[1:]
    return {one.purpose for name in names for one in indicators_of(strategy, name)}
