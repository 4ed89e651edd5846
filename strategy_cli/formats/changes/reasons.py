"""Reasons: why a change came about: by which version, settled by what, in which commits; what is shared told once."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from strategy_cli.changes import Weight
from strategy_cli.formats.changes.citing import HASH
from strategy_cli.formats.changes.words import Words
from strategy_cli.git import Commit
from strategy_cli.ref import Ref
from strategy_cli.reviewing import Approval, Entry, Group, Review


class Settled(NamedTuple):
    """What settled a change: recorded decisions, cited, else who accepted it, until when and why.

    ``missing`` tells that nothing did of what readers are told even then: a weakening, or a change for decision.
    """

    decisions: tuple[str, ...] = ()
    accepted: str = ""
    missing: bool = False

    def __bool__(self) -> bool:
        """Tell whether there is anything to say."""
        return any(self)

    @property
    def lines(self) -> tuple[str, ...]:
        """What settled it, a line each."""
        return (self.accepted,) if self.accepted else self.decisions


class Brought(NamedTuple):
    """The commits that brought a change, oldest first, and whether it stands in the working folder only."""

    commits: tuple[Commit, ...] = ()
    uncommitted: bool = False

    def __bool__(self) -> bool:
        """Tell whether there is anything to say."""
        return any(self)

    @property
    def dated(self) -> tuple[tuple[str, date], ...]:
        """The first digits of each commit and its day."""
        return tuple((commit.hash[:HASH], commit.day) for commit in self.commits)


class Reason(NamedTuple):
    """Why a change came about; a part is empty where nothing is known of it or where it is told above.

    ``by`` says which of three versions made it, where that is told among the reasons.
    """

    by: str = ""
    settled: Settled = Settled()
    brought: Brought = Brought()


def reason(entry: Entry, words: Words, *, by: str = "", titles: bool = False) -> Reason:
    """Tell why a change came about, decisions by ``titles`` too."""
    return Reason(by, settled(entry, words, titles=titles), Brought(entry.commits, entry.uncommitted))


def settled(entry: Entry, words: Words, *, titles: bool = False) -> Settled:
    """Tell what settled a change; nothing of what was taken back."""
    if entry.undone:
        return Settled()
    if entry.decisions:
        return Settled(tuple(words.cited(decision, title=titles) for decision in entry.decisions))
    if entry.approval:
        return Settled(accepted=_accepted(entry.approval, words))
    return Settled(missing=entry.weakening or entry.weight is Weight.DECISION)


def decided(entry: Entry, words: Words, *, titles: bool = False) -> tuple[str, ...]:
    """Say what settled a change, a line each, or that there is no recorded decision."""
    found = settled(entry, words, titles=titles)
    return (words.say("diff.undecided"),) if found.missing else found.lines


def shared(held: Iterable[Reason]) -> Reason:
    """Give what several changes have in common; nothing of one alone."""
    reasons = tuple(held)
    return _parts(reasons[0], (len(set(told)) == 1 for told in zip(*reasons, strict=True))) if reasons[1:] else Reason()


def over(near: Reason, far: Reason) -> Reason:
    """Give what is told above a change: just above it, else further up."""
    return Reason(near.by or far.by, near.settled or far.settled, near.brought or far.brought)


def beyond(why: Reason, above: Reason) -> Reason:
    """Leave out what stands above already."""
    return _parts(why, (one != told for one, told in zip(why, above, strict=True)))


def _parts(why: Reason, wanted: Iterable[bool]) -> Reason:
    by, settled, brought = wanted
    return Reason(why.by if by else "", why.settled if settled else Settled(), why.brought if brought else Brought())


def once(review: Review) -> tuple[Review, Brought]:
    """Leave out what brought the changes where it is the same for all, and give it.

    What is not committed yet is told where the version is named.
    """
    entries = [entry for group in (*review.groups, *review.undone) for entry in group.entries if not entry.undone]
    if len({Brought(entry.commits, entry.uncommitted) for entry in entries}) != 1:
        return review, Brought()
    return replace(review, groups=tuple(map(_bare, review.groups))), Brought(entries[0].commits)


def _bare(group: Group) -> Group:
    return replace(group, head=_without(group.head), carried=tuple(map(_without, group.carried)))


def _without(entry: Entry) -> Entry:
    return replace(entry, commits=(), uncommitted=False)


def _accepted(approval: Approval, words: Words) -> str:
    who = words.thing(Ref("owner", approval.who))
    return words.say("diff.accepted", who=who, until=approval.until, reason=approval.reason)
