"""Rules of the schema: every key is known, every value is what its key asks for."""

from collections.abc import Iterator

from strategy_cli import nearest
from strategy_cli.document import Key
from strategy_cli.finding import Edit, Finding, Level
from strategy_cli.model.indicator import Indicator
from strategy_cli.rules.registry import rule, told_by_loading
from strategy_cli.strategy import Strategy


@told_by_loading()
def unknown_key() -> None:
    """A key is not one that this kind of thing has.

    A mistyped key would otherwise be a fact that no report shows.

    Bad:
        goals/vitality.yaml:
            name: Vitality
            ownr: city-manager  # here

    Good:
        goals/vitality.yaml:
            name: Vitality
            owner: city-manager
    """


@told_by_loading()
def missing_key() -> None:
    """A key that the thing cannot do without is missing or empty.

    Bad:
        goals/vitality.yaml: {binding: true}

    Good:
        goals/vitality.yaml: {name: Vitality, binding: true}
    """


@told_by_loading()
def invalid_value() -> None:
    """A value is not what its key asks for: a date, a number, an id, one of a few words, a list or a map.

    Bad:
        goals/vitality.yaml:
            name: Vitality
            until: 31.12.2029  # here

    Good:
        goals/vitality.yaml:
            name: Vitality
            until: 2029-12-31
    """


@told_by_loading()
def id_differs_from_file() -> None:
    """A file's ``id`` is not the file's name.

    The name of the file is the id that others link to; two names for one thing lead links astray.

    Bad:
        goals/vitality.yaml:
            id: growth  # here
            name: Vitality

    Good:
        goals/vitality.yaml:
            id: vitality
            name: Vitality
    """


@rule(Level.ERROR)
def value_not_a_number(strategy: Strategy) -> Iterator[Finding]:
    """A quantity or a rank has a value, baseline, target or forecast that is not a number.

    Words cannot be compared with a target; an indicator in words has ``type: text``.

    Bad:
        indicators/population.yaml:
            name: Population
            goal: everyday-life
            values: {2025: about 21 000}  # here

    Good:
        indicators/population.yaml:
            name: Population
            goal: everyday-life
            values: {2025: 21000}
    """
    for indicator in strategy.indicators.values():
        if indicator.type in ("quantity", "rank"):
            for key, value in _measured(indicator):
                if isinstance(value, str):
                    yield _not_a_number(strategy, indicator, key, value)


def _not_a_number(strategy: Strategy, indicator: Indicator, key: Key, value: str) -> Finding:
    span = strategy.where(indicator.ref, *key)
    suggestion = nearest.as_number(value)
    args = {"value": value, "suggestion": suggestion, "name": indicator.name}
    edit = Edit(span, suggestion) if suggestion else None
    return Finding("value-not-a-number", span, indicator.ref, key, args, "near" if suggestion else None, edit)


def _measured(indicator: Indicator) -> Iterator[tuple[Key, object]]:
    if indicator.baseline:
        yield ("baseline", "value"), indicator.baseline.value
    for number, target in enumerate(indicator.targets):
        yield ("targets", number, "value"), target.value
    for period, observation in indicator.values.items():
        yield ("values", str(period), "value"), observation.value
    for period, forecast in indicator.forecasts.items():
        yield ("forecasts", str(period)), forecast
