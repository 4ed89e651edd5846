"""Scope: which goals, indicators and projects a report shows, chosen by goal, body, unit, programme, owner or theme."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields

from strategy_cli import nearest
from strategy_cli.errors import StrategyError
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy

_KINDS = {"goals": "goal", "bodies": "body", "units": "unit", "programmes": "programme", "owners": "owner"}


@dataclass(frozen=True, slots=True)
class Filters:
    """What was asked for, by id: any of those of one sort, and all of the sorts that are given."""

    goals: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything was asked for."""
        return any(getattr(self, field.name) for field in fields(self))

    def refs(self) -> Iterator[Ref]:
        """Name the things asked for; a theme, which is no entity, has the kind ``theme``."""
        for field in fields(self):
            for identity in getattr(self, field.name):
                yield Ref(_KINDS.get(field.name, "theme"), identity)


@dataclass(frozen=True, slots=True)
class Scope:
    """The ids of what is shown; a goal's class is always rolled up over the whole strategy."""

    goals: frozenset[str]
    indicators: frozenset[str]
    projects: frozenset[str]

    def __and__(self, other: "Scope") -> "Scope":
        """Keep what is in both."""
        return Scope(self.goals & other.goals, self.indicators & other.indicators, self.projects & other.projects)

    def __or__(self, other: "Scope") -> "Scope":
        """Keep what is in either."""
        return Scope(self.goals | other.goals, self.indicators | other.indicators, self.projects | other.projects)


def scope(strategy: Strategy, filters: Filters) -> Scope:
    """Find what the filters leave; raises StrategyError when there is no such thing."""
    check(strategy, filters)
    left = Scope(frozenset(strategy.goals), frozenset(strategy.indicators), frozenset(strategy.projects))
    for field in fields(filters):
        if asked := getattr(filters, field.name):
            found = [_FINDERS[field.name](strategy, identity) for identity in asked]
            left &= _either(found)
    return left


def check(strategy: Strategy, filters: Filters) -> None:
    """Make sure that the things asked for exist; raises StrategyError with the nearest id of the kind."""
    for ref in filters.refs():
        known_thing(strategy, ref)


def known_thing(strategy: Strategy, ref: Ref) -> None:
    """Make sure that a thing exists; raises StrategyError with the nearest id of its kind."""
    known = list(_themes(strategy) if ref.kind == "theme" else strategy.entities.get(ref.kind, {}))
    if ref.id not in known:
        close = nearest.name(ref.id, known)
        raise StrategyError("no-such-thing-near" if close else "no-such-thing", thing=ref, nearest=close or "")


def _themes(strategy: Strategy) -> set[str]:
    return {t.id for t in strategy.about.themes} | {t for g in strategy.goals.values() for t in g.themes}


def of_goal(strategy: Strategy, goal: str) -> Scope:
    """Find what a goal holds: itself, its sub-goals, their indicators and the projects that serve them."""
    return _around(strategy, frozenset(_below(strategy, goal)))


def of_theme(strategy: Strategy, theme: str) -> Scope:
    """Find what a theme runs through: its goals and what they hold."""
    marked = (g.id for g in strategy.goals.values() if theme in g.themes)
    return _around(strategy, frozenset(one for goal in marked for one in _below(strategy, goal)))


def of_body(strategy: Strategy, body: str) -> Scope:
    """Find what a body answers for: its goals with what they hold, and its projects."""
    goals = frozenset(g.id for g in strategy.goals.values() if g.body == body)
    own = frozenset(p.id for p in strategy.projects.values() if p.body == body)
    held = _around(strategy, goals)
    return Scope(goals, held.indicators, held.projects | own)


def of_unit(strategy: Strategy, unit: str) -> Scope:
    """Find what a unit and those below it do: projects, goals that they serve or take part in, indicators."""
    units = frozenset(_units_below(strategy, unit))
    posts = frozenset(o.id for o in strategy.owners.values() if o.unit in units)
    projects = frozenset(
        p.id for p in strategy.projects.values() if p.unit in units or not units.isdisjoint(p.participants)
    )
    served = {goal for project in projects for goal in strategy.projects[project].goals}
    goals = frozenset(
        g.id
        for g in strategy.goals.values()
        if g.id in served or g.owner in posts or not units.isdisjoint(g.participants)
    )
    measured = frozenset(i.id for i in strategy.indicators.values() if i.owner in posts)
    return Scope(goals, measured | _around(strategy, goals).indicators, projects)


def of_programme(strategy: Strategy, programme: str) -> Scope:
    """Find what a programme gathers: its projects, and the goals that it and they serve."""
    projects = frozenset(p.id for p in strategy.projects.values() if p.programme == programme)
    served = {goal for project in projects for goal in strategy.projects[project].goals}
    goals = frozenset((served | set(strategy.programmes[programme].goals)) & set(strategy.goals))
    return Scope(goals, _around(strategy, goals).indicators, projects)


def of_owner(strategy: Strategy, owner: str) -> Scope:
    """Find what one post answers for."""
    return Scope(
        frozenset(g.id for g in strategy.goals.values() if g.owner == owner),
        frozenset(i.id for i in strategy.indicators.values() if i.owner == owner),
        frozenset(p.id for p in strategy.projects.values() if p.owner == owner),
    )


_FINDERS: dict[str, Callable[[Strategy, str], Scope]] = {
    "goals": of_goal,
    "bodies": of_body,
    "units": of_unit,
    "programmes": of_programme,
    "owners": of_owner,
    "themes": of_theme,
}


def _either(scopes: list[Scope]) -> Scope:
    found = scopes[0]
    for one in scopes[1:]:
        found |= one
    return found


def _around(strategy: Strategy, goals: frozenset[str]) -> Scope:
    indicators = (i for g in goals for i in strategy.users(Ref("goal", g), "indicator", "goal", "goals"))
    projects = (p for g in goals for p in strategy.users(Ref("goal", g), "project", "goals"))
    return Scope(goals, frozenset(i.id for i in indicators), frozenset(p.id for p in projects))


def _below(strategy: Strategy, goal: str, seen: frozenset[str] = frozenset()) -> Iterator[str]:
    yield goal
    for child in strategy.users(Ref("goal", goal), "goal", "parent"):
        if child.id not in seen | {goal}:
            yield from _below(strategy, child.id, seen | {goal})


def _units_below(strategy: Strategy, unit: str, seen: frozenset[str] = frozenset()) -> Iterator[str]:
    yield unit
    for child in strategy.users(Ref("unit", unit), "unit", "parent"):
        if child.id not in seen | {unit}:
            yield from _units_below(strategy, child.id, seen | {unit})
