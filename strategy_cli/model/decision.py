"""Decision: what a body decided of a matter, on a day, under a section and a case number."""

from typing import ClassVar, Literal

from pydantic import Field

from strategy_cli.model.entity import BodyId, DecisionId, OwnerId, Titled
from strategy_cli.model.fields import AnyRef, Date, Multilingual, Words


class Decision(Titled):
    """One decision; ``previous`` links the chain of one case from board to council."""

    kind: ClassVar[str] = "decision"

    body: BodyId
    date: Date
    section: Words | None = None
    case_number: Words | None = None
    sort: Literal["noted", "guided", "approved", "proposed", "returned", "decided"] | None = Field(None, alias="kind")
    presenter: OwnerId | None = None
    proposal: Multilingual | None = None
    text: Multilingual | None = None
    concerns: tuple[AnyRef, ...] = ()
    previous: DecisionId | None = None
