"""Targets: worth reaching on the day they were set, and in line with the final one."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.actual import add_months, comparable
from strategy_cli.measuring.target import baseline, direction, meets, number
from strategy_cli.model.indicator import Indicator, Range
from strategy_cli.model.period import Period
from strategy_cli.rules.measurability.living import lives, told
from strategy_cli.rules.registry import rule
from strategy_cli.rules.shared.direction import wrong_way
from strategy_cli.strategy import Strategy

_LONGEST = 1_200  # months: a slip of the keys must not run past the calendar
_COUNTED = ("quantity", "rank")


@rule(Level.WARNING, "managed")
def target_already_met(strategy: Strategy, on: date) -> Iterator[Finding]:
    """An indicator's last target was met on the day it was set: by the baseline, or by a value known by then.

    A goal should be ambitious yet attainable, not the ordinary course of things (Lahti's auditors). The day is that
    of the goal's decision, else the goal's first day, else that of the strategy's decision, else its first day.
    A level that is to be held is a range: ``better: {min: 1, max: 2}``.

    Bad:
        strategy.yaml: {title: Strategy, languages: [fi], period: {from: 2026-01-01, until: 2029-12-31}}
        indicators/satisfaction.yaml:
            name: Satisfied residents
            goal: everyday-life
            better: up
            baseline: {period: 2023, value: 61}
            targets:
              - {period: 2029, value: 70}  # here
            values: {2025: 71}

    Good:
        strategy.yaml: {title: Strategy, languages: [fi], period: {from: 2026-01-01, until: 2029-12-31}}
        indicators/satisfaction.yaml:
            name: Satisfied residents
            goal: everyday-life
            better: up
            baseline: {period: 2025, value: 71}
            targets:
              - {period: 2029, value: 75}
            values: {2025: 71}
    """
    for indicator in strategy.indicators.values():
        found = _met(strategy, indicator)
        if found and lives(strategy, indicator, on):
            place, problem, args = found
            key = ("targets", place, "value")
            yield told("target-already-met", strategy, indicator, *key, problem=problem, **args)


@rule(Level.WARNING, "managed")
def target_off_path(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A target of a period lies off the way to the last one: beyond it, or a step back.

    What is expected between two dates is read from the targets, so one slip of the keys turns every class until
    then. Where the way really goes back first, ignore the finding and say why.

    Bad:
        indicators/population.yaml:
            name: Population
            goal: everyday-life
            better: up
            baseline: {period: 2025, value: 21000}
            targets:
              - {period: 2027, value: 22500}  # here
              - {period: 2029, value: 21500}

    Good:
        indicators/population.yaml:
            name: Population
            goal: everyday-life
            better: up
            baseline: {period: 2025, value: 21000}
            targets:
              - {period: 2027, value: 21250}
              - {period: 2029, value: 21500}
    """
    for indicator in strategy.indicators.values():
        if len(indicator.targets) > 1 and indicator.type in _COUNTED and not isinstance(indicator.better, Range):
            for place, problem, held in _off_path(indicator):
                target = indicator.targets[place]
                if target.period.last >= on and lives(strategy, indicator, on):
                    key, args = ("targets", place, "value"), {"period": target.period, "value": target.value}
                    yield told("target-off-path", strategy, indicator, *key, problem=problem, **args, held=held)


def _met(strategy: Strategy, indicator: Indicator) -> tuple[int, str | None, dict[str, object]] | None:
    """Find what met the last target when it was set: its place, ``baseline`` or None for a value, and arguments."""
    if not indicator.targets or indicator.type == "text" or isinstance(indicator.better, Range):
        return None
    place, final = max(enumerate(indicator.targets), key=lambda one: one[1].period.order)
    start = baseline(indicator)
    if start and start.value == final.value:
        return place, "baseline", {"value": final.value, "period": start.period}
    day = _set_on(strategy, indicator)
    latest = _known_by(indicator, day) if day else None
    if latest is None or wrong_way(indicator) or (start and latest.order < start.period.order):
        return None
    value = indicator.values[latest].value
    if not meets(indicator, value, final):
        return None
    return place, None, {"target": final.value, "value": value, "period": latest, "day": day}


def _known_by(indicator: Indicator, day: date) -> Period | None:
    """Find the period of the latest value that was out on a day."""
    lag = min(indicator.lag or 0, _LONGEST)
    out = [p for p in indicator.values if p.last <= day and comparable(indicator, p) and add_months(p.last, lag) <= day]
    return max(out, key=lambda period: period.order, default=None)


def _set_on(strategy: Strategy, indicator: Indicator) -> date | None:
    """Give the day on which the targets were set: the earliest of its goals' days, else the strategy's."""
    served = (goal for name in indicator.serves if (goal := strategy.goals.get(name)))
    days = [day for goal in served if (day := _decided(strategy, goal.decision) or goal.from_)]
    about = strategy.about
    return min(days, default=None) or _decided(strategy, about.decision) or about.period.from_


def _decided(strategy: Strategy, decision: str | None) -> date | None:
    known = strategy.decisions.get(decision) if decision else None
    return known.date if known else None


def _off_path(indicator: Indicator) -> Iterator[tuple[int, str, Decimal]]:
    """Go through the targets before the last one that lie off the way: place, problem and the figure it is held to."""
    way, start = direction(indicator), number(baseline(indicator))
    held = [(i, t) for i, t in enumerate(indicator.targets) if comparable(indicator, t.period)]
    held.sort(key=lambda one: one[1].period.order)
    last = number(held[-1][1])
    if way is None or last is None or (start is not None and (last - start) * way <= 0):
        return
    best = start
    for place, target in held[:-1]:
        figure = number(target)
        if figure is None:
            continue
        if (figure - last) * way > 0:
            yield place, "beyond", last
        elif best is not None and (figure - best) * way < 0:
            yield place, "back", best
        else:
            best = figure
