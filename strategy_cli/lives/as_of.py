"""As of: what was known of a thing on a day: an indicator's figures and class, a goal's class, a project's state."""

from dataclasses import dataclass
from datetime import date

from strategy_cli.lives.life import Life
from strategy_cli.lives.record import Record
from strategy_cli.measuring.indicator import Measured, Rules, measure
from strategy_cli.measuring.rollup import MeasuredGoal, measures
from strategy_cli.model.entity import Entity
from strategy_cli.model.goal import Goal
from strategy_cli.model.indicator import Indicator
from strategy_cli.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Seen:
    """A thing as it stood on a day, in the version of the strategy that stood then, measured as of the day."""

    on: date
    entity: Entity
    strategy: Strategy
    indicator: Measured | None = None
    goal: MeasuredGoal | None = None


def then(record: Record, life: Life, on: date) -> Seen | None:
    """Look at a thing as it was committed by the end of a day; None where it was not there."""
    version, strategy = life.by(on), record.by(on)
    return _seen(version.entity, strategy, on) if version and strategy else None


def now(record: Record, life: Life, on: date) -> Seen | None:
    """Look at a thing as it is in the latest version; None where it is gone."""
    return None if life.gone else _seen(life.entity, record.now, on)


def _seen(entity: Entity, strategy: Strategy, on: date) -> Seen:
    if isinstance(entity, Indicator):
        return Seen(on, entity, strategy, indicator=measure(entity, Rules.of(strategy.about, on)))
    if isinstance(entity, Goal):
        return Seen(on, entity, strategy, goal=measures(strategy, on).goals.get(entity.id))
    return Seen(on, entity, strategy)
