"""Measurability: what the rules of the family find in a few files."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from folders import loaded

from strategy_cli import rules
from strategy_cli.checking import suppress
from strategy_cli.config import Settings
from strategy_cli.finding import Finding
from strategy_cli.messages import LANGUAGES, Messages

ON = date(2026, 6, 30)
FAMILY = {rule.id for rule in rules.RULES.values() if rule.family == "measurability"}
GOAL = {"goals/g.yaml": "name: G\nowner: o", "owners/o.yaml": "title: O"}
WHOLE = "goal: g\nowner: o\nunit: pcs\nwhy: So it is.\nsource: S\nfrequency: year\nkind: result"

KEPT = "unit: pcs\nfrequency: year\nsource: S"


def found(files: Mapping[str, str], on: date = ON, profile: str = "audited") -> list[Finding]:
    """Give what the family finds, after what loading told; everything is said in every language on the way."""
    read = loaded({**GOAL, **files})
    settings = Settings(profile)
    told = suppress.told(read.strategy, read.findings, rules.check(read.strategy, settings, on), settings)
    findings = [one.finding for one in told if one.finding.rule in FAMILY]
    for language in LANGUAGES:
        messages = Messages(language)
        assert all(messages.finding(one) and messages.help(one) for one in findings)
    return findings


def shown(findings: list[Finding]) -> list[str]:
    """Write findings as rule, problem and line."""
    return [f"{f.rule}{f':{f.problem}' if f.problem else ''} {f.span.line}" for f in findings]


def of_indicator(keys: str, on: date = ON, files: Mapping[str, str] = MappingProxyType({})) -> list[str]:
    """Check one indicator, whose file is nothing but its keys, among other files."""
    return shown(found({"indicators/i.yaml": f"name: I\n{keys}", **files}, on))
