"""Commits: which commits brought each change, told by going through what every one of them changed."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from strategy_cli.changes import Change
from strategy_cli.errors import StrategyError
from strategy_cli.git import Commit
from strategy_cli.replay import Course, Step, between
from strategy_cli.reviewing.trail import Trail
from strategy_cli.source import Source


class Brought(NamedTuple):
    """The commits that brought a change, oldest first; ``uncommitted``: it stands in the working folder only."""

    commits: tuple[Commit, ...] = ()
    uncommitted: bool = False


class Attribution(NamedTuple):
    """Tells of each change what brought it.

    ``steps`` are those between the versions, none where all is in the working folder. ``cut``: the history at hand is
    only the end of it. ``diverged``: of changes that come of what only the old version holds no commits are known.
    """

    of: Callable[[Change], Brought]
    steps: Sequence[Step] = ()
    cut: bool = False
    diverged: bool = False


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
    return Attribution(_found(course), course.steps, course.cut, course.diverged) if course else None


def _is_only_the_folder(old: Source, new: Source) -> bool:
    same = old.repository is not None and (old.repository, old.prefix) == (new.repository, new.prefix)
    one = old.version.commit is not None and old.version.commit == new.version.commit
    return same and one and old.version.revision is not None and new.version.revision is None


def _found(course: Course) -> Callable[[Change], Brought]:
    """Find the commits by what the steps changed; of a merge those behind it that did, before the merge itself."""
    whole = _trail(course.steps)

    @cache
    def behind(commit: Commit | None) -> tuple[tuple[Step, ...], Trail]:
        told = course.behind(commit)
        return told, _trail(told)

    def made(steps: Sequence[Step], trail: Trail, change: Change) -> Iterator[Commit | None]:
        for touch in trail.touches(change):
            commit = steps[touch.step].commit
            yield from made(*behind(commit), touch.change)
            yield commit

    def of(change: Change) -> Brought:
        found = dict.fromkeys(made(course.steps, whole, change))
        return Brought(tuple(commit for commit in found if commit), None in found)

    return of


def _trail(steps: Sequence[Step]) -> Trail:
    return Trail([step.changes for step in steps])
