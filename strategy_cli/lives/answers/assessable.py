"""Assessable: whether a goal or an indicator could be assessed at any stage of its life.

It is asked on each day on which it, or what it is rolled up from, was changed, when values are freshest; and by what
was known in its end on each day that a target was for.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property

from strategy_cli.lives.life import Life
from strategy_cli.lives.record import Record
from strategy_cli.measuring.indicator import Rules, measure
from strategy_cli.measuring.rollup import measures
from strategy_cli.measuring.standing import Standing
from strategy_cli.model.goal import Goal
from strategy_cli.model.indicator import Indicator
from strategy_cli.strategy import Strategy


def last_day(life: Life, on: date) -> date:
    """Give the day as of which a thing is told: that of its removal, or a goal's own last, at most ``on``."""
    gone = life.gone.commit.day if life.gone and life.gone.commit else on
    own = life.entity.until if isinstance(life.entity, Goal) else None
    return min(gone, own or on, on)


class Assessable:
    """Looks back over the versions of a record."""

    def __init__(self, record: Record, on: date) -> None:
        """Take the record and its last day."""
        self._record = record
        self._on = on

    def ever(self, life: Life) -> bool:
        """Tell whether a goal or an indicator could be assessed at any stage."""
        return any(self._at_some_stage(life) if isinstance(life.entity, Goal) else self._by_itself(life))

    def _by_itself(self, life: Life) -> Iterator[bool]:
        for version in life.versions:
            if version.commit and isinstance(version.entity, Indicator):
                yield _told(version.entity, version.strategy, version.commit.day)
        for day in self._target_days(life, [life]):
            yield isinstance(life.entity, Indicator) and _told(life.entity, life.last, day)

    def _at_some_stage(self, life: Life) -> Iterator[bool]:
        family = self._family(life)
        days = {version.commit.day for one in family for version in one.versions if version.commit}
        for day in sorted(days):
            yield _goal_told(life, family, self._days[day], day)
        for day in self._target_days(life, family):
            yield _goal_told(life, family, life.last, day)

    def _target_days(self, life: Life, family: Iterable[Life]) -> list[date]:
        entities = (one.entity for one in family)
        days = {t.period.last for one in entities if isinstance(one, Indicator) for t in one.targets}
        return sorted(day for day in days if day <= last_day(life, self._on))

    def _family(self, life: Life) -> list[Life]:
        """Gather a goal, the goals that ever were below it, and the indicators that ever measured any of them."""
        family, waiting = {life.ref: life}, [life]
        while waiting:
            one = waiting.pop()
            for part in (part for name in one.ids for part in self._parts.get(name, ())):
                if part.ref not in family:
                    family[part.ref] = part
                    waiting += [part] if isinstance(part.entity, Goal) else []
        return list(family.values())

    @cached_property
    def _parts(self) -> Mapping[str, list[Life]]:
        """List what ever hung on each goal, by every id that the goal has had."""
        found: dict[str, dict[int, Life]] = {}
        for life in self._record.of("goal", "indicator"):
            for version in life.versions:
                for name in _above(version.entity):
                    found.setdefault(name, {})[id(life)] = life
        return {name: list(lives.values()) for name, lives in found.items()}

    @cached_property
    def _days(self) -> Mapping[date, Strategy]:
        return {step.commit.day: step.new for step in self._record.steps if step.commit}


def _above(entity: object) -> tuple[str, ...]:
    if isinstance(entity, Goal):
        return (entity.parent,) if entity.parent else ()
    return entity.serves if isinstance(entity, Indicator) else ()


def _told(indicator: Indicator, strategy: Strategy, day: date) -> bool:
    return measure(indicator, Rules.of(strategy.about, day)).assessment.standing is not Standing.CANNOT


def _goal_told(life: Life, family: Iterable[Life], strategy: Strategy, day: date) -> bool:
    """Measure of a version only what a goal is rolled up from."""
    goals = {name: strategy.goals[name] for name in _there(family, "goal", strategy)}
    indicators = {name: strategy.indicators[name] for name in _there(family, "indicator", strategy)}
    found = measures(replace(strategy, entities={"goal": goals, "indicator": indicators}), day).goals
    return any(found[name].assessment.standing is not Standing.CANNOT for name in life.ids & found.keys())


def _there(family: Iterable[Life], kind: str, strategy: Strategy) -> list[str]:
    ids = {name for life in family if life.ref.kind == kind for name in life.ids}
    return sorted(ids & strategy.entities.get(kind, {}).keys())
