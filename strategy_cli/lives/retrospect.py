"""Retrospect: what can be learnt from a strategy's whole life, each question answered in a file of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from strategy_cli.lives.answers.attainment import Attainment, attainment
from strategy_cli.lives.answers.departures import Departed, departures
from strategy_cli.lives.answers.ownership import Ownership, ownership
from strategy_cli.lives.answers.promises import Promises, promises, weakened
from strategy_cli.lives.answers.revised import Revised, recorded_values, revisions
from strategy_cli.lives.answers.unattended import Unattended, unattended
from strategy_cli.lives.answers.unstarted import Stalled, stalled
from strategy_cli.lives.deciding import Deciding, Settled
from strategy_cli.lives.record import Record


@dataclass(frozen=True, slots=True)
class Retrospect:
    """A strategy's life as of a day.

    ``commits`` counts those that changed something in the strategy's folder, ``all_goals`` the goals that ever were,
    ``all_values`` the values ever recorded; ``departed`` are goals, ``removed`` projects; ``weakened`` are all changes
    that took back a promise.
    """

    record: Record
    on: date
    commits: int
    attainment: Attainment
    unattended: Unattended
    ownership: Ownership
    promises: Promises
    departed: tuple[Departed, ...]
    removed: tuple[Departed, ...]
    all_goals: int
    stalled: Stalled
    revised: tuple[Revised, ...]
    all_values: int
    weakened: tuple[Settled, ...]

    @property
    def counts(self) -> Mapping[str, tuple[int, int]]:
        """Give the answer to every question as a number, and of how many it is; in the order of the questions."""
        owned, promised = self.ownership, self.promises
        goals, indicators = self.attainment.goals, self.attainment.indicators
        return {
            "goals": (sum(not one.ever for one in goals), len(goals)),
            "indicators": (sum(not one.ever for one in indicators), len(indicators)),
            "silent-indicators": (len(self.unattended.indicators), self.unattended.all_indicators),
            "silent-projects": (len(self.unattended.projects), self.unattended.all_projects),
            "ownerless": (len(owned.never), owned.all_owned),
            "owners": (len(owned.changed), owned.all_owned),
            "posts": (len(owned.ended), owned.all_posts),
            "loosened": (len({one.life.ref for one in promised.loosened}), promised.all_indicators),
            "postponed": (len({one.life.ref for one in promised.postponed}), promised.all_dated),
            "departed": (len(self.departed), self.all_goals),
            "unstarted": (len(self.stalled.unstarted), self.stalled.all_projects),
            "cancelled": (len(self.stalled.cancelled), self.stalled.all_projects),
            "removed": (len(self.removed), self.stalled.all_projects),
            "revised": (len(self.revised), self.all_values),
            "undecided": (len(self.undecided), len(self.weakened)),
        }

    @property
    def undecided(self) -> tuple[Settled, ...]:
        """The changes that took back a promise and that no recorded decision settled."""
        return tuple(one for one in self.weakened if not one.decisions)


def retrospect(record: Record, on: date) -> Retrospect:
    """Answer every question about the strategy's life, as of a day."""
    deciding = Deciding(record, on)
    return Retrospect(
        record=record,
        on=on,
        commits=sum(1 for step in record.steps if step.commit),
        attainment=attainment(record, on),
        unattended=unattended(record, on),
        ownership=ownership(record, on),
        promises=promises(record, deciding),
        departed=departures(record, "goal", deciding),
        removed=departures(record, "project", deciding),
        all_goals=sum(1 for _ in record.of("goal")),
        stalled=stalled(record, on, deciding),
        revised=revisions(record),
        all_values=recorded_values(record),
        weakened=weakened(record, deciding),
    )
