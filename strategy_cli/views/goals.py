"""Goals as a report shows them: the class first, then the indicators, the sub-goals and the work beside them."""

from dataclasses import dataclass

from strategy_cli.measuring.indicator import Measured
from strategy_cli.measuring.rollup import MeasuredGoal
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy
from strategy_cli.views.indicators import IndicatorRow, row
from strategy_cli.views.projects import ProjectCard

_PURPOSES = ("result", "steering", "start")


@dataclass(frozen=True, slots=True)
class GoalPart:
    """A goal; ``projects`` are shown beside it and never make it attained (doing is not result)."""

    id: str
    number: str | None
    name: Text
    description: Text | None
    aim: bool
    binding: bool
    owner: Text | str | None
    body: Text | str | None
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
        measured=measured,
        indicators=tuple(row(strategy, one, goal.id) for one in sorted(measured.indicators, key=_by_purpose)),
        projects=tuple(cards[p.id] for p in serving),
        goals=tuple(part(strategy, one, cards) for one in measured.goals),
    )
