"""Rules of the schedule: work has dates, what is late is told, and what goes wrong is reacted to."""

from strategy_cli.rules.schedule import ahead, deviations, milestones, terms

__all__ = ["ahead", "deviations", "milestones", "terms"]
