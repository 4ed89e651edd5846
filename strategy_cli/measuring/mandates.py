"""Mandates: which decisions a thing rests on, and which of them approved it."""

from collections.abc import Collection, Iterable, Iterator

from strategy_cli.model.decision import Decision
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy

_SETTLING = ("approved", "decided")


def behind(strategy: Strategy, ref: Ref, *named: str | None) -> tuple[Decision, ...]:
    """List the decisions behind a thing in order of time: those that it names itself, and those that concern it."""
    found = {one: strategy.decisions[one] for one in named if one and one in strategy.decisions}
    found |= {d.id: strategy.decisions[d.id] for d in strategy.users(ref, "decision", "concerns")}
    return tuple(sorted(found.values(), key=lambda d: (d.date, d.id)))


def approving(strategy: Strategy, ref: Ref, *named: str | None) -> tuple[Decision, ...]:
    """List those of the decisions behind a thing that approved it, in order of time.

    One whose kind is not said counts when the thing itself names it, for then somebody holds it to be one. Otherwise it
    may be an evening session, which handles a matter and does not decide.
    """
    return tuple(d for d in behind(strategy, ref, *named) if settles(d, named))


def settles(decision: Decision, named: Collection[str | None]) -> bool:
    """Tell whether a decision settles a matter of a thing that names some decisions itself."""
    return decision.sort in _SETTLING or (decision.sort is None and decision.id in named)


def of_council(strategy: Strategy, decision: Decision) -> bool:
    """Tell whether the council made a decision; a body whose kind is not said has the benefit of the doubt."""
    body = strategy.bodies.get(decision.body)
    return body is None or body.sort in ("council", None)


def of_strategy(strategy: Strategy) -> tuple[Decision, ...]:
    """List the council's decisions that approved the strategy, or found it up to date, in order of time."""
    about = strategy.about
    found = approving(strategy, about.ref, about.decision, *about.reviewed)
    return tuple(d for d in found if of_council(strategy, d))


def earlier(strategy: Strategy, decision: Decision) -> Iterator[Decision]:
    """Go back along a decision's chain, latest first; a circle (an error of its own) ends where it began."""
    seen = {decision.id}
    one: Decision | None = decision
    while one and (one := strategy.decisions.get(one.previous or "")) and one.id not in seen:
        seen.add(one.id)
        yield one


def by_case(decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    """Gather decisions by their case number, each case's in order of time."""
    found: dict[str, list[Decision]] = {}
    for one in sorted(decisions, key=lambda d: (d.date, d.id)):
        if one.case_number:
            found.setdefault(one.case_number, []).append(one)
    return found
