"""Unread: whether faulty files keep a rule from knowing what links to a thing."""

from strategy_cli.loading.faults import key_meant
from strategy_cli.model.entity import Entity
from strategy_cli.model.kinds import attributes
from strategy_cli.strategy import Strategy


def unread(strategy: Strategy, *kinds: str) -> bool:
    """Tell whether a thing of the kinds, one of its keys or an item of one of its lists could not be read.

    What seems to be linked by nobody may be linked from there, or under a key that was written by another name; the
    fault itself is told by loading.
    """
    if any(ref.kind in kinds for ref in strategy.broken):
        return True
    return any(_lacks(strategy, entity) for kind in kinds for entity in strategy.entities.get(kind, {}).values())


def _lacks(strategy: Strategy, entity: Entity) -> bool:
    """Tell whether something that is written of a thing did not become a part of it."""
    place = strategy.places[entity.ref]
    written = place.document.data
    for part in place.prefix:
        written = written[part] if isinstance(written, list) and isinstance(part, int) else None
    keys = written if isinstance(written, dict) else {}
    names = attributes(type(entity))
    if place.left_out or any(key in names and names[key] not in entity.model_fields_set for key in keys):
        return True
    meant = {key_meant(key, entity.kind, sorted(names))[0] for key in keys if key not in names}
    return any(key in names and names[key] not in entity.model_fields_set for key in meant)
