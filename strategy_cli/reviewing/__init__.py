"""What a comparison tells: changes by cause, each with its decision, commits, approval, and a mark that lasts."""

from strategy_cli.accepted import Approval
from strategy_cli.reviewing.review import Between, Entry, Group, Hidden, Review, Short

__all__ = ["Approval", "Between", "Entry", "Group", "Hidden", "Review", "Short"]
