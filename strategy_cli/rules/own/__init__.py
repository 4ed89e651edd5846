"""Rules of the city's own: fields that it has declared, and rules that it has written as data."""

from strategy_cli.rules.own import declared, faulty

__all__ = ["declared", "faulty"]
