"""Rules of ownership: one post answers for each thing, for as long as the thing lasts."""

from strategy_cli.rules.ownership import deputies, followed_up, load, missing, places, terms

__all__ = ["deputies", "followed_up", "load", "missing", "places", "terms"]
