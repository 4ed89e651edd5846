"""Rules of who answers: what goes on has a post, a body and a place that answer for it."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.load import asked
from strategy_cli.measuring.tree import above
from strategy_cli.model.entity import Entity
from strategy_cli.model.goal import Goal
from strategy_cli.model.project import Project
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy
from strategy_cli.terms import is_over


@rule(Level.ERROR)
def project_without_owner(strategy: Strategy) -> Iterator[Finding]:
    """A project has no owner.

    Every project needs one post that answers for it (Kemi city board 25.9.2023 § 292).

    Bad:
        projects/library.yaml: {name: Library renewal, goals: [everyday-life], status: started}

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            status: started
            owner: library-director
    """
    for project in strategy.projects.values():
        if project.owner is None:
            span = strategy.where(project.ref, "owner", on_key=True)
            yield Finding("project-without-owner", span, project.ref, ("owner",), {"name": project.name})


@rule(Level.WARNING, "managed")
def goal_without_owner(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A goal has no owner.

    Rovaniemi's own account of its strategy found roles and responsibilities unclear (2025): a goal that every sector
    reads in its own way is one that no post answers for. An aim is answered for through its goals, unless it binds.

    Bad:
        goals/everyday-life.yaml: {name: Everyday life is easy}

    Good:
        goals/everyday-life.yaml: {name: Everyday life is easy, owner: library-director}
    """
    for goal in strategy.goals.values():
        if goal.owner is None and _answered_for(goal) and not is_over(goal, strategy, on):
            yield _lacks("goal-without-owner", strategy, goal, "owner")


@rule(Level.WARNING, "managed")
def indicator_without_owner(strategy: Strategy, on: date) -> Iterator[Finding]:
    """An indicator has no owner.

    Its values come late, or not at all, when no post gives them: the indicators of Rovaniemi's strategy did not serve
    follow-up (2025), and Espoo's audit committee could not assess 6 of 33 goals from what was given (2017).

    Bad:
        indicators/loans.yaml: {name: Loans, goal: everyday-life}

    Good:
        indicators/loans.yaml: {name: Loans, goal: everyday-life, owner: library-director}
    """
    for indicator in strategy.indicators.values():
        if indicator.owner is None and asked(strategy, indicator, on) and not is_over(indicator, strategy, on):
            yield _lacks("indicator-without-owner", strategy, indicator, "owner")


@rule(Level.WARNING, "managed")
def programme_without_owner(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A programme has no owner.

    Programmes and projects carry the strategy, and each has one named post (Kemi city board 25.9.2023 § 292).

    Bad:
        programmes/wellbeing-plan.yaml: {name: Wellbeing plan, goals: [everyday-life]}

    Good:
        programmes/wellbeing-plan.yaml: {name: Wellbeing plan, goals: [everyday-life], owner: library-director}
    """
    for programme in strategy.programmes.values():
        if programme.owner is None and not is_over(programme, strategy, on):
            yield _lacks("programme-without-owner", strategy, programme, "owner")


@rule(Level.WARNING, "managed")
def goal_without_body(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A goal belongs to no body, and neither does any goal above it.

    The boards follow up the goals regularly and inform the city board and the council (Kemi city board 27.11.2023
    § 390); Rovaniemi's interim reports show the goals of the city board and of each board (council 13.11.2023 § 126).

    Bad:
        goals/everyday-life.yaml: {name: Everyday life is easy}

    Good:
        goals/everyday-life.yaml: {name: Everyday life is easy, body: education-board}
        bodies/education-board.yaml: {name: Education board, kind: board}
    """
    lacking = {g.id for g in _bodiless(strategy, on) if not g.binding}
    for goal in strategy.goals.values():
        if goal.id in lacking and goal.parent not in lacking:
            yield _lacks("goal-without-body", strategy, goal, "body")


@rule(Level.WARNING, "managed", audited=Level.ERROR)
def binding_goal_without_body(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A binding goal belongs to no body, and neither does any goal above it.

    The council sets the binding goals in the budget (Local Government Act 410/2015, 110 §) and the accounts must tell
    what came of each (115 §): some body has to answer for it to the council.

    Bad:
        goals/annual-margin.yaml: {name: The annual margin covers depreciation, binding: true}

    Good:
        goals/annual-margin.yaml: {name: The annual margin covers depreciation, binding: true, body: city-board}
        bodies/city-board.yaml: {name: City board, kind: board}
    """
    for goal in _bodiless(strategy, on):
        if goal.binding:
            yield _lacks("binding-goal-without-body", strategy, goal, "body")


@rule(Level.WARNING, "managed")
def project_without_unit(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A project belongs to no unit.

    Each sector defines its projects and treats its own in budget preparation (Kemi city board 25.9.2023 § 292): one
    without a unit is in no sector's list, and its money in no sector's sum. An idea may still look for its place, and
    the project of a group company has none in the city.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            status: started
            owner: library-director

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            status: started
            owner: library-director
            unit: culture
        units/culture.yaml: {name: Culture, level: area}
    """
    for project in strategy.projects.values():
        if project.unit is None and project.status != "idea" and not is_over(project, strategy, on):
            post = strategy.owners.get(project.owner or "")
            place = post.unit if post else None
            if not _of_company(strategy, project):
                yield _lacks("project-without-unit", strategy, project, "unit", "owner" if place else None, unit=place)


def _answered_for(goal: Goal) -> bool:
    return goal.level == "goal" or goal.binding


def _bodiless(strategy: Strategy, on: date) -> Iterator[Goal]:
    """Go through the goals that report to no body: a goal without one is its parent's, as in the reports."""
    for goal in strategy.goals.values():
        asked_of = goal.body is None and _answered_for(goal) and not is_over(goal, strategy, on)
        if asked_of and not any(g in strategy.goals and strategy.goals[g].body for g in above(strategy, goal.id)):
            yield goal


def _of_company(strategy: Strategy, project: Project) -> bool:
    body = strategy.bodies.get(project.body or "")
    return body is not None and body.sort == "company"


def _lacks(
    rule: str, strategy: Strategy, thing: Entity, key: str, problem: str | None = None, **more: object
) -> Finding:
    span = strategy.where(thing.ref, key, on_key=True)
    return Finding(rule, span, thing.ref, (key,), {"name": strategy.name(thing.ref), **more}, problem)
