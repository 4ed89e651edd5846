"""Rules of the schedule: work has dates, what is late is told, and what goes wrong is reacted to."""

from strategy_cli.rules.schedule import deviations, milestones, terms

__all__ = ["deviations", "milestones", "terms"]
