"""Steps: what each commit changed in the strategy, from its versions, oldest first."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from strategy_cli.changes import Change, Comparison, changes_between
from strategy_cli.finding import Finding
from strategy_cli.git import Commit
from strategy_cli.replay.carried_over import loaded_after
from strategy_cli.replay.versions import Stage
from strategy_cli.source import Source
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

    @property
    def before(self) -> Strategy:
        """The version before; the new one where the history begins."""
        return self.old or self.new

    @property
    def comparison(self) -> Comparison:
        """The versions before and after, and what changed between them."""
        return Comparison(self.before, self.new, self.changes)


def steps(stages: Iterable[Stage], old: Strategy | None = None) -> Iterator[Step]:
    """Compare each version with the one before it; ``old`` stands before the first, if anything does."""
    for commit, new, faults in stages:
        yield step(commit, old, new, faults)
        old = new


def uncommitted(folder: Source, last: Strategy | None) -> tuple[Step, ...]:
    """Give the step from the last committed version to what stands in the working folder, if it changes anything."""
    if folder.version.clean is not False:
        return ()
    made = step(None, last, *loaded_after(folder, last))
    return (made,) if made.changes or last is None else ()


def step(commit: Commit | None, old: Strategy | None, new: Strategy, faults: tuple[Finding, ...] = ()) -> Step:
    """Make the step from one version to the next."""
    return Step(commit, old, new, changes_between(old, new) if old else (), faults)
