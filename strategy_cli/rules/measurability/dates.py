"""The date of a target: a year, not a wish."""

from strategy_cli.rules.registry import told_by_loading


@told_by_loading
def target_date_unclear() -> None:
    """A target's period is not a date: its year is left open, approximate, or one of several.

    Vaasa's strategy has targets for the year "202X". Such a target never falls due, so nobody can say that it was
    missed; it is left out of every figure until it has a year.

    Bad:
        indicators/population.yaml:
            name: Population
            goal: everyday-life
            targets:
              - {period: 202X, value: 21500}  # here

    Good:
        indicators/population.yaml:
            name: Population
            goal: everyday-life
            targets:
              - {period: 2029, value: 21500}
    """
