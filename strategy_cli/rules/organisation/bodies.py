"""Rules of the names of bodies: one body is written in one way."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from datetime import date
from functools import cache, partial

from strategy_cli import nearest
from strategy_cli.finding import Finding, Level
from strategy_cli.model.body import Body
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy
from strategy_cli.terms import is_over

Mark = tuple[Hashable, ...]
Alike = Callable[[Body, Body], bool]

# What a group may be called after its matter; a steering or a management group is another thing than these.
_GROUP = re.compile(r"(tyo|valmistelu)?ryhma$|(arbets|berednings)?grupp(en)?$|(working|preparatory|preparation)?group$")


@rule(Level.WARNING, "managed")
def body_named_variously(strategy: Strategy, on: date) -> Iterator[Finding]:
    """Two bodies are there at a time and look like one that is written in two ways.

    Rovaniemi's papers call one group strategiaryhmä, valmisteluryhmä and työryhmä (2025). Two bodies look like one when
    their names differ by case, hyphens, spaces, dots or a slip of the keyboard alone, and within one kind and one
    superior when they have the same task, or are groups for the same matter or one of them for no named matter. Two
    tasks that differ tell them apart, unless the names are the same.

    Bad:
        bodies/groups.yaml:
            - {id: strategy-group, name: Strategiaryhmä, kind: working}
            - id: strategy-work-group
              name: Strategiatyöryhmä  # here
              kind: working

    Good:
        bodies/groups.yaml:
            - {id: strategy-group, name: Strategiaryhmä, kind: working}
            - id: land-use-group
              name: Maankäyttöryhmä
              kind: working
    """
    met: dict[Mark, list[Body]] = defaultdict(list)
    for body in sorted(strategy.bodies.values(), key=_says_little):
        if is_over(body, strategy, on):
            continue
        marks = list(_marks(body))
        pairs = (other for mark, alike in marks for other in met[mark] if _meet(body, other) and alike(body, other))
        if other := next(pairs, None):
            args = {"name": body.name, "other": other.name, "id": other.id}
            span = strategy.where(body.ref, "name")
            yield Finding("body-named-variously", span, body.ref, ("name",), args)
        for mark, _ in marks:
            met[mark].append(body)


def _marks(body: Body) -> Iterator[tuple[Mark, Alike]]:
    """Give what the body shares with another that it may be, and what must be true of the two besides."""
    place = (body.sort, body.reports_to)
    for language, words in body.name.words:
        name = nearest.as_id(words)
        if not name:
            continue
        starts = tuple(word[:3] for word in name.split("-"))
        yield ("name", language, name.replace("-", "")), _always
        yield ("near", language, *place, starts), partial(_near, language)
        if _matter(words) is not None:
            yield ("group", language, *place), partial(_same_matter, language)
    for language, words in body.task.words if body.task else ():
        yield ("task", language, *place, nearest.as_id(words)), _always


def _says_little(body: Body) -> tuple[bool, bool, str]:
    """Order those first that others should be written as: with a task, then with a matter in their name."""
    nameless = any(_matter(words) == "" for _, words in body.name.words)
    return body.task is None, nameless, body.id


def _always(_one: Body, _other: Body) -> bool:
    return True


def _near(language: str, one: Body, other: Body) -> bool:
    """Tell whether two names differ by a slip of the keyboard: their words begin alike, for Ylä- and Ala- are two."""
    names = (body.name.pick(language)[0] for body in (one, other))
    return not _told_apart(one, other) and nearest.slip(next(names), names) is not None


def _same_matter(language: str, one: Body, other: Body) -> bool:
    matters = {_matter(body.name.pick(language)[0]) for body in (one, other)}
    return not _told_apart(one, other) and (len(matters) == 1 or "" in matters)


@cache
def _matter(name: str) -> str | None:
    """Give what a group is for by its name: ``strategia`` of Strategian valmisteluryhmä; None when it is no group."""
    bare = nearest.as_id(name).replace("-", "")
    matter = _GROUP.sub("", bare)
    return None if matter == bare else matter.removesuffix("n")


def _told_apart(one: Body, other: Body) -> bool:
    """Tell whether two bodies have tasks that differ in every language that both are in."""
    tasks = (dict(body.task.words) if body.task else {} for body in (one, other))
    mine, theirs = tasks
    shared = mine.keys() & theirs.keys()
    return bool(shared) and all(nearest.as_id(mine[code]) != nearest.as_id(theirs[code]) for code in shared)


def _meet(one: Body, other: Body) -> bool:
    """Tell whether two bodies are there on a same day."""
    return _first(one) <= (other.until or date.max) and _first(other) <= (one.until or date.max)


def _first(body: Body) -> date:
    return body.from_ or date.min
