"""Indicators as a report shows them: every figure with its date and source, and the way drawn to scale."""

from dataclasses import dataclass
from fractions import Fraction

from strategy_cli.measuring.indicator import Measured
from strategy_cli.measuring.target import direction
from strategy_cli.model.indicator import Dated, Range
from strategy_cli.model.text import Text
from strategy_cli.views.basis import Basis

_LEAST, _MOST = Fraction(-1, 5), Fraction(6, 5)


@dataclass(frozen=True, slots=True)
class Track:
    """The way from baseline to target drawn to scale, and where the actual and the expected value stand on it.

    All are per cent of the width.
    What lies outside −20 % … 120 % of the way is drawn at the edge; the figure beside it is exact.
    """

    start: int
    end: int
    value: int
    expected: int | None


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator; ``better`` is up, down, range or None, ``places`` the decimals that its figures share.

    ``current`` is the target of the period under way, unless it is the final one; ``source`` is the actual's own,
    else the indicator's.
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
    track: Track | None


def row(basis: Basis, measured: Measured, goal: str | None = None) -> IndicatorRow:
    """Make an indicator's row, under one of its goals or by itself."""
    indicator = measured.indicator
    limits = indicator.better if isinstance(indicator.better, Range) else None
    way = direction(indicator)
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
        track=_track(measured),
    )


def _source(measured: Measured) -> Text | str | None:
    own = measured.actual.observation.source if measured.actual else None
    general = measured.indicator.source
    return own or (general.name if general else None)


def _track(measured: Measured) -> Track | None:
    value = measured.progress.value
    if value is None or measured.target is None or measured.indicator.baseline is None:
        return None
    low, high = Fraction(str(measured.indicator.baseline.value)), Fraction(str(measured.target.value))
    expected = None if measured.expected is None else (measured.expected - low) / (high - low)
    return Track(
        _place(Fraction(0)), _place(Fraction(1)), _place(value), None if expected is None else _place(expected)
    )


def _place(share: Fraction) -> int:
    inside = min(max(share, _LEAST), _MOST)
    return round((inside - _LEAST) / (_MOST - _LEAST) * 100)
