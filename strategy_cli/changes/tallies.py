"""Tallies: how many goals, indicators and the like there were and are, and how the strategy's own texts stand."""

from collections import Counter
from collections.abc import Iterable, Iterator

from strategy_cli.changes.comparison import Kept, Tally
from strategy_cli.changes.wording import reworded
from strategy_cli.model.about import Theme, Value
from strategy_cli.model.goal import Goal
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.programme import Programme
from strategy_cli.model.project import Project
from strategy_cli.model.text import Text
from strategy_cli.model.unit import Unit
from strategy_cli.strategy import Strategy

_LEVELS = ("aim", "goal")
# What a strategy promises, and the organisation that carries it out. Records, bodies and posts come with time and with
# each project: how many there are tells nothing, and a post that is gone is told as a weakening.
_COUNTED = (Indicator.kind, Project.kind, Programme.kind, Unit.kind)


def tallies(old: Strategy, new: Strategy) -> tuple[Tally, ...]:
    """Count what was promised on both sides, goals by their level, and units; those of which the number differs."""
    before, after = _counted(old), _counted(new)
    levels: list[tuple[str, str | None]] = [(Goal.kind, level) for level in _LEVELS]
    asked = (*levels, *((kind, None) for kind in _COUNTED))
    counts = (Tally(kind, level, before[kind, level], after[kind, level]) for kind, level in asked)
    return tuple(one for one in counts if one.before != one.after)


def _counted(strategy: Strategy) -> Counter[tuple[str, str | None]]:
    found: Counter[tuple[str, str | None]] = Counter((Goal.kind, goal.level) for goal in strategy.goals.values())
    found.update({(kind, None): len(strategy.entities[kind]) for kind in _COUNTED})
    return found


def kept(old: Strategy, new: Strategy) -> tuple[Kept, ...]:
    """Tell of the strategy's vision, mission, values and themes, whatever there is of them, what stayed as it was."""
    return tuple(_kept(old, new))


def _kept(old: Strategy, new: Strategy) -> Iterator[Kept]:
    firsts = old.about.languages[0], new.about.languages[0]
    for field in ("vision", "mission"):
        yield from _text(field, getattr(old.about, field), getattr(new.about, field), firsts)
    for field in ("values", "themes"):
        yield from _objects(field, getattr(old.about, field), getattr(new.about, field), firsts)


def _text(field: str, before: Text | None, after: Text | None, firsts: tuple[str, str]) -> Iterator[Kept]:
    if before or after:
        said = before is not None and after is not None and not reworded(before, after, firsts)
        same = before == after
        yield Kept(field, int(before is not None), int(after is not None), int(same), int(said and not same))


def _objects(
    field: str, before: Iterable[Value | Theme], after: Iterable[Value | Theme], firsts: tuple[str, str]
) -> Iterator[Kept]:
    old, new = ({one.id: one for one in held} for held in (before, after))
    if old or new:
        same = sum(old[name] == one for name, one in new.items() if name in old)
        named = sum(not reworded(old[name].name, one.name, firsts) for name, one in new.items() if name in old)
        yield Kept(field, len(old), len(new), same, named - same)
