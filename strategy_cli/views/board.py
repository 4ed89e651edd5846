"""The board's packet: a body's goals and projects, what they lack, what it has to decide and what it shares."""

from dataclasses import dataclass
from datetime import date

from strategy_cli.measuring.matters import Matter
from strategy_cli.measuring.scope import project_body
from strategy_cli.model.body import Body
from strategy_cli.model.decision import Decision
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.terms import is_over
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.provenance import DecisionLine, decision_line
from strategy_cli.views.parts.below import BelowLine, below
from strategy_cli.views.parts.deadlines import SOON, Deadlines, deadlines
from strategy_cli.views.parts.goals import GoalPart, flat, part
from strategy_cli.views.parts.handlings import Handling, about_shown, in_time
from strategy_cli.views.parts.money import MoneyTable, money_table
from strategy_cli.views.parts.pending import decisions_of
from strategy_cli.views.parts.projects import ProjectCard
from strategy_cli.views.parts.served import Served, served
from strategy_cli.views.parts.shortfalls import Shortfall, shortfalls
from strategy_cli.views.parts.unassessed import Unassessed, unassessed
from strategy_cli.views.parts.waiting import Waiting, waiting


@dataclass(frozen=True, slots=True)
class BodyPart:
    """A body and its place; ``ended`` is its last day once that has passed."""

    sort: str | None
    task: Text | None
    reports_to: Text | str | None
    ended: date | None


@dataclass(frozen=True, slots=True)
class OwnProject:
    """A project of the body, and the last decision made of it."""

    card: ProjectCard
    handled: DecisionLine | None


@dataclass(frozen=True, slots=True)
class BoardReport:
    """Everything the board's packet shows.

    ``theirs`` are the projects of other bodies that serve its goals, ``served`` the goals of others that its projects
    serve; ``decisions`` are its own, the latest first, ``others`` those of other bodies on its goals and projects.
    """

    body: BodyPart
    goals: tuple[GoalPart, ...]
    overview: tuple[GoalPart, ...]
    unassessed: tuple[Unassessed, ...]
    projects: tuple[OwnProject, ...]
    running: int
    money: MoneyTable
    shortfalls: tuple[Shortfall, ...]
    waiting: Waiting
    deadlines: Deadlines
    theirs: tuple[ProjectCard, ...]
    served: tuple[Served, ...]
    below: tuple[BelowLine, ...]
    decisions: tuple[Handling, ...]
    others: tuple[Handling, ...]

    @property
    def empty(self) -> bool:
        """Tell whether the strategy gives the body nothing to answer for."""
        return not (self.overview or self.goals or self.projects)


def board_report(basis: Basis, cards: tuple[ProjectCard, ...]) -> BoardReport:
    """Make the packet of the body that the report is about."""
    strategy = basis.strategy
    body = strategy.bodies[basis.subject or ""]
    own = tuple(p for p in basis.projects if project_body(strategy, p) == body.id)
    ids = frozenset(project.id for project in own)
    parts = tuple(part(basis, one) for one in basis.top)
    counted = {one.goal.id for one in basis.counted}
    mine, others = _decisions(basis, body, ids)
    return BoardReport(
        body=_body(basis, body),
        goals=parts,
        overview=tuple(one for one in flat(parts) if one.id in counted),
        unassessed=unassessed(basis),
        projects=tuple(_project(basis, card) for card in cards if card.id in ids),
        running=sum(project.status == "started" for project in own),
        money=money_table(own),
        shortfalls=shortfalls(basis, basis.counted, own),
        waiting=waiting(basis, body.id, own),
        deadlines=deadlines(basis, SOON, lambda matter: _is_own(basis, matter, ids)),
        theirs=tuple(card for card in cards if card.id not in ids),
        served=tuple(served(basis, body.id, own)),
        below=() if basis.filters else tuple(below(basis, body.id)),
        decisions=mine,
        others=others,
    )


def _body(basis: Basis, body: Body) -> BodyPart:
    ended = body.until if is_over(body, basis.strategy, basis.on) else None
    return BodyPart(body.sort, body.task, basis.name("body", body.reports_to), ended)


def _project(basis: Basis, card: ProjectCard) -> OwnProject:
    made = decisions_of(basis, basis.strategy.projects[card.id])
    return OwnProject(card, decision_line(basis.strategy, made[-1].id) if made else None)


def _is_own(basis: Basis, matter: Matter, projects: frozenset[str]) -> bool:
    thing = matter.thing
    return thing.id in projects if thing.kind == "project" else basis.scope.holds(thing)


def _decisions(basis: Basis, body: Body, projects: frozenset[str]) -> tuple[tuple[Handling, ...], tuple[Handling, ...]]:
    """Share the decisions made by the day between the body's own and those of others on what is its own."""
    made = [d for d in basis.strategy.decisions.values() if d.date <= basis.on]
    mine = [d for d in made if d.body == body.id and (not basis.filters or about_shown(basis, d))]
    others = [d for d in made if d.body != body.id and _is_of(basis, d, projects)]
    return in_time(basis, mine)[::-1], in_time(basis, others)[::-1]


def _is_of(basis: Basis, decision: Decision, projects: frozenset[str]) -> bool:
    refs = (Ref(*target.split("/", 1)) for target in decision.concerns)
    return any(r.id in projects if r.kind == "project" else r.kind == "goal" and basis.scope.holds(r) for r in refs)
