"""Rules of force: one strategy is in force at a time, by the council's decision, and not before it."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.mandates import approving, of_council, of_strategy
from strategy_cli.model.about import About
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy


@rule(Level.ERROR)
def several_in_force(strategy: Strategy) -> Iterator[Finding]:
    """Two strategies side by side are both in force over the same time.

    A municipality has one strategy (Kemi city board 25.9.2023 § 292; Local Government Act 410/2015, 37 §);
    the one it replaced is ``replaced``, the one in preparation is ``draft`` or ``proposed``. What stands in the folders
    beside this one is looked at, in git or outside it; not of a revision, nor a strategy of another ``municipality``.

    Bad:
        strategy.yaml:
            title: Strategy 2029
            status: in-force  # here
        ../old_strategy/strategy.yaml:
            title: Strategy 2025
            status: in-force

    Good:
        strategy.yaml:
            title: Strategy 2029
            status: in-force
        ../old_strategy/strategy.yaml:
            title: Strategy 2025
            status: replaced
    """
    about = strategy.about
    for path, other in strategy.neighbours.items():
        if about.status == other.status == "in-force" and _overlap(about, other):
            span = strategy.where(about.ref, "status")
            yield Finding("several-in-force", span, about.ref, ("status",), {"other": other.title, "file": path})


@rule(Level.WARNING, "managed")
def no_strategy_in_force(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A strategy has been replaced or its time is over, but no other is in force.

    A municipality must have a strategy at all times (Local Government Act 410/2015, 37 §). Of a strategy that is
    ``replaced`` this is asked only when others stand beside it: alone it may be an archive.

    Bad:
        strategy.yaml:
            title: Strategy 2025
            status: in-force
            period: {from: 2022-01-01, until: 2025-12-31}  # here

    Good:
        strategy.yaml:
            title: Strategy 2025
            status: replaced
            period: {from: 2022-01-01, until: 2025-12-31}
        ../new_strategy/strategy.yaml:
            title: Strategy 2029
            status: in-force
            period: {from: 2026-01-01}
    """
    about, until = strategy.about, strategy.about.period.until
    if any(other.status == "in-force" and _holds(other, on) for other in strategy.neighbours.values()):
        return
    if about.status == "in-force" and until is not None and until < on:
        yield _of_strategy("no-strategy-in-force", strategy, ("period", "until"), "over", until=until)
    elif about.status == "replaced" and strategy.neighbours:
        yield _of_strategy("no-strategy-in-force", strategy, ("status",), "replaced")


@rule(Level.WARNING, "managed", audited=Level.ERROR)
def strategy_without_council_decision(strategy: Strategy) -> Iterator[Finding]:
    """The strategy is in force, but not by a decision of the council.

    The council decides on the strategy (Local Government Act 410/2015, 14 § and 37 §); the city board only presents
    it "to the council for approval" (Kemi city board 27.11.2023 § 390).

    Bad:
        strategy.yaml:
            title: Strategy
            status: in-force
            decision: city-board-2025-12-01-318  # here
        decisions/city-board-2025-12-01-318.yaml:
            title: Proposal for the strategy
            body: city-board
            date: 2025-12-01
            kind: proposed
        bodies/city-board.yaml: {name: City board, kind: board}

    Good:
        strategy.yaml:
            title: Strategy
            status: in-force
            decision: council-2025-12-15-87
        decisions/council-2025-12-15-87.yaml:
            title: Approval of the strategy
            body: council
            date: 2025-12-15
            kind: decided
        bodies/council.yaml: {name: Council, kind: council}
    """
    about = strategy.about
    if about.status != "in-force" or of_strategy(strategy):
        return
    named = strategy.decisions.get(about.decision or "")
    if about.decision is None:
        yield _of_strategy("strategy-without-council-decision", strategy, ("decision",))
    elif named is not None:
        problem = "only-prepared" if of_council(strategy, named) else "other-body"
        more = {"decision": named.title, "body": strategy.name(strategy.bodies[named.body].ref)}
        yield _of_strategy("strategy-without-council-decision", strategy, ("decision",), problem, **more)


@rule(Level.WARNING, "audited")
def period_before_decision(strategy: Strategy) -> Iterator[Finding]:
    """The strategy's period begins before the day on which the council decided on it.

    Until the council decides, the earlier strategy is in force (Local Government Act 410/2015, 37 §), so the accounts
    of that time answer to the earlier goals.

    Bad:
        strategy.yaml:
            title: Strategy
            status: in-force
            period: {from: 2026-01-01, until: 2029-12-31}  # here
            decision: council-2026-03-30-12
        decisions/council-2026-03-30-12.yaml: {title: Strategy, body: council, date: 2026-03-30, kind: decided}
        bodies/council.yaml: {name: Council, kind: council}

    Good:
        strategy.yaml:
            title: Strategy
            status: in-force
            period: {from: 2026-03-30, until: 2029-12-31}
            decision: council-2026-03-30-12
        decisions/council-2026-03-30-12.yaml: {title: Strategy, body: council, date: 2026-03-30, kind: decided}
        bodies/council.yaml: {name: Council, kind: council}
    """
    about = strategy.about
    decided = [d for d in approving(strategy, about.ref, about.decision) if of_council(strategy, d)]
    begin = about.period.from_
    if about.status == "in-force" and begin and decided and decided[0].date > begin:
        day = decided[0].date
        yield _of_strategy("period-before-decision", strategy, ("period", "from"), begin=begin, day=day)


def _of_strategy(
    rule: str, strategy: Strategy, key: tuple[str, ...], problem: str | None = None, **more: object
) -> Finding:
    about = strategy.about
    return Finding(rule, strategy.where(about.ref, *key), about.ref, key, {"name": about.title, **more}, problem)


def _holds(about: About, on: date) -> bool:
    return _begins(about) <= on <= _ends(about)


def _overlap(one: About, two: About) -> bool:
    return _begins(one) <= _ends(two) and _begins(two) <= _ends(one)


def _begins(about: About) -> date:
    return about.period.from_ or date.min


def _ends(about: About) -> date:
    return about.period.until or date.max
