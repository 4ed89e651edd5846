"""Values of changes as plain data, as files write them: decimals, days and ids as text."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from strategy_cli.model.kinds import attributes
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref


def value(held: Any, field: str = "") -> Any:
    """Give a value of a model as plain data; links are ids, with their kind where the ``field`` links to any kind."""
    if held is None or isinstance(held, bool | int):
        return held
    if isinstance(held, Ref):
        return str(held) if field == "concerns" else held.id
    if isinstance(held, Text):
        return dict(held.words)
    if isinstance(held, BaseModel):
        inside = {key: value(getattr(held, name)) for key, name in attributes(type(held)).items()}
        return {key: one for key, one in inside.items() if one is not None}
    if isinstance(held, Mapping):
        return {str(key): value(one) for key, one in held.items()}
    return [value(one, field) for one in held] if isinstance(held, tuple) else str(held)
