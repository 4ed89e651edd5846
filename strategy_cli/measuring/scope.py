"""Scope: which goals, indicators and projects a report shows, by what they are of or by a field."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date

from strategy_cli import nearest
from strategy_cli.errors import StrategyError
from strategy_cli.measuring import where
from strategy_cli.measuring.organisation import carried_by, handled_by
from strategy_cli.measuring.tree import above, below
from strategy_cli.measuring.where import Where
from strategy_cli.model.goal import Goal
from strategy_cli.model.kinds import FOLDER_OF
from strategy_cli.model.project import Project
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy

_FEW = 20  # things of a kind that are all named when another is asked for
_KINDS = {"goals": "goal", "bodies": "body", "units": "unit", "programmes": "programme", "owners": "owner"}
_KINDS |= {"themes": "theme", "where": "where"}


@dataclass(frozen=True, slots=True)
class Filters:
    """What was asked for, by id: any of those of one sort, and all of the sorts that are given.

    ``where`` are choices by a field (``project.risk=high``): any of those by one field, and all of the fields.
    """

    goals: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    where: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything was asked for."""
        return any(getattr(self, field.name) for field in fields(self))

    def refs(self) -> Iterator[Ref]:
        """Name the things asked for, each once; what is no entity has the kind ``theme`` or ``where``."""
        for field in fields(self):
            for identity in dict.fromkeys(getattr(self, field.name)):
                yield Ref(_KINDS[field.name], identity)


@dataclass(frozen=True, slots=True)
class Scope:
    """The ids of what is shown; a goal's class is always rolled up over the whole strategy."""

    goals: frozenset[str]
    indicators: frozenset[str]
    projects: frozenset[str]

    def __bool__(self) -> bool:
        """Tell whether anything is shown."""
        return bool(self.goals or self.indicators or self.projects)

    def __and__(self, other: "Scope") -> "Scope":
        """Keep what is in both."""
        return Scope(self.goals & other.goals, self.indicators & other.indicators, self.projects & other.projects)

    def __or__(self, other: "Scope") -> "Scope":
        """Keep what is in either."""
        return Scope(self.goals | other.goals, self.indicators | other.indicators, self.projects | other.projects)

    def holds(self, ref: Ref) -> bool:
        """Tell whether a goal, an indicator or a project is shown; nothing else ever is in a scope."""
        held = {"goal": self.goals, "indicator": self.indicators, "project": self.projects}
        return ref.id in held.get(ref.kind, ())


def scope(strategy: Strategy, filters: Filters, on: date = date.max, subject: Ref | None = None) -> Scope:
    """Find what the filters leave of all there is or of what one thing holds, units being as on the day.

    Raises StrategyError when there is no such thing.
    """
    check(strategy, filters)
    left = Scope(frozenset(strategy.goals), frozenset(strategy.indicators), frozenset(strategy.projects))
    if subject:
        left = _HOLDERS[subject.kind](strategy, subject.id, on)
    for field in fields(filters):
        if field.name != "where" and (asked := getattr(filters, field.name)):
            left &= _either([_FINDERS[field.name](strategy, identity, on) for identity in asked])
    for choices in _by_field(strategy, filters.where):
        left &= _either([of_where(strategy, one, on) for one in choices])
    return left


def _by_field(strategy: Strategy, given: Iterable[str]) -> Iterable[list[Where]]:
    found: dict[str, list[Where]] = {}
    for one in (where.read(strategy, text) for text in given):
        found.setdefault(one.field, []).append(one)
    return found.values()


def check(strategy: Strategy, filters: Filters) -> None:
    """Make sure that the things asked for exist; raises StrategyError with the nearest id of the kind."""
    for ref in filters.refs():
        if ref.kind == "where":
            where.read(strategy, ref.id)
        else:
            known_thing(strategy, ref)


def known_thing(strategy: Strategy, ref: Ref) -> None:
    """Make sure that a thing exists; raises StrategyError with the id of its kind that is called so, or is nearest.

    Where none is near, all of the kind are told if they are few, and where they are written if there are none.
    """
    themes = _themes(strategy)
    known = themes if ref.kind == "theme" else dict.fromkeys(strategy.entities.get(ref.kind, {}), ())
    if ref.id not in known:
        named = {nearest.as_id(words): identity for identity, names in themes.items() for words in names}
        called = named.get(nearest.as_id(ref.id)) if ref.kind == "theme" else nearest.called(strategy, *ref, likeness=1)
        close = called or nearest.name(ref.id, known) or nearest.called(strategy, *ref)
        if close:
            raise StrategyError("no-such-thing-near", thing=str(ref), nearest=close)
        some_are(ref.kind, known)
        few = len(known) <= _FEW
        raise StrategyError("no-such-thing-known" if few else "no-such-thing", thing=str(ref), known=", ".join(known))


def some_are(kind: str, known: Collection[str]) -> None:
    """Make sure that there are things of a kind; raises StrategyError with where they are written."""
    if not known:
        place = f"{FOLDER_OF[kind]}/" if kind in FOLDER_OF else "strategy.yaml (themes)"
        raise StrategyError("none-of-kind", kind=kind, place=place)


def _themes(strategy: Strategy) -> dict[str, tuple[str, ...]]:
    """Give the themes' names by id, those too that only goals have."""
    declared = {t.id: tuple(words for _, words in t.name.words) for t in strategy.about.themes}
    return {**{theme: () for goal in strategy.goals.values() for theme in goal.themes}, **declared}


def of_goal(strategy: Strategy, goal: str, _: date = date.max) -> Scope:
    """Find what a goal holds: itself, its sub-goals, their indicators and the projects that serve them."""
    return _around(strategy, frozenset(below(strategy, goal)))


def of_theme(strategy: Strategy, theme: str, _: date = date.max) -> Scope:
    """Find what a theme runs through: its goals and what they hold."""
    marked = (g.id for g in strategy.goals.values() if theme in g.themes)
    return _around(strategy, frozenset(one for goal in marked for one in below(strategy, goal)))


def of_body(strategy: Strategy, body: str, _: date = date.max) -> Scope:
    """Find what a body answers for: its goals with what they hold, and its projects.

    A goal without a body is its parent goal's body's, a project without one that of the unit that carries it.
    """
    goals = frozenset(g.id for g in strategy.goals.values() if goal_body(strategy, g) == body)
    own = frozenset(p.id for p in strategy.projects.values() if project_body(strategy, p) == body)
    held = _around(strategy, goals)
    return Scope(goals, held.indicators, held.projects | own)


def of_unit(strategy: Strategy, unit: str, on: date = date.max) -> Scope:
    """Find what a unit, those below it and those whose work has passed to them do.

    It is their projects, the goals that they serve, own or take part in, and the indicators of these and of their
    posts. A project without a unit is where its owner is.
    """
    units = carried_by(strategy, unit, on)
    posts = frozenset(o.id for o in strategy.owners.values() if o.unit in units)
    projects = frozenset(
        p.id
        for p in strategy.projects.values()
        if (p.unit in units if p.unit else p.owner in posts) or not units.isdisjoint(p.participants)
    )
    served = {goal for project in projects for goal in strategy.projects[project].goals}
    goals = frozenset(
        g.id
        for g in strategy.goals.values()
        if g.id in served or g.owner in posts or not units.isdisjoint(g.participants)
    )
    measured = frozenset(i.id for i in strategy.indicators.values() if i.owner in posts)
    return Scope(goals, measured | _around(strategy, goals).indicators, projects)


def of_programme(strategy: Strategy, programme: str, _: date = date.max) -> Scope:
    """Find what a programme gathers: its projects, the goals that they serve, and its own goals with those below."""
    projects = frozenset(p.id for p in strategy.projects.values() if p.programme == programme)
    served = {goal for project in projects for goal in strategy.projects[project].goals}
    own = {one for goal in strategy.programmes[programme].goals for one in below(strategy, goal)}
    goals = frozenset((served | own) & set(strategy.goals))
    return Scope(goals, _around(strategy, goals).indicators, projects)


def of_owner(strategy: Strategy, owner: str, _: date = date.max) -> Scope:
    """Find what one post answers for: its goals with their indicators, its indicators and its projects."""
    goals = frozenset(g.id for g in strategy.goals.values() if g.owner == owner)
    measured = frozenset(i.id for i in strategy.indicators.values() if i.owner == owner)
    projects = frozenset(p.id for p in strategy.projects.values() if p.owner == owner)
    return Scope(goals, measured | _around(strategy, goals).indicators, projects)


def of_project(strategy: Strategy, project: str, _: date = date.max) -> Scope:
    """Find what a project is part of: itself, the goals that it serves and what measures them."""
    goals = frozenset(strategy.projects[project].goals) & frozenset(strategy.goals)
    return Scope(goals, _around(strategy, goals).indicators, frozenset({project}))


def of_indicator(strategy: Strategy, indicator: str, _: date = date.max) -> Scope:
    """Find what an indicator is part of: itself and the goals that it measures."""
    goals = frozenset(strategy.indicators[indicator].serves) & frozenset(strategy.goals)
    return Scope(goals, frozenset({indicator}), frozenset())


def of_decision(strategy: Strategy, decision: str, _: date = date.max) -> Scope:
    """Find what a decision is about: what it concerns, and the goals and projects that rest on it."""
    made = Ref("decision", decision)
    refs = {*(Ref(*one.split("/", 1)) for one in strategy.decisions[decision].concerns)}
    refs |= {one.ref for kind in ("goal", "project") for one in strategy.users(made, kind, "decision", "decisions")}
    by_kind = {kind: frozenset(r.id for r in refs if r.kind == kind) for kind in ("goal", "indicator", "project")}
    goals = by_kind["goal"] & frozenset(strategy.goals)
    around = _around(strategy, goals)
    return Scope(goals, around.indicators | by_kind["indicator"], around.projects | by_kind["project"])


def of_where(strategy: Strategy, choice: Where, on: date = date.max) -> Scope:
    """Find what the things hold of which a field says so."""
    found = [_HOLDERS[choice.kind](strategy, ref.id, on) for ref in where.chosen(strategy, choice)]
    return _either(found or [Scope(frozenset(), frozenset(), frozenset())])


_FINDERS: dict[str, Callable[[Strategy, str, date], Scope]] = {
    "goals": of_goal,
    "bodies": of_body,
    "units": of_unit,
    "programmes": of_programme,
    "owners": of_owner,
    "themes": of_theme,
}


_HOLDERS = {_KINDS[name]: find for name, find in _FINDERS.items()}
_HOLDERS |= {"project": of_project, "indicator": of_indicator, "decision": of_decision}


def _either(scopes: list[Scope]) -> Scope:
    found = scopes[0]
    for one in scopes[1:]:
        found |= one
    return found


def _around(strategy: Strategy, goals: frozenset[str]) -> Scope:
    indicators = (i for g in goals for i in strategy.users(Ref("goal", g), "indicator", "goal", "goals"))
    projects = (p for g in goals for p in strategy.users(Ref("goal", g), "project", "goals"))
    return Scope(goals, frozenset(i.id for i in indicators), frozenset(p.id for p in projects))


def goal_body(strategy: Strategy, goal: Goal) -> str | None:
    """Name the body that a goal is of: its own, else the nearest one above it."""
    return next(
        (body for g in above(strategy, goal.id) if g in strategy.goals and (body := strategy.goals[g].body)), None
    )


def project_body(strategy: Strategy, project: Project) -> str | None:
    """Name the body that a project is of: its own, else that of its unit."""
    return project.body or (handled_by(strategy, project.unit) if project.unit else None)
