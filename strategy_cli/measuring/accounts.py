"""Accounts: how goals and indicators stood at a year's end, each held against the year's own target."""

from dataclasses import replace
from datetime import date

from strategy_cli.measuring.rollup import Measures, measures
from strategy_cli.measuring.yearly import year_end, year_target
from strategy_cli.model.about import About
from strategy_cli.model.goal import Goal
from strategy_cli.model.indicator import Indicator
from strategy_cli.strategy import Strategy


def year_measures(strategy: Strategy, year: int, on: date) -> Measures:
    """Measure a year: as of its end, or as of ``on`` while it is still under way.

    The strategy is measured as ever, with every indicator's targets cut to those of the year and before it
    (``year_target`` tells which one is the year's, and whether it is computed), and only the year's own judgements.
    A value of the year counts however late it was published. Goals that begin after the year are no part of it.
    """
    end = year_end(year)
    goals = {g.id: _goal(g, year) for g in strategy.goals.values() if g.from_ is None or g.from_ <= end}
    indicators = {i.id: _indicator(i, year) for i in strategy.indicators.values()}
    entities = {**strategy.entities, "goal": goals, "indicator": indicators}
    return measures(replace(strategy, about=_about(strategy.about, end), entities=entities), min(on, end))


def _goal(goal: Goal, year: int) -> Goal:
    own = tuple(j for j in goal.judgements if j.period.last.year == year)
    return goal if own == goal.judgements else goal.model_copy(update={"judgements": own})


def _indicator(indicator: Indicator, year: int) -> Indicator:
    earlier = tuple(t for t in indicator.targets if t.period.last.year <= year)
    held = year_target(indicator, year)
    computed = () if held is None or held.how == "set" else (held.target,)
    return indicator.model_copy(update={"targets": (*earlier, *computed)})


def _about(about: About, end: date) -> About:
    """End the strategy's period with the year, which is when a range without targets is held against."""
    return about.model_copy(update={"period": about.period.model_copy(update={"until": end})})
