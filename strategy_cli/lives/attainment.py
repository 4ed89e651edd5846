"""Attainment: how the goals and indicators stand in the end."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from strategy_cli.lives.assessable import Assessable
from strategy_cli.lives.life import Life
from strategy_cli.lives.record import Record
from strategy_cli.measuring.rollup import counted, measures
from strategy_cli.measuring.standing import Assessment, Standing
from strategy_cli.ref import Ref


class Outcome(NamedTuple):
    """What came of a goal or an indicator, and whether it could be assessed at any stage."""

    life: Life
    assessment: Assessment
    ever: bool


@dataclass(frozen=True, slots=True)
class Attainment:
    """The goals that counts are over and the indicators, as of the end."""

    goals: tuple[Outcome, ...]
    indicators: tuple[Outcome, ...]


def attainment(record: Record, on: date) -> Attainment:
    """Measure everything that is there in the end, and look back for what cannot be assessed."""
    now = measures(record.now, on)
    past = Assessable(record, on)
    goals = {Ref("goal", one.goal.id): one.assessment for one in counted(now.goals.values())}
    indicators = {Ref("indicator", name): one.assessment for name, one in now.indicators.items()}
    return Attainment(tuple(_outcomes(record, goals, past)), tuple(_outcomes(record, indicators, past)))


def _outcomes(record: Record, found: Mapping[Ref, Assessment], past: Assessable) -> Iterator[Outcome]:
    for ref, one in found.items():
        life = record.named[ref]
        yield Outcome(life, one, one.standing is not Standing.CANNOT or past.ever(life))
