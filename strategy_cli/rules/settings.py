"""Rules of the settings: what ``strategy.yaml`` and ignores say about rules names rules that exist and are needed."""

from collections.abc import Iterator

from strategy_cli import nearest
from strategy_cli.finding import Finding, Level
from strategy_cli.rules.registry import RULES, rule, told_by_loading
from strategy_cli.strategy import Strategy


@rule(Level.ERROR)
def unknown_rule(strategy: Strategy) -> Iterator[Finding]:
    """The settings give a level to a rule that does not exist.

    Bad:
        strategy.yaml:
            title: Strategy
            lint:
                rules: {project-without-ownr: warning}  # here

    Good:
        strategy.yaml:
            title: Strategy
            lint:
                rules: {project-without-owner: warning}
    """
    about = strategy.about
    for name in about.lint.rules:
        if name not in RULES:
            key = ("lint", "rules", name)
            close = nearest.name(name, RULES)
            args = {"id": name, "nearest": close}
            span = strategy.where(about.ref, *key, on_key=True)
            yield Finding("unknown-rule", span, about.ref, key, args, "near" if close else None)


@told_by_loading(Level.WARNING)
def malformed_ignore() -> None:
    """A comment begins as an ignore, but names no rule in square brackets, so it ignores nothing.

    Bad:
        goals/vitality.yaml:
            name: Vitality  # strategy: ignore project-without-owner  # here

    Good:
        goals/vitality.yaml:
            name: Vitality  # ignore the strategy of 2021
    """


@told_by_loading(Level.WARNING)
def unused_ignore() -> None:
    """A comment asks to ignore a finding that is not there.

    An ignore that outlives its reason hides the next fault.

    Bad:
        goals/vitality.yaml:
            name: Vitality  # strategy: ignore[project-without-owner] recruitment under way  # here

    Good:
        goals/vitality.yaml:
            name: Vitality
    """
