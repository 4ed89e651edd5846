"""Goals as a report shows them: the class first, then the indicators, the sub-goals and the work beside them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from strategy_cli.measuring.indicator import Measured
from strategy_cli.measuring.rollup import MeasuredGoal
from strategy_cli.measuring.standing import rank
from strategy_cli.model.text import Text
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.named import Named
from strategy_cli.views.frame.organisation import Note, notes
from strategy_cli.views.parts.indicators import IndicatorRow, row
from strategy_cli.views.parts.own import OwnFact, own_facts
from strategy_cli.views.parts.projects import phase

_PURPOSES = ("result", "steering", "start")


@dataclass(frozen=True, slots=True)
class Beside:
    """A project that serves a goal: ``shared`` with other goals, and ``here`` when the report has a card of it."""

    id: str
    name: Text
    phase: str | None
    owner: Text | str | None
    shared: bool
    here: bool


@dataclass(frozen=True, slots=True)
class GoalPart:
    """A goal; ``projects`` are shown beside it and never make it attained (doing is not result).

    ``ended`` is its last day, once that has passed; ``behind`` are the binding goals below it that have fallen
    behind though it has not; ``notes`` tell of units and bodies that are not there on the day.
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
    projects: tuple[Beside, ...]
    goals: tuple["GoalPart", ...]
    notes: tuple[Note, ...] = ()
    judge: Text | str | None = None
    own: tuple[OwnFact, ...] = ()


def _by_purpose(measured: Measured) -> int:
    purpose = measured.indicator.purpose
    return _PURPOSES.index(purpose) if purpose else len(_PURPOSES)


def part(basis: Basis, measured: MeasuredGoal, *, drawn: bool = True) -> GoalPart:
    """Make a goal's part of a report, its sub-goals and indicators that are shown within it."""
    goal = measured.goal
    shown = (m for m in measured.indicators if m.indicator.id in basis.scope.indicators)
    return GoalPart(
        id=goal.id,
        number=goal.number,
        name=goal.name,
        description=goal.description,
        aim=goal.level == "aim",
        binding=goal.binding,
        owner=basis.name("owner", goal.owner),
        body=basis.name("body", goal.body),
        ended=goal.until if measured.ended else None,
        behind=behind(basis, measured),
        measured=measured,
        indicators=tuple(row(basis, one, goal.id, drawn=drawn) for one in sorted(shown, key=_by_purpose)),
        projects=tuple(_beside(basis, p.id) for p in basis.strategy.users(goal.ref, "project", "goals")),
        goals=tuple(part(basis, one, drawn=drawn) for one in measured.goals if one.goal.id in basis.scope.goals),
        notes=notes(basis, goal.ref),
        judge=basis.name("owner", judged.by) if (judged := measured.assessment.judged) else None,
        own=own_facts(basis, goal),
    )


def _beside(basis: Basis, identity: str) -> Beside:
    project = basis.strategy.projects[identity]
    return Beside(
        id=project.id,
        name=project.name,
        phase=phase(project),
        owner=basis.name("owner", project.owner),
        shared=len(project.goals) > 1,
        here=project.id in basis.scope.projects,
    )


def flat(parts: tuple[GoalPart, ...]) -> Iterator[GoalPart]:
    """Go through goals and the goals within them, in the order of the report."""
    for one in parts:
        yield one
        yield from flat(one.goals)


def behind(basis: Basis, measured: MeasuredGoal) -> tuple[Named, ...]:
    """Name the binding goals below that are behind, which a mean or a judgement hides."""
    if rank(measured.assessment.standing) == 0:
        return ()
    return tuple(
        Named(one.goal.id, one.goal.name, here=one.goal.id in basis.scope.goals)
        for one in _below(measured)
        if _is_behind(one)
    )


def _is_behind(one: MeasuredGoal) -> bool:
    return one.goal.binding and not one.ended and rank(one.assessment.standing) == 0


def _below(measured: MeasuredGoal) -> Iterator[MeasuredGoal]:
    for one in measured.goals:
        yield one
        yield from _below(one)
