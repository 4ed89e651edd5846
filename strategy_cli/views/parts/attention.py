"""Attention: what a body should look at first."""

from collections.abc import Sequence
from dataclasses import dataclass

from strategy_cli.measuring.rollup import MeasuredGoal
from strategy_cli.measuring.standing import Standing, rank
from strategy_cli.views.frame.named import Named
from strategy_cli.views.parts.projects import ProjectCard, Step


@dataclass(frozen=True, slots=True)
class Attention:
    """What a body should look at: goals that fall behind, projects off track, milestones that are late."""

    goals: tuple[tuple[Named, Standing], ...]
    projects: tuple[ProjectCard, ...]
    late: tuple[tuple[ProjectCard, Step], ...]

    def __bool__(self) -> bool:
        """Tell whether there is anything."""
        return bool(self.goals or self.projects or self.late)

    def __len__(self) -> int:
        """Count all of it."""
        return len(self.goals) + len(self.projects) + len(self.late)

    def first(self, most: int) -> "Attention":
        """Keep as many as there is room for: goals before projects, projects before milestones."""
        projects = max(0, most - len(self.goals))
        late = max(0, projects - len(self.projects))
        return Attention(self.goals[:most], self.projects[:projects], self.late[:late])


def attention(counted: Sequence[MeasuredGoal], cards: Sequence[ProjectCard]) -> Attention:
    """Choose what needs attention, of goals the binding ones first."""
    late = [(c, step) for c in cards for step in c.late]
    behind = sorted((g for g in counted if rank(g.assessment.standing) == 0), key=lambda g: not g.goal.binding)
    return Attention(
        goals=tuple((Named(g.goal.id, g.goal.name), g.assessment.standing) for g in behind),
        projects=tuple(c for c in cards if c.update and c.update.status == "off-track" and not c.over),
        late=tuple(sorted(late, key=lambda pair: (pair[1].milestone.due, pair[0].id))),
    )
