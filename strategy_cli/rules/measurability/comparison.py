"""Comparison: baseline, targets and values are figures of the same thing, in the same unit."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from strategy_cli.document import Key
from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.actual import comparable
from strategy_cli.measuring.target import number
from strategy_cli.model.indicator import Indicator
from strategy_cli.rules.measurability.figures import figures
from strategy_cli.rules.measurability.living import lives, told
from strategy_cli.rules.measurability.running import part_of_year, running_total
from strategy_cli.rules.measurability.scale import SHARE, agreeing, no_share, slip
from strategy_cli.rules.registry import rule
from strategy_cli.rules.shared.direction import wrong_way
from strategy_cli.strategy import Strategy

_MUCH = 30  # less than this many times apart, nothing is of another scale
_REDEFINED = re.compile(
    r"määritel\w+ (on )?(muut|vaiht)|(laskenta|tilastointi|mittaus)tapa (on )?(muut|vaiht)|ei (ole )?vertailukelpoi"
    r"|(definitionen|beräknings(sättet|grunden)|statistikföringen) (har )?(ändra|förändra)|inte jämförbar"
    r"|(definition|method|way of counting) (was |has )?changed|not comparable",
    re.IGNORECASE,
)


@rule(Level.WARNING, "managed")
def figures_not_comparable(strategy: Strategy, on: date) -> Iterator[Finding]:
    """An indicator's baseline, targets and values are not figures of the same thing.

    A baseline of four months beside targets of whole years; one figure in thousands of euros among euros, a
    share among per cent, or a count among shares; a baseline that differs from the value of its own period; sums of
    the year so far among whole years; a value whose note says that the definition changed while the baseline stayed.
    Rovaniemi's goals were not commensurable (council 31.3.2025). Told only where the data shows it: the rest takes a
    reader.

    Bad:
        indicators/population.yaml:
            name: Population
            goal: everyday-life
            baseline: {period: 2024, value: 20.9}  # here
            values: {2024: 20874, 2025: 20951}

    Good:
        indicators/population.yaml:
            name: Population
            goal: everyday-life
            baseline: {period: 2024, value: 20874}
            values: {2024: 20874, 2025: 20951}
    """
    for indicator in strategy.indicators.values():
        found = _faults(indicator)
        if found and lives(strategy, indicator, on):
            key, problem, args = found
            yield told("figures-not-comparable", strategy, indicator, *key, problem=problem, **args)


Fault = tuple[Key, str, dict[str, object]]


def _faults(indicator: Indicator) -> Fault | None:
    return (
        _other_length(indicator)
        or _other_scale(indicator)
        or _differing(indicator)
        or _running(indicator)
        or _redefined(indicator)
    )


def _differing(indicator: Indicator) -> Fault | None:
    """Find a baseline that is another figure than the value of the same period."""
    start = indicator.baseline
    same = indicator.values.get(start.period) if start else None
    if not start or not same or same.value == start.value or indicator.type not in ("quantity", "rank"):
        return None
    if isinstance(start.value, str) or isinstance(same.value, str):
        return None  # value-not-a-number tells of it
    return ("baseline", "value"), "baseline", {"baseline": start.value, "value": same.value, "period": start.period}


def _running(indicator: Indicator) -> Fault | None:
    """Find a sum so far among values of whole years, though the indicator is not said to be cumulative."""
    if part := running_total(indicator):
        return ("values", str(part), "value"), "running", {"period": part}
    if part := part_of_year(indicator):
        return ("values", str(part), "value"), "part", {"period": part, "value": indicator.values[part].value}
    return None


def _other_length(indicator: Indicator) -> Fault | None:
    """Find a cumulative indicator's baseline that is of another length than its last target."""
    start = indicator.baseline
    if not indicator.cumulative or start is None or comparable(indicator, start.period):
        return None
    final = max(indicator.targets, key=lambda target: target.period.order)
    return ("baseline", "period"), "length", {"period": start.period, "target": final.period}


def _other_scale(indicator: Indicator) -> Fault | None:
    """Find a figure of another scale: the baseline beside the values, a value or a target beside the rest."""
    if indicator.type != "quantity":
        return None
    start = number(indicator.baseline)
    values = {str(p): o.value for p, o in indicator.values.items() if isinstance(o.value, Decimal)}
    targets = [(i, value) for i, one in enumerate(indicator.targets) if (value := number(one)) is not None]
    sizes = [abs(one) for one in (start, *values.values(), *(value for _, value in targets)) if one]
    if len(sizes) <= 1 or max(sizes) < min(sizes) * _MUCH:
        return None
    first = [start] if start is not None else []
    if start is not None and (times := slip(start, [*values.values()])):
        return ("baseline", "value"), "scale", {"value": start, "times": times}
    for period, value in values.items():
        others = [*first, *(other for p, other in values.items() if p != period)]
        if len(others) > 1 and (times := slip(value, others)):
            return ("values", period, "value"), "scale", {"value": value, "times": times}
    if wrong_way(indicator):
        return None
    if indicator.unit and "%" in indicator.unit.words[0][1] and no_share(sizes):
        key = next(k for k, v in figures(indicator) if isinstance(v, Decimal) and abs(v) == max(sizes))
        return key, "count", {"value": max(sizes), "other": min(sizes)}
    return _target_of_other_scale(targets, [*first, *values.values()])


def _target_of_other_scale(targets: list[tuple[int, Decimal]], known: list[Decimal]) -> Fault | None:
    """Find a target of another scale than what is known and, unless all targets agree, than the other targets.

    A small share is a target like any other: 20 % may be brought down to 0.2 %.
    """
    set_ = [value for _, value in targets]
    agree = bool(set_) and agreeing(set_)
    for place, value in targets:
        others = [*known] if agree else [*known, *(other for at, other in targets if at != place)]
        times = slip(value, others)
        if times and not (times == SHARE and abs(value) <= 1):
            return ("targets", place, "value"), "scale", {"value": value, "times": times}
    return None


def _redefined(indicator: Indicator) -> Fault | None:
    """Find a value after the baseline whose note says that what is measured has changed."""
    start = indicator.baseline
    for period, one in indicator.values.items() if start else ():
        if one.note and start and period.last > start.period.last and _says_so(one.note.words):
            return ("values", str(period), "note"), "definition", {"period": period, "baseline": start.period}
    return None


def _says_so(words: tuple[tuple[str, str], ...]) -> bool:
    return any(_REDEFINED.search(text) for _, text in words)
