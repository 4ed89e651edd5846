"""Heat: how much each sector does for each goal, as a table of tinted numbers."""

from dataclasses import dataclass
from typing import NamedTuple

from strategy_cli.charts.heat import Heat, heat
from strategy_cli.measuring.coverage import coverage
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.named import Named, named


class HeatGoal(NamedTuple):
    """A goal as a row names it; ``carriers`` is how many sectors do something for it."""

    id: str
    number: str | None
    name: Text
    carriers: int


@dataclass(frozen=True, slots=True)
class HeatPart:
    """The table, how many goals any sector carries, one alone and ``nobody`` at all, and the units without a part."""

    table: Heat[HeatGoal, Named]
    carried: int
    alone: int
    nobody: int
    unlinked: tuple[Named, ...]


def heat_part(basis: Basis) -> HeatPart | None:
    """Lay out the goals shown by the sectors that do something for any of them; None where none does."""
    found = coverage(basis.strategy, basis.on, [one.goal.id for one in basis.counted])
    goals = {one.goal.id: one.goal for one in basis.counted}
    counts = {key: cell.weight + len(cell.joint) for key, cell in found.cells.items() if cell.carries}
    doing = {sector for _, sector in counts}
    sectors = [s for s in found.sectors if s in doing]
    if not sectors:
        return None
    rows = [(g, HeatGoal(g, goals[g].number, goals[g].name, len(found.carriers(g)))) for g in found.goals]
    return HeatPart(
        heat(rows, [(s, Named(s, basis.strategy.name(Ref("unit", s)))) for s in sectors], counts),
        carried=len(found.goals) - len(found.uncarried),
        alone=len(found.silo),
        nobody=len(found.uncarried),
        unlinked=tuple(named(basis, "unit", unit) for unit in found.unlinked),
    )
