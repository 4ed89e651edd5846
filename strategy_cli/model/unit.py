"""Unit: a part of the organisation, for as long as it exists."""

from typing import ClassVar, Literal

from pydantic import Field

from strategy_cli.model.entity import BodyId, Named, OwnerId, UnitId
from strategy_cli.model.fields import Date


class Unit(Named):
    """A sector (toimiala), result area (tulosalue) or result unit (tulosyksikkö).

    A unit that has ended keeps its file: ``until`` is its last day, ``successors`` took over its work.
    """

    kind: ClassVar[str] = "unit"

    level: Literal["sector", "area", "unit"] = "unit"
    parent: UnitId | None = None
    from_: Date | None = Field(None, alias="from")
    until: Date | None = None
    successors: tuple[UnitId, ...] = ()
    body: BodyId | None = None
    head: OwnerId | None = None
