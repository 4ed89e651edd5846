"""Deciding: which recorded decisions settled a change; nothing is claimed that the record does not show."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from typing import NamedTuple

from strategy_cli.changes import Change, Comparison
from strategy_cli.measuring import mandates
from strategy_cli.model.about import About
from strategy_cli.model.decision import Decision
from strategy_cli.model.goal import Goal
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.programme import Programme
from strategy_cli.ref import Ref
from strategy_cli.replay import Step
from strategy_cli.reviewing.causes import parts
from strategy_cli.reviewing.entered import Entered, entered
from strategy_cli.reviewing.reach import Reach, is_decided, uses_up
from strategy_cli.reviewing.review import Reason, Short
from strategy_cli.reviewing.trail import Touch, Trail

# Minutes are checked and a decision entered some weeks before or after the change itself.
NEAR = timedelta(days=60)
OF_THE_STRATEGY = (About.kind, Goal.kind, Indicator.kind, Programme.kind)


class Settled(NamedTuple):
    """The decisions that settled a change; else those that concern it and do not settle it; both by date."""

    decisions: tuple[Decision, ...] = ()
    short: tuple[Short, ...] = ()


class Deciding:
    """Finds the decisions of changes, by the steps that brought them.

    A decision settles what its own step did to a thing that it names, and to what is decided with that. It settles
    what was done at most ``NEAR`` from then, if its own step did nothing to the thing, and no other step between
    either: a decision is made once.
    """

    def __init__(self, steps: Sequence[Step], on: date) -> None:
        """Take the steps, oldest first, and the day from which is seen what is to come."""
        self._steps, self._on = steps, on
        self._trail = Trail([step.changes for step in steps])
        self._reach: dict[int, Reach] = {}
        self._entered = tuple(entered(steps, self._trail.now))
        self._naming: dict[Ref, list[int]] = defaultdict(list)
        for number, one in enumerate(self._entered):
            for ref in one.concerns | one.rests:
                self._naming[ref].append(number)
        self._touched = _touched(steps, self._trail) if self._entered else {}

    def over_all(self, change: Change) -> Settled | None:
        """Tell of a change over all the steps: it is settled when the last step of it is; None when no step made it."""
        by_step: dict[int, list[Settled]] = defaultdict(list)
        for touch in self._trail.touches(change):
            by_step[touch.step].append(self.of(touch))
        if not by_step:
            return None
        last = by_step[max(by_step)]
        if not any(one.decisions for one in last):
            return Settled((), tuple({one.decision.id: one for held in last for one in held.short}.values()))
        told = (one for held in by_step.values() for one in held)
        return Settled(_by_date({made.id: made for one in told for made in one.decisions}.values()))

    def of(self, touch: Touch) -> Settled:
        """Tell of a step's change."""
        if not (self._naming and is_decided(touch.change)):
            return Settled()
        reached = {self._trail.now(ref) for ref in self._reached(touch.step).of(touch.change)}
        numbers = sorted({number for ref in reached for number in self._naming.get(ref, ())})
        decisions: dict[str, Decision] = {}
        short: dict[str, Short] = {}
        for one in map(self._entered.__getitem__, numbers):
            meant = self._is_for(one, touch)
            if meant or (one.new and one.step < touch.step):
                reason = self._why_not(one, touch, reached) or (None if meant else "older")
                if reason:
                    short[one.decision.id] = Short(one.decision, reason)
                else:
                    decisions[one.decision.id] = one.decision
        told = () if decisions else tuple(sorted(short.values(), key=lambda one: _dated(one.decision)))
        return Settled(_by_date(decisions.values()), told)

    def _is_for(self, one: Entered, touch: Touch) -> bool:
        """Tell whether a decision was entered for what a step did, by when both were done."""
        if one.step == touch.step:
            return True
        touched = {number for ref in _things(touch.change) for number in self._touched.get(self._trail.now(ref), ())}
        between = range(one.step, touch.step)  # nothing when the decision was entered after
        apart = abs(self._day(one.step) - self._day(touch.step))
        return one.new and apart <= NEAR and one.step not in touched and touched.isdisjoint(between)

    def _why_not(self, one: Entered, touch: Touch, reached: AbstractSet[Ref]) -> Reason | None:
        """Tell why a decision does not settle a change that it concerns; None if it does."""
        decision, day = one.decision, self._day_before(touch.step)
        named = (decision.id,) if not reached.isdisjoint(one.rests) else ()
        if not mandates.settles(decision, named):
            return "kind"
        if decision.date > self._on:
            return "later"
        if not one.new or (day and decision.date < day - NEAR):
            return "older"
        return None if self._may(one, touch, reached) else "body"

    def _may(self, one: Entered, touch: Touch, reached: AbstractSet[Ref]) -> bool:
        """Tell whether the body that decided may decide this."""
        if mandates.of_council(one.strategy, one.decision):
            return True
        matched = (one.concerns | one.rests).intersection(reached)
        if all(ref.kind == About.kind for ref in matched):  # what the strategy is, the council settles
            return False
        if touch.change.subject.kind in OF_THE_STRATEGY and not mandates.governs(one.strategy, one.decision):
            return False
        reach = self._reached(touch.step)
        return not any(mandates.is_for_council(reach.old, ref) for ref in reach.before(touch.change))

    def _reached(self, number: int) -> Reach:
        if number not in self._reach:
            step = self._steps[number]
            self._reach[number] = Reach(step.before, step.new, step.changes)
        return self._reach[number]

    def _day(self, number: int) -> date:
        commit = self._steps[number].commit
        return commit.day if commit else self._on

    def _day_before(self, number: int) -> date | None:
        """Give the day of the version before a step; None of a folder, which may have been written at any time."""
        old = self._steps[number].old
        return old.version.day if old and old.version.revision is not None else None


def settling(comparison: Comparison, steps: Sequence[Step], on: date) -> Callable[[Change], Settled]:
    """Make the question what settled a change between two versions, by the steps between them where they are known."""
    whole = Deciding([Step(None, comparison.old, comparison.new, comparison.changes)], on)
    if not steps:
        return lambda change: whole.of(Touch(0, change))
    by_steps = Deciding(steps, on)
    return lambda change: by_steps.over_all(change) or whole.of(Touch(0, change))


def _things(change: Change) -> tuple[Ref, ...]:
    return (change.subject, *parts(change))


def _touched(steps: Sequence[Step], trail: Trail) -> Mapping[Ref, Collection[int]]:
    """Find by which steps each thing was changed so that a decision is made for it."""
    found: dict[Ref, set[int]] = defaultdict(set)
    for number, step in enumerate(steps):
        for change in filter(uses_up, step.changes):
            for ref in _things(change):
                found[trail.now(ref)].add(number)
    return found


def _dated(decision: Decision) -> tuple[date, str]:
    return decision.date, decision.id


def _by_date(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    return tuple(sorted(decisions, key=_dated))
