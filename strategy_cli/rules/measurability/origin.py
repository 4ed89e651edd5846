"""The origin of an indicator: where its figures come from, how often, and why it measures the goal."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.rules.measurability.living import lacks, lives
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy


@rule(Level.WARNING, "managed")
def indicator_without_source(strategy: Strategy, on: date) -> Iterator[Finding]:
    """An indicator's figures do not say where they come from.

    Facts, not guesses: an audit committee asks for value, date and source (Lahti's auditors). The source of the
    indicator will do, or one beside every value.

    Bad:
        indicators/population.yaml:
            name: Population
            goal: everyday-life
            values: {2025: 21034}

    Good:
        indicators/population.yaml:
            name: Population
            goal: everyday-life
            values: {2025: 21034}
            source: {name: Statistics Finland, table: 11re}
    """
    for indicator in strategy.indicators.values():
        if indicator.source is None and (indicator.values or indicator.baseline):
            told_by_values = indicator.values and all(one.source for one in indicator.values.values())
            if not told_by_values and lives(strategy, indicator, on):
                yield lacks("indicator-without-source", strategy, indicator, "source")


@rule(Level.WARNING, "managed")
def indicator_without_frequency(strategy: Strategy, on: date) -> Iterator[Finding]:
    """An indicator does not say how often it gets a value, so nobody is told that one is late.

    Kemi's sectors and boards follow up regularly (city board 25.9.2023 § 292). A milestone is passed once and
    needs no frequency. Until it is said, reports take a year for granted.

    Bad:
        indicators/population.yaml:
            name: Population
            goal: everyday-life
            targets: [{period: 2029, value: 21500}]

    Good:
        indicators/population.yaml:
            name: Population
            goal: everyday-life
            targets: [{period: 2029, value: 21500}]
            frequency: year
    """
    for indicator in strategy.indicators.values():
        followed = indicator.type != "milestone" and (indicator.targets or indicator.values)
        if indicator.frequency is None and followed and lives(strategy, indicator, on):
            yield lacks("indicator-without-frequency", strategy, indicator, "frequency")


@rule(Level.INFO, "managed", audited=Level.WARNING)
def indicator_without_why(strategy: Strategy, on: date) -> Iterator[Finding]:
    """An indicator does not say why it measures its goal.

    In Jyväskylä recruiting was made to measure the competence of the staff, and councillors asked why (group
    speech 2022). One sentence shows whether the indicator and the goal meet.

    Bad:
        indicators/population.yaml: {name: Population, goal: everyday-life}

    Good:
        indicators/population.yaml:
            name: Population
            goal: everyday-life
            why: Services within reach keep people in the town.
    """
    for indicator in strategy.indicators.values():
        if indicator.why is None and indicator.serves and lives(strategy, indicator, on):
            yield lacks("indicator-without-why", strategy, indicator, "why")
