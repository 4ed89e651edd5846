"""Running: every rule that is on looks at a strategy, the built-in ones and those of the city's own."""

from collections.abc import Iterator, Mapping
from datetime import date

from strategy_cli.config import Settings
from strategy_cli.finding import Finding, Level
from strategy_cli.rules.registry import RULES, Rule, level_of
from strategy_cli.source import Source
from strategy_cli.strategy import Strategy


def check(strategy: Strategy, settings: Settings, on: date, source: Source | None = None) -> Iterator[Finding]:
    """Run every rule that has a check and is on, as of a day; those over files only when ``source`` is given."""
    given: dict[str, object] = {"on": on} if source is None else {"on": on, "source": source}
    for one in rules_of(strategy).values():
        if one.check is not None and given.keys() >= set(one.takes) and level_of(one.id, settings) is not Level.OFF:
            yield from one.check(strategy, **{name: given[name] for name in (*one.takes, *one.wants) if name in given})


def rules_of(strategy: Strategy) -> Mapping[str, Rule]:
    """Give the built-in rules by id, and after them those that the city has written itself."""
    if not strategy.about.lint.require:
        return RULES
    from strategy_cli.rules.own.requirements import own_rules  # with it loads Jinja

    return {**RULES, **own_rules(strategy)}
