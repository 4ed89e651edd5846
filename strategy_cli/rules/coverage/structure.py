"""Rules of the structure of goals: not too deep, and none outlives what it is a part of."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.tree import above
from strategy_cli.model.goal import Goal
from strategy_cli.rules.registry import rule
from strategy_cli.rules.shared.living import lives
from strategy_cli.strategy import Strategy
from strategy_cli.terms import ends


@rule(Level.WARNING, "managed")
def goal_too_deep(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A goal stands deeper under others than the city's limit of levels (``lint.limits.depth``, 3 unless said).

    The structure of a strategy with many levels is hard to follow (Rovaniemi, council 31.3.2025); what is done at the
    lowest levels is projects, not goals. Goals below the first too deep are not told again.

    Bad:
        strategy.yaml: {title: Strategy, languages: [fi], lint: {limits: {depth: 1}}}
        goals/jobs.yaml:
            name: Jobs
            parent: everyday-life  # here

    Good:
        strategy.yaml: {title: Strategy, languages: [fi], lint: {limits: {depth: 2}}}
        goals/jobs.yaml:
            name: Jobs
            parent: everyday-life
    """
    limit = strategy.about.lint.limits.depth
    for goal in strategy.goals.values():
        if _depth(strategy, goal) == limit + 1 and lives(strategy, goal, on):
            span = strategy.where(goal.ref, "parent")
            args = {"name": goal.name, "depth": limit + 1, "limit": limit}
            yield Finding("goal-too-deep", span, goal.ref, ("parent",), args)


def _depth(strategy: Strategy, goal: Goal) -> int:
    """Count the levels down to a goal, its own included; 0 in a circle of parents, an error of its own."""
    up = [name for name in above(strategy, goal.id) if name in strategy.goals]
    return 0 if strategy.goals[up[-1]].parent in up else len(up)


@rule(Level.WARNING, "managed")
def goal_outlives_parent(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A goal lasts longer than the goal above it, or than the strategy.

    Goals must be of one horizon to be commensurable (Rovaniemi, council 31.3.2025). A goal without ``until`` lasts as
    long as the strategy; that it is to be reached later is told by its indicator's target.

    Bad:
        goals/vitality.yaml: {name: Vitality, until: 2028-12-31}
        goals/jobs.yaml:
            name: Jobs
            parent: vitality
            until: 2029-12-31  # here

    Good:
        goals/vitality.yaml: {name: Vitality, until: 2028-12-31}
        goals/jobs.yaml:
            name: Jobs
            parent: vitality
            until: 2028-12-31
    """
    whole = strategy.about.period.until
    for goal in strategy.goals.values():
        parent = strategy.goals.get(goal.parent or "")
        limit = parent.until if parent and parent.until else whole
        end = ends(goal, strategy)
        if limit and end and end > limit and lives(strategy, goal, on):
            above_it = parent.name if parent and parent.until else strategy.about.title
            args = {"name": goal.name, "end": end, "parent": above_it, "limit": limit}
            span = strategy.where(goal.ref, "until")
            problem = None if parent and parent.until else "strategy"
            yield Finding("goal-outlives-parent", span, goal.ref, ("until",), args, problem)
