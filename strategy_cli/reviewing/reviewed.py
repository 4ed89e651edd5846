"""Reviewed: a comparison made into a review, as was asked for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from strategy_cli.accepted import Accepted, Approval
from strategy_cli.changes import Comparison, Weight
from strategy_cli.reviewing.approvals import standing
from strategy_cli.reviewing.causes import grouped, told
from strategy_cli.reviewing.chosen import Choice, Concerns, chosen
from strategy_cli.reviewing.commits import Attribution, Brought
from strategy_cli.reviewing.deciding import settling
from strategy_cli.reviewing.marks import marks
from strategy_cli.reviewing.review import Entry, Group, Hidden, Review
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
    entries, back = _entries(comparison, ways, beside.brought, on)
    held = standing(beside.accepted, {entry.mark: bool(entry.decisions) for entry in entries}, on)
    whole = [_approved(group, held.holding) for group in grouped(entries, comparison, on)]
    groups = tuple(_asked(whole, concerns))
    undone = tuple(_asked(grouped(back, ways.there, on), concerns)) if ways else ()
    selected = tuple(_selected(entries, groups))
    shown = tuple(_from(groups, wanted.floor))
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
        diverged=beside.brought is not None and beside.brought.diverged and any(map(_is_of_nobody, selected)),
        remarks=held.remarks,
        undone=tuple(_from(undone, wanted.floor)),
        counted=_counted(groups),
    )


def _is_of_nobody(entry: Entry) -> bool:
    return not (entry.commits or entry.uncommitted)


def _entries(
    comparison: Comparison, ways: ThreeWay | None, brought: Attribution | None, on: date
) -> tuple[list[Entry], list[Entry]]:
    """Give every change with its mark, its decisions and its commits; apart those of the middle that were undone."""
    decided = settling(comparison, brought.steps if brought else (), on)
    back = ways.undone if ways else ()
    marked = marks((*comparison.changes, *back))
    entries = []
    for number, change in enumerate(comparison.changes):
        commits, uncommitted = brought.of(change) if brought else Brought()
        between = ways.between[number] if ways else None
        decisions, short = decided(change)
        shown = told(change, comparison.new)
        entries.append(Entry(shown, next(marked), commits, uncommitted, decisions, between=between, short=short))
    return entries, [Entry(change, next(marked), between=undone(change)) for change in back]


def _approved(group: Group, holding: Mapping[str, Approval]) -> Group:
    """Put approvals by the changes of a group: the head's covers the weakenings that follow from it."""
    above = holding.get(group.head.mark)
    carried = (
        replace(one, approval=holding.get(one.mark) or (above if one.weakening else None)) for one in group.carried
    )
    return replace(group, head=replace(group.head, approval=above), carried=tuple(carried))


def _asked(groups: Iterable[Group], concerns: Concerns) -> Iterator[Group]:
    """Leave in each group what was asked for, and above it what brought that."""
    for group in groups:
        carried = tuple(one for one in group.carried if concerns(one.change, ()))
        context = not concerns(group.head.change, group.hanging)
        if carried or not context:
            yield replace(group, carried=carried, context=context)


def _selected(entries: Iterable[Entry], groups: Iterable[Group]) -> Iterator[Entry]:
    """Give what was asked for in the order of the comparison."""
    found = {entry.mark: entry for group in groups for entry in group.asked}
    return (found[entry.mark] for entry in entries if entry.mark in found)


def _from(groups: Iterable[Group], floor: Weight) -> Iterator[Group]:
    """Leave in each group what is of a weight or graver, and above it what brought that."""
    for group in groups:
        if any(entry.weight >= floor for entry in group.asked):
            yield replace(group, carried=tuple(one for one in group.carried if one.weight >= floor))


def _counted(groups: Sequence[Group]) -> Mapping[Weight, tuple[int, int]]:
    """Count heads and what follows from them by the weight of their group."""
    found = {}
    for weight in Weight:
        of_it = [group for group in groups if group.weight is weight]
        found[weight] = sum(not group.context for group in of_it), sum(len(group.carried) for group in of_it)
    return found


def _hidden(whole: int, selected: Sequence[Entry], shown: Sequence[Group]) -> Hidden:
    seen = {entry.mark for group in shown for entry in group.entries}
    lighter = sum(entry.mark not in seen for entry in selected)
    return Hidden(lighter, whole - len(seen) - lighter)
