"""Three-way: who changed what when a version stands between two: the board's between proposal and council."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from strategy_cli.changes import Change, Comparison, compared
from strategy_cli.reviewing.review import Between
from strategy_cli.reviewing.trail import Nearness, Touch, Trail, nearness
from strategy_cli.strategy import Strategy

_BY: dict[frozenset[int], Literal["middle", "new", "both"]] = {frozenset({0}): "middle", frozenset({1}): "new"}


class ThreeWay(NamedTuple):
    """How each change from the base to the new version came about, in order, and what was undone on the way.

    ``there`` is the comparison of base and middle, of which the undone changes are.
    """

    between: tuple[Between, ...]
    undone: tuple[Change, ...]
    there: Comparison


def threeway(comparison: Comparison, middle: Strategy) -> ThreeWay:
    """Tell of each change who made it: the middle version, the new one or both; and what was changed and taken back."""
    there, on = compared(comparison.old, middle), compared(middle, comparison.new)
    trail = Trail([there.changes, on.changes])
    between = tuple(_between(change, _touches(trail, change)) for change in comparison.changes)
    told = {id(touch.change) for change in comparison.changes for touch in trail.related(change)}
    return ThreeWay(between, tuple(change for change in there.changes if id(change) not in told), there)


def undone(change: Change) -> Between:
    """Tell that the new version took a change of the middle one back."""
    return Between("undone", change.after)


def _touches(trail: Trail, change: Change) -> tuple[Touch, ...]:
    """Find who made a change; of a thing that came, those too who changed it since."""
    came = change.id == f"{change.subject.kind}-added"
    return trail.related(change) if came else trail.touches(change)


def _between(change: Change, touches: tuple[Touch, ...]) -> Between:
    by = _BY.get(frozenset(touch.step for touch in touches), "both")
    return Between(by, next(_stood(change, by, touches)))


def _stood(change: Change, by: str, touches: tuple[Touch, ...]) -> Iterator[object]:
    """Give the value in the middle: as the new version kept it, as it found it, or as it stood between two changes."""
    if by != "both":
        yield change.after if by == "middle" else change.before
    same = [touch for touch in touches if nearness(change, touch.change) is Nearness.SAME]
    yield from (touch.change.before if touch.step else touch.change.after for touch in same)
    yield None
