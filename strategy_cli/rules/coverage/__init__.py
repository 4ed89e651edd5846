"""Rules of coverage: goals are carried by work, work serves goals, and nothing hangs loose."""

from strategy_cli.rules.coverage import goals, loose, numbering, numbers, structure, work

__all__ = ["goals", "loose", "numbering", "numbers", "structure", "work"]
