"""Registry: what a rule is, and the list of all rules."""

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from strategy_cli.config import PROFILES, Settings
from strategy_cli.finding import Finding, Level, OwnWords
from strategy_cli.loading.levels import LEVELS

Check = Callable[..., Iterable[Finding]]
Described = Callable[[], None]

_ROOM = "strategy_cli.rules."


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its id, family, level by profile, and its check, whose docstring is its manual.

    ``levels`` hold the level from a profile upwards; below the first of them the rule is off.
    ``takes`` are what the check asks for beside the Strategy: the day (``on``) and what was read (``source``); it
    ``wants`` what it can do without.
    A rule without a check is told by reading, loading or checking themselves.
    """

    id: str
    family: str
    levels: Mapping[str, Level]
    described: Check | Described
    check: Check | None
    takes: tuple[str, ...] = ()
    own: OwnWords | None = None  # what a rule of the city's own says
    wants: tuple[str, ...] = ()

    @property
    def profile(self) -> str:
        """The lowest profile that the rule is part of."""
        return next(iter(self.levels))

    @property
    def manual(self) -> str:
        """The docstring, to be taken apart by ``manual.manual``."""
        return inspect.getdoc(self.described) or ""


RULES: dict[str, Rule] = {}
OWN = "own"  # the family of the rules that a city writes itself
OWN_FAULTY = "own-rule-faulty"


def rule(level: Level, profile: str = "minimum", *, audited: Level | None = None) -> Callable[[Check], Check]:
    """Register a generator over a Strategy as a rule named after it; ``audited`` is its level at that profile.

    The generator may also ask for ``on``, the day to look from, and for ``source``, the files that were read; it is run
    without one that has a default, too.
    """
    levels = {profile: level} | ({"audited": audited} if audited else {})

    def register(check: Check) -> Check:
        _register(check, levels, check)
        return check

    return register


def told_by_loading(described: Described) -> Described:
    """Register the manual of a finding that reading or loading itself makes, which knows its level too."""
    _register(described, {"minimum": LEVELS[_id(described)]}, None)
    return described


def told_by_checking(
    level: Level, profile: str = "minimum", *, audited: Level | None = None
) -> Callable[[Described], Described]:
    """Register the manual of a finding that settling what is told itself makes."""
    levels = {profile: level} | ({"audited": audited} if audited else {})

    def register(described: Described) -> Described:
        _register(described, levels, None)
        return described

    return register


def _register(named: Check | Described, levels: Mapping[str, Level], check: Check | None) -> None:
    code = named.__code__  # quicker to read than a signature
    asked = [name for name in code.co_varnames[: code.co_argcount] if name in ("on", "source")]
    wants = tuple(asked[len(asked) - len(named.__defaults__ or ()) :])
    takes = tuple(name for name in asked if name not in wants)
    name = _id(named)
    family = named.__module__.removeprefix(_ROOM).partition(".")[0]
    RULES[name] = Rule(name, family, levels, named, check, takes, wants=wants)


def _id(named: Check | Described) -> str:
    return named.__name__.replace("_", "-")


def family_of(rule_id: str) -> str:
    """Give a rule's family; what is not built in is the city's own."""
    return RULES[rule_id].family if rule_id in RULES else OWN


def level_of(rule_id: str, settings: Settings) -> Level:
    """Give a rule's level under the settings: the city's own, else that of the highest profile reached."""
    if rule_id in settings.levels:
        return settings.levels[rule_id]
    if rule_id not in RULES and rule_id in settings.own:
        return settings.own[rule_id]
    reached = PROFILES[: PROFILES.index(settings.profile) + 1]
    return next((level for p, level in reversed([*RULES[rule_id].levels.items()]) if p in reached), Level.OFF)
