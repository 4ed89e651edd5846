"""Rules of what carries goals: somebody works for each, and not one sector alone."""

from collections.abc import Collection, Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.coverage import Coverage, coverage
from strategy_cli.measuring.gaps import goals_without_project
from strategy_cli.measuring.organisation import sectors, sectors_now
from strategy_cli.measuring.rollup import countable
from strategy_cli.measuring.tree import above, below
from strategy_cli.model.goal import Goal
from strategy_cli.rules.registry import rule
from strategy_cli.rules.shared.living import lives
from strategy_cli.rules.shared.unread import unread
from strategy_cli.strategy import Strategy

SEVERAL = 2


@rule(Level.WARNING, "managed")
def goal_without_project(strategy: Strategy, on: date) -> Iterator[Finding]:
    """No project or programme serves a goal, or a goal below it.

    The strategy is carried out by programmes and by projects that each sector defines (Kemi city board 25.9.2023
    § 292). A goal that begins later may still wait for its projects; a goal set for a group company is carried out by
    the company's own work.

    Bad:
        goals/everyday-life.yaml: {name: Everyday life}

    Good:
        goals/everyday-life.yaml: {name: Everyday life}
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
    """
    bare = goals_without_project(strategy, on)
    if bare and not unread(strategy, "project", "programme"):
        planned = {goal for programme in strategy.programmes.values() for goal in programme.goals}
        idle = {name for name in bare if planned.isdisjoint(below(strategy, name))}
        for goal in _topmost(strategy, idle):
            if _under_way(goal, strategy, on) and not _of_company(strategy, goal):
                span = strategy.where(goal.ref)
                yield Finding("goal-without-project", span, goal.ref, args={"name": goal.name, "id": goal.id})


@rule(Level.INFO, "managed", audited=Level.WARNING)
def goal_of_one_sector(strategy: Strategy, on: date) -> Iterator[Finding]:
    """The projects of a goal are all of one sector, and no other takes part in them.

    Rovaniemi (council 31.3.2025) found that its strategy's structure drove silos, each sector reading it in its own
    way. A single project has to be somewhere, so it is told only where the goal names other sectors that do nothing.

    Bad:
        goals/everyday-life.yaml: {name: Everyday life, participants: [education, technical-services]}  # here
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            unit: education
        units/education.yaml: {name: Education, level: sector}
        units/technical-services.yaml: {name: Technical services, level: sector}

    Good:
        goals/everyday-life.yaml: {name: Everyday life, participants: [education, technical-services]}
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            unit: education
            participants: [technical-services]
        units/education.yaml: {name: Education, level: sector}
        units/technical-services.yaml: {name: Technical services, level: sector}
    """
    goals = _perhaps_alone(strategy, on)
    if goals and len(sectors(strategy, on)) > 1:
        found = coverage(strategy, on, goals)
        if not found.silo or unread(strategy, "project", "unit"):
            return
        for goal in _topmost(strategy, found.silo):
            if _under_way(goal, strategy, on):
                yield from _of_one_sector(strategy, goal, found)


def _perhaps_alone(strategy: Strategy, on: date) -> tuple[str, ...]:
    """Choose the goals whose own projects are not plainly of several sectors, before the dear layout of them all."""
    known: dict[str, tuple[str, ...]] = {}
    found: dict[str, set[str]] = {}
    for project in strategy.projects.values():
        if project.unit and project.status != "cancelled":
            if project.unit not in known:
                known[project.unit] = sectors_now(strategy, project.unit, on)
            for goal in project.goals:
                found.setdefault(goal, set()).update(known[project.unit])
    return tuple(g.id for g in countable(strategy.goals.values(), on) if len(found.get(g.id, ())) < SEVERAL)


def _of_one_sector(strategy: Strategy, goal: Goal, found: Coverage) -> Iterator[Finding]:
    (alone,) = found.carriers(goal.id)
    idle = [s for s in found.sectors if s != alone and (goal.id, s) in found.cells]
    idle = [s for s in idle if found.cells[goal.id, s].participates]
    projects = len(found.cells[goal.id, alone].projects)
    if projects >= SEVERAL or (projects and idle):
        key = ("participants",)
        others = tuple(strategy.units[s].name for s in idle)
        sector = strategy.units[alone].name
        args = {"name": goal.name, "sector": sector, "count": projects, "others": others}
        span = strategy.where(goal.ref, *key, on_key=True)
        yield Finding("goal-of-one-sector", span, goal.ref, key, args, "named" if idle else None)


@rule(Level.WARNING, "managed")
def aim_without_goals(strategy: Strategy, on: date) -> Iterator[Finding]:
    """No goal stands under an aim, though other aims are split into goals.

    An aim is attained through its goals; one without any is counted nowhere (Rovaniemi, council 31.3.2025: goals are
    not commensurable).

    Bad:
        goals/vitality.yaml: {name: Vitality, level: aim}

    Good:
        goals/vitality.yaml: {name: Vitality, level: aim}
        goals/jobs.yaml: {name: Jobs, parent: vitality}
    """
    goals = [goal for goal in strategy.goals.values() if lives(strategy, goal, on)]
    parents = {goal.parent for goal in goals}
    bare = [goal for goal in goals if goal.level == "aim" and goal.id not in parents]
    if bare and any(goal.level == "goal" for goal in goals) and not unread(strategy, "goal"):
        for goal in bare:
            span = strategy.where(goal.ref, "level")
            yield Finding("aim-without-goals", span, goal.ref, ("level",), {"name": goal.name, "id": goal.id})


def _of_company(strategy: Strategy, goal: Goal) -> bool:
    body = strategy.bodies.get(goal.body or "")
    return body is not None and body.sort == "company"


def _under_way(goal: Goal, strategy: Strategy, on: date) -> bool:
    return lives(strategy, goal, on) and (goal.from_ is None or goal.from_ <= on)


def _topmost(strategy: Strategy, names: Collection[str]) -> Iterator[Goal]:
    """Choose of goals those that are not below another of them: what is true of a branch is told at its top."""
    for name in sorted(names):
        if not any(up in names for up in above(strategy, name)[1:]):
            yield strategy.goals[name]
