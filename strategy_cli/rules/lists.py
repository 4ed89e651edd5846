"""Rules of lists: what is listed is listed once."""

from collections.abc import Iterator, Sequence
from functools import cache

from strategy_cli.document import Key
from strategy_cli.finding import Finding, Level
from strategy_cli.model.entity import Entity
from strategy_cli.model.kinds import item_of, key_of, model_in
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy

# What tells the items of a list apart; targets have a rule of their own, milestones may share a name.
_TELLS_APART = {"money": "year", "updates": "period", "judgements": "period", "values": "id", "themes": "id"}


@rule(Level.ERROR)
def listed_twice(strategy: Strategy) -> Iterator[Finding]:
    """The same thing stands twice in a list: an id, a language, a year of money, a period that is reported on.

    Sums would count it twice, and of two that differ nobody could tell which one holds.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            money:
              - {year: 2026, granted: 350000}
              - {year: 2026, granted: 380000}  # here

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            money:
              - {year: 2026, granted: 350000}
              - {year: 2027, granted: 380000}
    """
    for entity in strategy.all():
        for name, key, apart in _lists(type(entity)):
            items = getattr(entity, name)
            if len(items) > 1:
                marks = [str(getattr(item, apart)) for item in items] if apart else items
                if len(set(marks)) < len(marks):
                    yield from _again(strategy, entity, key, marks, apart)


@cache
def _lists(model: type[Entity]) -> tuple[tuple[str, str, str | None], ...]:
    """Name the attributes of a model that are lists, with their keys and what tells their items apart."""
    found: list[tuple[str, str, str | None]] = []
    for name, info in model.model_fields.items():
        key = key_of(name, info)
        if isinstance(info.default, tuple):
            if model_in(item_of(info.annotation)) is None:
                found.append((name, key, None))
            elif key in _TELLS_APART:
                found.append((name, key, _TELLS_APART[key]))
    return tuple(found)


def _again(strategy: Strategy, entity: Entity, key: str, marks: Sequence[str], apart: str | None) -> Iterator[Finding]:
    for number, mark in enumerate(marks):
        if mark in marks[:number]:
            place: Key = (key, number, apart) if apart else (key, number)
            args = {"name": strategy.name(entity.ref), "key": key, "item": mark}
            yield Finding("listed-twice", strategy.where(entity.ref, *place), entity.ref, place, args)
