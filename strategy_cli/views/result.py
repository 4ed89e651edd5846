"""Result: what every report opens with: how many goals, indicators and projects stand how."""

from dataclasses import dataclass

from strategy_cli.measuring.counts import Counts, count
from strategy_cli.views.basis import Basis
from strategy_cli.views.projects import ProjectCard


@dataclass(frozen=True, slots=True)
class Result:
    """Counts over what is shown.

    ``goals`` are over goals (over aims when there are no others) that have not ended, ``binding`` over the
    binding ones; ``reached`` is how many indicators are at or better than their final target; ``late`` counts
    milestones.
    """

    goals: Counts
    binding: Counts
    indicators: Counts
    reached: int
    projects: int
    running: int
    late: int
    ownerless: int


def result(basis: Basis, cards: tuple[ProjectCard, ...]) -> Result:
    """Count what a report is about."""
    return Result(
        goals=count(g.assessment for g in basis.counted),
        binding=count(g.assessment for g in basis.counted if g.goal.binding),
        indicators=count(m.assessment for m in basis.indicators),
        reached=sum(m.reached for m in basis.indicators),
        projects=len(cards),
        running=sum(c.phase == "started" for c in cards),
        late=sum(len(c.late) for c in cards),
        ownerless=sum(c.owner_id is None for c in cards),
    )
