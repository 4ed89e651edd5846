"""Telling: what one rule says of a strategy, as lines to compare."""

from datetime import date

from folders import Files, loaded

from strategy_cli import rules
from strategy_cli.finding import Finding
from strategy_cli.messages import LANGUAGES, Messages

ON = date(2026, 6, 30)


def found(rule: str, files: Files, on: date = ON) -> list[Finding]:
    """Run one rule over files, faulty ones too; whatever it finds has words in every language."""
    one = rules.RULES[rule]
    assert one.check
    given = {"on": on}
    findings = list(one.check(loaded(files).strategy, **{name: given[name] for name in one.takes}))
    assert all(Messages(language).finding(f) and Messages(language).help(f) for f in findings for language in LANGUAGES)
    return findings


def told(rule: str, files: Files, on: date = ON) -> list[str]:
    """Say where one rule finds fault, and with what problem: ``projects/p.yaml:3 paused``."""
    return [f"{f.span.path}:{f.span.line} {f.problem or ''}".strip() for f in found(rule, files, on)]
