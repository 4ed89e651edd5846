"""Provenance: what a report is based on: the day, the strategy's version and decision, the commit."""

from dataclasses import dataclass
from datetime import date

from strategy_cli import __version__
from strategy_cli.model.decision import Decision
from strategy_cli.model.entity import Term
from strategy_cli.model.text import Text
from strategy_cli.source import Version
from strategy_cli.strategy import Strategy

_MUCH = 92  # days: a report is made some weeks after its day, not a season


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision as minutes are cited: body, day, section, case number."""

    body: Text | str
    date: date
    section: str | None
    case_number: str | None


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a report's figures come from; ``version`` has no commit outside git."""

    on: date
    title: Text
    municipality: Text | None
    status: str
    period: Term
    decision: DecisionLine | None
    version: Version
    tool: str
    faults: int

    @property
    def begins(self) -> date | None:
        """The strategy's first day, while it is still to come."""
        first = self.period.from_
        return first if first is not None and first > self.on else None

    @property
    def written(self) -> date | None:
        """The day of the version where it is much later than the report's: phases and money are then that day's."""
        day = self.version.day
        return day if day is not None and (day - self.on).days > _MUCH else None


def provenance(strategy: Strategy, on: date, faults: int) -> Provenance:
    """Gather a report's provenance; ``faults`` is how many errors there were in reading the strategy."""
    about = strategy.about
    return Provenance(
        on=on,
        title=about.title,
        municipality=about.municipality.name if about.municipality else None,
        status=about.status,
        period=about.period,
        decision=decision_line(strategy, about.decision),
        version=strategy.version,
        tool=__version__,
        faults=faults,
    )


def decision_line(strategy: Strategy, identity: str | None) -> DecisionLine | None:
    """Cite a decision; None when there is none of that id."""
    found = strategy.decisions.get(identity or "")
    return cited(strategy, found) if found else None


def cited(strategy: Strategy, decision: Decision) -> DecisionLine:
    """Cite a decision."""
    body = strategy.bodies.get(decision.body)
    return DecisionLine(body.name if body else decision.body, decision.date, decision.section, decision.case_number)
