"""Reviewed: a comparison made into a review, as was asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from strategy_cli.accepted import Accepted
from strategy_cli.changes import Comparison, Weight
from strategy_cli.reviewing.causes import grouped, told
from strategy_cli.reviewing.chosen import Choice, Concerns, chosen
from strategy_cli.reviewing.commits import Attribution, Brought
from strategy_cli.reviewing.fingerprint import marks
from strategy_cli.reviewing.mandate import Mandates
from strategy_cli.reviewing.review import Entry, Group, Hidden, Review
from strategy_cli.reviewing.standing import standing
from strategy_cli.reviewing.threeway import ThreeWay, threeway, undone
from strategy_cli.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to show: the changes of a weight and graver that concern what was chosen; ``whole`` shows long lists too.

    ``on`` is the day from which it is seen what is over: today, unless it is given.
    """

    floor: Weight = Weight.WORDING
    whole: bool = False
    choice: Choice = field(default_factory=Choice)
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a comparison: what somebody accepted, what brought the changes, a version in the middle."""

    accepted: Accepted = field(default_factory=Accepted)
    brought: Attribution | None = None
    middle: Strategy | None = None


def reviewed(comparison: Comparison, wanted: Wanted = Wanted(), beside: Beside = Beside()) -> Review:
    """Make the review of a comparison; raises StrategyError when there is no such thing as was chosen."""
    on, middle = wanted.on or date.today(), beside.middle
    versions = (comparison.old, middle, comparison.new) if middle else (comparison.old, comparison.new)
    concerns = chosen(versions, wanted.choice, on)
    ways = threeway(comparison, middle) if middle else None
    entries = list(_entries(comparison, ways, beside.brought))
    held = standing(beside.accepted, {entry.mark for entry in entries}, on)
    entries = [replace(entry, approval=held.holding.get(entry.mark)) for entry in entries]
    selected = tuple(entry for entry in entries if concerns(entry.change))
    shown = tuple(_shown(_grouped(entries, comparison, ways, on), concerns, wanted.floor))
    return Review(
        comparison,
        shown,
        selected,
        _hidden(len(entries), selected, shown),
        wanted.floor,
        wanted.whole,
        middle=middle,
        attributed=beside.brought is not None,
        cut=beside.brought is not None and beside.brought.cut,
        remarks=held.remarks,
    )


def _entries(comparison: Comparison, ways: ThreeWay | None, brought: Attribution | None) -> Iterator[Entry]:
    """Give every change with its mark, its decisions and its commits; last those of the middle that were undone."""
    mandates = Mandates(comparison)
    back = ways.undone if ways else ()
    marked = marks((*comparison.changes, *back))
    for number, change in enumerate(comparison.changes):
        commits, uncommitted = brought.of(change) if brought else Brought()
        between = ways.between[number] if ways else None
        decisions = mandates.settling(change)
        yield Entry(told(change, comparison.new), next(marked), commits, uncommitted, decisions, between=between)
    yield from (Entry(change, next(marked), between=undone(change)) for change in back)


def _grouped(entries: Sequence[Entry], comparison: Comparison, ways: ThreeWay | None, on: date) -> Sequence[Group]:
    """Put changes under their causes, those that came to nothing under their own."""
    groups = grouped([one for one in entries if not one.undone], comparison, on)
    if ways is None:
        return groups
    back = grouped([one for one in entries if one.undone], ways.there, on)
    return sorted((*groups, *back), key=lambda group: -group.weight)


def _shown(groups: Sequence[Group], concerns: Concerns, floor: Weight) -> Iterator[Group]:
    """Leave in each group what was asked for, and above it what brought that."""
    for group in groups:
        kept = [one for one in group.entries if one.weight >= floor and concerns(one.change)]
        if kept:
            yield Group(group.head, tuple(one for one in kept if one is not group.head), group.hanging)


def _hidden(whole: int, selected: Sequence[Entry], shown: Sequence[Group]) -> Hidden:
    seen = {entry.mark for group in shown for entry in group.entries}
    lighter = sum(entry.mark not in seen for entry in selected)
    return Hidden(lighter, whole - len(seen) - lighter)
