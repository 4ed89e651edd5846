"""Rule of goals that stand still: the same for three years, and never assessed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from strategy_cli import loading
from strategy_cli.errors import StrategyError
from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.actual import add_months
from strategy_cli.measuring.rollup import measures
from strategy_cli.measuring.standing import Standing
from strategy_cli.model.goal import Goal
from strategy_cli.past import past_of
from strategy_cli.rules.registry import rule
from strategy_cli.source import MAIN_FILE, Source, from_revision
from strategy_cli.strategy import Strategy
from strategy_cli.terms import is_over

_YEARS = 3
_YEAR = 12
_SHORT = 10
_READ = ("goals/", "indicators/", MAIN_FILE)


@rule(Level.WARNING, "audited")
def goal_stale(strategy: Strategy, on: date, source: Source) -> Iterator[Finding]:
    """A goal has stood unchanged for three years, and in none of them could it be assessed.

    Espoo's audit committee met the same goal with the same "cannot be assessed" three years running (2015–17). The goal
    is compared with what git has of it three years before: its name and description, its indicators' targets and its
    judgements. Only goals with no goals under them are told, and only of a strategy in force.

    Bad:
        strategy.yaml: {title: Strategy, status: in-force}
        goals/everyday-life.yaml (2023-06-15): {name: Everyday life runs smoothly}
        goals/everyday-life.yaml: {name: Everyday life runs smoothly}  # here

    Good:
        strategy.yaml: {title: Strategy, status: in-force}
        goals/everyday-life.yaml (2023-06-15): {name: Everyday life runs smoothly}
        goals/everyday-life.yaml: {name: Services are found within a quarter of an hour}
    """
    past = past_of(source) if on.year > _YEARS and strategy.about.status == "in-force" else None
    before = past.by(add_months(on, -_YEARS * _YEAR)) if past else None
    suspects = _unassessed(strategy, on) if before else ()
    if past is None or before is None or not suspects:
        return
    then = _then(past.folder, before.hash)
    for goal in suspects:
        old = _same(then, goal) if then else None
        if then and old and _content(strategy, goal) == _content(then, old):
            args = {"name": goal.name, "day": before.day, "commit": before.hash[:_SHORT], "years": str(_YEARS)}
            yield Finding("goal-stale", strategy.where(goal.ref, "name"), goal.ref, ("name",), args)


def _unassessed(strategy: Strategy, on: date) -> tuple[Goal, ...]:
    """Find the goals that cannot be assessed now, and could not by today's data one, two and three years ago."""
    above = {goal.parent for goal in strategy.goals.values()}
    since = add_months(on, -_YEARS * _YEAR)
    living = (g for g in strategy.goals.values() if g.id not in above and not is_over(g, strategy, on))
    found = [g for g in living if g.from_ is None or g.from_ <= since]
    for year in range(_YEARS + 1):
        if found:
            figures = measures(_only(strategy, found), add_months(on, -year * _YEAR)).goals
            found = [goal for goal in found if figures[goal.id].assessment.standing is Standing.CANNOT]
    return tuple(found)


def _only(strategy: Strategy, goals: list[Goal]) -> Strategy:
    """Leave out of a strategy what a few goals without goals under them are not measured by."""
    ids = {goal.id for goal in goals}
    measuring = {i.id: i for i in strategy.indicators.values() if not ids.isdisjoint(i.serves)}
    return replace(strategy, entities={"goal": {goal.id: goal for goal in goals}, "indicator": measuring})


def _then(folder: Path, commit: str) -> Strategy | None:
    """Read the goals and indicators as they were at a commit; None where there was no strategy in this folder."""
    try:
        return loading.load(from_revision(folder, commit, only=_READ)).strategy
    except StrategyError:
        return None


def _same(then: Strategy, goal: Goal) -> Goal | None:
    return next((then.goals[one] for one in (goal.id, *goal.formerly) if one in then.goals), None)


def _content(strategy: Strategy, goal: Goal) -> tuple[object, ...]:
    """Give what a goal says, in the strategy's first language: a translation changes nothing."""
    language = strategy.about.languages[0]
    texts = tuple(text.pick(language)[0] if text else None for text in (goal.name, goal.description))
    targets = [target for i in strategy.indicators.values() if goal.id in i.serves for target in i.targets]
    return (*texts, sorted((str(t.period), str(t.value)) for t in targets), goal.judgements)
