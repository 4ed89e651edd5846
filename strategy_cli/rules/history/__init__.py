"""Rules of history: what git remembers that the files no longer say; outside git they tell nothing."""

from strategy_cli.rules.history import shallow, stale, values

__all__ = ["shallow", "stale", "values"]
