"""Evidence of an indicator: every figure with what it rests on and who last changed it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from strategy_cli.measuring.indicator import Measured
from strategy_cli.measuring.standing import Assessment
from strategy_cli.model.indicator import DataSource, Indicator, Range
from strategy_cli.model.period import Period
from strategy_cli.model.text import Text
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.named import Named, named
from strategy_cli.views.parts.cases import Cited, behind
from strategy_cli.views.parts.own import OwnFact, own_facts
from strategy_cli.views.parts.trace import Trace, trace

_SETTING = ("approved", "decided")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: a baseline, target, actual or forecast (``sort``).

    ``used`` tells that it is the actual or the target that the class rests on; ``aged`` that it is too old for one,
    ``later`` that its period ends after the report's day, so that it is not counted yet. ``decisions`` are those behind
    a baseline or a target; what is followed up needs none.
    """

    sort: str
    period: Period
    value: Decimal | str
    trace: Trace | None
    used: bool = False
    source: Text | str | None = None
    note: Text | None = None
    preliminary: bool = False
    aged: bool = False
    later: bool = False
    decisions: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorEvidence:
    """An indicator: what it measures and how, and all its figures; ``decisions`` are those that concern it."""

    id: str
    name: Text
    description: Text | None
    why: Text | None
    unit: Text | None
    places: int | None
    limits: Range | None
    frequency: str | None
    lag: int | None
    owner: Text | str | None
    source: DataSource | None
    goals: tuple[Named, ...]
    assessment: Assessment
    decisions: tuple[Cited, ...]
    figures: tuple[Figure, ...]
    own: tuple[OwnFact, ...] = ()


def indicator_evidence(basis: Basis, measured: Measured) -> IndicatorEvidence:
    """Gather what an indicator's class rests on."""
    indicator = measured.indicator
    own = behind(basis, indicator.ref)
    return IndicatorEvidence(
        id=indicator.id,
        name=indicator.name,
        description=indicator.description,
        why=indicator.why,
        unit=indicator.unit,
        places=indicator.decimals,
        limits=indicator.better if isinstance(indicator.better, Range) else None,
        frequency=indicator.frequency,
        lag=indicator.lag,
        owner=basis.name("owner", indicator.owner),
        source=indicator.source,
        goals=tuple(named(basis, "goal", goal) for goal in indicator.serves),
        assessment=measured.assessment,
        decisions=own,
        figures=tuple(_figures(basis, measured, _setting(basis, indicator, own))),
        own=own_facts(basis, indicator),
    )


def _setting(basis: Basis, indicator: Indicator, own: tuple[Cited, ...]) -> tuple[Cited, ...]:
    """Cite the decisions that set an indicator's baseline and targets: its goals' own, and what was decided of it."""
    decisions = basis.strategy.decisions
    goals = (g for goal in indicator.serves if (g := basis.strategy.goals.get(goal)))
    found = [one for g in goals for one in behind(basis, g.ref, g.decision) if one.id == g.decision]
    found += [one for one in own if decisions[one.id].sort in _SETTING]
    return tuple({one.id: one for one in found}.values())


def _figures(basis: Basis, measured: Measured, decisions: tuple[Cited, ...]) -> Iterator[Figure]:
    """List the baseline, the targets, the actuals and the forecasts, each in order of time."""
    indicator = measured.indicator
    if start := indicator.baseline:
        held = trace(basis, indicator.ref, "baseline")
        yield Figure("baseline", start.period, start.value, held, decisions=decisions)
    for place, target in sorted(enumerate(indicator.targets), key=lambda item: item[1].period.order):
        held, used = trace(basis, indicator.ref, "targets", place), target is measured.target
        yield Figure("target", target.period, target.value, held, used, decisions=decisions)
    for period in sorted(indicator.values):
        yield _actual(basis, measured, period)
    for period in sorted(indicator.forecasts):
        held = trace(basis, indicator.ref, "forecasts", str(period))
        yield Figure("forecast", period, indicator.forecasts[period], held)


def _actual(basis: Basis, measured: Measured, period: Period) -> Figure:
    indicator, latest = measured.indicator, measured.actual
    one, used = indicator.values[period], latest is not None and latest.period == period
    told = one.note or one.source or one.preliminary  # then the value has a line of its own
    return Figure(
        "actual",
        period,
        one.value,
        trace(basis, indicator.ref, "values", str(period), *(("value",) if told else ())),
        used,
        source=one.source or (indicator.source.name if indicator.source else None),
        note=one.note,
        preliminary=one.preliminary,
        aged=latest is not None and used and latest.aged,
        later=period.last > basis.on,
    )
