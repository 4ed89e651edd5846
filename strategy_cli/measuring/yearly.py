"""Yearly: the target that a year's result is held against."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from strategy_cli.measuring.actual import comparable, months
from strategy_cli.measuring.path import expected_path
from strategy_cli.measuring.precision import places, rounded
from strategy_cli.measuring.target import in_order
from strategy_cli.model.indicator import Dated, Indicator
from strategy_cli.model.period import Period

_YEARLY = ("year", "two-years", "council-term")


@dataclass(frozen=True, slots=True)
class YearTarget:
    """A year's target and where it comes from.

    It is ``set`` for the year itself, the ``path``'s value at the year's end, or in the month of the year's one
    value, rounded to the indicator's own decimals (computed), or the ``final`` one, which stays in force once its own
    year has passed.
    """

    target: Dated
    how: Literal["set", "path", "final"]

    @property
    def computed(self) -> bool:
        """Tell whether nobody has set it: it lies on the straight path between what has been set."""
        return self.how == "path"


def year_target(indicator: Indicator, year: int) -> YearTarget | None:
    """Find the target that a year's result is held against; None where nothing has been said of the year."""
    targets = in_order(indicator)
    path = expected_path(indicator)
    own = [target for target in targets if target.period.last.year == year]
    whole = own and (own[-1] is targets[-1] or own[-1].period.last == year_end(year))
    if own and (whole or path is None or _is_yearly(indicator)):
        return YearTarget(own[-1], "set")
    period = _measured(indicator, year)
    if targets and targets[-1].period.last < date(year, 1, 1):
        return YearTarget(Dated.model_construct(period=period, value=targets[-1].value), "final")
    if path is None or path.points[0][0] >= period.last:
        return None
    value = rounded(path.at(period.last), places(indicator))
    return YearTarget(Dated.model_construct(period=period, value=value), "path")


def _is_yearly(indicator: Indicator) -> bool:
    """Tell whether one value of a year is all there is, so that a target of any month of it is the year's."""
    return (indicator.frequency or "year") in _YEARLY


def _measured(indicator: Indicator, year: int) -> Period:
    """Give the period that a year's result is of: that of its one value, such as September's, else the whole year."""
    held = [p for p in indicator.values if p.last.year == year and months(p) <= 1 and comparable(indicator, p)]
    if held and _is_yearly(indicator):
        return max(held, key=lambda p: p.order)
    return Period.parse(str(year))


def year_end(year: int) -> date:
    """Give a year's last day."""
    return date(year, 12, 31)
