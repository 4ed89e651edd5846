"""Body: a council, board or group that decides, steers or is heard."""

from typing import ClassVar, Literal

from pydantic import Field

from strategy_cli.model.entity import BodyId, Named
from strategy_cli.model.fields import Date, Multilingual, Words


class Body(Named):
    """A body, from the council to an influence body (youth, elderly, disability council)."""

    kind: ClassVar[str] = "body"

    sort: (
        Literal[
            "council",
            "board",
            "committee",
            "management",
            "working",
            "steering",
            "influence",
            "audit",
            "company",
        ]
        | None
    ) = Field(None, alias="kind")
    reports_to: BodyId | None = None
    members: tuple[Words, ...] = ()
    task: Multilingual | None = None
    from_: Date | None = Field(None, alias="from")
    until: Date | None = None
