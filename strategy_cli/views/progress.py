"""The progress report: how the whole strategy stands on a day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from strategy_cli.measuring.counts import Counts, count
from strategy_cli.measuring.indicator import Rules
from strategy_cli.measuring.rollup import MeasuredGoal, Measures, measures
from strategy_cli.measuring.standing import Reason, Standing, rank
from strategy_cli.model.text import Text
from strategy_cli.strategy import Strategy
from strategy_cli.views.accent import usable
from strategy_cli.views.goals import GoalPart, flat, part
from strategy_cli.views.indicators import IndicatorRow, row
from strategy_cli.views.money import MoneyTable, money_table
from strategy_cli.views.projects import Named, ProjectCard, ProjectGroup, Step, by_sector, card
from strategy_cli.views.provenance import Provenance, provenance


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
    """Everything the progress report shows.

    ``goal_counts`` are over goals (over aims when there are no others) that have not ended, ``binding`` over the
    binding ones; ``overview`` are the same goals in the order of the report; ``reached`` is how many indicators are
    at or better than their final target; ``accent`` is the city's colour, if it can be used.
    """

    provenance: Provenance
    tolerance: Fraction
    vision: Text | None
    measures: Measures
    goal_counts: Counts
    binding: Counts
    indicator_counts: Counts
    reached: int
    goals: tuple[GoalPart, ...]
    overview: tuple[GoalPart, ...]
    loose_indicators: tuple[IndicatorRow, ...]
    unassessed: tuple[Unassessed, ...]
    attention: Attention
    projects: tuple[ProjectGroup, ...]
    project_count: int
    running: int
    ownerless: int
    money: MoneyTable
    accent: str | None


def progress_report(strategy: Strategy, on: date, faults: int = 0) -> ProgressReport:
    """Make the progress report's contents as of a day."""
    figures = measures(strategy, on)
    cards = {p.id: card(strategy, p, on) for p in strategy.projects.values()}
    counted = _counted(figures)
    indicators = figures.indicators.values()
    parts = tuple(part(strategy, one, cards) for one in figures.top)
    shown = {g.goal.id for g in counted}
    loose = [m for m in indicators if not any(g in strategy.goals for g in m.indicator.serves)]
    return ProgressReport(
        provenance=provenance(strategy, on, faults),
        tolerance=Rules.of(strategy.about, on).tolerance,
        vision=strategy.about.vision,
        measures=figures,
        goal_counts=count(g.assessment for g in counted),
        binding=count(g.assessment for g in counted if g.goal.binding),
        indicator_counts=count(m.assessment for m in indicators),
        reached=sum(m.reached for m in indicators),
        goals=parts,
        overview=tuple(one for one in flat(parts) if one.id in shown),
        loose_indicators=tuple(row(strategy, m) for m in loose),
        unassessed=tuple(_unassessed(figures, counted)),
        attention=_attention(counted, tuple(cards.values())),
        projects=by_sector(strategy, tuple(cards.values())),
        project_count=len(cards),
        running=sum(c.phase == "started" for c in cards.values()),
        ownerless=sum(c.owner is None for c in cards.values()),
        money=money_table(strategy.projects.values()),
        accent=usable(strategy.about.report.accent),
    )


def _counted(figures: Measures) -> tuple[MeasuredGoal, ...]:
    """Choose the goals that counts are over: goals proper, or the aims where a strategy has nothing else.

    A goal that has ended is not counted.
    """
    every = figures.goals.values()
    level = "goal" if any(g.goal.level == "goal" for g in every) else "aim"
    return tuple(g for g in every if g.goal.level == level and not g.ended)


def _unassessed(figures: Measures, counted: Sequence[MeasuredGoal]) -> Iterator[Unassessed]:
    for reason in Reason:
        goals = tuple(
            Named(g.goal.id, g.goal.name)
            for g in counted
            if g.assessment.standing is Standing.CANNOT and g.assessment.reason is reason
        )
        indicators = tuple(
            Named(m.indicator.id, m.indicator.name)
            for m in figures.indicators.values()
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
