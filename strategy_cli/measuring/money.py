"""Money: euros asked, granted, used and from outside, by year and by group, each project counted once."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from strategy_cli.measuring.organisation import sector_of
from strategy_cli.measuring.tree import above
from strategy_cli.model.project import Money, Project
from strategy_cli.strategy import Strategy

Chain = tuple[str, ...]
Key = Callable[[Project], Iterable[Chain]]


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums of euros; None where nobody has said anything, which is not the same as nothing."""

    asked: Decimal | None = None
    granted: Decimal | None = None
    used: Decimal | None = None
    external: Decimal | None = None

    @property
    def told(self) -> tuple[tuple[str, Decimal], ...]:
        """What somebody has said, with what it is of."""
        named = ("asked", self.asked), ("granted", self.granted), ("used", self.used), ("external", self.external)
        return tuple([(name, euros) for name, euros in named if euros is not None])

    def __getitem__(self, name: str) -> Decimal | None:
        """Give one of the sums by name, as columns of tables ask for it."""
        euros: Decimal | None = getattr(self, name)
        return euros


def sums(rows: Iterable[Money]) -> Sums:
    """Add up rows of money."""
    rows = tuple(rows)
    if len(rows) == 1:
        (row,) = rows
        return Sums(row.asked, row.granted, row.used, row.external)
    return Sums(
        _sum(r.asked for r in rows),
        _sum(r.granted for r in rows),
        _sum(r.used for r in rows),
        _sum(r.external for r in rows),
    )


def by_year(projects: Iterable[Project]) -> dict[int, Sums]:
    """Add up the projects' money by budget year, in order."""
    years: dict[int, list[Money]] = {}
    for project in projects:
        for row in project.money:
            years.setdefault(row.year, []).append(row)
    return {year: sums(years[year]) for year in sorted(years)}


@dataclass(frozen=True, slots=True)
class Group:
    """The money of a group's projects, each counted once.

    ``shared`` is how many of them also serve something outside the group, so that groups must not be added up.
    """

    projects: tuple[str, ...]
    shared: int
    sums: Sums
    years: Mapping[int, Sums]


@dataclass(frozen=True, slots=True)
class Groups:
    """Money by group, in order of the groups' ids; ``outside`` has the projects that are in none.

    ``total`` counts every project once, in however many groups it is.
    """

    groups: Mapping[str, Group]
    outside: Group
    total: Group


def grouped(projects: Iterable[Project], key: Key, year: int | None = None) -> Groups:
    """Add up projects' money by the groups that ``key`` puts them in; of one budget year, or of all.

    ``key`` gives a chain for each thing that a project serves: the thing's group and the groups around that.
    """
    every = {p.id: p for p in projects}
    chains = {p.id: tuple(key(p)) for p in every.values()}
    groups: dict[str, dict[str, Project]] = {}
    for project in every.values():
        for name in chain.from_iterable(chains[project.id]):
            groups.setdefault(name, {})[project.id] = project
    outside = [p for p in every.values() if not chains[p.id]]
    return Groups(
        {name: _group(groups[name].values(), year, _sharing(name, groups[name], chains)) for name in sorted(groups)},
        _group(outside, year),
        _group(every.values(), year),
    )


def by_goal(strategy: Strategy) -> Key:
    """Put a project under the goals that it serves, and under every goal above them."""
    return lambda project: (above(strategy, goal) for goal in dict.fromkeys(project.goals))


def by_own_goal(project: Project) -> Iterable[Chain]:
    """Put a project only under the goals that it says it serves."""
    return ((goal,) for goal in dict.fromkeys(project.goals))


def by_programme(project: Project) -> Iterable[Chain]:
    """Put a project under its programme."""
    return ((project.programme,),) if project.programme else ()


def by_unit(project: Project) -> Iterable[Chain]:
    """Put a project under its own unit; those taking part do not have its money."""
    return ((project.unit,),) if project.unit else ()


def by_sector(strategy: Strategy) -> Key:
    """Put a project under the sector of its unit."""
    return lambda project: ((sector_of(strategy, project.unit),),) if project.unit else ()


def by_body(project: Project) -> Iterable[Chain]:
    """Put a project under the body that answers for it."""
    return ((project.body,),) if project.body else ()


def _sharing(name: str, held: Iterable[str], chains: Mapping[str, tuple[Chain, ...]]) -> int:
    return sum(any(name not in one for one in chains[project]) for project in held)


def _group(projects: Iterable[Project], year: int | None, shared: int = 0) -> Group:
    held = tuple(projects)
    rows = [row for project in held for row in rows_of(project, year)]
    years = by_year(held)
    kept = years if year is None else {y: s for y, s in years.items() if y == year}
    return Group(tuple(p.id for p in held), shared, sums(rows), kept)


def rows_of(project: Project, year: int | None) -> tuple[Money, ...]:
    """Give a project's rows of money; of one budget year, or of all."""
    return tuple(row for row in project.money if year is None or row.year == year)


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known else None


def cents(euros: Iterable[Decimal | None]) -> int:
    """Settle the decimals of a column of euros: two if any of them has cents, else none."""
    return 2 if any(one is not None and one != one.to_integral_value() for one in euros) else 0
