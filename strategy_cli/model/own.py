"""Own: the fields that a city declares for its own use, and the models that hold them beside the built-in ones."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, get_args

from pydantic import BaseModel, BeforeValidator, Field, create_model

from strategy_cli.model.entity import (
    BodyId,
    DecisionId,
    Entity,
    GoalId,
    IndicatorId,
    OwnerId,
    ProgrammeId,
    ProjectId,
    UnitId,
)
from strategy_cli.model.fields import Date, Euros, Multilingual, Node, Number, Spoken, Switch, When, Whole, Words
from strategy_cli.model.kinds import attributes
from strategy_cli.model.text import Text

E = TypeVar("E", bound=Entity)

Kind = Literal["goal", "indicator", "project", "programme", "owner", "unit", "body", "decision"]
KINDS: tuple[str, ...] = get_args(Kind)
OwnType = Literal[
    "text",
    "words",
    "number",
    "whole",
    "euros",
    "date",
    "period",
    "switch",
    "choice",
    "goal",
    "indicator",
    "project",
    "programme",
    "owner",
    "unit",
    "body",
    "decision",
]
NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_OWN = "own_"  # how the attributes of own fields begin


_TYPES: Mapping[str, Any] = {
    "text": Multilingual,
    "words": Words,
    "number": Number,
    "whole": Whole,
    "euros": Euros,
    "date": Date,
    "period": When,
    "switch": Switch,
    "goal": GoalId,
    "indicator": IndicatorId,
    "project": ProjectId,
    "programme": ProgrammeId,
    "owner": OwnerId,
    "unit": UnitId,
    "body": BodyId,
    "decision": DecisionId,
}


def _labelled(value: object) -> object:
    """Let a plain list of choices stand for choices that are called what they are written as."""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return {one: one for one in value}
    return value


class OwnField(Node):
    """A field of the city's own: what it holds, what people call it, and what it weighs when it changes."""

    type: OwnType
    label: Spoken | None = None
    choices: Annotated[dict[Words, Spoken], BeforeValidator(_labelled)] = Field(default_factory=dict)
    list: Switch = False
    required: Switch = False
    weight: Literal["decision", "notice", "progress", "wording"] = "notice"

    @property
    def target(self) -> str | None:
        """The kind of thing that the field links to; None when it is no link."""
        return self.type if self.type in KINDS else None


class OwnFields(Node):
    """The fields of the city's own, by the kind of thing that has them and by their name."""

    goal: dict[Words, OwnField] = Field(default_factory=dict)
    indicator: dict[Words, OwnField] = Field(default_factory=dict)
    project: dict[Words, OwnField] = Field(default_factory=dict)
    programme: dict[Words, OwnField] = Field(default_factory=dict)
    owner: dict[Words, OwnField] = Field(default_factory=dict)
    unit: dict[Words, OwnField] = Field(default_factory=dict)
    body: dict[Words, OwnField] = Field(default_factory=dict)
    decision: dict[Words, OwnField] = Field(default_factory=dict)

    def of(self, kind: str) -> Mapping[str, OwnField]:
        """Give the fields of a kind of thing, by name; those of the strategy itself are none."""
        found: Mapping[str, OwnField] = getattr(self, kind) if kind in KINDS else {}
        return found

    def name(self, kind: str, field: str) -> Text | str:
        """Give what people call a field: its label, else its name with spaces."""
        declared = self.of(kind).get(field)
        return (declared and declared.label) or field.replace("_", " ")


class _Shape(NamedTuple):
    """What settles a field's type, apart from its words; without a type the field takes anything and holds nothing."""

    name: str
    type: str | None
    several: bool = False
    choices: tuple[str, ...] = ()


def extended(model: type[E], fields: Mapping[str, OwnField], faulty: Iterable[str] = ()) -> type[E]:
    """Give the model of a kind with the city's own fields; itself without any.

    What cannot be a field, because it is ``faulty`` or its name is taken or none, is told where it is declared:
    there its values are read past.
    """
    shapes = [_Shape(n, f.type, f.list, tuple(f.choices)) for n, f in fields.items() if usable(model, n)]
    known = {shape.name for shape in shapes}
    shapes += [_Shape(n, None) for n in dict.fromkeys((*faulty, *fields)) if n not in known and not taken(model, n)]
    return _extended(model, tuple(shapes)) if shapes else model


@cache
def built_in(model: type[BaseModel]) -> dict[str, str]:
    """Map the keys of a model to their attribute names, without the fields of a city's own."""
    return {key: name for key, name in attributes(model).items() if not name.startswith(_OWN)}


def usable(model: type[Entity], name: str) -> bool:
    """Tell whether a name can be that of a field of the city's own."""
    return NAME.fullmatch(name) is not None and not taken(model, name)


def taken(model: type[Entity], name: str) -> bool:
    """Tell whether a name is that of a built-in key."""
    return name in built_in(model)


@cache
def _extended(model: type[E], shapes: tuple[_Shape, ...]) -> type[E]:
    """Make the model once for the same declarations, so that two versions of a strategy share it."""
    given: dict[str, Any] = {}
    for number, shape in enumerate(shapes):
        empty = () if shape.several else None
        given[f"{_OWN}{number}"] = (_annotation(shape), Field(empty, alias=shape.name))
    made = create_model(model.__name__, __base__=model, __module__=model.__module__, **given)
    made.own_keys = {s.name: f"{_OWN}{number}" for number, s in enumerate(shapes) if s.type}
    return made


def _annotation(shape: _Shape) -> Any:
    if shape.type is None:
        return Any
    one = Literal[shape.choices] if shape.type == "choice" and shape.choices else _TYPES.get(shape.type, Words)
    return tuple[one, ...] if shape.several else one | None  # type: ignore[valid-type]
