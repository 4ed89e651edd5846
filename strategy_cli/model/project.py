"""Project: work with an owner, a period, milestones and money that serves goals."""

from typing import ClassVar, Literal

from pydantic import Field

from strategy_cli.model.entity import (
    BodyId,
    DecisionId,
    GoalId,
    IndicatorId,
    Named,
    OwnerId,
    ProgrammeId,
    ProjectId,
    Term,
    UnitId,
)
from strategy_cli.model.fields import Date, Euros, Multilingual, Node, Number, When, Words, Year

Phase = Literal["idea", "proposed", "approved", "started", "paused", "in-practice", "closed", "cancelled"]
OVER = frozenset({"in-practice", "closed", "cancelled"})


class Milestone(Node):
    """A dated step; ``done`` is the day it was reached."""

    name: Multilingual
    due: Date
    done: Date | None = None


class Money(Node):
    """A budget year's euros: asked for, granted, used, and of the costs what comes from outside."""

    year: Year
    asked: Euros | None = None
    granted: Euros | None = None
    used: Euros | None = None
    external: Euros | None = None
    note: Multilingual | None = None


class Update(Node):
    """The owner's report for a period: how it goes, and what is done about it."""

    period: When
    status: Literal["on-track", "at-risk", "off-track"]
    note: Multilingual | None = None
    corrective: Multilingual | None = None
    by: OwnerId | None = None


class Project(Named):
    """A project; exactly one post, the owner, answers for it (Kemi city board 25.9.2023 § 292)."""

    kind: ClassVar[str] = "project"

    description: Multilingual | None = None
    goals: tuple[GoalId, ...] = ()
    programme: ProgrammeId | None = None
    unit: UnitId | None = None
    participants: tuple[UnitId, ...] = ()
    owner: OwnerId | None = None
    deputy: OwnerId | None = None
    body: BodyId | None = None
    status: Phase = "idea"
    period: Term = Field(default_factory=Term)
    milestones: tuple[Milestone, ...] = ()
    money: tuple[Money, ...] = ()
    effort: Number | None = None
    decisions: tuple[DecisionId, ...] = ()
    indicators: tuple[IndicatorId, ...] = ()
    depends_on: tuple[ProjectId, ...] = ()
    updates: tuple[Update, ...] = ()
    processes: tuple[Words, ...] = ()
    review_by: Date | None = None
