"""Projects as a report shows them: owner, phase, dates, milestones, money and the latest word."""

from dataclasses import dataclass
from datetime import date

from strategy_cli.measuring.money import Sums, by_year
from strategy_cli.measuring.organisation import sector_of, sectors_now
from strategy_cli.measuring.updates import latest
from strategy_cli.model.entity import Term
from strategy_cli.model.project import Milestone, Project, Update
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy
from strategy_cli.terms import is_over
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.named import Named, named
from strategy_cli.views.frame.organisation import Note, notes
from strategy_cli.views.parts.own import OwnFact, own_facts


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone, and whether its day has passed without it on the report's day."""

    milestone: Milestone
    state: str  # done, late or ahead


@dataclass(frozen=True, slots=True)
class ProjectCard:
    """A project; ``owner`` is None when no post answers for it, ``phase`` when its status was not said."""

    id: str
    name: Text
    description: Text | None
    goals: tuple[Named, ...]
    unit: Named | None
    owner_id: str | None
    owner: Text | str | None
    body: Text | str | None
    programme: Text | str | None
    phase: str | None
    over: bool
    period: Term
    steps: tuple[Step, ...]
    money: dict[int, Sums]
    update: Update | None
    notes: tuple[Note, ...] = ()
    reporter: Text | str | None = None
    own: tuple[OwnFact, ...] = ()

    @property
    def late(self) -> tuple[Step, ...]:
        """The milestones whose day has passed without them."""
        return tuple(step for step in self.steps if step.state == "late")

    @property
    def done(self) -> int:
        """How many milestones have been reached."""
        return sum(step.state == "done" for step in self.steps)


@dataclass(frozen=True, slots=True)
class ProjectGroup:
    """The projects of one sector; ``sector`` is None for those in no unit."""

    sector: Named | None
    projects: tuple[ProjectCard, ...]


def cards(basis: Basis) -> tuple[ProjectCard, ...]:
    """Make the cards of the projects shown."""
    return tuple(card(basis, project) for project in basis.projects)


def card(basis: Basis, project: Project) -> ProjectCard:
    """Make a project's card as of the report's day."""
    over = is_over(project, basis.strategy, basis.day)
    update = latest(project, basis.day)
    return ProjectCard(
        id=project.id,
        name=project.name,
        description=project.description,
        goals=tuple(named(basis, "goal", goal) for goal in project.goals),
        unit=named(basis, "unit", project.unit) if project.unit else None,
        owner_id=project.owner,
        owner=basis.name("owner", project.owner),
        body=basis.name("body", project.body),
        programme=basis.name("programme", project.programme),
        phase=phase(project),
        over=over,
        period=project.period,
        steps=tuple(Step(m, _state(m, basis.day, over=over)) for m in sorted(project.milestones, key=lambda m: m.due)),
        money=by_year([project]),
        update=update,
        notes=notes(basis, project.ref),
        reporter=basis.name("owner", update.by) if update and update.by != project.owner else None,
        own=own_facts(basis, project),
    )


def phase(project: Project) -> str | None:
    """Give a project's status; None when it was not said."""
    return project.status if "status" in project.model_fields_set else None


def by_sector(strategy: Strategy, cards: tuple[ProjectCard, ...], on: date | None = None) -> tuple[ProjectGroup, ...]:
    """Group projects under their sectors, those without a unit last; with ``on``, under the one they have passed to."""
    groups: dict[str, list[ProjectCard]] = {}
    for one in cards:
        groups.setdefault(_sector(strategy, one.unit.id, on) if one.unit else "", []).append(one)
    ordered = sorted(groups.items(), key=lambda item: (not item[0], item[0]))
    return tuple(
        ProjectGroup(Named(unit, strategy.name(Ref("unit", unit))) if unit else None, tuple(held))
        for unit, held in ordered
    )


def _sector(strategy: Strategy, unit: str, on: date | None) -> str:
    """Give the one sector that a unit's work is in on the day, else the unit's own: its work is nowhere, or in many."""
    now = sectors_now(strategy, unit, on) if on else ()
    return now[0] if len(now) == 1 else sector_of(strategy, unit)


def _state(milestone: Milestone, on: date, *, over: bool) -> str:
    if milestone.done is not None and milestone.done <= on:
        return "done"
    return "late" if milestone.due < on and not over else "ahead"
