"""Appropriations: what projects are granted and ask for a budget year against the year before, in all and by goal."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from strategy_cli.measuring.money import Sums, rows_of, sums
from strategy_cli.model.project import Project
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.named import Named, by_number, named


@dataclass(frozen=True, slots=True)
class Change:
    """Euros of a budget year against the year before; None where nobody has said anything.

    ``before`` was granted the year before; ``proposed`` is what has been granted for the year, of projects without
    a decision what they ask; ``pending`` is what is asked above the granted, ``external`` comes from outside.
    """

    before: Decimal | None
    asked: Decimal | None
    granted: Decimal | None
    proposed: Decimal | None
    pending: Decimal | None
    external: Decimal | None

    @property
    def difference(self) -> Decimal | None:
        """How much the appropriation changes; an appropriation that nobody mentions is none."""
        if self.before is None and self.proposed is None:
            return None
        return (self.proposed or Decimal(0)) - (self.before or Decimal(0))


@dataclass(frozen=True, slots=True)
class ProjectChange:
    """A project's change, its phase, and the body and the goals that it is for."""

    project: Named
    phase: str
    body: str | None
    change: Change


@dataclass(frozen=True, slots=True)
class GoalChange:
    """The change over the projects of a goal; ``goal`` is None for projects without one.

    ``shared`` is how many of them serve other goals too, under which they are shown again.
    """

    goal: Named | None
    projects: int
    shared: int
    change: Change


@dataclass(frozen=True, slots=True)
class Appropriations:
    """The changes by project, greatest first, and by goal; ``total`` counts every project once.

    ``places`` are the decimals of all euros: cents in all of them or none.
    """

    projects: tuple[ProjectChange, ...]
    goals: tuple[GoalChange, ...]
    total: Change
    places: int


def changes(basis: Basis) -> Mapping[str, Change]:
    """Work out the change of every project shown, by its id."""
    return {project.id: change_of(project, basis.year) for project in basis.projects}


def appropriations(basis: Basis, known: Mapping[str, Change]) -> Appropriations:
    """Gather the changes of appropriation that the projects shown bring to the budget year."""
    held = {p.id: p for p in basis.projects if rows_of(p, basis.year) or rows_of(p, basis.year - 1)}
    rows = [ProjectChange(named(basis, "project", p.id), p.status, p.body, known[p.id]) for p in held.values()]
    return Appropriations(
        tuple(sorted(rows, key=lambda one: (-abs(one.change.difference or Decimal(0)), one.project.id))),
        tuple(_by_goal(basis, held, known)),
        added(known[p] for p in held),
        2 if any(_has_cents(one.change) for one in rows) else 0,
    )


def _by_goal(basis: Basis, held: Mapping[str, Project], known: Mapping[str, Change]) -> Iterator[GoalChange]:
    """Add up by the goals that projects say they serve, by the goals' display numbers; those without a goal last."""
    groups: dict[str, list[Project]] = {}
    for project in held.values():
        for goal in dict.fromkeys(project.goals) or ("",):
            groups.setdefault(goal, []).append(project)
    goals = by_number(basis, (goal for goal in groups if goal))
    for goal in (*goals, "") if "" in groups else goals:
        projects = groups[goal]
        yield GoalChange(
            named(basis, "goal", goal) if goal else None,
            len(projects),
            sum(len(set(project.goals)) > 1 for project in projects),
            added(known[project.id] for project in projects),
        )


def change_of(project: Project, year: int) -> Change:
    """Work out one project's change."""
    return _change(sums(rows_of(project, year - 1)), sums(rows_of(project, year)))


def added(known: Iterable[Change]) -> Change:
    """Add up changes of projects, each given once."""
    changes = tuple(known)
    return Change(
        _sum(c.before for c in changes),
        _sum(c.asked for c in changes),
        _sum(c.granted for c in changes),
        _sum(c.proposed for c in changes),
        _sum(c.pending for c in changes),
        _sum(c.external for c in changes),
    )


def _has_cents(change: Change) -> bool:
    euros = (change.before, change.asked, change.granted, change.external)
    return any(one is not None and one != one.to_integral_value() for one in euros)


def _change(before: Sums, now: Sums) -> Change:
    pending = None if now.asked is None else max(now.asked - (now.granted or 0), Decimal(0))
    proposed = now.asked if now.granted is None else now.granted
    return Change(before.granted, now.asked, now.granted, proposed, pending or None, now.external)


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known else None
