"""Goals as a report shows them: the class first, then the indicators, the sub-goals and the work beside them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from strategy_cli.measuring.indicator import Measured
from strategy_cli.measuring.rollup import MeasuredGoal
from strategy_cli.measuring.standing import rank
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy
from strategy_cli.views.indicators import IndicatorRow, row
from strategy_cli.views.projects import Named, ProjectCard

_PURPOSES = ("result", "steering", "start")


@dataclass(frozen=True, slots=True)
class GoalPart:
    """A goal; ``projects`` are shown beside it and never make it attained (doing is not result).

    ``ended`` is its last day, once that has passed; ``behind`` are the binding goals below it that have fallen
    behind though it has not.
    """

    id: str
    number: str | None
    name: Text
    description: Text | None
    aim: bool
    binding: bool
    owner: Text | str | None
    body: Text | str | None
    ended: date | None
    behind: tuple[Named, ...]
    measured: MeasuredGoal
    indicators: tuple[IndicatorRow, ...]
    projects: tuple[ProjectCard, ...]
    goals: tuple["GoalPart", ...]


def _by_purpose(measured: Measured) -> int:
    purpose = measured.indicator.purpose
    return _PURPOSES.index(purpose) if purpose else len(_PURPOSES)


def part(strategy: Strategy, measured: MeasuredGoal, cards: dict[str, ProjectCard]) -> GoalPart:
    """Make a goal's part of the report, its sub-goals within it."""
    goal = measured.goal
    serving = strategy.users(goal.ref, "project", "goals")
    return GoalPart(
        id=goal.id,
        number=goal.number,
        name=goal.name,
        description=goal.description,
        aim=goal.level == "aim",
        binding=goal.binding,
        owner=strategy.name(Ref("owner", goal.owner)) if goal.owner else None,
        body=strategy.name(Ref("body", goal.body)) if goal.body else None,
        ended=goal.until if measured.ended else None,
        behind=_behind(measured),
        measured=measured,
        indicators=tuple(row(strategy, one, goal.id) for one in sorted(measured.indicators, key=_by_purpose)),
        projects=tuple(cards[p.id] for p in serving),
        goals=tuple(part(strategy, one, cards) for one in measured.goals),
    )


def flat(parts: tuple[GoalPart, ...]) -> Iterator[GoalPart]:
    """Go through goals and the goals within them, in the order of the report."""
    for one in parts:
        yield one
        yield from flat(one.goals)


def _behind(measured: MeasuredGoal) -> tuple[Named, ...]:
    """Name the binding goals below that are behind, which a mean or a judgement hides."""
    if rank(measured.assessment.standing) == 0:
        return ()
    return tuple(Named(one.goal.id, one.goal.name) for one in _below(measured) if _is_behind(one))


def _is_behind(one: MeasuredGoal) -> bool:
    return one.goal.binding and not one.ended and rank(one.assessment.standing) == 0


def _below(measured: MeasuredGoal) -> Iterator[MeasuredGoal]:
    for one in measured.goals:
        yield one
        yield from _below(one)
