"""Agenda: what a budget must decide: money asked, projects without any, money without goal, goals without work."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from strategy_cli.measuring.gaps import goals_without_money, goals_without_project, unfunded, without_goal
from strategy_cli.measuring.scope import project_body
from strategy_cli.model.project import Project
from strategy_cli.model.text import Text
from strategy_cli.terms import is_over
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.named import Named, by_number, named
from strategy_cli.views.parts.appropriations import Change, added


@dataclass(frozen=True, slots=True)
class Item:
    """A project that the budget must decide of."""

    project: Named
    phase: str
    owner: Text | str | None
    body: Text | str | None
    change: Change


@dataclass(frozen=True, slots=True)
class Items:
    """Projects to decide of, those with the most money first, and their money together."""

    items: tuple[Item, ...]
    change: Change


@dataclass(frozen=True, slots=True)
class Agenda:
    """What the budget must decide.

    ``running`` and ``new`` ask for more than they have been granted, the latter being ideas and proposals;
    ``unfunded`` go on without money; ``goalless`` have money but no goal. Goals are those that counts are over.
    """

    running: Items
    new: Items
    unfunded: Items
    goalless: Items
    goals_without_project: tuple[Named, ...]
    goals_without_money: tuple[Named, ...]

    @property
    def pending(self) -> Decimal:
        """The euros asked that have not been granted."""
        return (self.running.change.pending or Decimal(0)) + (self.new.change.pending or Decimal(0))


def agenda(basis: Basis, changes: Mapping[str, Change]) -> Agenda:
    """Gather what the budget of the report's year must decide of what is shown."""
    live = [p for p in basis.projects if not is_over(p, basis.strategy, basis.on)]
    asking = [p for p in live if changes[p.id].pending]
    return Agenda(
        running=_items(basis, changes, (p for p in asking if not _is_new(p))),
        new=_items(basis, changes, (p for p in asking if _is_new(p))),
        unfunded=_items(basis, changes, unfunded(live, basis.year)),
        goalless=_items(basis, changes, (p for p in without_goal(live) if _has_money(changes[p.id]))),
        goals_without_project=_goals(basis, goals_without_project(basis.strategy, basis.on)),
        goals_without_money=_goals(basis, goals_without_money(basis.strategy, basis.on, basis.year)),
    )


def _is_new(project: Project) -> bool:
    return project.status in {"idea", "proposed"}


def _has_money(change: Change) -> bool:
    return bool(change.proposed or change.before or change.external)


def _items(basis: Basis, changes: Mapping[str, Change], projects: Iterable[Project]) -> Items:
    held = tuple(projects)
    made = (_item(basis, project, changes[project.id]) for project in held)
    ordered = sorted(made, key=lambda one: (-(one.change.proposed or 0), one.project.id))
    return Items(tuple(ordered), added(changes[project.id] for project in held))


def _item(basis: Basis, project: Project, change: Change) -> Item:
    return Item(
        named(basis, "project", project.id),
        project.status,
        basis.name("owner", project.owner),
        basis.name("body", project_body(basis.strategy, project)),
        change,
    )


def _goals(basis: Basis, found: Iterable[str]) -> tuple[Named, ...]:
    return tuple(named(basis, "goal", goal) for goal in by_number(basis, found) if goal in basis.scope.goals)
