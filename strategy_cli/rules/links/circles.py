"""Rules of circles: no chain of links comes back to where it began."""

from collections import deque
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from strategy_cli.finding import Finding, Level
from strategy_cli.ref import Ref
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import LinkTo, Strategy

_CHAINS = ("parent", "reports_to", "previous", "depends_on")

Steps = Mapping[Ref, list[LinkTo]]


@rule(Level.ERROR)
def circular_links(strategy: Strategy) -> Iterator[Finding]:
    """A chain of parents, superiors, previous decisions or dependencies comes back to where it began.

    Nothing is above itself, and a project that waits for itself never begins. Of each circle the shortest way round
    is told, once.

    Bad:
        goals/vitality.yaml:
            name: Vitality
            parent: jobs
        goals/jobs.yaml:
            name: Jobs
            parent: vitality  # here

    Good:
        goals/vitality.yaml:
            name: Vitality
        goals/jobs.yaml:
            name: Jobs
            parent: vitality
    """
    for steps in _chains(strategy).values():
        if _has_circle(steps):
            told: set[Ref] = set()
            for start in steps:
                if start not in told and (circle := _circle(steps, start)):
                    told.update(link.source for link in circle)
                    yield _circular(strategy, circle)


def _chains(strategy: Strategy) -> Mapping[str, Steps]:
    """Gather the links of each chain by what they start from, in one pass over all links."""
    chains: dict[str, dict[Ref, list[LinkTo]]] = {key: {} for key in _CHAINS}
    for source, held in strategy.links.items():
        for link in held:
            key = link.key[0]
            if key in chains and link.target.kind == source.kind:
                chains[str(key)].setdefault(source, []).append(link)
    return chains


def _has_circle(steps: Steps) -> bool:
    try:
        TopologicalSorter({source: [link.target for link in held] for source, held in steps.items()}).prepare()
    except CycleError:
        return True
    return False


def _circle(steps: Steps, start: Ref) -> list[LinkTo]:
    """Find the shortest way from ``start`` back to it, as the links to walk; nothing if there is none."""
    came: dict[Ref, LinkTo] = {}
    todo = deque([start])
    while todo and start not in came:
        for link in steps.get(todo.popleft(), ()):
            if link.target not in came:
                came[link.target] = link
                todo.append(link.target)
    return _walked(came, start) if start in came else []


def _walked(came: Mapping[Ref, LinkTo], start: Ref) -> list[LinkTo]:
    way = [came[start]]
    while way[-1].source != start:
        way.append(came[way[-1].source])
    return way[::-1]


def _circular(strategy: Strategy, circle: list[LinkTo]) -> Finding:
    first = circle[0]
    key = str(first.key[0])
    chain = " → ".join(ref.id for ref in [*(link.source for link in circle), first.source])
    args = {"key": key, "chain": chain, "name": strategy.name(first.source)}
    problem = "self" if len(circle) == 1 else "wait" if key == "depends_on" else None
    return Finding("circular-links", strategy.where(first.source, *first.key), first.source, first.key, args, problem)
