"""Strategy map: the aims, goals and programmes of a strategy and what joins them, drawn and as rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from strategy_cli.charts.map import Column, StrategyMap, strategy_map
from strategy_cli.measuring.rollup import MeasuredGoal
from strategy_cli.measuring.standing import Standing
from strategy_cli.model.programme import Programme
from strategy_cli.model.text import Text
from strategy_cli.views.frame.basis import Basis

_MOST_GOALS, _MOST_PROGRAMMES = 60, 30  # more boxes in a column than these are no picture
_AIM, _GOAL, _PROGRAMME = (24, 50), (47, 50), (29, 50)  # a column's share of the width, and its boxes' height


class MapNode(NamedTuple):
    """A box: what it names, what kind of thing it is, and how it stands if it does."""

    number: str | None
    name: Text
    kind: str
    standing: Standing | None


class MapRow(NamedTuple):
    """A goal: its aim, how it stands, the programmes that serve it, and how many projects do."""

    id: str
    name: Text
    aim: Text | None
    standing: Standing
    programmes: tuple[Text, ...]
    projects: int


@dataclass(frozen=True, slots=True)
class MapPart:
    """The picture, None where there are too many goals for one; ``whole`` tells that programmes are in it."""

    chart: StrategyMap | None
    whole: bool
    nodes: Mapping[str, MapNode]
    rows: tuple[MapRow, ...]


def map_part(basis: Basis) -> MapPart | None:
    """Draw the goals shown under their aims; None where no goal is under an aim."""
    aims = [one for one in basis.top if one.goals]
    under = {goal.goal.id: aim for aim in aims for goal in _flat(aim, basis)}
    goals = [one for aim in aims for one in _flat(aim, basis)]
    if not goals:
        return None
    programmes = {p.id: p for p in basis.strategy.programmes.values() if any(g in under for g in p.goals)}
    whole = len(programmes) <= _MOST_PROGRAMMES
    rows = tuple(_row(one, under[one.goal.id], basis) for one in goals)
    if len(goals) > _MOST_GOALS:
        return MapPart(None, whole, {}, rows)
    columns = [
        Column([f"goal-{one.goal.id}" for one in aims], *_AIM),
        Column([f"goal-{one.goal.id}" for one in goals], *_GOAL),
        *([Column([f"programme-{p}" for p in programmes], *_PROGRAMME, free=True)] if whole and programmes else ()),
    ]
    links = [(f"goal-{under[one.goal.id].goal.id}", f"goal-{one.goal.id}") for one in goals]
    links += [(f"goal-{g}", f"programme-{p.id}") for p in programmes.values() for g in p.goals if g in under]
    return MapPart(strategy_map(columns, links), whole, _nodes(aims, goals, programmes), rows)


def _nodes(
    aims: list[MeasuredGoal], goals: list[MeasuredGoal], programmes: Mapping[str, Programme]
) -> dict[str, MapNode]:
    return {
        **{f"goal-{one.goal.id}": MapNode(one.goal.number, one.goal.name, "aim", None) for one in aims},
        **{
            f"goal-{one.goal.id}": MapNode(one.goal.number, one.goal.name, "goal", one.assessment.standing)
            for one in goals
        },
        **{f"programme-{p.id}": MapNode(None, p.name, "programme", None) for p in programmes.values()},
    }


def _flat(aim: MeasuredGoal, basis: Basis) -> list[MeasuredGoal]:
    """Give the goals under an aim, at any depth, in the order of the report."""
    shown = [one for one in aim.goals if one.goal.id in basis.scope.goals and not one.ended]
    return [each for one in shown for each in (one, *_flat(one, basis))]


def _row(one: MeasuredGoal, aim: MeasuredGoal, basis: Basis) -> MapRow:
    users = basis.strategy.users
    programmes = (p.label for p in users(one.goal.ref, "programme", "goals"))
    return MapRow(
        id=one.goal.id,
        name=one.goal.name,
        aim=aim.goal.name,
        standing=one.assessment.standing,
        programmes=tuple(name for name in programmes if isinstance(name, Text)),
        projects=len(users(one.goal.ref, "project", "goals")),
    )
