"""Versions: a version of a strategy that can be compared, or the sentence that says why it cannot."""

from pathlib import Path

from strategy_cli import git, loading, source
from strategy_cli.config import settings
from strategy_cli.errors import StrategyError
from strategy_cli.finding import Level
from strategy_cli.rules import level_of
from strategy_cli.source import Source
from strategy_cli.strategy import Strategy


def readable(read: Source) -> Strategy:
    """Load a side; raises StrategyError when it has faults, for what did not load would look removed."""
    loaded = loading.load(read)
    strategy = loaded.strategy
    levels = settings(strategy.about)
    faults = [f for f in loaded.findings if level_of(f.rule, levels) >= Level.ERROR]
    if faults:
        first = faults[0]
        side = read.version.revision or read.version.place
        raise StrategyError("unreadable-version", side=side, count=len(faults), place=first.span, message=first)
    return strategy


def whole(folder: Path) -> Source:
    """Read a folder; raises StrategyError when git has left files out of it, for they would look removed."""
    repository = git.repository_of(folder)
    if repository and git.head(repository) and any(git.left_out(repository, folder)):
        raise StrategyError("sparse-checkout", folder=folder.name)
    return source.from_folder(folder)
