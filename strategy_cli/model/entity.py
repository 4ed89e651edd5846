"""Entity: what every kind of thing in a strategy has: an id, earlier ids and a name."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from strategy_cli.model.fields import Date, Id, Link, Multilingual, Node
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref

GoalId = Annotated[Id, Link("goal")]
IndicatorId = Annotated[Id, Link("indicator")]
ProjectId = Annotated[Id, Link("project")]
ProgrammeId = Annotated[Id, Link("programme")]
OwnerId = Annotated[Id, Link("owner")]
UnitId = Annotated[Id, Link("unit")]
BodyId = Annotated[Id, Link("body")]
DecisionId = Annotated[Id, Link("decision")]


class Term(Node):
    """A stretch of time by its first and last day, either of them open."""

    from_: Date | None = Field(None, alias="from")
    until: Date | None = None


class Entity(Node):
    """A thing with an identity: its kind and id, never its place in the folder.

    ``formerly`` declares earlier ids of the same thing; ``continues`` the things it was merged or split from.
    ``own_keys`` map the fields of the city's own to their attributes; ``extended`` makes models that have some.
    """

    kind: ClassVar[str]
    own_keys: ClassVar[Mapping[str, str]] = {}

    id: Id
    formerly: tuple[Id, ...] = ()
    continues: tuple[Id, ...] = ()

    @property
    def ref(self) -> Ref:
        """The entity's kind and id."""
        return Ref(self.kind, self.id)

    @property
    def own(self) -> Mapping[str, object]:
        """The values of the city's own fields, by name, of those that are given."""
        held = ((key, getattr(self, name)) for key, name in self.own_keys.items())
        return {key: value for key, value in held if value not in (None, ())}

    @property
    def label(self) -> Text | None:
        """What people call the entity; None when it has no name of its own."""
        return None


class Named(Entity):
    """An entity that people call by a name."""

    name: Multilingual

    @property
    def label(self) -> Text | None:
        """The name."""
        return self.name


class Titled(Entity):
    """An entity that people call by a title."""

    title: Multilingual

    @property
    def label(self) -> Text | None:
        """The title."""
        return self.title
