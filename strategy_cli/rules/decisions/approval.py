"""Rules of approval: goals, programmes and projects that go on were approved by a decision."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.mandates import approving, behind, of_strategy
from strategy_cli.model.decision import Decision
from strategy_cli.model.entity import Entity
from strategy_cli.model.goal import Goal
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy
from strategy_cli.terms import is_over, work_begins

_UNDER_WAY = frozenset({"approved", "started", "paused"})


@rule(Level.WARNING, "audited")
def goal_without_decision(strategy: Strategy, on: date) -> Iterator[Finding]:
    """An aim or a binding goal is in force, but no decision approved it.

    The council decides the goals (Local Government Act 410/2015, 14 § and 37 §). The decision on the strategy covers
    every goal that was in it; a goal that began later, or that the decision leaves out, needs one of its own or its
    parent's. A strategy without any decision is told once, by ``strategy-without-council-decision``.

    Bad:
        strategy.yaml:
            title: Strategy
            status: in-force
            decision: council-2025-12-15-87
        decisions/council-2025-12-15-87.yaml: {title: Strategy, body: council, date: 2025-12-15}
        bodies/council.yaml: {name: Council, kind: council}
        goals/harbour.yaml:
            name: A living harbour  # here
            binding: true
            from: 2026-05-01

    Good:
        strategy.yaml:
            title: Strategy
            status: in-force
            decision: council-2025-12-15-87
        decisions/council-2025-12-15-87.yaml: {title: Strategy, body: council, date: 2025-12-15}
        decisions/council-2026-04-27-31.yaml: {title: A binding goal for the harbour, body: council, date: 2026-04-27}
        bodies/council.yaml: {name: Council, kind: council}
        goals/harbour.yaml:
            name: A living harbour
            binding: true
            from: 2026-05-01
            decision: council-2026-04-27-31
    """
    adopted = of_strategy(strategy)[-1:] if strategy.about.status == "in-force" else ()
    for goal in strategy.goals.values() if adopted else ():
        if (goal.binding or goal.level == "aim") and _goes_on(goal, strategy, on):
            line = tuple(_line(strategy, goal))
            decided = any(approving(strategy, one.ref, one.decision) for one in line)
            if not (decided or _within(strategy, line, adopted[0])) and _known(strategy, goal.decision):
                named = tuple(d for one in line for d in behind(strategy, one.ref, one.decision))
                yield _finding("goal-without-decision", strategy, goal, "decision", named)


@rule(Level.WARNING, "audited")
def programme_without_decision(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A programme has begun, but no decision approved it.

    Separate programmes support the one strategy (Kemi city board 25.9.2023 § 292); whoever approved one answers
    for it.

    Bad:
        programmes/climate.yaml: {name: Climate programme, goals: [everyday-life]}

    Good:
        programmes/climate.yaml: {name: Climate programme, goals: [everyday-life], decision: city-board-2026-02-16-45}
        decisions/city-board-2026-02-16-45.yaml: {title: Climate programme, body: city-board, date: 2026-02-16}
        bodies/city-board.yaml: {name: City board, kind: board}
    """
    for programme in strategy.programmes.values():
        if _goes_on(programme, strategy, on) and _unapproved(strategy, programme, programme.decision):
            named = behind(strategy, programme.ref, programme.decision)
            yield _finding("programme-without-decision", strategy, programme, "decision", named)


@rule(Level.WARNING, "audited")
def project_without_decision(strategy: Strategy) -> Iterator[Finding]:
    """A project is approved or started, but no decision approved it.

    Boards define the projects of their sectors (Kemi city board 25.9.2023 § 292). A decision that notes, guides,
    proposes or returns a matter does not approve it. An idea or a proposal needs no decision yet.

    Bad:
        projects/library.yaml:
            name: Library renewal  # here
            goals: [everyday-life]
            owner: library-director
            status: started

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            decisions: [board-2026-02-12-18]
        decisions/board-2026-02-12-18.yaml: {title: Library renewal, body: board, date: 2026-02-12, kind: approved}
        bodies/board.yaml: {name: Education board, kind: board}
    """
    for project in strategy.projects.values():
        if project.status in _UNDER_WAY and _unapproved(strategy, project, *project.decisions):
            named = behind(strategy, project.ref, *project.decisions)
            yield _finding("project-without-decision", strategy, project, "decisions", named, status=project.status)


def _goes_on(thing: Entity, strategy: Strategy, on: date) -> bool:
    first = work_begins(thing, strategy)
    return (first is None or first <= on) and not is_over(thing, strategy, on)


def _line(strategy: Strategy, goal: Goal) -> Iterator[Goal]:
    """Go from a goal up to its aim; a circle of parents (an error of its own) ends where it began."""
    seen: set[str] = set()
    one: Goal | None = goal
    while one and one.id not in seen:
        seen.add(one.id)
        yield one
        one = strategy.goals.get(one.parent or "")


def _within(strategy: Strategy, line: tuple[Goal, ...], adopted: Decision) -> bool:
    """Tell whether a goal was in the strategy decided on: it had begun, or begins with it, and is not left out."""
    about = strategy.about
    by = max(adopted.date, about.period.from_ or date.min)
    begun = all((one.from_ or date.min) <= by for one in line[:1])
    listed = {target for target in adopted.concerns if target.startswith("goal/")}
    left_out = listed and str(about.ref) not in adopted.concerns and listed.isdisjoint(str(g.ref) for g in line)
    return begun and not left_out


def _unapproved(strategy: Strategy, thing: Entity, *named: str | None) -> bool:
    return _known(strategy, *named) and not approving(strategy, thing.ref, *named)


def _known(strategy: Strategy, *named: str | None) -> bool:
    """Tell whether every decision that a thing names is there; one that is not is a fault of its own."""
    return all(one is None or one in strategy.decisions for one in named)


def _finding(
    rule: str, strategy: Strategy, thing: Entity, key: str, named: tuple[Decision, ...], **more: object
) -> Finding:
    args: dict[str, object] = {"name": strategy.name(thing.ref), **more}
    if named:
        last = max(named, key=lambda d: (d.date, d.id))
        args |= {"decision": last.title, "day": last.date}
    problem = "only-prepared" if named else None
    return Finding(rule, strategy.where(thing.ref, key), thing.ref, (key,), args, problem)
