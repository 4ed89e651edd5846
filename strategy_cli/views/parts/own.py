"""Fields of the city's own as a report shows them: each with its label, links by name, beside the built-in facts."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from strategy_cli.model.entity import Entity
from strategy_cli.model.own import OwnField
from strategy_cli.views.frame.basis import Basis


@dataclass(frozen=True, slots=True)
class OwnFact:
    """A field that is given: its name, what people call it, its ``type`` and its values, one or several."""

    name: str
    label: Any
    type: str
    values: tuple[Any, ...]


def own_facts(basis: Basis, entity: Entity) -> tuple[OwnFact, ...]:
    """Gather the fields of the city's own that a thing has, in the order of their declaration."""
    if not entity.own_keys:
        return ()
    fields = basis.strategy.about.fields
    declared = fields.of(entity.kind)
    return tuple(
        OwnFact(name, fields.name(entity.kind, name), declared[name].type, _values(basis, declared[name], held))
        for name, held in entity.own.items()
    )


def _values(basis: Basis, field: OwnField, held: object) -> tuple[Any, ...]:
    return tuple(_value(basis, field, one) for one in (held if isinstance(held, tuple) else (held,)))


def _value(basis: Basis, field: OwnField, value: Any) -> Any:
    if field.target:
        return basis.called(field.target, value)
    if field.type == "choice":
        return field.choices.get(value, value)
    return Decimal(value) if field.type == "whole" else value
