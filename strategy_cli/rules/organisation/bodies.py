"""Rules of the names of bodies: one body is written in one way."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from datetime import date
from functools import partial

from strategy_cli import nearest
from strategy_cli.finding import Finding, Level
from strategy_cli.model.body import Body
from strategy_cli.rules.organisation.called import bare, known, matter
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy
from strategy_cli.terms import is_over

Mark = tuple[Hashable, ...]
Alike = Callable[[Body, Body], bool]


@rule(Level.WARNING, "managed")
def body_named_variously(strategy: Strategy, on: date) -> Iterator[Finding]:
    """Two bodies are there at a time and look like one that is written in two ways.

    Rovaniemi's papers call one group strategiaryhmä, valmisteluryhmä and työryhmä (2025). Two bodies look like one when
    their names differ by case ending, capitals, hyphens, spaces, dots, a slip of the keyboard or a common abbreviation
    (KH, ltk) alone, and within one kind and one superior when they have the same task or are groups for the same
    matter. A group for no named matter (Työryhmä) looks like the group for the only matter that its superior has groups
    for. Two tasks that differ tell them apart, unless the names are the same. A municipality has one council, whatever
    it is called (Local Government Act 410/2015, 30 §).

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
    living = sorted((body for body in strategy.bodies.values() if not is_over(body, strategy, on)), key=_says_little)
    several = _several_matters(living)
    for body in living:
        marks = list(_marks(body, several))
        pairs = (other for mark, alike in marks for other in met[mark] if _meet(body, other) and alike(body, other))
        if other := next(pairs, None):
            args = {"name": body.name, "other": other.name, "id": other.id}
            problem = "council" if body.sort == other.sort == "council" else None
            span = strategy.where(body.ref, "name")
            yield Finding("body-named-variously", span, body.ref, ("name",), args, problem)
        for mark, _ in marks:
            met[mark].append(body)


def _several_matters(bodies: Iterable[Body]) -> frozenset[Mark]:
    """Find where there are groups for more than one matter, so that one for no named matter may be any of them."""
    matters: dict[Mark, set[str]] = defaultdict(set)
    for body in bodies:
        for language, words in body.name.words:
            if named := matter(words):
                matters[language, *_place(body)].add(named)
    return frozenset(mark for mark, named in matters.items() if len(named) > 1)


def _place(body: Body) -> Mark:
    return body.sort, body.reports_to


def _marks(body: Body, several: Collection[Mark]) -> Iterator[tuple[Mark, Alike]]:
    """Give what the body shares with another that it may be, and what must be true of the two besides."""
    place = _place(body)
    if body.sort == "council":
        yield ("council",), _always
    for language, words in body.name.words:
        name = nearest.as_id(words)
        if not name:
            continue
        starts = tuple(word[:3] for word in name.split("-"))
        yield ("name", language, bare(words)), _always
        if one := known(words):
            yield ("known", body.sort, one), _always
        yield ("near", language, *place, starts), partial(_near, language)
        group = matter(words)
        if group or (group == "" and body.reports_to and (language, *place) not in several):
            yield ("group", language, *place), partial(_same_matter, language)
    for language, words in body.task.words if body.task else ():
        yield ("task", language, *place, nearest.as_id(words)), _always


def _says_little(body: Body) -> tuple[bool, bool, str]:
    """Order those first that others should be written as: with a task, then with a matter in their name."""
    nameless = any(matter(words) == "" for _, words in body.name.words)
    return body.task is None, nameless, body.id


def _always(_one: Body, _other: Body) -> bool:
    return True


def _near(language: str, one: Body, other: Body) -> bool:
    """Tell whether two names differ by a slip of the keyboard: their words begin alike, for Ylä- and Ala- are two."""
    names = (body.name.pick(language)[0] for body in (one, other))
    return not _told_apart(one, other) and nearest.slip(next(names), names) is not None


def _same_matter(language: str, one: Body, other: Body) -> bool:
    matters = {matter(body.name.pick(language)[0]) for body in (one, other)}
    return not _told_apart(one, other) and (len(matters) == 1 or "" in matters)


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
