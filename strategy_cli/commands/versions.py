"""Versions: a version of a strategy that can be compared, or the sentence that says why it cannot."""

from strategy_cli import loading
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
