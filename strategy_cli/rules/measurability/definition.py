"""The definition of an indicator: baseline, target, unit and direction, each asked for once something needs it."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.target import direction, number
from strategy_cli.model.indicator import Range
from strategy_cli.rules.measurability.living import lacks, lives
from strategy_cli.rules.measurability.naming import limit_in_name
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy


@rule(Level.WARNING, "managed")
def indicator_without_target(strategy: Strategy, on: date) -> Iterator[Finding]:
    """An indicator has no target, so it cannot tell whether its goal was attained.

    Rovaniemi's indicators did not serve follow-up (council 31.3.2025). An indicator that is to stay within a range
    (``better: {min: 1, max: 2}``) needs no target beside it.

    Bad:
        indicators/population.yaml: {name: Population, goal: everyday-life}

    Good:
        indicators/population.yaml:
            name: Population
            goal: everyday-life
            targets: [{period: 2029, value: 21500}]
    """
    for indicator in strategy.indicators.values():
        if not indicator.targets and not isinstance(indicator.better, Range) and lives(strategy, indicator, on):
            problem = "in-name" if limit_in_name(indicator) else None
            yield lacks("indicator-without-target", strategy, indicator, "targets", problem)


@rule(Level.WARNING, "managed")
def indicator_without_baseline(strategy: Strategy, on: date) -> Iterator[Finding]:
    """An indicator has a target but no baseline, so nobody can tell how much of the way has been gone.

    Lappeenranta's seven indicators have one baseline between them; a share of the target alone calls a population
    "99.6 % done". Indicators in words and within a range need none.

    Bad:
        indicators/population.yaml:
            name: Population
            goal: everyday-life
            targets: [{period: 2029, value: 21500}]

    Good:
        indicators/population.yaml:
            name: Population
            goal: everyday-life
            baseline: {period: 2025, value: 21000}
            targets: [{period: 2029, value: 21500}]
    """
    for indicator in strategy.indicators.values():
        in_figures = indicator.type in ("quantity", "rank") and not isinstance(indicator.better, Range)
        if indicator.baseline is None and indicator.targets and in_figures and lives(strategy, indicator, on):
            yield lacks("indicator-without-baseline", strategy, indicator, "baseline")


@rule(Level.WARNING, "managed")
def indicator_without_unit(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A quantity has no unit, so its figures can be read in several ways.

    A good indicator is defined without contradiction (Kuntaliitto). Places in a ranking, milestones and words need
    none.

    Bad:
        indicators/debt.yaml:
            name: Debt
            goal: everyday-life
            targets: [{period: 2029, value: 4200}]

    Good:
        indicators/debt.yaml:
            name: Debt
            goal: everyday-life
            unit: EUR/inhabitant
            targets: [{period: 2029, value: 4200}]
    """
    for indicator in strategy.indicators.values():
        if indicator.unit is None and indicator.type == "quantity":
            has_figures = indicator.targets or indicator.values or indicator.baseline
            if (has_figures or isinstance(indicator.better, Range)) and lives(strategy, indicator, on):
                yield lacks("indicator-without-unit", strategy, indicator, "unit")


@rule(Level.WARNING, "managed")
def indicator_without_direction(strategy: Strategy, on: date) -> Iterator[Finding]:
    """Nothing says whether a higher or a lower figure is better.

    A good indicator shows the direction (Kuntaliitto). A baseline and a different target show it too; of places in
    a ranking the first is the best.

    Bad:
        indicators/debt.yaml:
            name: Debt per inhabitant
            goal: everyday-life
            targets: [{period: 2029, value: 4200}]

    Good:
        indicators/debt.yaml:
            name: Debt per inhabitant
            goal: everyday-life
            better: down
            targets: [{period: 2029, value: 4200}]
    """
    for indicator in strategy.indicators.values():
        if indicator.better is None and indicator.type == "quantity" and indicator.targets:
            in_figures = all(number(one) is not None for one in indicator.targets)
            if in_figures and direction(indicator) is None and lives(strategy, indicator, on):
                yield lacks("indicator-without-direction", strategy, indicator, "better")
