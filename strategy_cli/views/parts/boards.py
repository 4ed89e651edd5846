"""Boards: what each body answers for, its goals, its projects, its money and what is missing, from the top down."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from strategy_cli.measuring.counts import Counts, count
from strategy_cli.measuring.scope import goal_body, project_body
from strategy_cli.model.body import Body
from strategy_cli.strategy import Strategy
from strategy_cli.terms import is_over
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.named import Named, named
from strategy_cli.views.parts.appropriations import Change, added
from strategy_cli.views.parts.goals import GoalPart
from strategy_cli.views.parts.pending import ProjectLine, project_line
from strategy_cli.views.parts.projects import ProjectCard

_DECIDING = frozenset({"board", "committee"})
_COMPANY = frozenset({"company"})


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is missing in what a body answers for, by what is known."""

    goals_without_owner: tuple[Named, ...]
    goals_without_project: tuple[Named, ...]
    projects_without_owner: tuple[Named, ...]
    projects_without_goal: tuple[Named, ...]
    projects_without_money: tuple[Named, ...]

    def __bool__(self) -> bool:
        """Tell whether anything is."""
        return any(getattr(self, name) for name in self.__slots__)


@dataclass(frozen=True, slots=True)
class BoardPart:
    """A body's part; ``body`` is None for goals and projects that are of none. ``counts`` are over its goals."""

    body: Named | None
    counts: Counts
    goals: tuple[GoalPart, ...]
    projects: tuple[ProjectLine, ...]
    change: Change
    gaps: Gaps

    @property
    def uncounted(self) -> int:
        """How many of the goals are not in the counts: aims, and goals that have ended."""
        return len(self.goals) - self.counts.all


@dataclass(frozen=True, slots=True)
class Boards:
    """The parts of boards and of group companies.

    ``idle`` are boards in force that answer for nothing, ``mute`` such companies; none where only a part is shown.
    """

    boards: tuple[BoardPart, ...]
    companies: tuple[BoardPart, ...]
    idle: tuple[Named, ...]
    mute: tuple[Named, ...]


def boards(
    basis: Basis,
    parts: Iterable[GoalPart],
    cards: Iterable[ProjectCard],
    known: "Known",
) -> Boards:
    """Share out the goals and the projects shown among the bodies that answer for them."""
    goals: dict[str, list[GoalPart]] = {}
    projects: dict[str, list[ProjectCard]] = {}
    for part in parts:
        goals.setdefault(goal_body(basis.strategy, part.measured.goal) or "", []).append(part)
    for card in cards:
        projects.setdefault(project_body(basis.strategy, basis.strategy.projects[card.id]) or "", []).append(card)
    ordered = sorted({*goals, *projects}, key=lambda body: (not body, *place(basis.strategy, body)))
    made = [(b, _part(basis, b, goals.get(b, []), projects.get(b, []), known)) for b in ordered]
    return Boards(
        tuple(part for body, part in made if not is_company(basis.strategy, body)),
        tuple(part for body, part in made if is_company(basis.strategy, body)),
        _idle(basis, ordered, _DECIDING),
        _idle(basis, ordered, _COMPANY),
    )


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the whole report: goals without a project, projects without money for the year, changes."""

    goals_without_project: frozenset[str]
    projects_without_money: frozenset[str]
    changes: Mapping[str, Change]


def is_company(strategy: Strategy, body: str | None) -> bool:
    """Tell whether a body is a company of the group."""
    known = strategy.bodies.get(body or "")
    return known is not None and known.sort == "company"


def place(strategy: Strategy, body: str) -> tuple[int, str]:
    """Give a body's place from the top down: how many bodies it reports up through, then its id."""
    seen: list[str] = []
    name: str | None = body
    while name and name not in seen and (known := strategy.bodies.get(name)):
        seen.append(name)
        name = known.reports_to
    return len(seen), body


def deciding(basis: Basis) -> tuple[Body, ...]:
    """List the boards and committees that are there on the day, from the top down."""
    return _in_force(basis, _DECIDING)


def _in_force(basis: Basis, sorts: frozenset[str]) -> tuple[Body, ...]:
    found = (b for b in basis.strategy.bodies.values() if b.sort in sorts and not is_over(b, basis.strategy, basis.on))
    return tuple(sorted(found, key=lambda body: place(basis.strategy, body.id)))


def _idle(basis: Basis, busy: Iterable[str], sorts: frozenset[str]) -> tuple[Named, ...]:
    known = set(busy)
    found = (body.id for body in _in_force(basis, sorts) if body.id not in known)
    return () if basis.filters else tuple(named(basis, "body", body) for body in found)


def _part(basis: Basis, body: str, goals: list[GoalPart], cards: list[ProjectCard], known: Known) -> BoardPart:
    counted = {one.goal.id for one in basis.counted}
    return BoardPart(
        body=named(basis, "body", body) if body else None,
        counts=count(one.measured.assessment for one in goals if one.id in counted),
        goals=tuple(goals),
        projects=tuple(project_line(basis, card, known.changes[card.id]) for card in cards),
        change=added(known.changes[card.id] for card in cards),
        gaps=_gaps(basis, [g for g in goals if g.id in counted], [c for c in cards if not c.over], known),
    )


def _gaps(basis: Basis, goals: list[GoalPart], cards: list[ProjectCard], known: Known) -> Gaps:
    def goal_names(chosen: Iterable[GoalPart]) -> tuple[Named, ...]:
        return tuple(named(basis, "goal", one.id) for one in chosen)

    def project_names(chosen: Iterable[ProjectCard]) -> tuple[Named, ...]:
        return tuple(named(basis, "project", one.id) for one in chosen)

    return Gaps(
        goals_without_owner=goal_names(g for g in goals if not g.measured.goal.owner),
        goals_without_project=goal_names(g for g in goals if g.id in known.goals_without_project),
        projects_without_owner=project_names(c for c in cards if c.owner_id is None),
        projects_without_goal=project_names(c for c in cards if not c.goals),
        projects_without_money=project_names(c for c in cards if c.id in known.projects_without_money),
    )
