"""Result: what every report opens with: how many goals, indicators and projects stand how."""

from dataclasses import dataclass

from strategy_cli.measuring.counts import Counts, count
from strategy_cli.measuring.indicator import Measured
from strategy_cli.measuring.standing import Standing
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.parts.projects import ProjectCard


@dataclass(frozen=True, slots=True)
class Result:
    """Counts over what is shown.

    ``goals`` are over goals (over aims when there are no others) that have not ended, ``binding`` over the
    binding ones; ``reached`` is how many indicators are at or better than their final target, or that of ``year`` when
    the figures are those of a year's accounts; ``late`` counts milestones.
    """

    goals: Counts
    binding: Counts
    indicators: Counts
    reached: int
    projects: int
    running: int
    late: int
    ownerless: int
    year: int | None = None


def result(basis: Basis, cards: tuple[ProjectCard, ...]) -> Result:
    """Count what a report is about."""
    return Result(
        goals=count(g.assessment for g in basis.counted),
        binding=count(g.assessment for g in basis.counted if g.goal.binding),
        indicators=count(m.assessment for m in basis.indicators),
        reached=sum(m.reached and not _of_another_year(basis, m) for m in basis.indicators),
        projects=len(cards),
        running=sum(c.phase == "started" for c in cards),
        late=sum(len(c.late) for c in cards),
        ownerless=sum(c.owner_id is None for c in cards),
        year=basis.year if basis.yearly else None,
    )


def _of_another_year(basis: Basis, measured: Measured) -> bool:
    """Tell whether a year's accounts have nothing of the year to go by, though an earlier value is good enough."""
    return basis.yearly and measured.assessment.standing is Standing.CANNOT
