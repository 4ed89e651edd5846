"""Rules of loose ends: units, posts, bodies and themes that nothing of the strategy leads to."""

from collections.abc import Iterable, Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.hanging import hanging
from strategy_cli.measuring.rollup import ended
from strategy_cli.measuring.succession import Succession
from strategy_cli.measuring.unlinked import unlinked
from strategy_cli.model.body import Body
from strategy_cli.model.kinds import FOLDER_OF
from strategy_cli.model.owner import Owner
from strategy_cli.model.unit import Unit
from strategy_cli.ref import Ref
from strategy_cli.rules.registry import rule
from strategy_cli.rules.shared.living import lives
from strategy_cli.rules.shared.unread import unread
from strategy_cli.strategy import Strategy


@rule(Level.WARNING, "audited")
def unit_without_link(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A sector or a result area has no part in the strategy, or a unit that belongs to neither.

    All result areas go through the measures for their own part (Kemi city board 27.11.2023 § 390). A unit has a part
    when a goal names it or says what it means there, when it has or joins a project, when a post there owns
    something, or when a unit below it has a part. Where a sector has none, its areas are not told of; nor is a unit
    that work still waits to be moved to from one that has ended or will, for unit-ended tells of that.

    Bad:
        units/education.yaml: {name: Education, level: sector}

    Good:
        units/education.yaml: {name: Education, level: sector}
        goals/everyday-life.yaml: {name: Everyday life, participants: [education]}
    """
    loose = set(unlinked(strategy, on))
    told = [strategy.units[one] for one in sorted(loose) if _asked(strategy.units[one])]
    if told and lives(strategy, strategy.about, on) and not unread(strategy, *FOLDER_OF):
        waiting = _waiting(strategy, on)
        for unit in told:
            if unit.parent not in loose and unit.ref not in waiting:
                args = {"name": unit.name, "id": unit.id}
                yield Finding("unit-without-link", strategy.where(unit.ref), unit.ref, args=args)


def _asked(unit: Unit) -> bool:
    """Tell whether a unit is asked for a part of its own: one below another is asked by way of that."""
    return unit.level != "unit" or unit.parent is None


def _waiting(strategy: Strategy, on: date) -> frozenset[Ref]:
    """Find the units that go on from one on which something still hangs."""
    succession = Succession(strategy)
    passing = (unit for unit in strategy.units.values() if unit.until is not None)
    left = (unit for unit in passing if any(hanging(strategy, unit, unit.until or date.max, on)))
    return frozenset(heir.ref for unit in left for heir in succession.heirs(unit, on))


@rule(Level.INFO, "audited")
def post_without_link(strategy: Strategy, on: date) -> Iterator[Finding]:
    """Nothing in the strategy leads to a post.

    Roles and responsibilities were unclear in Rovaniemi (council 31.3.2025); a post that owns, stands in for, judges
    and leads nothing has no role.

    Bad:
        owners/city-manager.yaml: {title: City manager}
        owners/library-director.yaml: {title: Library director, reports_to: city-manager}  # here

    Good:
        owners/city-manager.yaml: {title: City manager}
        owners/library-director.yaml: {title: Library director, reports_to: city-manager}
        goals/everyday-life.yaml: {name: Everyday life, owner: library-director}
    """
    for post in _loose(strategy, strategy.owners.values(), on):
        args = {"name": strategy.name(post.ref), "id": post.id}
        yield Finding("post-without-link", strategy.where(post.ref), post.ref, args=args)


@rule(Level.INFO, "audited")
def body_without_link(strategy: Strategy, on: date) -> Iterator[Finding]:
    """Nothing in the strategy leads to a body, and it has no task.

    Boards define and follow up the strategy's projects (Kemi city board 25.9.2023 § 292), groups have a task and
    somebody they report to (Rovaniemi, council 31.3.2025). A body that only has a task says so with ``task``.

    Bad:
        bodies/harbour-board.yaml: {name: Harbour board, kind: board}

    Good:
        bodies/harbour-board.yaml: {name: Harbour board, kind: board}
        goals/everyday-life.yaml: {name: Everyday life, body: harbour-board}
    """
    for body in _loose(strategy, (body for body in strategy.bodies.values() if body.task is None), on):
        args = {"name": strategy.name(body.ref), "id": body.id}
        yield Finding("body-without-link", strategy.where(body.ref), body.ref, args=args)


def _loose(strategy: Strategy, things: Iterable[Owner | Body], on: date) -> tuple[Owner | Body, ...]:
    """Choose the posts or bodies there on the day that nothing but themselves links to; none if that is not known."""
    found = tuple(one for one in things if _begun(one, on) and lives(strategy, one, on) and _is_alone(strategy, one))
    return () if found and unread(strategy, *FOLDER_OF) else found


def _begun(one: Owner | Body, on: date) -> bool:
    return one.from_ is None or one.from_ <= on


def _is_alone(strategy: Strategy, one: Owner | Body) -> bool:
    return all(link.source == one.ref for link in strategy.linked_from.get(one.ref, ()))


@rule(Level.WARNING, "managed")
def theme_unused(strategy: Strategy, on: date) -> Iterator[Finding]:
    """No goal has a theme that ``strategy.yaml`` declares.

    A theme brings together what several sectors do (Rovaniemi, council 31.3.2025: sustainable development as a theme
    over sectors); with no goal it gathers nothing.

    Bad:
        strategy.yaml:
            title: Strategy
            languages: [fi]
            themes:
                - {id: climate, name: Climate}  # here

    Good:
        strategy.yaml:
            title: Strategy
            languages: [fi]
            themes:
                - {id: climate, name: Climate}
        goals/everyday-life.yaml: {name: Everyday life, themes: [climate]}
    """
    about = strategy.about
    used = {theme for goal in strategy.goals.values() if not ended(goal, on) for theme in goal.themes}
    unused = [number for number, theme in enumerate(about.themes) if theme.id not in used]
    if unused and strategy.goals and lives(strategy, about, on) and not unread(strategy, "goal"):
        for number in unused:
            key, theme = ("themes", number), about.themes[number]
            args = {"name": theme.name, "id": theme.id}
            yield Finding("theme-unused", strategy.where(about.ref, *key), about.ref, key, args)
