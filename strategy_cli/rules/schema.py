"""Rules of the schema: every key is known, every value is what its key asks for."""

from collections.abc import Iterator
from decimal import Decimal

from strategy_cli import nearest, notation
from strategy_cli.document import Key
from strategy_cli.finding import Edit, Finding, Level
from strategy_cli.model.indicator import Indicator
from strategy_cli.rules.registry import rule, told_by_loading
from strategy_cli.rules.shared import written
from strategy_cli.rules.shared.direction import wrong_way
from strategy_cli.strategy import Strategy

_FAR = 30  # times


@told_by_loading
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


@rule(Level.ERROR)
def missing_key(strategy: Strategy) -> Iterator[Finding]:
    """A key that the thing cannot do without is missing or empty.

    Reports name a thing by it, or count with it; without it the thing cannot be followed up.

    Bad:
        goals/vitality.yaml: {binding: true}

    Good:
        goals/vitality.yaml: {name: Vitality, binding: true}
    """
    for project in strategy.projects.values():  # a project without a status can be shown, but not followed up
        if "status" not in project.model_fields_set:
            span = strategy.where(project.ref, "status", on_key=True)
            yield Finding("missing-key", span, project.ref, ("status",), {"key": "status", "where": ""})


@told_by_loading
def invalid_value() -> None:
    """A value is not what its key asks for: a date, a number, an id, one of a few words, a list or a map.

    What can be read in two ways, or in none, is left out of every count and report.

    Bad:
        goals/vitality.yaml:
            name: Vitality
            until: 31.12.2029  # here

    Good:
        goals/vitality.yaml:
            name: Vitality
            until: 2029-12-31
    """


@told_by_loading
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


@rule(Level.WARNING)
def more_decimals_than_declared(strategy: Strategy) -> Iterator[Finding]:
    """A value of an indicator has more decimals than its ``decimals`` says.

    Either the value was measured more exactly than is told, or a figure too many was typed.

    Bad:
        indicators/population.yaml:
            name: Population
            goal: everyday-life
            decimals: 1
            values: {2025: 21.034}  # here

    Good:
        indicators/population.yaml:
            name: Population
            goal: everyday-life
            decimals: 1
            values: {2025: 21034.0}
    """
    for indicator in strategy.indicators.values():
        if indicator.decimals is not None:
            for key, value in _measured(indicator):
                if isinstance(value, Decimal) and _decimals(value, indicator.decimals) > indicator.decimals:
                    args = {"name": indicator.name, "value": str(value), "decimals": indicator.decimals}
                    span = strategy.where(indicator.ref, *key)
                    yield Finding("more-decimals-than-declared", span, indicator.ref, key, args)


def _decimals(value: Decimal, enough: int) -> int:
    """Count the decimals of a number, but not the noughts at its end; at first glance if there are few enough."""
    text = str(value)
    written = len(text.partition(".")[2])
    if written <= enough and "E" not in text:
        return written
    _, digits, exponent = value.as_tuple()
    noughts = next((n for n, digit in enumerate(reversed(digits)) if digit), len(digits))
    return -exponent - noughts if isinstance(exponent, int) else 0


@rule(Level.ERROR)
def target_against_direction(strategy: Strategy) -> Iterator[Finding]:
    """An indicator's last target is on the wrong side of its baseline: lower though higher is better, or the reverse.

    Attainment would be counted the wrong way round, and a worse result reported as attained.

    Bad:
        indicators/population.yaml:
            name: Population
            goal: everyday-life
            better: up
            baseline: {period: 2025, value: 21000}
            targets:
              - {period: 2029, value: 2150}  # here

    Good:
        indicators/population.yaml:
            name: Population
            goal: everyday-life
            better: up
            baseline: {period: 2025, value: 21000}
            targets:
              - {period: 2029, value: 21500}
    """
    for indicator in strategy.indicators.values():
        if wrong := wrong_way(indicator):
            key = ("targets", wrong.number, "value")
            args = {"name": indicator.name, "value": wrong.end, "baseline": wrong.start}
            span = strategy.where(indicator.ref, *key)
            problem = f"{indicator.better}{'-apart' if _far_apart(wrong.start, wrong.end) else ''}"
            yield Finding("target-against-direction", span, indicator.ref, key, args, problem)


def _far_apart(one: Decimal, other: Decimal) -> bool:
    """Tell whether two figures are too far apart to be of one unit: then no direction is to be turned round."""
    return min(abs(one), abs(other)) * _FAR <= max(abs(one), abs(other)) and one * other > 0


def _not_a_number(strategy: Strategy, indicator: Indicator, key: Key, value: str) -> Finding:
    span = strategy.where(indicator.ref, *key)
    suggestion = nearest.as_number(value)
    problem: str | None
    args: dict[str, object] = {"value": value, "name": indicator.name, "suggestion": suggestion}
    problem, more = written.meant(value)
    if suggestion and problem != "several":
        edit = Edit(span, suggestion, _keeps_unit(indicator, value))
        args["other"] = notation.without_comma(value)
        problem = "two-ways" if args["other"] else "near"
        return Finding("value-not-a-number", span, indicator.ref, key, args, problem, edit)
    if problem is None and indicator.type == "rank":
        problem = "rank"
    offered = Edit(span, more["suggestion"], sure=False) if "suggestion" in more else None
    return Finding("value-not-a-number", span, indicator.ref, key, args | more, problem, offered)


def _keeps_unit(indicator: Indicator, value: str) -> bool:
    """Tell whether a number means the same without what stands beside it: its unit says the same."""
    unit = indicator.unit.pick("fi")[0] if indicator.unit else ""
    return notation.is_clear(value.replace(unit[:1], "") if unit[:1] in ("%", "€") else value)


def _measured(indicator: Indicator) -> Iterator[tuple[Key, object]]:
    if indicator.baseline:
        yield ("baseline", "value"), indicator.baseline.value
    for number, target in enumerate(indicator.targets):
        yield ("targets", number, "value"), target.value
    for period, observation in indicator.values.items():
        yield ("values", str(period), "value"), observation.value
    for period, forecast in indicator.forecasts.items():
        yield ("forecasts", str(period)), forecast
