"""Config: what ``strategy.yaml`` and the command line together say about checking."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from strategy_cli.finding import Level
from strategy_cli.model.about import About

PROFILES = ("minimum", "managed", "audited")


@dataclass(frozen=True, slots=True)
class Settings:
    """The profile, the levels the city has chosen, and the rules asked for by id or family prefix.

    ``own`` are the city's own rules, each with the level it declares.
    """

    profile: str = "minimum"
    levels: Mapping[str, Level] = field(default_factory=dict)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    own: Mapping[str, Level] = field(default_factory=dict)


def settings(
    about: About, *, profile: str | None = None, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()
) -> Settings:
    """Combine the strategy's own settings with the command line, which wins."""
    levels = {rule: Level[name.upper()] for rule, name in about.lint.rules.items()}
    own = {one.id: Level[one.level.upper()] for one in about.lint.require}
    return Settings(profile or about.lint.profile, levels, select, ignore, own)
