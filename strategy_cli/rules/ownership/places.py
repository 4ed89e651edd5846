"""Rules of place: the post that answers for a project has a place in it."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.organisation import upwards
from strategy_cli.model.owner import Owner
from strategy_cli.model.project import Project
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy
from strategy_cli.terms import is_over


@rule(Level.WARNING, "audited")
def owner_in_other_unit(strategy: Strategy, on: date) -> Iterator[Finding]:
    """The post that answers for a project is in a unit that has no part in the project.

    The project's unit, those that take part and those above and below these have; so have the posts that lead them,
    and the superiors of those. Rovaniemi found its responsibilities unclear and its work done apart (2025): with whose
    money and people is the project run?

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            status: started
            unit: culture
            owner: park-gardener  # here
        owners/park-gardener.yaml: {title: Park gardener, unit: parks}
        units/units.yaml:
            - {id: culture, name: Culture}
            - {id: parks, name: Parks}

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            status: started
            unit: culture
            participants: [parks]
            owner: park-gardener
        owners/park-gardener.yaml: {title: Park gardener, unit: parks}
        units/units.yaml:
            - {id: culture, name: Culture}
            - {id: parks, name: Parks}
    """
    heading: dict[str, set[str]] = {}
    for unit in strategy.units.values():
        heading.setdefault(unit.head or "", set()).add(unit.id)
    for project in strategy.projects.values():
        post = strategy.owners.get(project.owner or "")
        if post is None or project.unit is None or post.unit in (None, project.unit):
            continue
        if _both_there(strategy, project.unit, post.unit, on=on) and not is_over(project, strategy, on):
            places = {post.unit, *heading.get(post.id, ())}
            if not _takes_part(strategy, project, post, places):
                yield _finding(strategy, project, post, project.unit, post.unit)


def _both_there(strategy: Strategy, *units: str, on: date) -> bool:
    """Tell whether the units are known and have not ended, for that is told instead."""
    return all(one in strategy.units and not is_over(strategy.units[one], strategy, on) for one in units)


def _takes_part(strategy: Strategy, project: Project, post: Owner, places: set[str]) -> bool:
    """Tell whether any place of a post is in line with a unit of the project, or the post above whoever leads one."""
    partners = {project.unit or "", *project.participants} & strategy.units.keys()
    line = partners.union(*(upwards(strategy, strategy.units[one]) for one in partners))
    if places & line or any(partners.intersection(upwards(strategy, strategy.units[one])) for one in places):
        return True
    return any(post.id in _chiefs(strategy, strategy.units[one].head) for one in line)


def _chiefs(strategy: Strategy, post: str | None) -> set[str]:
    """Climb from a post to its superiors; a circle of them (an error of its own) ends where it began."""
    found: set[str] = set()
    while post and post not in found and post in strategy.owners:
        found.add(post)
        post = strategy.owners[post].reports_to
    return found


def _finding(strategy: Strategy, project: Project, post: Owner, unit: str, place: str) -> Finding:
    names = {"unit": strategy.units[unit].name, "place": strategy.units[place].name, "id": place}
    args = {"name": project.name, "post": post.title, **names}
    return Finding("owner-in-other-unit", strategy.where(project.ref, "owner"), project.ref, ("owner",), args)
