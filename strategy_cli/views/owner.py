"""The owner's card: what a post answers for, what of it is late, what falls due, and what it leaves when it ends."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from strategy_cli.measuring.handover import outliving, successor
from strategy_cli.measuring.indicator import Measured, Rules
from strategy_cli.measuring.load import Load, load
from strategy_cli.measuring.matters import Matter
from strategy_cli.measuring.rollup import MeasuredGoal
from strategy_cli.measuring.scope import scope
from strategy_cli.measuring.unanswered import value_due
from strategy_cli.model.entity import Entity
from strategy_cli.model.goal import Goal
from strategy_cli.model.owner import Owner
from strategy_cli.model.text import Text
from strategy_cli.terms import is_over
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.named import Named, named
from strategy_cli.views.parts.deadlines import SOON, Deadlines, deadlines
from strategy_cli.views.parts.indicators import IndicatorRow, row
from strategy_cli.views.parts.overruns import Overrun, overruns
from strategy_cli.views.parts.own import OwnFact, own_facts
from strategy_cli.views.parts.projects import ProjectCard, Step


@dataclass(frozen=True, slots=True)
class PostPart:
    """A post and its place: whom it reports to, who stands in for it and for whom it does, what it heads and sits in.

    ``consulted`` are the goals that it is heard on; ``heir`` the post that continues it.
    """

    unit: Text | str | None
    reports_to: Text | str | None
    deputy: Text | str | None
    heir: Text | str | None
    begins: date | None
    until: date | None
    ended: bool
    heads: tuple[Named, ...]
    groups: tuple[Named, ...]
    stands_in: tuple[Named, ...]
    consulted: tuple[Named, ...]
    own: tuple[OwnFact, ...] = ()

    @property
    def placed(self) -> bool:
        """Tell whether anything is known of its place."""
        posts = self.unit or self.reports_to or self.deputy or self.heir
        return bool(posts or self.heads or self.groups or self.stands_in or self.consulted or self.own)


@dataclass(frozen=True, slots=True)
class OwnedGoal:
    """A goal that the post answers for."""

    id: str
    number: str | None
    name: Text
    binding: bool
    measured: MeasuredGoal


@dataclass(frozen=True, slots=True)
class OwnedIndicator:
    """An indicator that the post keeps; ``due`` is the last day for its next value, None when none is to come."""

    row: IndicatorRow
    due: date | None


@dataclass(frozen=True, slots=True)
class OwnedProject:
    """A project that the post answers for, its next milestone, and its spending over what was granted."""

    card: ProjectCard
    next: Step | None
    overruns: tuple[Overrun, ...]


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What goes on after the post has ended, its own end if it has one, and the post that is to take it over."""

    kind: str
    thing: Named
    ends: date | None
    heir: Text | str | None


@dataclass(frozen=True, slots=True)
class OwnerReport:
    """Everything the owner's card shows; ``others`` are the indicators of its goals that other posts keep."""

    post: PostPart
    load: Load
    deadlines: Deadlines
    goals: tuple[OwnedGoal, ...]
    programmes: tuple[Named, ...]
    projects: tuple[OwnedProject, ...]
    indicators: tuple[OwnedIndicator, ...]
    others: tuple[IndicatorRow, ...]
    deputy: tuple[Named, ...]
    handover: tuple[HandedOver, ...]

    @property
    def empty(self) -> bool:
        """Tell whether the post has nothing to answer for."""
        return not (self.goals or self.programmes or self.projects or self.indicators or self.deputy)


def owner_report(basis: Basis, cards: tuple[ProjectCard, ...]) -> OwnerReport:
    """Make the card of the post that the report is about."""
    strategy = basis.strategy
    post = strategy.owners[basis.subject or ""]
    held = load(strategy, basis.on).get(post.id, Load())
    running = sorted(cards, key=lambda one: (one.over, one.period.until or date.max, one.id))
    return OwnerReport(
        post=_post(basis, post),
        load=held,
        deadlines=deadlines(basis, SOON, _of(basis, post)),
        goals=tuple(OwnedGoal(g.goal.id, g.goal.number, g.goal.name, g.goal.binding, g) for g in basis.goals),
        programmes=_named(basis, _living(basis, strategy.users(post.ref, "programme", "owner"))),
        projects=tuple(_project(basis, one) for one in running),
        indicators=tuple(_indicator(basis, one) for one in basis.indicators if one.indicator.owner == post.id),
        others=tuple(row(basis, one) for one in basis.indicators if one.indicator.owner != post.id),
        deputy=tuple(named(basis, "project", project) for project in held.deputy),
        handover=_handover(basis, post),
    )


def _of(basis: Basis, post: Owner) -> Callable[[Matter], bool]:
    """Keep a post's matters, of things that the filters leave, and its own end."""
    asked = scope(basis.strategy, basis.filters, basis.on)
    return lambda matter: matter.post == post.id and (matter.thing.kind == "owner" or asked.holds(matter.thing))


def _post(basis: Basis, post: Owner) -> PostPart:
    strategy = basis.strategy
    heard = (g for g in strategy.users(post.ref, "goal", "consulted") if isinstance(g, Goal))
    groups = (body for body in strategy.bodies.values() if post.id in body.members)
    return PostPart(
        unit=basis.name("unit", post.unit),
        reports_to=basis.name("owner", post.reports_to),
        deputy=basis.name("owner", post.deputy),
        heir=basis.name("owner", successor(strategy, post)),
        begins=post.from_ if post.from_ and post.from_ > basis.on else None,
        until=post.until,
        ended=is_over(post, strategy, basis.on),
        heads=_named(basis, _living(basis, strategy.users(post.ref, "unit", "head"))),
        groups=_named(basis, _living(basis, groups)),
        stands_in=_named(basis, _living(basis, strategy.users(post.ref, "owner", "deputy"))),
        consulted=_named(basis, _living(basis, heard)),
        own=own_facts(basis, post),
    )


def _living(basis: Basis, things: Iterable[Entity]) -> Iterable[Entity]:
    return (one for one in things if not is_over(one, basis.strategy, basis.on))


def _named(basis: Basis, things: Iterable[Entity]) -> tuple[Named, ...]:
    return tuple(named(basis, one.kind, one.id) for one in things)


def _indicator(basis: Basis, measured: Measured) -> OwnedIndicator:
    due = value_due(basis.strategy, measured.indicator, Rules.of(basis.strategy.about, basis.on))
    return OwnedIndicator(row(basis, measured), None if due == date.min else due)


def _project(basis: Basis, card: ProjectCard) -> OwnedProject:
    return OwnedProject(card, _next(card), overruns(basis.strategy.projects[card.id], basis.on))


def _next(card: ProjectCard) -> Step | None:
    return None if card.over else next((step for step in card.steps if step.state != "done"), None)


def _handover(basis: Basis, post: Owner) -> tuple[HandedOver, ...]:
    return tuple(
        HandedOver(left.thing.kind, named(basis, *left.thing), left.ends, basis.name("owner", left.heir))
        for left in outliving(basis.strategy, post, basis.on)
    )
