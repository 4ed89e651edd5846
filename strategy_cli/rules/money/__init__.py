"""Rules of money: work has money, money has a goal, and a year's figures agree with one another."""

from strategy_cli.rules.money import budget, figures, projects, thousands

__all__ = ["budget", "figures", "projects", "thousands"]
