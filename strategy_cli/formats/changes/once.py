"""Once: what brought all changes alike, told once for the page and left out of each."""

from collections.abc import Iterable
from dataclasses import replace

from strategy_cli.formats.changes.told import Reason, reason
from strategy_cli.formats.changes.words import Words
from strategy_cli.reviewing import Entry, Group, Review


def once(review: Review, words: Words) -> tuple[Review, Reason | None]:
    """Leave out what brought the changes where it is the same for all, and give it, if it is more than the new version.

    What is not committed yet is told where the version is named.
    """
    entries = [entry for group in (*review.groups, *review.undone) for entry in group.entries if not entry.undone]
    brought = {(entry.commits, entry.uncommitted) for entry in entries}
    if len(brought) != 1:
        return review, None
    first = reason(entries[0], words)
    told = Reason(commits=first.commits) if first.commits else None
    return replace(review, groups=tuple(_bare(review.groups))), told


def _bare(groups: Iterable[Group]) -> Iterable[Group]:
    for group in groups:
        yield replace(group, head=_without(group.head), carried=tuple(map(_without, group.carried)))


def _without(entry: Entry) -> Entry:
    return replace(entry, commits=(), uncommitted=False)
