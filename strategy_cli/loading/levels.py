"""Levels: how grave what reading and loading tell is; told without the rules, which most comparisons never need."""

from collections.abc import Mapping

from strategy_cli.config import Settings
from strategy_cli.finding import Level

LEVELS: Mapping[str, Level] = {
    "duplicate-id": Level.ERROR,
    "duplicate-key": Level.ERROR,
    "id-differs-from-file": Level.ERROR,
    "invalid-value": Level.ERROR,
    "invalid-yaml": Level.ERROR,
    "missing-key": Level.ERROR,
    "not-utf8": Level.ERROR,
    "several-documents": Level.ERROR,
    "symbolic-link": Level.ERROR,
    "target-date-unclear": Level.ERROR,
    "too-complex": Level.ERROR,
    "too-large": Level.ERROR,
    "unknown-folder": Level.WARNING,
    "unknown-key": Level.ERROR,
    "unreadable-file": Level.ERROR,
    "yaml-tag": Level.ERROR,
}


def level_of(rule_id: str, settings: Settings) -> Level:
    """Give the level of a rule that loading tells, whatever the profile: the city's own, else that of the rule."""
    return settings.levels.get(rule_id, LEVELS[rule_id])
