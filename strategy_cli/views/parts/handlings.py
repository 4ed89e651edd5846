"""Handlings: what boards, committees and influence bodies have said of the strategy since the last report."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from strategy_cli.measuring.money import rows_of
from strategy_cli.model.decision import Decision
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.named import Named, named
from strategy_cli.views.parts.boards import deciding

HEARD = frozenset({"board", "committee", "influence"})
_STRATEGIC = frozenset({"strategy", "goal", "indicator", "project", "programme"})


@dataclass(frozen=True, slots=True)
class Concern:
    """A thing that a decision is about: its kind, and its name."""

    kind: str
    thing: Named


@dataclass(frozen=True, slots=True)
class Handling:
    """A decision as minutes tell it: where, when, of what kind, what was proposed and what was decided."""

    id: str
    body: Text | str | None
    date: date
    section: str | None
    case_number: str | None
    sort: str | None
    title: Text
    proposal: Text | None
    text: Text | None
    concerns: tuple[Concern, ...]


@dataclass(frozen=True, slots=True)
class Handlings:
    """The views in order of time; ``silent`` are the boards in force that have not said anything.

    ``since`` is the day after which they were given; None where the strategy does not say how often it is reported.
    """

    since: date | None
    rows: tuple[Handling, ...]
    silent: tuple[Named, ...]


def handlings(basis: Basis, since: date | None) -> Handlings:
    """Gather the bodies' views: since the last report, and on the budget.

    A view on the budget is what a body proposed, in the year before the budget's, of a project that asks for its money.
    Views are of the strategy itself or of a goal, an indicator, a programme or a project that is shown.
    """
    found = [d for d in basis.strategy.decisions.values() if _heard(basis, d) and _timely(basis, d, since)]
    said = {d.body for d in found}
    silent = () if basis.filters else tuple(named(basis, "body", b.id) for b in deciding(basis) if b.id not in said)
    return Handlings(since, in_time(basis, found), silent)


def in_time(basis: Basis, decisions: Iterable[Decision]) -> tuple[Handling, ...]:
    """Show decisions in order of time."""
    return tuple(_handling(basis, d) for d in sorted(decisions, key=lambda d: (d.date, d.id)))


def about_shown(basis: Basis, decision: Decision) -> bool:
    """Tell whether a decision is about the strategy, or about anything of it that is shown."""
    return any(_shown(basis, ref) for ref in _refs(decision))


def _heard(basis: Basis, decision: Decision) -> bool:
    body = basis.strategy.bodies.get(decision.body)
    return body is not None and body.sort in HEARD and about_shown(basis, decision)


def _timely(basis: Basis, decision: Decision, since: date | None) -> bool:
    if decision.date > basis.on:
        return False
    if since is not None and decision.date > since:
        return True
    return decision.sort == "proposed" and decision.date.year == basis.year - 1 and _asks(basis, decision)


def _asks(basis: Basis, decision: Decision) -> bool:
    projects = (basis.strategy.projects.get(r.id) for r in _refs(decision) if r.kind == "project")
    return any(row.asked for project in projects if project for row in rows_of(project, basis.year))


def _refs(decision: Decision) -> list[Ref]:
    refs = [Ref(*target.split("/", 1)) for target in decision.concerns]
    return [ref for ref in refs if ref.kind in _STRATEGIC]


def _shown(basis: Basis, ref: Ref) -> bool:
    return (ref.kind in {"strategy", "programme"} and not basis.filters) or basis.scope.holds(ref)


def _handling(basis: Basis, decision: Decision) -> Handling:
    return Handling(
        id=decision.id,
        body=basis.name("body", decision.body),
        date=decision.date,
        section=decision.section,
        case_number=decision.case_number,
        sort=decision.sort,
        title=decision.title,
        proposal=decision.proposal,
        text=decision.text,
        concerns=tuple(Concern(ref.kind, named(basis, ref.kind, ref.id)) for ref in _refs(decision)),
    )
