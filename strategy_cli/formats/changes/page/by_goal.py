"""By goal: which goals the changes touch, in the strategy's order, and where the page tells of each change."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from strategy_cli.changes import Comparison
from strategy_cli.measuring.rollup import order
from strategy_cli.measuring.tree import above
from strategy_cli.model.goal import Goal
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref

_FEWEST = 6  # things; fewer are found without a list of them

_SERVES = ("goal", "goals")  # keys


class Place(NamedTuple):
    """Where the page tells of a thing's changes of a weight: what it is called, what happened, and the anchor.

    ``undone`` are those that came to nothing.
    """

    subject: Ref
    weight: str
    kind: str
    name: Text | str
    what: tuple[str, ...]
    anchor: str
    undone: bool = False


class GoalLine(NamedTuple):
    """A goal, how deep it stands below others, and the changes that touch it; ``name`` is None where it is no goal."""

    subject: Ref | None
    number: str | None
    name: Text | str | None
    places: tuple[Place, ...]
    depth: int = 0


def by_goal(places: Sequence[Place], comparison: Comparison) -> tuple[GoalLine, ...]:
    """Order changes by the goals that they touch, by display number, last those of no goal; nothing of a few.

    Each goal stands below its own, which are named even if nothing touches them.
    """
    if len({place.subject for place in places}) < _FEWEST:
        return ()
    held: dict[Ref | None, list[Place]] = {}
    for place in places:
        for goal in goals_of(place.subject, comparison) or (None,):
            held.setdefault(goal, []).append(place)
    for goal in [goal for goal in held if goal]:
        for higher in _path(goal, comparison):
            held.setdefault(higher.ref, [])
    goals = sorted((goal for goal in held if goal), key=lambda ref: [*map(order, _path(ref, comparison))])
    lines = [_line(goal, held[goal], comparison) for goal in goals]
    return (*lines, GoalLine(None, None, None, tuple(held[None]))) if None in held else tuple(lines)


def goals_of(subject: Ref, comparison: Comparison) -> Mapping[Ref, Text | str]:
    """Name the goals that a thing is, measures or serves, as it is in the newer version if it is there."""
    if subject.kind == Goal.kind:
        return {subject: _name(subject, comparison)}
    version = comparison.new if comparison.new.find(subject) else comparison.old
    links = version.links.get(subject, ())
    return {link.target: _name(link.target, comparison) for link in links if link.key[0] in _SERVES}


def _name(goal: Ref, comparison: Comparison) -> Text | str:
    version = comparison.new if comparison.new.find(goal) else comparison.old
    return version.name(goal)


def _path(ref: Ref, comparison: Comparison) -> list[Goal]:
    """List the goals above one, from the top, and itself; nothing of what does not exist."""
    version = comparison.new if comparison.new.find(ref) else comparison.old
    known = (version.goals.get(goal) for goal in above(version, ref.id))
    return [goal for goal in known if goal][::-1]


def _line(ref: Ref, places: Iterable[Place], comparison: Comparison) -> GoalLine:
    path = _path(ref, comparison)
    number = path[-1].number if path else None
    return GoalLine(ref, number, _name(ref, comparison), tuple(places), max(len(path) - 1, 0))
