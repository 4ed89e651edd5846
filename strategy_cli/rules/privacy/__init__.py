"""Rules of privacy: persons stand in ``people.yaml`` alone, and that file stays out of git."""

from strategy_cli.rules.privacy import contacts, people, persons

__all__ = ["contacts", "people", "persons"]
