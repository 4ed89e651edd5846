"""Rules of projects and their money: what is under way has some, it is for a goal, and its use is told."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.gaps import without_goal
from strategy_cli.measuring.money import sums
from strategy_cli.rules.money.rows import answered_for, finding
from strategy_cli.rules.registry import rule
from strategy_cli.rules.shared.living import lives, under_way
from strategy_cli.strategy import Strategy

_ACCOUNTS_BY = (3, 31)


@rule(Level.WARNING, "managed")
def started_without_money(strategy: Strategy) -> Iterator[Finding]:
    """A project has started, but neither money nor effort is told of it.

    Resources were too small for the strategy in Rovaniemi (council 31.3.2025), and a budget must be such that the
    strategy is carried out (Local Government Act 410/2015, 110 §). A project done as one's own work tells its
    ``effort`` in person-years; one that needs nothing asks for 0.

    Bad:
        projects/library.yaml: {name: Library renewal, goals: [everyday-life], owner: library-director, status: started}

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            effort: 0.5
    """
    for project in under_way(strategy):
        told = project.effort is not None or any(row.note for row in project.money) or sums(project.money).told
        if not told:
            span = strategy.where(project.ref, "money", on_key=True)
            yield Finding("started-without-money", span, project.ref, ("money",), {"name": project.name})


@rule(Level.WARNING, "managed", audited=Level.ERROR)
def money_without_goal(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A project has money, but serves no goal.

    The budget must be such that the strategy is carried out (Local Government Act 410/2015, 110 §): first the goal,
    then the money.

    Bad:
        projects/library.yaml:
            name: Library renewal
            owner: library-director
            status: started
            money: [{year: 2026, asked: 40000, granted: 40000}]

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            money: [{year: 2026, asked: 40000, granted: 40000}]
    """
    for project in without_goal(strategy.projects.values()):
        if lives(strategy, project, on):
            years = tuple(
                str(row.year) for row in project.money if row.asked or row.granted or row.used or row.external
            )
            span = strategy.where(project.ref, "goals", on_key=True)
            yield Finding("money-without-goal", span, project.ref, ("goals",), {"name": project.name, "years": years})


@rule(Level.WARNING, "managed")
def past_year_without_use(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A project was granted money for a year whose accounts are made, but what it used is not told.

    The accounts are made by the end of March (Local Government Act 410/2015, 113 §) and must tell how the goals came
    about (115 §); Espoo's audit committee missed a great project's budget and its use (Länsimetro 2016-17). Of a
    project that is over only the last year is asked for.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            money:
                - {year: 2025, asked: 40000, granted: 40000}  # here

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            money:
                - {year: 2025, asked: 40000, granted: 40000, used: 38200.50}
    """
    closed = on.year - 1 if (on.month, on.day) > _ACCOUNTS_BY else on.year - 2
    for project, number, row in answered_for(strategy, on):
        if row.granted and row.used is None and row.year <= closed:
            yield finding(strategy, "past-year-without-use", project, number, "granted", granted=row.granted)
