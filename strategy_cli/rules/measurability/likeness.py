"""Likeness: the same indicator written down twice."""

from collections.abc import Hashable, Iterator
from dataclasses import replace
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.model.indicator import Indicator
from strategy_cli.rules.measurability.living import lives, told
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy


@rule(Level.WARNING, "managed")
def indicator_defined_twice(strategy: Strategy, on: date) -> Iterator[Finding]:
    """One indicator is written down twice: two have the same name, or the same table and codes of one source.

    Values are then updated in one of them only, and reports tell two stories; a good indicator is defined without
    contradiction (Kuntaliitto). The same table and codes in another unit are two definitions of one thing, unless the
    codes are wrong. One indicator can measure many goals: ``goals: [everyday-life, vitality]``.

    Bad:
        indicators/population.yaml: {name: Population, goal: everyday-life, unit: inhabitants}
        indicators/residents.yaml: {name: population, goal: everyday-life, unit: persons}  # here

    Good:
        indicators/population.yaml: {name: Population, goal: everyday-life, unit: inhabitants}
        indicators/residents.yaml: {name: Residents under 18, goal: everyday-life, unit: persons}
    """
    seen: dict[Hashable, Indicator] = {}
    for indicator in strategy.indicators.values():
        for problem, mark in _marks(indicator):
            other = seen.get(mark)
            if other and lives(strategy, indicator, on) and lives(strategy, other, on):
                yield _twice(strategy, indicator, other, problem)
                break
            if other is None or not lives(strategy, other, on):
                seen[mark] = indicator


def _twice(strategy: Strategy, indicator: Indicator, other: Indicator, problem: str | None) -> Finding:
    units = tuple(one.unit for one in (indicator, other) if one.unit)
    if problem and len({unit.words[0][1].casefold() for unit in units}) > 1:
        problem = "unit"
    place = strategy.where(other.ref)
    found = told("indicator-defined-twice", strategy, indicator, "source" if problem else "name", problem=problem)
    args = {**found.args, "other": other.id, "file": place.path, "line": place.line, "units": units}
    return replace(found, args=args)


def _marks(indicator: Indicator) -> Iterator[tuple[str | None, Hashable]]:
    """Give what an indicator may be known by: its name in each language, and its series if that is told exactly."""
    for code, name in indicator.name.words:
        yield None, (code, " ".join(name.casefold().split()))
    source = indicator.source
    if source and source.table and source.codes:
        system = (source.system or source.name.words[0][1]).casefold()
        yield "source", (system, source.table.casefold(), tuple(sorted(source.codes)))
