"""Yearly: the target that a year's result is held against."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from strategy_cli.measuring.path import expected_path
from strategy_cli.measuring.precision import places, rounded
from strategy_cli.measuring.target import in_order
from strategy_cli.model.indicator import Dated, Indicator
from strategy_cli.model.period import Period


@dataclass(frozen=True, slots=True)
class YearTarget:
    """A year's target and where it comes from.

    It is ``set`` for the year itself, the ``path``'s value at the year's end rounded to the indicator's own
    decimals (computed), or the ``final`` one, which stays in force once its own year has passed.
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
    own = [target for target in targets if target.period.last.year == year]
    if own:
        return YearTarget(own[-1], "set")
    period = Period.parse(str(year))
    if targets and targets[-1].period.last < period.first:
        return YearTarget(Dated.model_construct(period=period, value=targets[-1].value), "final")
    path = expected_path(indicator)
    if path is None or path.points[0][0] >= period.last:
        return None
    value = rounded(path.at(period.last), places(indicator))
    return YearTarget(Dated.model_construct(period=period, value=value), "path")


def year_end(year: int) -> date:
    """Give a year's last day."""
    return date(year, 12, 31)
