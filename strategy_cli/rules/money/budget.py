"""Rules of the budget: a year's money is for goals in force that year, and binding goals have some."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.gaps import goals_without_money
from strategy_cli.measuring.money import rows_of
from strategy_cli.measuring.tree import below, projects_of
from strategy_cli.model.goal import Goal
from strategy_cli.model.project import Project
from strategy_cli.rules.money.rows import finding, rows
from strategy_cli.rules.registry import rule
from strategy_cli.rules.shared.living import lives
from strategy_cli.strategy import Strategy
from strategy_cli.terms import ends, work_begins


@rule(Level.WARNING, "managed", audited=Level.ERROR)
def budget_year_without_goal_in_force(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A project asks for or has been granted money for a year in which no goal of it is in force.

    The budget of a year is made on the goals of the strategy in force then (Rovaniemi: the budget of 2027 is made on
    the new strategy's goals; Local Government Act 410/2015, 110 §). Only this year and the next are looked at: later
    ones are plans, earlier ones are history, and those before the strategy begins are of the one it replaces. That the
    strategy itself has ended by then is told once, at its last day.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            money:
                - {year: 2027, asked: 40000}  # here
        goals/everyday-life.yaml: {name: Everyday life, until: 2026-12-31}

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            money:
                - {year: 2027, asked: 40000}
        goals/everyday-life.yaml: {name: Everyday life, until: 2027-12-31}
    """
    begun = (strategy.about.period.from_ or date.min).year
    for year in (on.year, on.year + 1):
        asking = tuple(_asking(strategy, year, on)) if begun <= year else ()
        if asking and not _covers(None, strategy.about.period.until, year):
            yield from _after_strategy(strategy, year, len({project.id for project, _ in asking}))
            return
        in_force = frozenset(g.id for g in strategy.goals.values() if _covers(*_term(strategy, g), year))
        for project, number in asking:
            goals = tuple(strategy.goals[name].name for name in project.goals if name in strategy.goals)
            if goals and in_force.isdisjoint(project.goals):
                yield finding(strategy, "budget-year-without-goal-in-force", project, number, "year", goals=goals)


def _asking(strategy: Strategy, year: int, on: date) -> Iterator[tuple[Project, int]]:
    """Go through the living projects that ask for money for a year or have it, each with the row's place."""
    for project, number, row in rows(strategy, year):
        if row.year == year and (row.asked or row.granted) and lives(strategy, project, on):
            yield project, number


def _after_strategy(strategy: Strategy, year: int, count: int) -> Iterator[Finding]:
    """Tell once of the projects that have money for a year after the strategy."""
    about = strategy.about
    key = ("period", "until")
    args = {"name": about.title, "year": year, "end": about.period.until, "count": count}
    span = strategy.where(about.ref, *key)
    yield Finding("budget-year-without-goal-in-force", span, about.ref, key, args, "strategy")


def _term(strategy: Strategy, goal: Goal) -> tuple[date | None, date | None]:
    return work_begins(goal, strategy), ends(goal, strategy)


def _covers(first: date | None, last: date | None, year: int) -> bool:
    return (first is None or first.year <= year) and (last is None or last.year >= year)


@rule(Level.INFO, "audited")
def goal_without_money(strategy: Strategy, on: date) -> Iterator[Finding]:
    """No project of a binding goal has money this year, though other projects have.

    First the goal, then the money (Lahti, the auditor's training): a binding goal is part of the budget. One whose
    projects are done as one's own work (``effort``) needs none; one without projects is told by goal-without-project.

    Bad:
        goals/everyday-life.yaml: {name: Everyday life, binding: true}
        goals/jobs.yaml: {name: Jobs}
        projects/library.yaml: {name: Library renewal, goals: [everyday-life], owner: library-director, status: started}
        projects/business-park.yaml:
            name: Business park
            goals: [jobs]
            owner: city-manager
            status: started
            money: [{year: 2026, asked: 40000, granted: 40000}]

    Good:
        goals/everyday-life.yaml: {name: Everyday life, binding: true}
        goals/jobs.yaml: {name: Jobs}
        projects/library.yaml: {name: Library renewal, goals: [everyday-life], owner: library-director, status: started}
        projects/business-park.yaml:
            name: Business park
            goals: [jobs, everyday-life]
            owner: city-manager
            status: started
            money: [{year: 2026, asked: 40000, granted: 40000}]
    """
    if not any(rows_of(project, on.year) for project in strategy.projects.values()):
        return  # the year's money has not been written, or is kept elsewhere
    for name in goals_without_money(strategy, on, on.year):
        goal = strategy.goals[name]
        if goal.binding and lives(strategy, goal, on):
            serving = [p for g in below(strategy, name) for p in projects_of(strategy, g) if _works(p, strategy, on)]
            if serving and all(project.effort is None for project in serving):
                args = {"name": goal.name, "year": on.year, "count": len({project.id for project in serving})}
                yield Finding("goal-without-money", strategy.where(goal.ref, "binding"), goal.ref, ("binding",), args)


def _works(project: Project, strategy: Strategy, on: date) -> bool:
    return project.status != "idea" and lives(strategy, project, on)
