"""Attention: what a body should look at first."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from strategy_cli.measuring.rollup import MeasuredGoal
from strategy_cli.measuring.standing import Reason, Standing, rank
from strategy_cli.model.text import Text
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.parts.overruns import Overrun, overruns
from strategy_cli.views.parts.projects import ProjectCard, Step
from strategy_cli.views.parts.reactions import deviates


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal, how it stands, and why that cannot be told if it cannot."""

    id: str
    name: Text
    standing: Standing
    reason: Reason | None


@dataclass(frozen=True, slots=True)
class Attention:
    """What a body should look at, the gravest first.

    ``binding`` are the binding goals that are not on track or cannot be assessed, ``goals`` the others that are behind;
    then projects off track, spending over what was granted, and milestones that are late.
    """

    binding: tuple[GoalLine, ...]
    goals: tuple[GoalLine, ...]
    projects: tuple[ProjectCard, ...]
    overruns: tuple[tuple[ProjectCard, Overrun], ...]
    late: tuple[tuple[ProjectCard, Step], ...]

    def __bool__(self) -> bool:
        """Tell whether there is anything."""
        return len(self) > 0

    def __len__(self) -> int:
        """Count all of it."""
        return sum(self.counts().values())

    def counts(self) -> dict[str, int]:
        """Count each sort of it, by name."""
        return {one.name: len(getattr(self, one.name)) for one in fields(self)}

    def first(self, most: int) -> "Attention":
        """Keep as many as there is room for, the gravest sort first."""
        held, room = [], most
        for sort, n in self.counts().items():
            held.append(getattr(self, sort)[:room])
            room = max(0, room - n)
        return Attention(*held)

    def after(self, shown: "Attention") -> dict[str, int]:
        """Count what is left of each sort when some of it has been shown; no sort of which nothing is left."""
        left = {sort: n - shown.counts()[sort] for sort, n in self.counts().items()}
        return {sort: n for sort, n in left.items() if n}


def attention(basis: Basis, cards: Sequence[ProjectCard]) -> Attention:
    """Choose what needs attention of what the report shows; of binding goals the worst first."""
    late = [(card, step) for card in cards for step in card.late]
    binding = sorted((g for g in basis.goals if g.goal.binding and deviates(g)), key=_gravity)
    behind = (g for g in basis.counted if not g.goal.binding and rank(g.assessment.standing) == 0)
    return Attention(
        binding=tuple(_line(one) for one in binding),
        goals=tuple(_line(one) for one in behind),
        projects=tuple(c for c in cards if c.update and c.update.status == "off-track" and not c.over),
        overruns=tuple((c, o) for c in cards for o in overruns(basis.strategy.projects[c.id], basis.on)),
        late=tuple(sorted(late, key=lambda pair: (pair[1].milestone.due, pair[0].id))),
    )


def _gravity(measured: MeasuredGoal) -> int:
    """Order classes gravest first, what cannot be assessed last."""
    standing = measured.assessment.standing
    return 2 if standing is Standing.CANNOT else rank(standing)


def _line(measured: MeasuredGoal) -> GoalLine:
    assessment = measured.assessment
    return GoalLine(measured.goal.id, measured.goal.name, assessment.standing, assessment.reason)
