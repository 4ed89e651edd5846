"""Versions: a version of a strategy that can be compared, or the sentence that says why it cannot."""

from dataclasses import dataclass
from pathlib import Path

from strategy_cli import git, loading, source
from strategy_cli.errors import StrategyError
from strategy_cli.finding import Finding
from strategy_cli.replay.carried_over import faults_of, loaded_after
from strategy_cli.source import Source
from strategy_cli.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Side:
    """A version that can be compared: its files, what they hold, and the faults that the comparison does without."""

    source: Source
    strategy: Strategy
    left_out: tuple[Finding, ...] = ()


def readable(read: Source) -> Strategy:
    """Load a version; raises StrategyError when it has faults, for what did not load would look removed."""
    return _faultless(read)


def comparable(old: Source, new: Source, *, lenient: bool = False) -> tuple[Side, Side]:
    """Load both versions; raises StrategyError when one has faults, unless it is ``lenient`` with them.

    Then what cannot be read in one version is taken to be as it is in the other, so that it looks neither removed nor
    added nor changed: a whole thing, or those of its fields that are faulty. What neither has readable is in neither.
    """
    if not lenient:
        return Side(old, _faultless(old, lenience=True)), Side(new, _faultless(new, lenience=True))
    after, new_faults = loaded_after(new, loading.load(old).strategy)
    before, old_faults = loaded_after(old, after)
    return Side(old, before, old_faults), Side(new, after, new_faults)


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
