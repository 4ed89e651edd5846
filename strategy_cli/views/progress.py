"""The progress report: how the strategy, or the part of it that was asked for, stands on a day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from strategy_cli.measuring.rollup import MeasuredGoal
from strategy_cli.measuring.standing import Reason, Standing, rank
from strategy_cli.model.text import Text
from strategy_cli.views.basis import Basis
from strategy_cli.views.goals import GoalPart, flat, part
from strategy_cli.views.indicators import IndicatorRow, row
from strategy_cli.views.money import MoneyTable, money_table
from strategy_cli.views.named import Named
from strategy_cli.views.projects import ProjectCard, ProjectGroup, Step, by_sector


@dataclass(frozen=True, slots=True)
class Unassessed:
    """What cannot be assessed for one reason."""

    reason: Reason
    goals: tuple[Named, ...]
    indicators: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Attention:
    """What a board should look at: goals that fall behind, projects off track, milestones that are late."""

    goals: tuple[tuple[Named, Standing], ...]
    projects: tuple[ProjectCard, ...]
    late: tuple[tuple[ProjectCard, Step], ...]

    def __bool__(self) -> bool:
        """Tell whether there is anything."""
        return bool(self.goals or self.projects or self.late)


@dataclass(frozen=True, slots=True)
class ProgressReport:
    """Everything the progress report shows; ``overview`` are the goals counted, in the order of the report."""

    vision: Text | None
    goals: tuple[GoalPart, ...]
    overview: tuple[GoalPart, ...]
    loose_indicators: tuple[IndicatorRow, ...]
    unassessed: tuple[Unassessed, ...]
    attention: Attention
    projects: tuple[ProjectGroup, ...]
    money: MoneyTable


def progress_report(basis: Basis, cards: tuple[ProjectCard, ...]) -> ProgressReport:
    """Make the progress report's contents."""
    parts = tuple(part(basis, one) for one in basis.top)
    counted = {g.goal.id for g in basis.counted}
    loose = [m for m in basis.indicators if not any(g in basis.scope.goals for g in m.indicator.serves)]
    return ProgressReport(
        vision=basis.strategy.about.vision,
        goals=parts,
        overview=tuple(one for one in flat(parts) if one.id in counted),
        loose_indicators=tuple(row(basis, m) for m in loose),
        unassessed=tuple(_unassessed(basis)),
        attention=_attention(basis.counted, cards),
        projects=by_sector(basis.strategy, cards),
        money=money_table(basis.projects),
    )


def _unassessed(basis: Basis) -> Iterator[Unassessed]:
    for reason in Reason:
        goals = tuple(
            Named(g.goal.id, g.goal.name)
            for g in basis.counted
            if g.assessment.standing is Standing.CANNOT and g.assessment.reason is reason
        )
        indicators = tuple(
            Named(m.indicator.id, m.indicator.name)
            for m in basis.indicators
            if m.assessment.standing is Standing.CANNOT and m.assessment.reason is reason
        )
        if goals or indicators:
            yield Unassessed(reason, goals, indicators)


def _attention(counted: Sequence[MeasuredGoal], cards: Sequence[ProjectCard]) -> Attention:
    late = [(c, step) for c in cards for step in c.late]
    behind = [g for g in counted if rank(g.assessment.standing) == 0]
    return Attention(
        goals=tuple((Named(g.goal.id, g.goal.name), g.assessment.standing) for g in behind),
        projects=tuple(c for c in cards if c.update and c.update.status == "off-track" and not c.over),
        late=tuple(sorted(late, key=lambda pair: (pair[1].milestone.due, pair[0].id))),
    )
