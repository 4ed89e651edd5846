"""Rules of the settings: what ``strategy.yaml`` and ignores say about rules names rules that exist and are needed."""

from collections.abc import Iterator

from strategy_cli import nearest
from strategy_cli.finding import Edit, Finding, Level
from strategy_cli.rules.registry import RULES, rule, told_by_checking
from strategy_cli.strategy import Strategy


@rule(Level.ERROR)
def unknown_rule(strategy: Strategy) -> Iterator[Finding]:
    """The settings give a level to a rule that does not exist.

    The level that the city chose would apply to nothing.

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
    known = {*RULES, *(one.id for one in about.lint.require)}
    for name in about.lint.rules:
        if name not in known:
            key = ("lint", "rules", name)
            close = nearest.name(name, known)
            args = {"id": name, "nearest": close}
            span = strategy.where(about.ref, *key, on_key=True)
            edit = Edit(span, close, nearest.slip(name, known) == close) if close else None
            yield Finding("unknown-rule", span, about.ref, key, args, "near" if close else None, edit)


@told_by_checking(Level.WARNING)
def malformed_ignore() -> None:
    """A comment begins as an ignore, but names no rule in square brackets, so it ignores nothing.

    Whoever wrote it believes that the finding has been answered for.

    Bad:
        goals/vitality.yaml:
            name: Vitality  # strategy: ignore project-without-owner  # here

    Good:
        goals/vitality.yaml:
            name: Vitality  # ignore the strategy of 2021
    """


@told_by_checking(Level.WARNING)
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


@told_by_checking(Level.INFO, "managed", audited=Level.WARNING)
def ignore_without_reason() -> None:
    """A comment ignores a finding, but does not say why.

    The audit committee, which assesses the goals (Local Government Act 410/2015, 121 §), and whoever comes after you
    must be able to judge whether the reason still holds.

    Bad:
        goals/vitality.yaml:
            name: Vitality
            old_number: "3.2"  # strategy: ignore[unknown-key]  # here

    Good:
        goals/vitality.yaml:
            name: Vitality
            old_number: "3.2"  # strategy: ignore[unknown-key] the number in the strategy of 2021, kept until 2027
    """
