"""The deviation report: what deviates on a day, why, and what is done about it; what nobody has reacted to first."""

from collections.abc import Iterable
from dataclasses import dataclass

from strategy_cli.measuring.standing import Standing, rank
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.parts.goals import GoalPart, flat, part
from strategy_cli.views.parts.indicators import IndicatorRow
from strategy_cli.views.parts.overruns import Overrun, overruns
from strategy_cli.views.parts.projects import ProjectCard, Step
from strategy_cli.views.parts.reactions import Reaction, corrected, deviates, reactions

_TROUBLE = frozenset({"at-risk", "off-track"})


@dataclass(frozen=True, slots=True)
class GoalDeviation:
    """A goal that deviates; ``behind`` are those of its indicators that do."""

    part: GoalPart
    behind: tuple[IndicatorRow, ...]
    reactions: tuple[Reaction, ...]


@dataclass(frozen=True, slots=True)
class ProjectDeviation:
    """A project that deviates: by its own word, by milestones that are late, or by money used over the granted.

    ``binding`` tells that it serves a binding goal.
    """

    card: ProjectCard
    trouble: bool
    late: tuple[Step, ...]
    overruns: tuple[Overrun, ...]
    binding: bool


@dataclass(frozen=True, slots=True)
class Deviations:
    """Deviations, those of binding goals first."""

    binding: tuple[GoalDeviation, ...]
    goals: tuple[GoalDeviation, ...]
    projects: tuple[ProjectDeviation, ...]

    @property
    def all(self) -> int:
        """How many there are."""
        return len(self.binding) + len(self.goals) + len(self.projects)


@dataclass(frozen=True, slots=True)
class DeviationReport:
    """What deviates: ``open`` without a corrective step, ``answered`` with one (a deviation requires a reaction).

    ``over`` counts the projects that have used too much.
    """

    open: Deviations
    answered: Deviations
    over: int

    @property
    def all(self) -> int:
        """How many deviations there are."""
        return self.open.all + self.answered.all


def deviation_report(basis: Basis, cards: tuple[ProjectCard, ...]) -> DeviationReport:
    """Make the deviation report's contents: of the goals that counts are over, of binding ones and of projects."""
    chosen = {one.goal.id for one in basis.counted} | {g.goal.id for g in basis.goals if g.goal.binding}
    parts = flat(tuple(part(basis, one, drawn=False) for one in basis.top))
    goals = [_goal(basis, one) for one in parts if one.id in chosen and deviates(one.measured)]
    projects = [found for card in cards if (found := _project(basis, card))]
    return DeviationReport(
        open=_deviations(
            (g for g in goals if not corrected(g.part.measured, g.reactions)),
            (p for p in projects if not _is_corrected(p)),
        ),
        answered=_deviations(
            (g for g in goals if corrected(g.part.measured, g.reactions)),
            (p for p in projects if _is_corrected(p)),
        ),
        over=sum(bool(p.overruns) for p in projects),
    )


def _deviations(goals: Iterable[GoalDeviation], projects: Iterable[ProjectDeviation]) -> Deviations:
    held = sorted(goals, key=lambda one: _gravity(one.part.measured.assessment.standing))
    return Deviations(
        tuple(one for one in held if one.part.binding),
        tuple(one for one in held if not one.part.binding),
        tuple(sorted(projects, key=lambda one: (not one.binding, one.card.id))),
    )


def _gravity(standing: Standing) -> int:
    """Order the classes gravest first; what cannot be assessed last."""
    return 2 if standing is Standing.CANNOT else rank(standing)


def _goal(basis: Basis, one: GoalPart) -> GoalDeviation:
    astray = (r for r in one.indicators if rank(r.measured.assessment.standing) < rank(Standing.ATTAINED))
    return GoalDeviation(one, tuple(astray), reactions(basis, one.measured))


def _project(basis: Basis, card: ProjectCard) -> ProjectDeviation | None:
    project = basis.strategy.projects[card.id]
    trouble = not card.over and card.update is not None and card.update.status in _TROUBLE
    found = overruns(project, basis.on)
    if not (trouble or card.late or found):
        return None
    known = (basis.strategy.goals.get(goal) for goal in project.goals)
    return ProjectDeviation(card, trouble, card.late, found, any(goal.binding for goal in known if goal))


def _is_corrected(one: ProjectDeviation) -> bool:
    return one.card.update is not None and one.card.update.corrective is not None
