"""The progress report: how the strategy, or the part of it that was asked for, stands on a day."""

from dataclasses import dataclass

from strategy_cli.measuring.indicator import Measured
from strategy_cli.model.text import Text
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.parts.attention import Attention, attention
from strategy_cli.views.parts.goals import GoalPart, flat, part
from strategy_cli.views.parts.heat import HeatPart, heat_part
from strategy_cli.views.parts.indicators import IndicatorRow, row
from strategy_cli.views.parts.load_table import LoadTable, load_table
from strategy_cli.views.parts.money import MoneyTable, money_table
from strategy_cli.views.parts.money_groups import MoneyGroups, money_groups
from strategy_cli.views.parts.projects import ProjectCard, ProjectGroup, by_sector
from strategy_cli.views.parts.strategy_map import MapPart, map_part
from strategy_cli.views.parts.timeline import TimelinePart, timeline_part
from strategy_cli.views.parts.unassessed import Unassessed, unassessed


@dataclass(frozen=True, slots=True)
class ProgressReport:
    """Everything the progress report shows; ``overview`` are the goals counted, in the order of the report.

    ``loose_indicators`` measure no goal, ``outside_indicators`` only goals that are not shown.
    """

    vision: Text | None
    goals: tuple[GoalPart, ...]
    overview: tuple[GoalPart, ...]
    loose_indicators: tuple[IndicatorRow, ...]
    outside_indicators: tuple[IndicatorRow, ...]
    unassessed: tuple[Unassessed, ...]
    attention: Attention
    map: MapPart | None
    heat: HeatPart | None
    timeline: TimelinePart | None
    projects: tuple[ProjectGroup, ...]
    load: LoadTable | None
    money: MoneyTable
    money_groups: tuple[MoneyGroups, ...]


def progress_report(basis: Basis, cards: tuple[ProjectCard, ...]) -> ProgressReport:
    """Make the progress report's contents."""
    parts = tuple(part(basis, one) for one in basis.top)
    counted = {g.goal.id for g in basis.counted}
    loose = [m for m in basis.indicators if not any(g in basis.scope.goals for g in m.indicator.serves)]
    groups = by_sector(basis.strategy, cards, basis.on)
    return ProgressReport(
        vision=basis.strategy.about.vision,
        goals=parts,
        overview=tuple(one for one in flat(parts) if one.id in counted),
        loose_indicators=tuple(row(basis, m) for m in loose if not _has_goal(basis, m)),
        outside_indicators=tuple(row(basis, m) for m in loose if _has_goal(basis, m)),
        unassessed=unassessed(basis),
        attention=attention(basis, cards),
        map=map_part(basis),
        heat=heat_part(basis),
        timeline=timeline_part(groups, basis.on),
        projects=groups,
        load=load_table(basis),
        money=money_table(basis.projects),
        money_groups=money_groups(basis),
    )


def _has_goal(basis: Basis, measured: Measured) -> bool:
    return any(goal in basis.strategy.goals for goal in measured.indicator.serves)
