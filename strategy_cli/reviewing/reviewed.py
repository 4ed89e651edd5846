"""Reviewed: a comparison made into a review, as was asked for."""

from dataclasses import dataclass

from strategy_cli.changes import Comparison, Weight
from strategy_cli.reviewing.review import Entry, Group, Hidden, Review


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to show: the changes of a weight and graver; ``whole`` shows layout and long lists too."""

    floor: Weight = Weight.WORDING
    whole: bool = False


def reviewed(comparison: Comparison, wanted: Wanted = Wanted()) -> Review:
    """Make the review of a comparison."""
    entries = tuple(Entry(change, "") for change in comparison.changes)
    groups = tuple(Group(entry) for entry in entries if entry.weight >= wanted.floor)
    hidden = Hidden(lighter=len(entries) - len(groups))
    return Review(comparison, groups, entries, hidden, wanted.floor, wanted.whole)
