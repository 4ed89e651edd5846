"""Mandates: which decisions a thing rests on, and which of them approved it."""

from collections.abc import Collection, Iterable, Iterator

from strategy_cli.model.about import About
from strategy_cli.model.decision import Decision
from strategy_cli.model.goal import Goal
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.programme import Programme
from strategy_cli.model.project import Project
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy

SETTLING = ("approved", "decided")
_GOVERNING = ("council", "board", "committee", None)  # the rest prepare, follow, are heard, or are another's


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
    return decision.sort in SETTLING or (decision.sort is None and decision.id in named)


def of_council(strategy: Strategy, decision: Decision) -> bool:
    """Tell whether the council made a decision; a body whose kind is not said has the benefit of the doubt."""
    body = strategy.bodies.get(decision.body)
    return body is None or body.sort in ("council", None)


def governs(strategy: Strategy, decision: Decision) -> bool:
    """Tell whether the body that made a decision may decide on goals, indicators and programmes at all."""
    body = strategy.bodies.get(decision.body)
    return body is None or body.sort in _GOVERNING


def decided_with(strategy: Strategy, ref: Ref) -> tuple[Ref, ...]:
    """Name what stands right above a thing and is decided with all that is under it.

    A goal's is the one above it, at the top the strategy; an indicator's its goals, a project's its programme.
    """
    match strategy.find(ref):
        case Goal(parent=str(name)) if name in strategy.goals:
            return (Ref(Goal.kind, name),)
        case Goal():
            return (strategy.about.ref,)
        case Indicator(serves=goals):
            return tuple(Ref(Goal.kind, name) for name in goals)
        case Project(programme=str(name)):
            return (Ref(Programme.kind, name),)
    return ()


def rests_on(strategy: Strategy, ref: Ref) -> frozenset[str]:
    """Give the decisions that a thing itself names."""
    match strategy.find(ref):
        case About(decision=one, reviewed=reviewed):
            return frozenset(filter(None, (one, *reviewed)))
        case Goal(decision=one) | Programme(decision=one):
            return frozenset(filter(None, (one,)))
        case Project(decisions=several):
            return frozenset(several)
    return frozenset()


def is_for_council(strategy: Strategy, ref: Ref) -> bool:
    """Tell whether only the council may change a thing: a binding goal with its indicators, and what it approved last.

    That is told by the thing's own approvals, else by those of what stands nearest above it.
    """
    bound = (strategy.goals.get(one.id) for one in (ref, *decided_with(strategy, ref)) if one.kind == Goal.kind)
    binding = ref.kind in (Goal.kind, Indicator.kind) and any(
        goal is not None and goal.binding and (goal.ref == ref or ref.kind == Indicator.kind) for goal in bound
    )
    return binding or _approved_by_council(strategy, ref, frozenset())


def _approved_by_council(strategy: Strategy, ref: Ref, seen: frozenset[Ref]) -> bool:
    own = approving(strategy, ref, *rests_on(strategy, ref))
    if own:
        return any((body := strategy.bodies.get(one.body)) and body.sort == "council" for one in own)
    above = (one for one in decided_with(strategy, ref) if one not in seen)
    return any(_approved_by_council(strategy, one, seen | {ref}) for one in above)


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
