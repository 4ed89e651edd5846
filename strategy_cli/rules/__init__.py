"""The rules, one module or package a family; importing this package registers them all."""

from strategy_cli.rules import dates, links, lists, organisation, ownership, reading, schema, settings, versions
from strategy_cli.rules.registry import RULES, Rule, check, level_of

__all__ = [
    "RULES",
    "Rule",
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
