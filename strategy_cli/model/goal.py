"""Goal: what the municipality wants to be true, at any level of the strategy."""

from typing import ClassVar, Literal

from pydantic import Field

from strategy_cli.model.entity import BodyId, DecisionId, GoalId, Named, OwnerId, UnitId
from strategy_cli.model.fields import Date, Multilingual, Node, Number, Switch, When, Words

RollUp = Literal["all", "mean", "worst", "judged"]
ResultClass = Literal["attained", "partly", "not-attained", "cannot"]

# The seven content areas of the Local Government Act 410/2015, 37 §.
Area = Literal[
    "wellbeing",
    "services",
    "statutory-services",
    "ownership",
    "personnel",
    "participation",
    "living-environment-and-vitality",
]


class Judgement(Node):
    """A person's assessment of a goal for a period: the class, why, what is done about it, and by which post."""

    period: When
    class_: ResultClass = Field(alias="class")
    reason: Multilingual
    corrective: Multilingual | None = None
    by: OwnerId


class Goal(Named):
    """A goal or, at the top, an aim; ``number`` is for display only."""

    kind: ClassVar[str] = "goal"

    description: Multilingual | None = None
    number: Words | None = None
    parent: GoalId | None = None
    level: Literal["aim", "goal"] = "goal"
    binding: Switch = False
    owner: OwnerId | None = None
    body: BodyId | None = None
    consulted: tuple[OwnerId, ...] = ()
    participants: tuple[UnitId, ...] = ()
    covers: tuple[Area, ...] = ()
    themes: tuple[Words, ...] = ()
    roll_up: RollUp | None = None
    weight: Number | None = None
    judgements: tuple[Judgement, ...] = ()
    meaning: dict[UnitId, Multilingual] = Field(default_factory=dict)
    from_: Date | None = Field(None, alias="from")
    until: Date | None = None
    decision: DecisionId | None = None
