"""Rules of text: what is written is whole, finished and says what can be checked."""

from strategy_cli.rules.text import damage, length, unfinished, vague

__all__ = ["damage", "length", "unfinished", "vague"]
