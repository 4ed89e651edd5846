"""Rules of links: what is linked to exists, once, and no chain bites its own tail."""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from strategy_cli import nearest
from strategy_cli.finding import Edit, Finding, Level
from strategy_cli.model.kinds import FOLDER_OF
from strategy_cli.ref import Ref
from strategy_cli.rules.registry import rule, told_by_loading
from strategy_cli.strategy import LinkTo, Strategy

OWNER_KEY = ("owner",)
_CHAINS = ("parent", "reports_to", "previous", "depends_on")


@rule(Level.ERROR)
def unknown_id(strategy: Strategy) -> Iterator[Finding]:
    """An id is linked to, but nothing has that id.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-lif]  # here
            owner: library-director
            status: started

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
    """
    yield from _unknown_links(strategy, "unknown-id", owners=False)
    if strategy.about.ref not in strategy.broken:
        yield from _unknown_themes(strategy)


def _unknown_themes(strategy: Strategy) -> Iterator[Finding]:
    themes = {theme.id for theme in strategy.about.themes}
    for goal in strategy.goals.values():
        for number, theme in enumerate(goal.themes):
            if theme not in themes:
                close = nearest.name(theme, themes)
                link = LinkTo(goal.ref, ("themes", number), Ref("theme", theme))
                yield _unknown(strategy, link, "unknown-id", close, "near" if close else "theme")


def _unknown_links(strategy: Strategy, rule: str, *, owners: bool) -> Iterator[Finding]:
    """Tell of the links to what is nowhere; a thing whose file is faulty beyond use has a place or is known as broken.

    A decision keeps the ids of its day: what it concerns may since have been renamed.
    """
    for target, held in strategy.linked_from.items():
        links = [link for link in held if (link.key == OWNER_KEY) is owners]
        if links and target not in strategy.places and target not in strategy.broken:
            now = _renamed(strategy, target)
            close = now or _meant(strategy, target)
            for link in links:
                if not (now and link.key[0] == "concerns"):
                    yield _unknown(strategy, link, rule, close, "renamed" if now else "near" if close else None)


def _renamed(strategy: Strategy, target: Ref) -> str | None:
    """Find the id of the thing that once had another."""
    things = strategy.entities.get(target.kind, {}).values()
    return next((thing.id for thing in things if target.id in thing.formerly), None)


def _unknown(strategy: Strategy, link: LinkTo, rule: str, close: str | None, problem: str | None) -> Finding:
    span = strategy.where(link.source, *link.key)
    folder = FOLDER_OF.get(link.target.kind)
    args = {"id": link.target.id, "nearest": close, "folder": folder, "name": strategy.name(link.source)}
    return Finding(rule, span, link.source, link.key, args, problem, Edit(span, close) if close else None)


def _meant(strategy: Strategy, target: Ref) -> str | None:
    """Find the id that was meant: one much like what was written, else that of a thing whose name is."""
    things = strategy.entities.get(target.kind, {})
    return nearest.name(target.id, things) or nearest.called(strategy, target.kind, target.id)


@rule(Level.ERROR)
def owner_not_found(strategy: Strategy) -> Iterator[Finding]:
    """The post that should answer for a thing does not exist.

    A thing whose owner is not among the posts has nobody to answer for it.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: head-librarian  # here
            status: started

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
    """
    yield from _unknown_links(strategy, "owner-not-found", owners=True)


@told_by_loading()
def duplicate_id() -> None:
    """Two things of the same kind have the same id.

    Links to the id would mean either; only the first one was read.

    Bad:
        units/services.yaml:
            - {id: schools, name: Schools}
            - {id: schools, name: All schools}  # here

    Good:
        units/services.yaml:
            - {id: schools, name: Schools}
            - {id: all-schools, name: All schools}
    """


@rule(Level.ERROR)
def circular_links(strategy: Strategy) -> Iterator[Finding]:
    """A chain of parents, superiors, previous decisions or dependencies comes back to where it began.

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
    told: set[Ref] = set()
    chains = _circular_keys(strategy)
    for start, held in strategy.links.items():
        for link in held:
            if link.key[0] in chains and link.target.kind == start.kind and start not in told:
                circle = _circle(strategy, start, str(link.key[0]), link.target)
                if circle and min(circle) not in told:
                    told.update(circle)
                    yield _circular(strategy, link, circle)


def _circular_keys(strategy: Strategy) -> set[str]:
    """Find the keys whose chains have a circle anywhere, in one pass over all links."""
    graphs: dict[str, dict[Ref, list[Ref]]] = {key: {} for key in _CHAINS}
    for source, held in strategy.links.items():
        for link in held:
            if link.key[0] in graphs:
                graphs[str(link.key[0])].setdefault(source, []).append(link.target)
    return {key for key, graph in graphs.items() if _has_circle(graph)}


def _has_circle(graph: dict[Ref, list[Ref]]) -> bool:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError:
        return True
    return False


def _circle(strategy: Strategy, start: Ref, key: str, first: Ref) -> list[Ref]:
    """Walk ``key`` from ``first``; the things passed if the walk comes back to ``start``, else nothing."""
    seen: dict[Ref, None] = {}
    todo = [first]
    while todo:
        at = todo.pop()
        if at == start:
            return [start, *seen]
        if at not in seen:
            seen[at] = None
            todo += [link.target for link in strategy.links.get(at, ()) if link.key[0] == key]
    return []


def _circular(strategy: Strategy, link: LinkTo, circle: list[Ref]) -> Finding:
    chain = " → ".join(ref.id for ref in [*circle, link.source])
    args = {"key": link.key[0], "chain": chain, "name": strategy.name(link.source)}
    return Finding("circular-links", strategy.where(link.source, *link.key), link.source, link.key, args)
