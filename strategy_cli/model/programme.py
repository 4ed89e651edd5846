"""Programme: what gathers projects under the strategy."""

from typing import ClassVar

from pydantic import Field

from strategy_cli.model.entity import BodyId, DecisionId, GoalId, Named, OwnerId, Term
from strategy_cli.model.fields import Multilingual


class Programme(Named):
    """A programme that supports the strategy's goals."""

    kind: ClassVar[str] = "programme"

    description: Multilingual | None = None
    goals: tuple[GoalId, ...] = ()
    owner: OwnerId | None = None
    body: BodyId | None = None
    period: Term = Field(default_factory=Term)
    decision: DecisionId | None = None
