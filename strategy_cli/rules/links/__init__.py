"""Rules of links: what is linked to exists, once; no chain bites its own tail, no project waits in vain."""

from strategy_cli.rules.links import circles, known, waiting

__all__ = ["circles", "known", "waiting"]
