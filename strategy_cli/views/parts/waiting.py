"""Waiting: what stands on a body's table: proposals to it, projects that need it, money asked but not granted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from strategy_cli.model.decision import Decision
from strategy_cli.model.project import OVER, Project
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.named import Named, named
from strategy_cli.views.parts.handlings import Handling, about_shown, in_time
from strategy_cli.views.parts.pending import Need, decisions_of, needs


@dataclass(frozen=True, slots=True)
class Needing:
    """A project that waits for a decision, and what of."""

    project: Named
    needs: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Money that a project asks for a year and that nobody has granted or refused."""

    project: Named
    year: int
    asked: Decimal


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for a body.

    ``proposals`` have come from the bodies that report to it, ``returned`` back to it for new preparation, and
    nothing has followed; ``money`` is asked from the report's year on.
    """

    proposals: tuple[Handling, ...]
    returned: tuple[Handling, ...]
    projects: tuple[Needing, ...]
    money: tuple[Asked, ...]

    def __bool__(self) -> bool:
        """Tell whether anything waits."""
        return bool(self.proposals or self.returned or self.projects or self.money)


def waiting(basis: Basis, body: str, projects: Iterable[Project]) -> Waiting:
    """Find what waits for a body, ``projects`` being its own."""
    own = tuple(projects)
    open_ = tuple(_open(basis))
    return Waiting(
        proposals=in_time(basis, (d for d in open_ if d.sort == "proposed" and _above(basis, d) == body)),
        returned=in_time(basis, (d for d in open_ if d.sort == "returned" and _before(basis, d) == body)),
        projects=tuple(_needing(basis, own)),
        money=tuple(_money(basis, own)),
    )


def _open(basis: Basis) -> Iterator[Decision]:
    """Go through the decisions made by the day that no other has followed by then."""
    made = [d for d in basis.strategy.decisions.values() if d.date <= basis.on]
    followed = {d.previous for d in made}
    return (d for d in made if d.id not in followed and (not basis.filters or about_shown(basis, d)))


def _above(basis: Basis, decision: Decision) -> str | None:
    body = basis.strategy.bodies.get(decision.body)
    return body.reports_to if body else None


def _before(basis: Basis, decision: Decision) -> str | None:
    earlier = basis.strategy.decisions.get(decision.previous or "")
    return earlier.body if earlier else None


def _needing(basis: Basis, projects: Iterable[Project]) -> Iterator[Needing]:
    """Leave the money out, which has its own list with the sums."""
    for project in projects:
        wanted = (need for need in needs(basis, project, decisions_of(basis, project)) if need is not Need.MONEY)
        if found := tuple(wanted):
            yield Needing(named(basis, "project", project.id), found)


def _money(basis: Basis, projects: Iterable[Project]) -> Iterator[Asked]:
    for project in projects:
        if project.status not in OVER:
            for row in project.money:
                if row.asked and row.granted is None and row.year >= basis.on.year:
                    yield Asked(named(basis, "project", project.id), row.year, row.asked)
