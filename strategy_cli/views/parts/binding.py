"""Binding goals in full: indicators against the year's target, what is expected of the whole year, and reactions."""

from dataclasses import dataclass

from strategy_cli.measuring.forecast import year_forecast
from strategy_cli.measuring.indicator import Rules
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
    """A binding goal; ``open`` tells that it deviates and nobody has said what is done about it."""

    part: GoalPart
    lines: tuple[YearLine, ...]
    reactions: tuple[Reaction, ...]
    deviates: bool
    open: bool


def binding_goal(basis: Basis, part: GoalPart) -> BindingGoal:
    """Make a binding goal's part; the year is the one that the report's day is in."""
    found, astray = reactions(basis, part.measured), deviates(part.measured)
    return BindingGoal(
        part=part,
        lines=tuple(year_line(basis, row) for row in part.indicators),
        reactions=found,
        deviates=astray,
        open=astray and not corrected(part.measured, found),
    )


def year_line(basis: Basis, row: IndicatorRow) -> YearLine:
    """Tell what is expected of an indicator for the whole year that the report's day is in."""
    indicator, grace = row.measured.indicator, Rules.of(basis.strategy.about, basis.on).grace_days
    year = basis.on.year
    return YearLine(row, year_target(indicator, year), year_forecast(indicator, year, basis.on, grace))
