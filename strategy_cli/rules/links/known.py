"""Rules of known things: what is linked to exists, and once."""

from collections.abc import Iterator

from strategy_cli import nearest
from strategy_cli.finding import Edit, Finding, Level
from strategy_cli.given_names import is_persons_id
from strategy_cli.model.kinds import FOLDER_OF, is_linking_key
from strategy_cli.ref import Ref
from strategy_cli.rules.links.past_ids import was_there
from strategy_cli.rules.registry import rule, told_by_loading
from strategy_cli.source import Source
from strategy_cli.strategy import LinkTo, Strategy

OWNER_KEY = ("owner",)


@rule(Level.ERROR)
def unknown_id(strategy: Strategy, source: Source | None = None) -> Iterator[Finding]:
    """An id is linked to, but nothing has that id.

    A link that leads nowhere leaves the thing out of every count: its goal seems to have no projects. Only a decision
    may name, under ``concerns``, what is gone, if the git history knows it.

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
    for finding in _unknown_links(strategy, "unknown-id", owners=False):
        if not is_of_the_past(finding, strategy, source):
            yield finding
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
        if target in strategy.places or target in strategy.broken:
            continue
        if links := [link for link in held if (link.key == OWNER_KEY) is owners]:
            now = next(iter(_renamed(strategy, target)), None)
            close = now or _meant(strategy, target)
            for link in links:
                if not (now and link.key[0] == "concerns"):
                    problem = "renamed" if now else "near" if close else _unlike(target) or _gone(link)
                    yield _unknown(strategy, link, rule, close, problem)


def _unlike(target: Ref) -> str | None:
    """Tell what was meant by an id that is like none: no advice may put a person's name into a file's."""
    return "person" if target.kind == "owner" and is_persons_id(target.id) else None


def _gone(link: LinkTo) -> str | None:
    """Tell of a decision that it may name what is gone, if the past knows it."""
    return "concerned" if link.key[0] == "concerns" else None


def is_of_the_past(finding: Finding, strategy: Strategy, source: Source | None) -> bool:
    """Tell whether an unknown id is what a decision concerns, and what the past knew, or others go on from."""
    if finding.rule != "unknown-id" or finding.key[:1] != ("concerns",):
        return False
    held = strategy.links[finding.subject] if finding.subject else ()
    target = next(link.target for link in held if link.key == finding.key)
    things = strategy.entities.get(target.kind, {}).values()
    return any(target.id in thing.continues for thing in things) or (source is not None and was_there(source, target))


def _renamed(strategy: Strategy, target: Ref) -> list[str]:
    """Find the ids of the things that once had another."""
    things = strategy.entities.get(target.kind, {}).values()
    return [thing.id for thing in things if target.id in thing.formerly]


def _unknown(strategy: Strategy, link: LinkTo, rule: str, close: str | None, problem: str | None) -> Finding:
    holder = strategy.find(link.source)
    on_key = holder is not None and is_linking_key(type(holder), link.key)
    span = strategy.where(link.source, *link.key, on_key=on_key)
    folder = FOLDER_OF.get(link.target.kind)
    sure = close is not None and _is_sure(strategy, link.target, close, problem)
    if close and link.key[0] == "concerns":  # a link that says the kind too
        close = f"{link.target.kind}/{close}"
    args = {"id": link.target.id, "nearest": close, "folder": folder, "name": strategy.name(link.source)}
    edit = Edit(span, close, sure) if close else None
    return Finding(rule, span, link.source, link.key, args, problem, edit)


def _is_sure(strategy: Strategy, target: Ref, close: str, problem: str | None) -> bool:
    """Tell whether an id can have meant but one thing: by its earlier id, one slip of the hand, or its name."""
    if problem == "renamed":
        return len(_renamed(strategy, target)) == 1
    themes = {theme.id for theme in strategy.about.themes} if target.kind == "theme" else None
    known = strategy.entities.get(target.kind, {}) if themes is None else themes
    return close in (nearest.slip(target.id, known), nearest.named(strategy, target.kind, target.id))


def _meant(strategy: Strategy, target: Ref) -> str | None:
    """Find the id that was meant: one much like what was written, else that of a thing whose name is."""
    things = strategy.entities.get(target.kind, {})
    if target.kind == "owner" and is_persons_id(target.id):  # like another person's, it means another person
        return nearest.slip(target.id, things) or nearest.named(strategy, target.kind, target.id)
    return (
        nearest.slip(target.id, things)
        or nearest.name(target.id, things)
        or nearest.called(strategy, target.kind, target.id)
    )


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


@told_by_loading
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
