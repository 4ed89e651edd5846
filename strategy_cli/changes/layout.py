"""Layout: files of which the things are the same in both versions, though the path or the bytes differ."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from strategy_cli.changes.comparison import Layout
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy


def layout(old: Strategy, new: Strategy, changed: AbstractSet[Ref]) -> tuple[Layout, ...]:
    """Find them, by path; ``changed`` are the things of either version of which anything else is told."""
    found = {*_moved(old, new, changed), *_rewritten(old, new, changed)}
    return tuple(sorted(found, key=lambda one: (one.old, one.new)))


def _moved(old: Strategy, new: Strategy, changed: AbstractSet[Ref]) -> Iterator[Layout]:
    """Find from which file to which unchanged things went; a folder under another name moves no file."""
    was, becomes = old.prefix, new.prefix
    for ref, place in old.places.items():
        there = new.places.get(ref)
        if there is None or ref in changed:
            continue
        before, after = place.document.path, there.document.path
        if (before != after or was != becomes) and before.removeprefix(was) != after.removeprefix(becomes):
            yield Layout("moved", before, after)


def _rewritten(old: Strategy, new: Strategy, changed: AbstractSet[Ref]) -> Iterator[Layout]:
    was, becomes = old.prefix, new.prefix
    for path, (document, things) in old.documents.items():
        there = becomes + path.removeprefix(was)
        other, others = new.documents.get(there, (None, {}))
        if other is None or other.text == document.text or not changed.isdisjoint(things.values()):
            continue
        if things == others or set(things.values()) == set(others.values()):
            yield Layout("rewritten", path, there)
