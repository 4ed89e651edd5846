"""Indicator: how the attainment of goals is measured, with its values and targets."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field
from pydantic_core import PydanticCustomError

from strategy_cli.model.entity import GoalId, Named, OwnerId
from strategy_cli.model.fields import Measured, Multilingual, Node, Number, Read, Switch, When, Whole, Words, as_map

Frequency = Literal["year", "half", "third", "quarter", "month", "two-years", "council-term"]


class Range(Node):
    """The range that a value should stay within, both ends included."""

    min: Number
    max: Number


class Dated(Node):
    """A baseline or a target: a value at a period."""

    period: When
    value: Measured


class Observation(Node):
    """A measured value, with what the reader must know of it."""

    value: Measured
    note: Multilingual | None = None
    preliminary: Switch = False
    source: Words | None = None


class DataSource(Node):
    """Where the values come from."""

    name: Multilingual
    url: Words | None = None
    system: Words | None = None
    table: Words | None = None
    codes: tuple[Words, ...] = ()


def _better(value: object) -> object:
    if value in ("up", "down"):
        return value
    if isinstance(value, dict):
        return Range.model_validate(value)
    raise PydanticCustomError("better", "not a direction")


Better = Annotated[Literal["up", "down"] | Range, Read(_better)]


class Indicator(Named):
    """A measure of one or more goals.

    ``kind`` of indicator is Kuntaliitto's: result (reached?), steering (right direction?), start (got moving?);
    ``lag`` is the months until a period's value is published.
    """

    kind: ClassVar[str] = "indicator"

    description: Multilingual | None = None
    goal: GoalId | None = None
    goals: tuple[GoalId, ...] = ()
    purpose: Literal["result", "steering", "start"] | None = Field(None, alias="kind")
    type: Literal["quantity", "milestone", "rank", "text"] = "quantity"
    unit: Multilingual | None = None
    decimals: Whole | None = None
    better: Better | None = None
    baseline: Dated | None = None
    targets: tuple[Dated, ...] = ()
    values: dict[When, Annotated[Observation, as_map("value")]] = Field(default_factory=dict)
    forecasts: dict[When, Measured] = Field(default_factory=dict)
    frequency: Frequency | None = None
    lag: Whole | None = None
    why: Multilingual | None = None
    owner: OwnerId | None = None
    source: Annotated[DataSource, as_map("name")] | None = None
    cumulative: Switch = False

    @property
    def serves(self) -> tuple[str, ...]:
        """The ids of the goals it measures, however they were written."""
        return (self.goal, *self.goals) if self.goal else self.goals
