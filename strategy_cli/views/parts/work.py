"""Evidence of a project: its phase, money, milestones and updates, each with who last changed it."""

from dataclasses import dataclass

from strategy_cli.model.entity import Term
from strategy_cli.model.project import Milestone, Money, Project, Update
from strategy_cli.model.text import Text
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.named import Named, named
from strategy_cli.views.parts.cases import Cited, behind
from strategy_cli.views.parts.own import OwnFact, own_facts
from strategy_cli.views.parts.projects import phase
from strategy_cli.views.parts.trace import Trace, trace


@dataclass(frozen=True, slots=True)
class ProjectEvidence:
    """A project's follow-up, each part with its last change; an update also with the post that gave it."""

    id: str
    name: Text
    phase: str | None
    phase_trace: Trace | None
    period: Term
    owner: Text | str | None
    body: Text | str | None
    goals: tuple[Named, ...]
    decisions: tuple[Cited, ...]
    money: tuple[tuple[Money, Trace | None], ...]
    milestones: tuple[tuple[Milestone, Trace | None], ...]
    updates: tuple[tuple[Update, Text | str | None, Trace | None], ...]
    own: tuple[OwnFact, ...] = ()


def project_evidence(basis: Basis, project: Project) -> ProjectEvidence:
    """Gather what is told of a project's phase, money, milestones and course."""
    updates = sorted(enumerate(project.updates), key=lambda item: item[1].period.order)
    steps = sorted(enumerate(project.milestones), key=lambda item: item[1].due)
    money = sorted(enumerate(project.money), key=lambda item: item[1].year)

    def of(key: str, place: int) -> Trace | None:
        return trace(basis, project.ref, key, place)

    return ProjectEvidence(
        id=project.id,
        name=project.name,
        phase=phase(project),
        phase_trace=trace(basis, project.ref, "status") if phase(project) else None,
        period=project.period,
        owner=basis.name("owner", project.owner),
        body=basis.name("body", project.body),
        goals=tuple(named(basis, "goal", goal) for goal in project.goals),
        decisions=behind(basis, project.ref, *project.decisions),
        money=tuple((one, of("money", place)) for place, one in money),
        milestones=tuple((one, of("milestones", place)) for place, one in steps),
        updates=tuple((one, basis.name("owner", one.by), of("updates", place)) for place, one in updates),
        own=own_facts(basis, project),
    )
