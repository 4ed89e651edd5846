"""Commits: which commits brought each change, told by going through what every one of them changed."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from strategy_cli.changes import Change
from strategy_cli.errors import StrategyError
from strategy_cli.git import Commit
from strategy_cli.replay import Step, between
from strategy_cli.reviewing.trail import Trail
from strategy_cli.source import Source


class Brought(NamedTuple):
    """The commits that brought a change, oldest first; ``uncommitted``: it stands in the working folder only."""

    commits: tuple[Commit, ...] = ()
    uncommitted: bool = False


class Attribution(NamedTuple):
    """Tells of each change what brought it; ``cut``: the history at hand is only the end of it."""

    of: Callable[[Change], Brought]
    cut: bool = False


def attribution(old: Source, new: Source) -> Attribution | None:
    """Find what brought the changes between two versions; None where there is no history to tell.

    Where there is no commit between them all stands in the working folder, and no history is gone through.
    """
    if _is_only_the_folder(old, new):
        return Attribution(lambda _: Brought(uncommitted=True))
    try:
        course = between(old, new)
    except StrategyError:  # git has both versions but not all between, as in a clone without contents
        return None
    return Attribution(_found(course.steps), course.cut) if course else None


def _is_only_the_folder(old: Source, new: Source) -> bool:
    same = old.repository is not None and (old.repository, old.prefix) == (new.repository, new.prefix)
    one = old.version.commit is not None and old.version.commit == new.version.commit
    return same and one and old.version.revision is not None and new.version.revision is None


def _found(steps: Sequence[Step]) -> Callable[[Change], Brought]:
    trail = Trail([step.changes for step in steps])

    def of(change: Change) -> Brought:
        made = [steps[number].commit for number in dict.fromkeys(touch.step for touch in trail.touches(change))]
        return Brought(tuple(commit for commit in made if commit), None in made)

    return of
