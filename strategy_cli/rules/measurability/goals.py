"""Goals and their indicators: every goal has some, and not too many."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from strategy_cli import nearest
from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.indicator import Rules
from strategy_cli.measuring.tree import above, below, indicators_of
from strategy_cli.model.goal import Goal
from strategy_cli.rules.measurability.living import lacks, lives, told
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy
from strategy_cli.terms import work_begins

_YEAR = 366  # days


@rule(Level.ERROR, "managed")
def binding_goal_without_indicator(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A binding goal has no indicator, nor has any goal below it.

    The council binds the city to it, and the accounts must say what came of it (Local Government Act 410/2015,
    115 §). Espoo's audit committee could not assess 6 of 33 goals in 2017, and 9 of 69 in 2019.
    A goal that a person judges (``roll_up: judged`` and ``judgements``) is measured by that.

    Bad:
        goals/everyday-life.yaml: {name: Everyday life, binding: true}

    Good:
        goals/everyday-life.yaml: {name: Everyday life, binding: true}
        indicators/satisfaction.yaml: {name: Satisfied residents, goal: everyday-life}
    """
    for goal in _unmeasured(strategy, on):
        if goal.binding:
            yield _without("binding-goal-without-indicator", strategy, goal)


@rule(Level.WARNING, "managed")
def goal_without_indicator(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A goal has no indicator, so nobody can tell whether it was attained.

    Effectiveness is hard to judge where indicators are lacking (Niiranen 2007); goals must be measurable or verifiable
    (Lahti's auditors). A goal with goals below it is measured through them; one that a person judges
    (``roll_up: judged`` and ``judgements``) is measured by that.

    Bad:
        goals/everyday-life.yaml: {name: Everyday life}

    Good:
        goals/everyday-life.yaml: {name: Everyday life}
        indicators/satisfaction.yaml: {name: Satisfied residents, goal: everyday-life}
    """
    bare = list(_unmeasured(strategy, on))
    bound = {goal.id for goal in bare if goal.binding}
    split = any(goal.level == "goal" for goal in strategy.goals.values())
    for goal in bare:
        alone = not any(_living_below(strategy, goal, on)) and bound.isdisjoint(above(strategy, goal.id))
        if alone and not (split and goal.level == "aim"):  # of that ``aim-without-goals`` tells
            yield _without("goal-without-indicator", strategy, goal)


@rule(Level.WARNING, "managed")
def too_many_indicators(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A goal has more indicators than anybody follows.

    Espoo's audit committee found too many and too broad goals and measures (7.6.2021). How many are too many is the
    city's to say: ``lint.limits.indicators`` in ``strategy.yaml``, 5 unless said.

    Bad:
        strategy.yaml: {title: Strategy, languages: [fi], lint: {limits: {indicators: 1}}}
        goals/everyday-life.yaml: {name: Everyday life}  # here
        indicators/satisfaction.yaml: {name: Satisfied residents, goal: everyday-life}
        indicators/visits.yaml: {name: Library visits, goal: everyday-life}

    Good:
        strategy.yaml: {title: Strategy, languages: [fi], lint: {limits: {indicators: 1}}}
        goals/everyday-life.yaml: {name: Everyday life}
        indicators/satisfaction.yaml: {name: Satisfied residents, goal: everyday-life}
    """
    limit = strategy.about.lint.limits.indicators
    counts = Counter(name for one in strategy.indicators.values() for name in set(one.serves))
    for name, count in counts.items():
        goal = strategy.goals.get(name) if count > limit else None
        if goal and lives(strategy, goal, on):
            living = sum(lives(strategy, one, on) for one in indicators_of(strategy, name))
            if living > limit:
                yield told("too-many-indicators", strategy, goal, count=living, limit=limit)


def _unmeasured(strategy: Strategy, on: date) -> Iterator[Goal]:
    """Go through the living goals that neither an indicator nor a person measures, there or, if binding, below."""
    held = {name for one in strategy.indicators.values() for name in one.serves}
    if any(ref.kind == "indicator" for ref in strategy.broken):
        return  # what could not be read may measure any of them
    held |= {nearest.name(name, strategy.goals) or name for name in held - set(strategy.goals)}  # a slip, told by links
    for goal in strategy.goals.values():
        if _bare(strategy, goal, held, on) and lives(strategy, goal, on):
            below_too = goal.binding and any(
                not _bare(strategy, one, held, on) for one in _living_below(strategy, goal, on)
            )
            if not below_too:
                yield goal


def _bare(strategy: Strategy, goal: Goal, held: set[str], on: date) -> bool:
    return goal.id not in held and not goal.judgements and not _to_be_judged(strategy, goal, on)


def _to_be_judged(strategy: Strategy, goal: Goal, on: date) -> bool:
    """Tell whether a person is to judge the goal, and its first year, with the days of grace, is not over."""
    begin = work_begins(goal, strategy)
    if not _is_judged(strategy, goal) or begin is None:
        return False
    return (on - begin).days < _YEAR + Rules.of(strategy.about, on).grace_days


def _is_judged(strategy: Strategy, goal: Goal) -> bool:
    return (goal.roll_up or strategy.about.defaults.roll_up) == "judged"


def _living_below(strategy: Strategy, goal: Goal, on: date) -> Iterator[Goal]:
    for name in below(strategy, goal.id)[1:]:
        if name in strategy.goals and lives(strategy, strategy.goals[name], on):
            yield strategy.goals[name]


def _without(rule: str, strategy: Strategy, goal: Goal) -> Finding:
    if _is_judged(strategy, goal):
        return lacks(rule, strategy, goal, "judgements", "judged")
    return told(rule, strategy, goal)
