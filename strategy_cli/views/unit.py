"""The unit's card: one page of what a unit carries out, with whom, how far it is and what happens next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from strategy_cli.measuring.indicator import Measured
from strategy_cli.measuring.matters import Matter
from strategy_cli.measuring.organisation import carried_by, handled_by, in_force
from strategy_cli.measuring.rollup import MeasuredGoal, counted, order
from strategy_cli.measuring.scope import of_unit, scope
from strategy_cli.model.project import Project
from strategy_cli.model.text import Text
from strategy_cli.model.unit import Unit
from strategy_cli.terms import is_over
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.named import Named, named
from strategy_cli.views.parts.deadlines import HALF_YEAR, Item, deadlines
from strategy_cli.views.parts.indicators import IndicatorRow, row
from strategy_cli.views.parts.own import OwnFact, own_facts
from strategy_cli.views.parts.projects import ProjectCard


@dataclass(frozen=True, slots=True)
class UnitPart:
    """A unit and its place; ``ended`` is its last day once that has passed, ``begins`` its first if it is to come.

    ``head`` answers for it, or for the nearest unit above that says who does, or for the one that goes on with its work
    (``head_of``, None for its own).
    """

    level: str
    above: tuple[Named, ...]
    below: tuple[Named, ...]
    body: Text | str | None
    head: Text | str | None
    deputy: Text | str | None
    head_of: Named | None
    begins: date | None
    ended: date | None
    successors: tuple[Named, ...]
    own: tuple[OwnFact, ...] = ()


@dataclass(frozen=True, slots=True)
class CarriedGoal:
    """A goal that the unit carries out; ``meaning`` is said of the unit, or of ``of``, the nearest above it."""

    id: str
    number: str | None
    name: Text
    binding: bool
    measured: MeasuredGoal
    meaning: Text | None
    of: Named | None


@dataclass(frozen=True, slots=True)
class UnitReport:
    """Everything the unit's card shows.

    ``through`` is the unit above whose goals these are, when none are said to be the unit's own; ``joint`` are the
    projects of others that it takes part in; ``own`` tells that the indicators are the unit's own, else its goals'.
    ``next`` are the milestones of its own projects, or of the others' if it has none.
    """

    unit: UnitPart
    through: Named | None
    goals: tuple[CarriedGoal, ...]
    projects: tuple[ProjectCard, ...]
    joint: tuple[ProjectCard, ...]
    own: bool
    indicators: tuple[IndicatorRow, ...]
    next: tuple[Item, ...]
    until: date


def unit_report(basis: Basis, cards: tuple[ProjectCard, ...]) -> UnitReport:
    """Make the card of the unit that the report is about."""
    strategy = basis.strategy
    unit = strategy.units[basis.subject or ""]
    within = carried_by(strategy, unit.id, basis.on)
    running = tuple(card for card in cards if not card.over)
    own = frozenset(card.id for card in running if _is_of(basis, strategy.projects[card.id], within))
    through, goals = _carried(basis, unit)
    measured = _own_indicators(basis, within, own)
    followed = own or frozenset(card.id for card in running)
    soon = deadlines(basis, HALF_YEAR, lambda matter: _is_step(matter) and matter.thing.id in followed)
    return UnitReport(
        unit=_unit(basis, unit),
        through=named(basis, "unit", through.id) if through else None,
        goals=tuple(_goal(basis, one, unit) for one in goals),
        projects=tuple(card for card in running if card.id in own),
        joint=tuple(card for card in running if card.id not in own),
        own=bool(measured),
        indicators=tuple(row(basis, one) for one in measured or _result_indicators(goals)),
        next=(*soon.late, *soon.ahead),
        until=soon.until,
    )


def _is_step(matter: Matter) -> bool:
    return matter.kind == "milestone"


def _is_of(basis: Basis, project: Project, units: frozenset[str]) -> bool:
    if project.unit:
        return project.unit in units
    post = basis.strategy.owners.get(project.owner or "")
    return post is not None and post.unit in units


def _unit(basis: Basis, unit: Unit) -> UnitPart:
    strategy, on = basis.strategy, basis.on
    ended = is_over(unit, strategy, on)
    above = () if ended else tuple(_above(basis, unit))
    heirs = (strategy.units[heir] for heir in unit.successors if heir in strategy.units)
    headed = next((one for one in (heirs if ended else (unit, *above)) if one.head), None)
    post = strategy.owners.get(headed.head or "") if headed else None
    children = (u for u in strategy.units.values() if u.parent == unit.id and in_force(strategy, u, on))
    return UnitPart(
        level=unit.level,
        above=tuple(named(basis, "unit", one.id) for one in above),
        below=tuple(named(basis, "unit", one.id) for one in children),
        body=basis.name("body", handled_by(strategy, headed.id if headed else unit.id)),
        head=basis.name("owner", headed.head) if headed else None,
        deputy=basis.name("owner", post.deputy) if post else None,
        head_of=named(basis, "unit", headed.id) if headed and headed is not unit else None,
        begins=unit.from_ if unit.from_ and unit.from_ > on else None,
        ended=unit.until if ended else None,
        successors=tuple(named(basis, "unit", heir) for heir in unit.successors),
        own=own_facts(basis, unit),
    )


def _above(basis: Basis, unit: Unit) -> Iterator[Unit]:
    """Climb the units above one, the nearest first; a circle (an error of its own) ends."""
    seen = {unit.id}
    found = basis.strategy.units.get(unit.parent or "")
    while found and found.id not in seen:
        seen.add(found.id)
        yield found
        found = basis.strategy.units.get(found.parent or "")


def _carried(basis: Basis, unit: Unit) -> tuple[Unit | None, tuple[MeasuredGoal, ...]]:
    """Find the goals that a unit carries out; if it is linked to none, those of the nearest unit above that is."""
    asked = scope(basis.strategy, basis.filters, basis.on).goals
    above = () if is_over(unit, basis.strategy, basis.on) else _above(basis, unit)
    for one in (unit, *above):
        held = [basis.measures.goals[goal] for goal in of_unit(basis.strategy, one.id, basis.on).goals]
        if goals := counted(sorted(held, key=lambda goal: order(goal.goal))):
            return None if one is unit else one, tuple(goal for goal in goals if goal.goal.id in asked)
    return None, ()


def _goal(basis: Basis, measured: MeasuredGoal, unit: Unit) -> CarriedGoal:
    goal = measured.goal
    said = next((one for one in (unit, *_above(basis, unit)) if one.id in goal.meaning), None)
    return CarriedGoal(
        id=goal.id,
        number=goal.number,
        name=goal.name,
        binding=goal.binding,
        measured=measured,
        meaning=goal.meaning[said.id] if said else None,
        of=named(basis, "unit", said.id) if said and said is not unit else None,
    )


def _own_indicators(basis: Basis, units: frozenset[str], projects: frozenset[str]) -> tuple[Measured, ...]:
    """Choose the indicators that the unit's posts keep, and those that its projects are to move."""
    strategy = basis.strategy
    posts = {post.id for post in strategy.owners.values() if post.unit in units}
    moved = {indicator for project in projects for indicator in strategy.projects[project].indicators}
    return tuple(m for m in basis.indicators if m.indicator.owner in posts or m.indicator.id in moved)


def _result_indicators(goals: tuple[MeasuredGoal, ...]) -> tuple[Measured, ...]:
    """Choose the result indicators of goals, each once."""
    every = {m.indicator.id: m for goal in goals for m in goal.indicators if m.indicator.purpose == "result"}
    return tuple(every.values())
