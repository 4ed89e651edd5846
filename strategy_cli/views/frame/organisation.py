"""Organisation: what a reader must know of the units and bodies behind a figure that are not, or will not be, there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from strategy_cli.model.body import Body
from strategy_cli.model.entity import Entity
from strategy_cli.model.goal import Goal
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.project import Project
from strategy_cli.model.text import Text
from strategy_cli.model.unit import Unit
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy
from strategy_cli.terms import ends, is_over
from strategy_cli.views.frame.basis import Basis


class State(StrEnum):
    """Why a unit or a body is not there: over on the day, over before the thing is, or still to come."""

    ENDED = "ended"
    ENDS = "ends"
    NOT_BEGUN = "not-begun"


@dataclass(frozen=True, slots=True)
class Note:
    """A unit or a body (``kind``) and its last day, or its first one when it has not begun.

    ``successors`` are the units that go on with its work.
    """

    kind: str
    state: State
    name: Text | str
    day: date
    successors: tuple[Text | str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """A note, and the names of the goals, indicators and projects shown that it is about."""

    note: Note
    things: tuple[Text | str, ...]


def changed(basis: Basis) -> tuple[Changed, ...]:
    """Gather the notes of everything that is shown, by the day of the change."""
    found: dict[Note, list[Text | str]] = {}
    goals, indicators = (g.goal.ref for g in basis.goals), (m.indicator.ref for m in basis.indicators)
    for ref in (*goals, *indicators, *(p.ref for p in basis.projects)):
        for note in notes(basis, ref):
            found.setdefault(note, []).append(basis.strategy.name(ref))
    return tuple(
        Changed(note, tuple(found[note])) for note in sorted(found, key=lambda n: (n.day, n.kind, str(n.name)))
    )


def notes(basis: Basis, ref: Ref) -> tuple[Note, ...]:
    """Tell of the units and bodies behind a goal, an indicator or a project that are not there on the report's day.

    Also of those that end while the thing goes on.
    """
    thing = basis.strategy.find(ref) if basis.passing else None
    if thing is None:
        return ()
    holders = (holder for holder in dict.fromkeys(_holders(basis.strategy, thing)) if holder in basis.passing)
    found = (_note(basis, thing, holder) for holder in holders)
    return tuple(dict.fromkeys(note for note in found if note))


def _holders(strategy: Strategy, thing: Entity) -> Iterator[Ref]:
    """Go through the units and bodies behind a thing: its own, its owner's, and those that take part."""
    if isinstance(thing, Project) and thing.unit:
        yield Ref("unit", thing.unit)
    if isinstance(thing, Goal | Project) and thing.body:
        yield Ref("body", thing.body)
    if isinstance(thing, Goal | Indicator | Project) and (post := strategy.owners.get(thing.owner or "")) and post.unit:
        yield Ref("unit", post.unit)
    if isinstance(thing, Goal | Project):
        yield from (Ref("unit", unit) for unit in thing.participants)


def _note(basis: Basis, thing: Entity, holder: Ref) -> Note | None:
    for one in _upwards(basis.strategy, holder):
        if found := _state(basis, thing, one):
            return Note(holder.kind, found[0], one.name, found[1], tuple(_successors(basis.strategy, one)))
    return None


def _upwards(strategy: Strategy, holder: Ref) -> Iterator[Unit | Body]:
    """Go from a unit up to its sector, for a unit is not there without it; a body stands by itself."""
    seen: set[str] = set()
    name: str | None = holder.id
    while name and name not in seen:
        seen.add(name)
        found = strategy.find(Ref(holder.kind, name))
        if isinstance(found, Unit | Body):
            yield found
        name = found.parent if isinstance(found, Unit) else None


def _state(basis: Basis, thing: Entity, holder: Unit | Body) -> tuple[State, date] | None:
    if holder.from_ and holder.from_ > basis.on:
        return State.NOT_BEGUN, holder.from_
    if holder.until is None:
        return None
    if holder.until < basis.on:
        return State.ENDED, holder.until
    return (State.ENDS, holder.until) if _outlasts(basis, thing, holder.until) else None


def _outlasts(basis: Basis, thing: Entity, until: date) -> bool:
    end = ends(thing, basis.strategy)
    return not is_over(thing, basis.strategy, basis.on) and (end is None or end > until)


def _successors(strategy: Strategy, holder: Unit | Body) -> Iterator[Text | str]:
    """Name what goes on with the work, whichever of the two says so."""
    if isinstance(holder, Unit):
        later = (u.id for u in strategy.units.values() if holder.id in u.continues)
        yield from (strategy.name(Ref("unit", u)) for u in dict.fromkeys((*holder.successors, *later)))
