"""Coverage: which sector does what for which goal, what is carried by one alone, and who has no part in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from strategy_cli.measuring.organisation import sectors, sectors_now
from strategy_cli.measuring.rollup import countable, ended
from strategy_cli.measuring.tree import below, indicators_of, projects_of
from strategy_cli.measuring.unlinked import unlinked
from strategy_cli.model.goal import Goal
from strategy_cli.model.project import Project
from strategy_cli.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Cell:
    """What a sector does for a goal, and the goals below it.

    ``projects`` are its own, ``indicators`` those that its posts own, ``joint`` the projects of other sectors
    that it takes part in; ``owner`` tells that the post which answers for the goal is there, ``participates``
    that the sector is named among the goal's participants.
    """

    projects: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()
    owner: bool = False
    participates: bool = False

    @property
    def weight(self) -> int:
        """How many projects and indicators the sector has for the goal."""
        return len(self.projects) + len(self.indicators)

    @property
    def carries(self) -> bool:
        """Tell whether the sector does something for the goal; being named as owner or participant is not doing."""
        return bool(self.weight or self.joint)


@dataclass(frozen=True)
class Coverage:
    """Goals by sectors: a cell where a sector has any part in a goal; ``unlinked`` are units with no part at all."""

    goals: tuple[str, ...]
    sectors: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]
    unlinked: tuple[str, ...]

    @cached_property
    def _carriers(self) -> Mapping[str, tuple[str, ...]]:
        return {
            g: tuple(s for s in self.sectors if (g, s) in self.cells and self.cells[g, s].carries) for g in self.goals
        }

    def carriers(self, goal: str) -> tuple[str, ...]:
        """List the sectors that carry a goal."""
        return self._carriers[goal]

    @property
    def silo(self) -> tuple[str, ...]:
        """The goals that one sector carries alone."""
        return tuple(goal for goal in self.goals if len(self.carriers(goal)) == 1)

    @property
    def uncarried(self) -> tuple[str, ...]:
        """The goals that no sector carries."""
        return tuple(goal for goal in self.goals if not self.carriers(goal))

    @property
    def silo_share(self) -> Fraction | None:
        """The share of the carried goals that one sector carries alone; None when none is carried."""
        carried = len(self.goals) - len(self.uncarried)
        return Fraction(len(self.silo), carried) if carried else None


def coverage(strategy: Strategy, on: date, goals: Iterable[str] | None = None) -> Coverage:
    """Lay out the goals that counts are over, or those given, by the sectors of the day.

    A project counts unless it is cancelled: what is closed or has become practice has carried its goal, or still
    does. A project without a unit is where its owner is. What a unit that has ended had, its successors have.
    """
    chosen = tuple(goals) if goals is not None else tuple(g.id for g in countable(strategy.goals.values(), on))
    layout = _Layout(strategy, on)
    cells = {(goal, s): cell for goal in chosen for s, cell in layout.row(goal).items()}
    return Coverage(chosen, sectors(strategy, on), cells, unlinked(strategy, on))


class _Layout:
    """Finds the sectors of things, each unit's once."""

    def __init__(self, strategy: Strategy, on: date) -> None:
        self.strategy = strategy
        self.on = on
        self.known: dict[str, tuple[str, ...]] = {}

    def row(self, goal: str) -> dict[str, Cell]:
        """Make a goal's cells by sector."""
        held = [self.strategy.goals[g] for g in below(self.strategy, goal) if g in self.strategy.goals]
        held = [g for g in held if g.id == goal or not ended(g, self.on)]
        projects = {p.id: p for g in held for p in projects_of(self.strategy, g.id) if p.status != "cancelled"}
        indicators = {i.id: i for g in held for i in indicators_of(self.strategy, g.id)}
        own = self._by_sector({p.id: self._home(p) for p in projects.values()})
        taking_part = self._by_sector({p.id: self._partners(p) for p in projects.values()})
        measured = self._by_sector({i.id: self._of_post(i.owner) for i in indicators.values()})
        owner, named = self._named(held[0]) if held else (set[str](), set[str]())
        return {
            s: Cell(
                tuple(own.get(s, ())), tuple(measured.get(s, ())), tuple(taking_part.get(s, ())), s in owner, s in named
            )
            for s in dict.fromkeys([*own, *measured, *taking_part, *sorted(owner), *sorted(named)])
        }

    def _named(self, goal: Goal) -> tuple[set[str], set[str]]:
        return set(self._of_post(goal.owner)), {s for unit in goal.participants for s in self._of_unit(unit)}

    def _home(self, project: Project) -> tuple[str, ...]:
        return self._of_unit(project.unit) if project.unit else self._of_post(project.owner)

    def _partners(self, project: Project) -> tuple[str, ...]:
        home = self._home(project)
        return tuple(dict.fromkeys(s for unit in project.participants for s in self._of_unit(unit) if s not in home))

    def _of_post(self, post: str | None) -> tuple[str, ...]:
        known = self.strategy.owners.get(post) if post else None
        return self._of_unit(known.unit) if known and known.unit else ()

    def _of_unit(self, unit: str) -> tuple[str, ...]:
        if unit not in self.known:
            self.known[unit] = sectors_now(self.strategy, unit, self.on)
        return self.known[unit]

    @staticmethod
    def _by_sector(held: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for identity in sorted(held):
            for sector in held[identity]:
                found.setdefault(sector, []).append(identity)
        return found
