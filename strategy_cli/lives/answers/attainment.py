"""Attainment: how the goals and indicators stood in the end, those that are gone or over too as of their last day."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from strategy_cli.lives.answers.assessable import Assessable, last_day
from strategy_cli.lives.life import Life
from strategy_cli.lives.record import Record
from strategy_cli.measuring.indicator import Rules, measure
from strategy_cli.measuring.rollup import counted, measures
from strategy_cli.measuring.standing import Assessment, Standing
from strategy_cli.model.indicator import Indicator
from strategy_cli.strategy import Strategy


class Outcome(NamedTuple):
    """What came of a goal or an indicator, and whether it could be assessed at any stage.

    ``until`` is the last day of what was removed or has ended, as of which it is told; None of what went on.
    """

    life: Life
    assessment: Assessment
    ever: bool
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Attainment:
    """The goals that counts are over and the indicators, all that there have been."""

    goals: tuple[Outcome, ...]
    indicators: tuple[Outcome, ...]


def attainment(record: Record, on: date) -> Attainment:
    """Measure everything that ever was as of its last day, and look back for what cannot be assessed."""
    past = Assessable(record, on)
    return Attainment(
        tuple(_outcomes(_goals(record, on), past, on)), tuple(_outcomes(_indicators(record, on), past, on))
    )


def _goals(record: Record, on: date) -> Iterator[tuple[Life, Assessment]]:
    measured: dict[tuple[int, date], Mapping[str, Assessment]] = {}
    for life in record.of("goal"):
        day = last_day(life, on)
        key = id(life.last), day
        if key not in measured:
            measured[key] = _counted(life.last, day)
        if found := measured[key].get(life.ref.id):
            yield life, found


def _counted(strategy: Strategy, day: date) -> Mapping[str, Assessment]:
    return {one.goal.id: one.assessment for one in counted(measures(strategy, day).goals.values())}


def _indicators(record: Record, on: date) -> Iterator[tuple[Life, Assessment]]:
    for life in record.of("indicator"):
        if isinstance(life.entity, Indicator):
            yield life, measure(life.entity, Rules.of(life.last.about, last_day(life, on))).assessment


def _outcomes(found: Iterable[tuple[Life, Assessment]], past: Assessable, on: date) -> Iterator[Outcome]:
    for life, one in found:
        until = last_day(life, on)
        is_over = life.gone is not None or until < on
        ever = one.standing is not Standing.CANNOT or past.ever(life)
        yield Outcome(life, one, ever, until if is_over else None)
