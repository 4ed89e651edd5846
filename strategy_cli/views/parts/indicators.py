"""Indicators as a report shows them: every figure with its date and source, the way and the course drawn."""

from dataclasses import dataclass
from fractions import Fraction

from strategy_cli.charts.bullet import Bullet, bullet
from strategy_cli.measuring.indicator import Measured, Rules
from strategy_cli.measuring.target import direction, number
from strategy_cli.model.indicator import Dated, Range
from strategy_cli.model.text import Text
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.organisation import Note, notes
from strategy_cli.views.parts.own import OwnFact, own_facts
from strategy_cli.views.parts.trends import TrendFigure, trend_figure


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator; ``better`` is up, down, range or None, ``places`` the decimals that its figures share.

    ``current`` is the target of the period under way, unless it is the final one; ``source`` is the actual's own,
    else the indicator's.
    ``expected`` is the share of the way that the actual is held against; ``trend`` is None without two numbers.
    ``home`` tells the one place, of those where it is shown, that links lead to.
    """

    id: str
    home: bool
    name: Text
    measured: Measured
    unit: Text | None
    places: int | None
    better: str | None
    limits: Range | None
    baseline: Dated | None
    target: Dated | None
    current: Dated | None
    owner: Text | str | None
    source: Text | str | None
    bullet: Bullet | None
    expected: Fraction | None
    trend: TrendFigure | None
    notes: tuple[Note, ...] = ()
    own: tuple[OwnFact, ...] = ()


def row(basis: Basis, measured: Measured, goal: str | None = None, *, drawn: bool = True) -> IndicatorRow:
    """Make an indicator's row, under one of its goals or by itself; without its drawings where none are shown."""
    indicator = measured.indicator
    limits = indicator.better if isinstance(indicator.better, Range) else None
    way = direction(indicator)
    progress, expected = measured.progress.value, _expected(measured)
    tolerance = Rules.of(basis.strategy.about, basis.on).tolerance
    return IndicatorRow(
        id=indicator.id,
        home=goal is None or goal == next(g for g in indicator.serves if g in basis.scope.goals),
        name=indicator.name,
        measured=measured,
        unit=indicator.unit,
        places=indicator.decimals,
        better="range" if limits else {1: "up", -1: "down", None: None}[way],
        limits=limits,
        baseline=indicator.baseline,
        target=measured.target,
        current=measured.current if measured.current is not measured.target and not limits else None,
        owner=basis.name("owner", indicator.owner),
        source=_source(measured),
        bullet=None if progress is None or not drawn else bullet(progress, expected, tolerance),
        expected=expected,
        trend=trend_figure(measured, basis.on) if drawn else None,
        notes=notes(basis, indicator.ref),
        own=own_facts(basis, indicator),
    )


def _source(measured: Measured) -> Text | str | None:
    own = measured.actual.observation.source if measured.actual else None
    general = measured.indicator.source
    return own or (general.name if general else None)


def _expected(measured: Measured) -> Fraction | None:
    """Give the expected value as a share of the way from the baseline to the final target."""
    start, end = number(measured.indicator.baseline), number(measured.target)
    if measured.progress.value is None or measured.expected is None or start is None or end is None:
        return None
    return (measured.expected - Fraction(start)) / (Fraction(end) - Fraction(start))
