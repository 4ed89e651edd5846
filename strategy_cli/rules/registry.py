"""Registry: what a rule is, and the list of all rules."""

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from strategy_cli.config import PROFILES, Settings
from strategy_cli.finding import Finding, Level
from strategy_cli.strategy import Strategy

Check = Callable[..., Iterable[Finding]]
Described = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its id, family, usual level, the profile it enters at, its manual, and its check.

    A rule without a check is told by reading and loading themselves.
    """

    id: str
    family: str
    level: Level
    profile: str
    manual: str
    check: Check | None
    takes_day: bool = False


RULES: dict[str, Rule] = {}


def rule(level: Level, profile: str = "minimum") -> Callable[[Check], Check]:
    """Register a generator over a Strategy (and the day, ``on``, if it asks for it) as a rule named after it."""

    def register(check: Check) -> Check:
        _register(check, level, profile, check)
        return check

    return register


def told_by_loading(level: Level = Level.ERROR) -> Callable[[Described], Described]:
    """Register the manual of a finding that reading or loading itself makes."""

    def register(described: Described) -> Described:
        _register(described, level, PROFILES[0], None)
        return described

    return register


def _register(named: Check | Described, level: Level, profile: str, check: Check | None) -> None:
    name = named.__name__.replace("_", "-")
    family = named.__module__.rpartition(".")[2]
    takes_day = "on" in inspect.signature(named).parameters
    RULES[name] = Rule(name, family, level, profile, inspect.getdoc(named) or "", check, takes_day)


def check(strategy: Strategy, settings: Settings, on: date) -> Iterator[Finding]:
    """Run every rule of the profile that has a check, as of a day."""
    for one in RULES.values():
        if one.check is not None and level_of(one.id, settings) is not Level.OFF:
            yield from one.check(strategy, on=on) if one.takes_day else one.check(strategy)


def adds_nothing(profile: str) -> bool:
    """Tell whether a profile has no rules beyond the one below it."""
    return profile != PROFILES[0] and not any(one.profile == profile for one in RULES.values())


def level_of(rule_id: str, settings: Settings) -> Level:
    """Give a rule's level under the settings: the city's own, else the rule's if its profile is reached."""
    if rule_id in settings.levels:
        return settings.levels[rule_id]
    one = RULES[rule_id]
    reached = PROFILES.index(one.profile) <= PROFILES.index(settings.profile)
    return one.level if reached else Level.OFF
