"""Sharing: which goals several sectors carry together, which one carries alone, and who has no part in any."""

from dataclasses import dataclass
from fractions import Fraction

from strategy_cli.measuring.coverage import Cell, coverage
from strategy_cli.model.text import Text
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.named import Named, named


@dataclass(frozen=True, slots=True)
class SharedGoal:
    """A goal by sector; ``cells`` are in the order of the sectors, None where a sector has no part in it."""

    id: str
    number: str | None
    name: Text
    carriers: int
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Sharing:
    """The goals by the number of sectors that carry them, most first.

    ``joint`` are ``carried`` by more than one sector, ``silo`` by one and ``uncarried`` by none; ``silo_share`` is of
    the carried goals. ``unlinked`` are units with no part in any.
    """

    sectors: tuple[Named, ...]
    goals: tuple[SharedGoal, ...]
    carried: int
    joint: int
    silo: int
    uncarried: int
    silo_share: Fraction | None
    unlinked: tuple[Named, ...]


def sharing(basis: Basis) -> Sharing | None:
    """Lay out by sector the goals that counts are over, those of group companies too; None without any, or sectors."""
    held = {one.goal.id: one.goal for one in basis.counted}
    found = coverage(basis.strategy, basis.on, held)
    if not held or not found.sectors:
        return None
    rows = [
        SharedGoal(
            goal.id,
            goal.number,
            goal.name,
            len(found.carriers(goal.id)),
            tuple(found.cells.get((goal.id, sector)) for sector in found.sectors),
        )
        for goal in held.values()
    ]
    return Sharing(
        sectors=tuple(named(basis, "unit", sector) for sector in found.sectors),
        goals=tuple(sorted(rows, key=lambda one: -one.carriers)),
        carried=len(rows) - len(found.uncarried),
        joint=sum(one.carriers > 1 for one in rows),
        silo=len(found.silo),
        uncarried=len(found.uncarried),
        silo_share=found.silo_share,
        unlinked=tuple(named(basis, "unit", unit) for unit in found.unlinked),
    )
