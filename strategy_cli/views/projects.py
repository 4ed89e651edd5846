"""Projects as a report shows them: owner, phase, dates, milestones, money and the latest word."""

from dataclasses import dataclass
from datetime import date

from strategy_cli.measuring.money import Sums, by_year
from strategy_cli.model.entity import Term
from strategy_cli.model.project import Milestone, Project, Update
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy
from strategy_cli.terms import is_over


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone, and whether its day has passed without it on the report's day."""

    milestone: Milestone
    state: str  # done, late or ahead


@dataclass(frozen=True, slots=True)
class Named:
    """A thing to name and link to: its id and what people call it; only the id if nothing is known of it."""

    id: str
    name: Text | str

    @property
    def known(self) -> bool:
        """Tell whether there is such a thing."""
        return not isinstance(self.name, str)


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


def card(strategy: Strategy, project: Project, on: date) -> ProjectCard:
    """Make a project's card as of a day."""
    over = is_over(project, strategy, on)
    known = [update for update in project.updates if update.period.first <= on]
    return ProjectCard(
        id=project.id,
        name=project.name,
        description=project.description,
        goals=tuple(Named(g, strategy.name(Ref("goal", g))) for g in project.goals),
        unit=Named(project.unit, strategy.name(Ref("unit", project.unit))) if project.unit else None,
        owner_id=project.owner,
        owner=_name(strategy, "owner", project.owner),
        body=_name(strategy, "body", project.body),
        programme=_name(strategy, "programme", project.programme),
        phase=project.status if "status" in project.model_fields_set else None,
        over=over,
        period=project.period,
        steps=tuple(Step(m, _state(m, on, over=over)) for m in sorted(project.milestones, key=lambda m: m.due)),
        money=by_year([project]),
        update=max(known, key=lambda update: update.period.order, default=None),
    )


def by_sector(strategy: Strategy, cards: tuple[ProjectCard, ...]) -> tuple[ProjectGroup, ...]:
    """Group projects under their sectors, those without a unit last."""
    groups: dict[str, list[ProjectCard]] = {}
    for one in cards:
        groups.setdefault(_sector(strategy, one.unit.id) if one.unit else "", []).append(one)
    ordered = sorted(groups.items(), key=lambda item: (not item[0], item[0]))
    return tuple(
        ProjectGroup(Named(unit, strategy.name(Ref("unit", unit))) if unit else None, tuple(held))
        for unit, held in ordered
    )


def _sector(strategy: Strategy, unit: str) -> str:
    """Climb to the unit at the top; a circle of parents (an error of its own) ends where it began."""
    seen = {unit}
    while (found := strategy.units.get(unit)) and found.parent and found.parent not in seen:
        unit = found.parent
        seen.add(unit)
    return unit


def _state(milestone: Milestone, on: date, *, over: bool) -> str:
    if milestone.done is not None and milestone.done <= on:
        return "done"
    return "late" if milestone.due < on and not over else "ahead"


def _name(strategy: Strategy, kind: str, identity: str | None) -> Text | str | None:
    return strategy.name(Ref(kind, identity)) if identity else None
