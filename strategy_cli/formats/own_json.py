"""Fields of the city's own in JSON: by name, decimals and days as text, links as ids."""

from datetime import date
from decimal import Decimal
from typing import Any

from strategy_cli.formats.figures_json import day, number
from strategy_cli.messages import Messages
from strategy_cli.model.entity import Entity
from strategy_cli.model.text import Text
from strategy_cli.views.frame.basis import Basis


def own_json(basis: Basis, entity: Entity, messages: Messages) -> dict[str, Any]:
    """Write the fields that a thing has; posts only where readers may know of them."""
    declared = basis.strategy.about.fields.of(entity.kind)
    hidden = () if basis.posts.told else [name for name, field in declared.items() if field.target == "owner"]
    return {name: _plain(held, messages) for name, held in entity.own.items() if name not in hidden}


def _plain(held: object, messages: Messages) -> Any:
    if isinstance(held, tuple):
        return [_plain(one, messages) for one in held]
    if isinstance(held, Text):
        return messages.write(held)
    if isinstance(held, Decimal):
        return number(held)
    if isinstance(held, date):
        return day(held)
    return held if isinstance(held, bool | int) else str(held)
