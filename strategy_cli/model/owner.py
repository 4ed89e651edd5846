"""Owner: a post that answers for things, never a person's name."""

from typing import ClassVar

from pydantic import Field

from strategy_cli.model.entity import OwnerId, Titled, UnitId
from strategy_cli.model.fields import Date, Id, Switch


class Owner(Titled):
    """A post (virka, tehtävä): holders change, the post answers; ``holder`` is a key of ``people.yaml``."""

    kind: ClassVar[str] = "owner"

    unit: UnitId | None = None
    reports_to: OwnerId | None = None
    from_: Date | None = Field(None, alias="from")
    until: Date | None = None
    fixed_term: Switch = False
    deputy: OwnerId | None = None
    holder: Id | None = None
