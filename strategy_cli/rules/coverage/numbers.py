"""Rules of number: no more aims, goals and binding goals than can be followed up."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.document import Key
from strategy_cli.finding import Finding, Level
from strategy_cli.model.goal import Goal
from strategy_cli.rules.registry import rule
from strategy_cli.rules.shared.living import lives
from strategy_cli.strategy import Strategy


@rule(Level.INFO, "managed", audited=Level.WARNING)
def too_many_aims(strategy: Strategy, on: date) -> Iterator[Finding]:
    """The strategy has more aims than the city's limit (``lint.limits.aims``, 7 unless said).

    Kemi condensed its strategy and its aims into tighter wholes (city board 25.9.2023 § 292).

    Bad:
        strategy.yaml: {title: Strategy, languages: [fi], lint: {limits: {aims: 1}}}  # here
        goals/vitality.yaml: {name: Vitality, level: aim}
        goals/economy.yaml: {name: Economy, level: aim}

    Good:
        strategy.yaml: {title: Strategy, languages: [fi], lint: {limits: {aims: 2}}}
        goals/vitality.yaml: {name: Vitality, level: aim}
        goals/economy.yaml: {name: Economy, level: aim}
    """
    limit = strategy.about.lint.limits.aims
    count = sum(goal.level == "aim" for goal in _in_force(strategy, on))
    yield from _too_many(strategy, "too-many-aims", "aims", count, limit)


@rule(Level.INFO, "managed", audited=Level.WARNING)
def too_many_goals(strategy: Strategy, on: date) -> Iterator[Finding]:
    """The strategy has more goals than the city's limit (``lint.limits.goals``, 40 unless said).

    Too many and too broad goals and measures cannot be followed up (Espoo audit committee 7.6.2021).

    Bad:
        strategy.yaml: {title: Strategy, languages: [fi], lint: {limits: {goals: 1}}}  # here
        goals/jobs.yaml: {name: Jobs}

    Good:
        strategy.yaml: {title: Strategy, languages: [fi], lint: {limits: {goals: 2}}}
        goals/jobs.yaml: {name: Jobs}
    """
    limit = strategy.about.lint.limits.goals
    count = sum(goal.level == "goal" for goal in _in_force(strategy, on))
    yield from _too_many(strategy, "too-many-goals", "goals", count, limit)


@rule(Level.INFO, "managed", audited=Level.WARNING)
def too_many_binding_goals(strategy: Strategy, on: date) -> Iterator[Finding]:
    """The strategy has more binding goals than the city's limit (``lint.limits.binding``, 20 unless said).

    The audit committee of Espoo asked for fewer binding goals (7.6.2021): of 69 in 2019 only 29 were attained.

    Bad:
        strategy.yaml: {title: Strategy, languages: [fi], lint: {limits: {binding: 1}}}  # here
        goals/jobs.yaml: {name: Jobs, binding: true}
        goals/homes.yaml: {name: Homes, binding: true}

    Good:
        strategy.yaml: {title: Strategy, languages: [fi], lint: {limits: {binding: 1}}}
        goals/jobs.yaml: {name: Jobs, binding: true}
        goals/homes.yaml: {name: Homes}
    """
    limit = strategy.about.lint.limits.binding
    count = sum(goal.binding for goal in _in_force(strategy, on))
    yield from _too_many(strategy, "too-many-binding-goals", "binding", count, limit)


def _in_force(strategy: Strategy, on: date) -> Iterator[Goal]:
    return (goal for goal in strategy.goals.values() if lives(strategy, goal, on))


def _too_many(strategy: Strategy, rule: str, name: str, count: int, limit: int) -> Iterator[Finding]:
    """Tell of a number past its limit, at the limit where the city has set one, else at the strategy."""
    if count > limit:
        about = strategy.about
        key: Key = ("lint", "limits", name)
        span = (
            strategy.where(about.ref, *key) if name in about.lint.limits.model_fields_set else strategy.where(about.ref)
        )
        yield Finding(rule, span, about.ref, key, {"count": count, "limit": limit})
