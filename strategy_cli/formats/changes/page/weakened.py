"""Weakened: the changes that take back something promised, as a page lists them first, those alike together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from strategy_cli.formats.changes.page.item import Item
from strategy_cli.formats.changes.page.sections import Section
from strategy_cli.model.text import Text


@dataclass(frozen=True, slots=True)
class Weakening:
    """A change that takes back something promised, and the things that it happened to, each with where it is told."""

    item: Item
    things: tuple[tuple[Text | str, str], ...]


def weakenings(sections: Iterable[Section]) -> tuple[tuple[Weakening, ...], ...]:
    """List the weakenings that nothing settled, then those accepted for a time, by its end, then the others."""
    alike: dict[tuple[object, ...], list[tuple[Item, str]]] = {}
    for one, anchor in _found(sections):
        alike.setdefault((one.what, one.brief, *_standing(one)), []).append((one, anchor))
    held: dict[tuple[object, ...], list[Weakening]] = {}
    for found in alike.values():
        first = found[0][0]
        things = tuple((one.name, anchor) for one, anchor in found)
        held.setdefault(_standing(first), []).append(Weakening(first, things))
    ordered = sorted(held.values(), key=lambda found: _order(found[0].item))
    return tuple(map(tuple, ordered))


def _found(sections: Iterable[Section]) -> Iterator[tuple[Item, str]]:
    for section in sections:
        for thing in section.things:
            found = (one for block in thing.blocks for one in block.asked if one.weakening)
            yield from ((one, thing.id) for one in found)


def _standing(one: Item) -> tuple[object, ...]:
    return one.undecided, one.awaits


def _order(one: Item) -> tuple[bool, bool, str]:
    return not one.undecided, one.awaits is None, str(one.awaits)
