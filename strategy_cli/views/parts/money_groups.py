"""Money by group as a report shows it: a row a sector or a programme, the projects in none, and the sum of them all."""

from collections.abc import Callable
from dataclasses import dataclass

from strategy_cli.measuring.money import Group, Groups, by_programme, by_sector, cents, grouped
from strategy_cli.model.text import Text
from strategy_cli.views.frame.basis import Basis

COLUMNS = ("asked", "granted", "used", "external")


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group's money; ``name`` is None for the projects that are in no group."""

    name: Text | str | None
    group: Group


@dataclass(frozen=True, slots=True)
class MoneyGroups:
    """Money by the groups of one sort (``by``): ``total`` has every project once, ``places`` each column's decimals."""

    by: str
    rows: tuple[GroupRow, ...]
    total: Group
    places: dict[str, int]

    @property
    def shared(self) -> bool:
        """Tell whether some project is in several of the rows, so that they must not be added up."""
        return any(row.group.shared for row in self.rows)


def money_groups(basis: Basis) -> tuple[MoneyGroups, ...]:
    """Sum the shown projects' money by sector and by programme; nothing of a sort that has no group or no money."""
    made = (
        groups_of("sector", grouped(basis.projects, by_sector(basis.strategy)), lambda one: basis.called("unit", one)),
        groups_of("programme", grouped(basis.projects, by_programme), lambda one: basis.called("programme", one)),
    )
    return tuple(one for one in made if one)


def groups_of(by: str, found: Groups, name: Callable[[str], Text | str]) -> MoneyGroups | None:
    """Lay out groups in a table, those in none last; None without a group or without money."""
    if not found.groups or not found.total.sums.told:
        return None
    rows = [GroupRow(name(identity), group) for identity, group in found.groups.items()]
    if found.outside.projects:
        rows.append(GroupRow(None, found.outside))
    every = [*(row.group for row in rows), found.total]
    places = {column: cents(one.sums[column] for one in every) for column in COLUMNS}
    return MoneyGroups(by, tuple(rows), found.total, places)
