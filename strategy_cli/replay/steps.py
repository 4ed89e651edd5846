"""Steps: what each commit changed in the strategy, from its versions, oldest first."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from strategy_cli.changes import Change, changes_between
from strategy_cli.finding import Finding
from strategy_cli.git import Commit
from strategy_cli.replay.versions import Stage
from strategy_cli.strategy import Strategy


class Step(NamedTuple):
    """What a commit changed; ``commit`` is None of what stands in the working folder only.

    ``old`` is None and there are no changes where the history begins. ``faults`` are those of the new version, of
    which the old one's things stand in it still.
    """

    commit: Commit | None
    old: Strategy | None
    new: Strategy
    changes: tuple[Change, ...] = ()
    faults: tuple[Finding, ...] = ()


def steps(stages: Iterable[Stage], old: Strategy | None = None) -> Iterator[Step]:
    """Compare each version with the one before it; ``old`` stands before the first, if anything does."""
    for commit, new, faults in stages:
        yield step(commit, old, new, faults)
        old = new


def step(commit: Commit | None, old: Strategy | None, new: Strategy, faults: tuple[Finding, ...] = ()) -> Step:
    """Make the step from one version to the next."""
    return Step(commit, old, new, changes_between(old, new) if old else (), faults)
