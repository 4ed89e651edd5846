"""Binding goals in full: indicators against the year's target, what is expected of the whole year, and reactions."""

from collections.abc import Iterable
from dataclasses import dataclass

from strategy_cli.measuring.forecast import year_forecast
from strategy_cli.measuring.indicator import Rules
from strategy_cli.measuring.rollup import MeasuredGoal
from strategy_cli.measuring.standing import rank
from strategy_cli.measuring.target import Forecast
from strategy_cli.measuring.yearly import YearTarget, year_target
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.parts.goals import GoalPart
from strategy_cli.views.parts.indicators import IndicatorRow
from strategy_cli.views.parts.reactions import Reaction, corrected, deviates, reactions


@dataclass(frozen=True, slots=True)
class YearLine:
    """An indicator with the year's target and what is expected of the whole year; None where nobody can tell."""

    row: IndicatorRow
    target: YearTarget | None
    forecast: Forecast | None


@dataclass(frozen=True, slots=True)
class BindingGoal:
    """A binding goal; ``deviates`` tells that it asks for a reaction, ``open`` that nobody has said what is done.

    It asks for one when it is not on track or cannot be assessed, and also when an indicator of it is behind or is
    expected to fall short of the year's target: a mean or a judgement does not hide that.
    """

    part: GoalPart
    lines: tuple[YearLine, ...]
    reactions: tuple[Reaction, ...]
    deviates: bool
    open: bool


def binding_goal(basis: Basis, part: GoalPart) -> BindingGoal:
    """Make a binding goal's part; the year is the one that the report's day is in."""
    lines = tuple(year_line(basis, row) for row in part.indicators)
    found, astray = reactions(basis, part.measured), _asks(part.measured, lines)
    return BindingGoal(
        part=part,
        lines=lines,
        reactions=found,
        deviates=astray,
        open=astray and not corrected(part.measured, found),
    )


def _asks(measured: MeasuredGoal, lines: Iterable[YearLine]) -> bool:
    return deviates(measured) or (not measured.ended and any(_falls_short(line) for line in lines))


def _falls_short(line: YearLine) -> bool:
    behind = rank(line.row.measured.assessment.standing) == 0
    return behind or (line.forecast is not None and line.forecast.reached is False)


def year_line(basis: Basis, row: IndicatorRow) -> YearLine:
    """Tell what is expected of an indicator for the whole year that the report's day is in."""
    indicator, grace = row.measured.indicator, Rules.of(basis.strategy.about, basis.on).grace_days
    year = basis.on.year
    return YearLine(row, year_target(indicator, year), year_forecast(indicator, year, basis.on, grace))
