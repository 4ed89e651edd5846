"""The report for an audit: on what everything is based, and who changed it and when."""

from collections.abc import Iterator
from dataclasses import dataclass

from strategy_cli.measuring.rollup import MeasuredGoal
from strategy_cli.model.goal import Judgement
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.named import Named, named
from strategy_cli.views.parts.cases import Case, Cited, behind, cases
from strategy_cli.views.parts.evidence import IndicatorEvidence, indicator_evidence
from strategy_cli.views.parts.own import OwnFact, own_facts
from strategy_cli.views.parts.projects import ProjectCard
from strategy_cli.views.parts.trace import Trace, read_history, trace
from strategy_cli.views.parts.unassessed import Unassessed, unassessed
from strategy_cli.views.parts.work import ProjectEvidence, project_evidence


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement, the post that made it, and its last change; ``later`` ones are of a time after the report's day."""

    judgement: Judgement
    by: Text | str | None
    later: bool
    trace: Trace | None


@dataclass(frozen=True, slots=True)
class GoalEvidence:
    """What a goal's class rests on.

    ``indicators`` are told of here, ``elsewhere`` those told of under another goal; ``goals`` and ``projects`` are the
    sub-goals and the projects that serve it.
    """

    measured: MeasuredGoal
    owner: Text | str | None
    body: Text | str | None
    decisions: tuple[Cited, ...]
    judgements: tuple[Judged, ...]
    indicators: tuple[IndicatorEvidence, ...]
    elsewhere: tuple[Named, ...]
    goals: tuple[Named, ...]
    projects: tuple[Named, ...]
    own: tuple[OwnFact, ...] = ()


@dataclass(frozen=True, slots=True)
class AuditReport:
    """Everything an audit asks for.

    ``versioned`` tells that git knows who changed what, ``cut`` that only the latest part of its history is at hand.
    """

    versioned: bool
    cut: bool
    unassessed: tuple[Unassessed, ...]
    goals: tuple[GoalEvidence, ...]
    loose: tuple[IndicatorEvidence, ...]
    projects: tuple[ProjectEvidence, ...]
    cases: tuple[Case, ...]


def audit_report(basis: Basis, _: tuple[ProjectCard, ...]) -> AuditReport:
    """Make the contents of the report for an audit."""
    read_history(basis, _shown(basis))
    goals = tuple(_goal(basis, one) for one in basis.goals)
    told = {one.id for goal in goals for one in goal.indicators}
    loose = tuple(indicator_evidence(basis, m) for m in basis.indicators if m.indicator.id not in told)
    projects = tuple(project_evidence(basis, one) for one in basis.projects)
    own = [one.id for one in behind(basis, basis.strategy.about.ref, basis.strategy.about.decision)]
    found = {*own, *_cited(goals, loose, projects)}
    return AuditReport(
        versioned=basis.history is not None,
        cut=basis.history is not None and bool(basis.history.cut_off),
        unassessed=unassessed(basis),
        goals=goals,
        loose=loose,
        projects=projects,
        cases=cases(basis, found),
    )


def _shown(basis: Basis) -> Iterator[Ref]:
    for kind, held in (("goal", basis.scope.goals), ("indicator", basis.scope.indicators)):
        yield from (Ref(kind, one) for one in held)
    yield from (Ref("project", one) for one in basis.scope.projects)
    yield from (one.ref for one in basis.strategy.decisions.values())


def _cited(
    goals: tuple[GoalEvidence, ...], loose: tuple[IndicatorEvidence, ...], projects: tuple[ProjectEvidence, ...]
) -> Iterator[str]:
    indicators = [one for goal in goals for one in goal.indicators] + list(loose)
    held = (
        [one.decisions for one in goals] + [one.decisions for one in indicators] + [one.decisions for one in projects]
    )
    held += [figure.decisions for one in indicators for figure in one.figures]
    yield from (one.id for decisions in held for one in decisions)


def _goal(basis: Basis, measured: MeasuredGoal) -> GoalEvidence:
    goal = measured.goal
    shown = [m for m in measured.indicators if m.indicator.id in basis.scope.indicators]
    own = [m for m in shown if _home(basis, m.indicator.serves) == goal.id]
    judgements = sorted(enumerate(goal.judgements), key=lambda item: item[1].period.order)
    served = basis.strategy.users(goal.ref, "project", "goals")
    return GoalEvidence(
        measured=measured,
        owner=basis.name("owner", goal.owner),
        body=basis.name("body", goal.body),
        decisions=behind(basis, goal.ref, goal.decision),
        judgements=tuple(_judged(basis, goal.ref, place, one) for place, one in judgements),
        indicators=tuple(indicator_evidence(basis, m) for m in own),
        elsewhere=tuple(named(basis, "indicator", m.indicator.id) for m in shown if m not in own),
        goals=tuple(named(basis, "goal", one.goal.id) for one in measured.goals),
        projects=tuple(named(basis, "project", one.id) for one in served),
        own=own_facts(basis, goal),
    )


def _home(basis: Basis, goals: tuple[str, ...]) -> str:
    """Choose the one goal, of those shown, under which an indicator is told of."""
    return next(one for one in goals if one in basis.scope.goals)


def _judged(basis: Basis, ref: Ref, place: int, one: Judgement) -> Judged:
    later = one.period.last > basis.on
    return Judged(one, basis.name("owner", one.by), later, trace(basis, ref, "judgements", place))
