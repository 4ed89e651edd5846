"""Below: how the bodies that report to a body stand, each in a line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from strategy_cli.measuring.counts import Counts, count
from strategy_cli.measuring.rollup import countable
from strategy_cli.measuring.scope import goal_body, project_body
from strategy_cli.model.project import Project
from strategy_cli.ref import Ref
from strategy_cli.terms import is_over
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.named import Named, named


@dataclass(frozen=True, slots=True)
class BelowLine:
    """A body that reports to this one, at any remove: its goals by class, its projects and its late milestones."""

    body: Named
    goals: Counts
    projects: int
    late: int


def below(basis: Basis, body: str) -> Iterator[BelowLine]:
    """Go through the bodies that report to this one and have anything to answer for."""
    strategy = basis.strategy
    goals = countable(strategy.goals.values(), basis.on)
    for one in _reporting(basis, body):
        standing = count(basis.measures.goals[g.id].assessment for g in goals if goal_body(strategy, g) == one)
        projects = [p for p in strategy.projects.values() if project_body(strategy, p) == one]
        if standing.all or projects:
            late = sum(_late(basis, project) for project in projects)
            yield BelowLine(named(basis, "body", one), standing, len(projects), late)


def _reporting(basis: Basis, body: str) -> Iterable[str]:
    found: dict[str, None] = {}
    held = [body]
    while held:
        for one in basis.strategy.users(Ref("body", held.pop(0)), "body", "reports_to"):
            if one.id not in found and one.id != body:
                found[one.id] = None
                held.append(one.id)
    return found


def _late(basis: Basis, project: Project) -> int:
    if is_over(project, basis.strategy, basis.on):
        return 0
    return sum(m.due < basis.on and (m.done is None or m.done > basis.on) for m in project.milestones)
