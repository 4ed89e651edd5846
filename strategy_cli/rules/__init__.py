"""The rules, one module a family; importing this package registers them all."""

from strategy_cli.rules import dates, links, lists, organisation, ownership, reading, schema, settings, versions
from strategy_cli.rules.registry import RULES, Rule, adds_nothing, check, level_of

__all__ = [
    "RULES",
    "Rule",
    "adds_nothing",
    "check",
    "dates",
    "level_of",
    "links",
    "lists",
    "organisation",
    "ownership",
    "reading",
    "schema",
    "settings",
    "versions",
]
