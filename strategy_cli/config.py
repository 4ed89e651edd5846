"""Config: what ``strategy.yaml`` and the command line together say about checking."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from strategy_cli.finding import Level
from strategy_cli.model.about import About

PROFILES = ("minimum", "managed", "audited")


@dataclass(frozen=True, slots=True)
class Settings:
    """The profile, the levels the city has chosen, and the rules asked for by id or family prefix."""

    profile: str = "minimum"
    levels: Mapping[str, Level] = field(default_factory=dict)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


def settings(
    about: About, *, profile: str | None = None, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()
) -> Settings:
    """Combine the strategy's own settings with the command line, which wins."""
    levels = {rule: Level[name.upper()] for rule, name in about.lint.rules.items()}
    return Settings(profile or about.lint.profile, levels, select, ignore)
