"""What a comparison tells: changes by cause, each with its decision, commits, approval, and a mark that lasts."""

from strategy_cli.reviewing.review import Approval, Between, Entry, Group, Hidden, Review

__all__ = ["Approval", "Between", "Entry", "Group", "Hidden", "Review"]
