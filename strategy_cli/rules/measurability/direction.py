"""The direction of an indicator: in its own key, not in the name, and the right one for a ranking."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from strategy_cli.finding import Finding, Level
from strategy_cli.rules.measurability.figures import figures
from strategy_cli.rules.measurability.living import lives, offered, told
from strategy_cli.rules.measurability.naming import is_target, limit_in_name
from strategy_cli.rules.registry import rule
from strategy_cli.rules.shared.direction import wrong_way
from strategy_cli.strategy import Strategy

_OTHER = {"up": "down", "down": "up"}


@rule(Level.INFO, "managed")
def direction_in_name(strategy: Strategy, on: date) -> Iterator[Finding]:
    """An indicator's name holds its target: "at least 8 000".

    So some of Helsinki's indicators are named; when the target changes, the name changes, and the series looks like
    another one. ``better`` and ``targets`` say the same so that it can be compared. "At least once a week" within
    what is measured is no target and is left alone.

    Bad:
        indicators/housing.yaml:
            name: Housing built, at least 8 000  # here
            goal: everyday-life
            targets: [{period: 2029, value: 8000}]

    Good:
        indicators/housing.yaml:
            name: Housing built
            goal: everyday-life
            better: up
            targets: [{period: 2029, value: 8000}]
    """
    for indicator in strategy.indicators.values():
        limit = limit_in_name(indicator) if indicator.targets else None
        agrees = limit is not None and indicator.better != _OTHER[limit.better]  # else name-against-direction tells
        named = limit is not None and limit.figure in [one.value for one in indicator.targets]
        if limit and named and agrees and lives(strategy, indicator, on):
            yield told("direction-in-name", strategy, indicator, "name", words=limit.words, value=limit.figure)


@rule(Level.WARNING, "managed")
def name_against_direction(strategy: Strategy, on: date) -> Iterator[Finding]:
    """An indicator's name holds a limit that turns the other way than ``better``: "at most 5 %", but higher is better.

    One of them is wrong. If it is ``better``, every class is counted the wrong way round and a worse result reported as
    attained; a good indicator shows the direction (Kuntaliitto). A limit within what is measured ("absent at least
    5 days") is left alone.

    Bad:
        indicators/housing.yaml:
            name: Rental flats empty, at most 5 %
            goal: everyday-life
            unit: "%"
            better: up  # here
            targets: [{period: 2029, value: 12}]

    Good:
        indicators/housing.yaml:
            name: Rental flats empty
            goal: everyday-life
            unit: "%"
            better: down
            targets: [{period: 2029, value: 5}]
    """
    for indicator in strategy.indicators.values():
        limit = limit_in_name(indicator) if indicator.better in ("up", "down") else None
        against = limit and indicator.better == _OTHER[limit.better] and is_target(limit, indicator)
        if limit and against and not wrong_way(indicator) and lives(strategy, indicator, on):
            problem, value = limit.better, limit.figure
            yield told("name-against-direction", strategy, indicator, "better", problem=problem, value=value)


@rule(Level.WARNING, "managed")
def rank_direction(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A place in a ranking is said to be better the higher its figure.

    The first place is the best. Jyväskylä's target "among the five best of ten" is ``value: 5`` with
    ``better: down``.

    Bad:
        indicators/climate.yaml:
            name: Place in the business climate survey
            goal: everyday-life
            type: rank
            better: up  # here

    Good:
        indicators/climate.yaml:
            name: Place in the business climate survey
            goal: everyday-life
            type: rank
            better: down
    """
    for indicator in strategy.indicators.values():
        wrong = indicator.type == "rank" and indicator.better == "up"
        if wrong and not wrong_way(indicator) and lives(strategy, indicator, on):
            yield offered(told("rank-direction", strategy, indicator, "better"), "down")


@rule(Level.WARNING, "managed")
def rank_not_a_place(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A place in a ranking is less than one, so it is a share or a slip.

    "Five best of ten" is the fifth place, not 0.5.

    Bad:
        indicators/climate.yaml:
            name: Place in the business climate survey
            goal: everyday-life
            type: rank
            targets:
              - {period: 2029, value: 0.5}  # here

    Good:
        indicators/climate.yaml:
            name: Place in the business climate survey
            goal: everyday-life
            type: rank
            targets:
              - {period: 2029, value: 5}
    """
    for indicator in strategy.indicators.values():
        if indicator.type == "rank" and lives(strategy, indicator, on):
            for key, value in figures(indicator):
                if isinstance(value, Decimal) and value < 1:
                    yield told("rank-not-a-place", strategy, indicator, *key, value=value)
