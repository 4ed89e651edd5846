"""Rules of what work is for: projects, programmes and indicators serve goals."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.gaps import without_goal
from strategy_cli.rules.registry import rule
from strategy_cli.rules.shared.living import lives
from strategy_cli.rules.shared.unread import unread
from strategy_cli.strategy import Strategy


@rule(Level.WARNING, "managed", audited=Level.ERROR)
def project_without_goal(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A project serves no goal.

    Everything done supports and carries out the aims of the strategy (Kemi city board 27.11.2023 § 390). A project
    that has money as well is told by money-without-goal; an idea may still look for its goal.

    Bad:
        projects/library.yaml: {name: Library renewal, owner: library-director, status: started}

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
    """
    for project in strategy.projects.values():
        if not project.goals and project.status != "idea" and lives(strategy, project, on):
            if without_goal((project,)):
                continue
            programme = strategy.programmes.get(project.programme or "")
            goals = programme.goals if programme else ()
            args = {"name": project.name, "goals": goals}
            span = strategy.where(project.ref, "goals", on_key=True)
            yield Finding("project-without-goal", span, project.ref, ("goals",), args, "programme" if goals else None)


@rule(Level.WARNING, "managed", audited=Level.ERROR)
def programme_without_goal(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A programme serves no goal.

    There is one strategy, and separate programmes support carrying it out (Kemi city board 25.9.2023 § 292).

    Bad:
        programmes/wellbeing-plan.yaml: {name: Wellbeing plan, owner: city-manager}

    Good:
        programmes/wellbeing-plan.yaml: {name: Wellbeing plan, owner: city-manager, goals: [everyday-life]}
    """
    for programme in strategy.programmes.values():
        if not programme.goals and lives(strategy, programme, on):
            span = strategy.where(programme.ref, "goals", on_key=True)
            yield Finding("programme-without-goal", span, programme.ref, ("goals",), {"name": programme.name})


@rule(Level.INFO, "managed")
def programme_without_project(strategy: Strategy, on: date) -> Iterator[Finding]:
    """No project belongs to a programme that is under way.

    A programme gathers projects; without any it is a text beside the strategy (Kemi city board 25.9.2023 § 292: one
    strategy, carried out by programmes and projects).

    Bad:
        programmes/wellbeing-plan.yaml: {name: Wellbeing plan, owner: city-manager, goals: [everyday-life]}

    Good:
        programmes/wellbeing-plan.yaml: {name: Wellbeing plan, owner: city-manager, goals: [everyday-life]}
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            programme: wellbeing-plan
            owner: library-director
            status: started
    """
    gathered = {project.programme for project in strategy.projects.values() if project.status != "cancelled"}
    begun = (p for p in strategy.programmes.values() if p.period.from_ is None or p.period.from_ <= on)
    bare = [one for one in begun if one.id not in gathered and lives(strategy, one, on)]
    if bare and not unread(strategy, "project"):
        for programme in bare:
            args = {"name": programme.name, "id": programme.id}
            yield Finding("programme-without-project", strategy.where(programme.ref), programme.ref, args=args)


@rule(Level.WARNING, "managed", audited=Level.ERROR)
def indicator_without_goal(strategy: Strategy) -> Iterator[Finding]:
    """An indicator measures no goal.

    Indicators that measure no goal do not serve the follow-up of the strategy (Rovaniemi, council 31.3.2025), and no
    report shows how a goal stands by them.

    Bad:
        indicators/population.yaml: {name: Population, values: {2025: 21000}}

    Good:
        indicators/population.yaml: {name: Population, goal: everyday-life, values: {2025: 21000}}
    """
    for indicator in strategy.indicators.values():
        if not indicator.serves:
            key = ("goals",) if "goals" in indicator.model_fields_set else ("goal",)
            span = strategy.where(indicator.ref, *key, on_key=True)
            yield Finding("indicator-without-goal", span, indicator.ref, key, {"name": indicator.name})
