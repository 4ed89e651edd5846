"""Mending: strategies fixed without a disk, as ``strategy lint --fix`` does."""

from datetime import date

from folders import Files, contents

from strategy_cli import loading, rules
from strategy_cli.checking import suppress
from strategy_cli.commands.fixing import Found, Mended, mend
from strategy_cli.config import settings
from strategy_cli.source import Source, Version

ON = date(2026, 6, 30)


def found(source: Source) -> Found:
    """Find what is wrong, with all of the lowest profile."""
    loaded = loading.load(source)
    chosen = settings(loaded.strategy.about, profile="minimum")
    checked = rules.check(loaded.strategy, chosen, ON, source)
    return Found(loaded.findings, suppress.told(loaded.strategy, loaded.findings, checked, chosen))


def mended(files: Files) -> Mended:
    """Fix what is sure."""
    source = Source("data/", Version("made"), contents(files))
    return mend(source, found, found(source))
