"""Terms: when a thing begins and ends, and whether it is over on a day."""

from datetime import date

from strategy_cli.model.body import Body
from strategy_cli.model.entity import Entity
from strategy_cli.model.goal import Goal
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.owner import Owner
from strategy_cli.model.programme import Programme
from strategy_cli.model.project import OVER, Project
from strategy_cli.model.unit import Unit
from strategy_cli.strategy import Strategy


def begins(entity: Entity) -> date | None:
    """Give the first day of a thing; None when it is not said."""
    if isinstance(entity, Project | Programme):
        return entity.period.from_
    if isinstance(entity, Goal | Owner | Unit | Body):
        return entity.from_
    return None


def ends(entity: Entity, strategy: Strategy) -> date | None:
    """Give the last day of a thing: its own, a goal's else the strategy's, an indicator's last target's."""
    if isinstance(entity, Project | Programme):
        return entity.period.until
    if isinstance(entity, Goal):
        return entity.until or strategy.about.period.until
    if isinstance(entity, Indicator):
        return max((t.period.last for t in entity.targets), default=strategy.about.period.until)
    if isinstance(entity, Owner | Unit | Body):
        return entity.until
    return None


def work_begins(entity: Entity, strategy: Strategy) -> date | None:
    """Give the first day on which a thing asks for work: its own, a goal's and an indicator's else the strategy's."""
    if isinstance(entity, Goal | Indicator):
        return begins(entity) or strategy.about.period.from_
    return begins(entity)


def waits(entity: Entity, strategy: Strategy, begin: date, on: date) -> bool:
    """Tell whether a thing has work to do before what it hangs on begins, on a day after ``on``."""
    if begin <= on or is_over(entity, strategy, on):
        return False
    first = work_begins(entity, strategy)
    return (first is not None and first < begin) or (isinstance(entity, Project) and entity.status == "started")


def is_over(entity: Entity, strategy: Strategy, on: date) -> bool:
    """Tell whether a thing asks nothing of anybody any more.

    A project is over when it is closed, cancelled or in practice, not when its time has run out.
    """
    if isinstance(entity, Project):
        return entity.status in OVER
    end = ends(entity, strategy)
    return end is not None and end < on
