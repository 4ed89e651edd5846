"""Life: what git tells of one thing: its versions, what happened to it, and what happened to others because of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from strategy_cli.changes import Change, Weight, weakens, weight_of
from strategy_cli.git import Commit
from strategy_cli.model.entity import Entity
from strategy_cli.ref import Ref
from strategy_cli.replay import Step
from strategy_cli.strategy import Strategy


class Version(NamedTuple):
    """A thing as a commit left it, and the strategy around it; no commit where it is not committed yet."""

    commit: Commit | None
    entity: Entity
    strategy: Strategy


class Event(NamedTuple):
    """A change, and the step in which it was made."""

    change: Change
    step: Step

    @property
    def day(self) -> date | None:
        """The day of the commit; None of what is not committed yet."""
        return self.step.commit.day if self.step.commit else None

    @property
    def weight(self) -> Weight:
        """The change's weight."""
        return weight_of(self.change.id)

    @property
    def weakening(self) -> bool:
        """Whether the change takes back something that was promised."""
        return weakens(self.change.id)

    @property
    def to_decide(self) -> bool:
        """Whether a decision is expected of the change: for its weight, or because it takes back a promise."""
        return self.weakening or self.weight is Weight.DECISION


class Renamed(NamedTuple):
    """An id that a thing had, and the step in which it was given another."""

    ref: Ref
    step: Step


@dataclass(frozen=True, slots=True)
class Life:
    """A thing by what it was last called, through every declared change of its id.

    ``versions`` are those in which it differs, oldest first; ``events`` its own changes, and ``told`` also those of
    other things that are about it, both in order of time. ``came`` is the step that brought it, None of what was there
    when the history at hand begins; ``gone`` the step that removed it, None of what is there still. ``last`` is the
    version of the strategy in which it was last seen.
    """

    ref: Ref
    formerly: tuple[Renamed, ...]
    versions: tuple[Version, ...]
    events: tuple[Event, ...]
    told: tuple[Event, ...]
    came: Step | None
    gone: Step | None
    last: Strategy

    @property
    def entity(self) -> Entity:
        """The thing as it was last seen."""
        return self.versions[-1].entity

    @property
    def ids(self) -> frozenset[str]:
        """Every id that it has had."""
        return frozenset((self.ref.id, *(one.ref.id for one in self.formerly)))

    @property
    def since(self) -> date | None:
        """The day from which it is known; None of what is not committed yet."""
        first = self.versions[0].commit
        return first.day if first else None

    def by(self, day: date) -> Version | None:
        """Find the version that stood at the end of a day; None where it was not there."""
        if self.gone and self.gone.commit and self.gone.commit.day <= day:
            return None
        held = [one for one in self.versions if one.commit and one.commit.day <= day]
        return held[-1] if held else None

    def named(self, *changes: str) -> Iterator[Event]:
        """Go through the events whose change has one of the ids."""
        return (event for event in self.events if event.change.id in changes)
