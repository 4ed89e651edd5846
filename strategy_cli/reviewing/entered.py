"""Entered: the decisions that steps between versions entered into the record, and what each of them names."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from strategy_cli.measuring.mandates import SETTLING
from strategy_cli.model.decision import Decision
from strategy_cli.ref import Ref
from strategy_cli.replay import Step
from strategy_cli.reviewing.causes import linked
from strategy_cli.reviewing.trail import renamed
from strategy_cli.strategy import Strategy

_Same = tuple[object, ...]


class Entered(NamedTuple):
    """A decision as it stands at last, by the number of the step that entered it, or that made a decision of it.

    ``strategy`` is the version of that step; ``concerns`` are the things that it names, ``rests`` those that name it.
    ``new`` is False of one that was in the record before, and was only linked to a thing then.
    """

    step: int
    decision: Decision
    strategy: Strategy
    concerns: frozenset[Ref]
    rests: frozenset[Ref]
    new: bool = True


def entered(steps: Sequence[Step], now: Callable[[Ref], Ref]) -> Iterator[Entered]:
    """Find the decisions that the steps entered; things are told by what they are called at last, as ``now`` says.

    The same decision (its body, day and section) under another id is not new, nor is one that was taken away between.
    """
    known: set[Ref] = set()
    gone: dict[_Same, Decision] = {}
    late: list[Entered] = []
    for number, step in enumerate(steps):
        if step.old is None:
            continue
        for decision in _changed(step):
            then = _before(decision, step, gone)
            if then is None or _settles_only_now(then, decision):
                known.add(now(decision.ref))
                yield _as_it_stands(number, decision, step.new, steps[-1].new, now)
        late += _linked(number, step, now)
        gone |= {_same(one): one for one in _removed(step, step.old)}
    yield from (one for one in late if now(one.decision.ref) not in known)


def _changed(step: Step) -> Iterator[Decision]:
    for name in dict.fromkeys(c.subject.id for c in step.changes if c.subject.kind == Decision.kind):
        if name in step.new.decisions:
            yield step.new.decisions[name]


def _removed(step: Step, old: Strategy) -> Iterator[Decision]:
    ids = (c.subject.id for c in step.changes if c.id == "decision-removed")
    return (old.decisions[name] for name in ids if name in old.decisions)


def _before(decision: Decision, step: Step, gone: dict[_Same, Decision]) -> Decision | None:
    """Find a decision as it was in the record before a step, under any id."""
    held = step.old.decisions if step.old else {}
    called = [decision.id, *(then.id for then, now in renamed(step.changes) if now == decision.ref)]
    same = _same(decision)
    found = [held[one] for one in called if one in held] or [one for one in held.values() if _same(one) == same]
    return found[0] if found else gone.get(same)


def _same(decision: Decision) -> _Same:
    """Give what a decision is known by in the minutes; without a section, its title."""
    return decision.body, decision.date, decision.section or decision.title


def _settles_only_now(then: Decision, now: Decision) -> bool:
    return then.sort is not None and then.sort not in SETTLING and now.sort in SETTLING


def _as_it_stands(
    number: int, decision: Decision, here: Strategy, last: Strategy, now: Callable[[Ref], Ref]
) -> Entered:
    at_last = last.decisions.get(now(decision.ref).id, decision)
    named = {now(Ref(*one.split("/", 1))) for one in (*decision.concerns, *at_last.concerns)}
    naming = {now(link.source) for link in last.linked_from.get(at_last.ref, ()) if link.source.kind != Decision.kind}
    return Entered(number, at_last, here, frozenset(named), frozenset(naming))


def _linked(number: int, step: Step, now: Callable[[Ref], Ref]) -> Iterator[Entered]:
    """Find the decisions that a step only linked to a thing."""
    for change in step.changes:
        _, to = linked(change)
        pair = (change.subject, to) if change.subject.kind == Decision.kind else (to, change.subject)
        decision = step.new.decisions.get(pair[0].id) if pair[0] and pair[0].kind == Decision.kind else None
        if decision and pair[1] and pair[1].kind != Decision.kind and not change.id.endswith("-removed"):
            yield Entered(number, decision, step.new, frozenset({now(pair[1])}), frozenset(), new=False)
