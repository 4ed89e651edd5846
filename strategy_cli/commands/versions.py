"""Versions: a version of a strategy that can be compared, or the sentence that says why it cannot."""

from pathlib import Path
from typing import NamedTuple

from strategy_cli import git, loading, source
from strategy_cli.errors import StrategyError
from strategy_cli.finding import Finding
from strategy_cli.replay.kept import faults_of, loaded_after
from strategy_cli.source import Source
from strategy_cli.strategy import Strategy


class Sides(NamedTuple):
    """Two versions that can be compared; ``left_out`` are the faults of either that the comparison does without."""

    old: Strategy
    new: Strategy
    left_out: tuple[tuple[Finding, ...], tuple[Finding, ...]] = ((), ())


def readable(read: Source) -> Strategy:
    """Load a version; raises StrategyError when it has faults, for what did not load would look removed."""
    return _faultless(read)


def comparable(old: Source, new: Source, *, lenient: bool = False) -> Sides:
    """Load both versions; raises StrategyError when one has faults, unless it is ``lenient`` with them.

    Then what cannot be read in one version is taken to be as it is in the other, so that it looks neither removed nor
    added nor changed: a whole thing, or those of its fields that are faulty. What neither has readable is in neither.
    """
    if not lenient:
        return Sides(_faultless(old, lenience=True), _faultless(new, lenience=True))
    after, new_faults = loaded_after(new, loading.load(old).strategy)
    before, old_faults = loaded_after(old, after)
    return Sides(before, after, (old_faults, new_faults))


def _faultless(read: Source, *, lenience: bool = False) -> Strategy:
    """Load a version without a fault; else say what to do, ``lenience`` too where it is on offer."""
    loaded = loading.load(read)
    faults = faults_of(loaded)
    if faults:
        first = faults[0]
        side = read.version.revision or read.version.place
        facts = {"side": side, "count": len(faults), "place": first.span, "message": first}
        raise StrategyError("unreadable-version-lenient" if lenience else "unreadable-version", **facts)
    return loaded.strategy


def whole(folder: Path) -> Source:
    """Read a folder; raises StrategyError when git has left files out of it, for they would look removed."""
    repository = git.repository_of(folder)
    if repository and git.head(repository) and any(git.left_out(repository, folder)):
        raise StrategyError("sparse-checkout", folder=folder.name)
    return source.from_folder(folder)
