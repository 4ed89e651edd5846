"""Revised: values that were altered, or taken away, after they had been recorded."""

from typing import NamedTuple

from strategy_cli.lives.life import Life
from strategy_cli.lives.record import Record
from strategy_cli.lives.vintages import Figures, figures


class Revised(NamedTuple):
    """An indicator's value that has been something else than it is now."""

    life: Life
    figures: Figures


def revisions(record: Record) -> tuple[Revised, ...]:
    """List the values that were altered, by indicator and period."""
    lives = (life for life in record.of("indicator") if len(life.versions) > 1)
    return tuple(Revised(life, one) for life in lives for one in figures(life) if one.sort == "value" and one.revised)


def recorded_values(record: Record) -> int:
    """Count the values that were ever recorded, by indicator and period."""
    return sum(one.sort == "value" for life in record.of("indicator") for one in figures(life))
