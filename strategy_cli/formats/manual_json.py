"""Manual of rules as JSON, versioned; the schema is ``schemas/rules-1.json``."""

import json
from collections.abc import Mapping
from dataclasses import asdict

from strategy_cli import __version__
from strategy_cli.formats.manual_words import Page, files_of, page
from strategy_cli.messages import Messages
from strategy_cli.rules.manual import Example
from strategy_cli.rules.registry import Rule

VERSION = "1.0"


def manual(rules: Mapping[str, Rule], messages: Messages) -> str:
    """Write every rule with its levels, manual and messages; ids and keys stay English."""
    data = {
        "format": "strategy-rules",
        "version": VERSION,
        "tool": __version__,
        "language": messages.language,
        "rules": [_rule(page(rules[name], messages), messages) for name in sorted(rules)],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _rule(one: Page, messages: Messages) -> dict[str, object]:
    return {
        "id": one.rule.id,
        "family": one.rule.family,
        "family_name": messages.say(f"families.{one.rule.family}"),
        "levels": {profile: level.label for profile, level in one.levels.items()},
        "summary": one.manual.summary,
        "reason": one.manual.reason,
        "messages": [asdict(said) for said in one.said],
        "bad": _example(one.manual.bad),
        "good": _example(one.manual.good),
    }


def _example(example: Example | None) -> dict[str, object] | None:
    if example is None:
        return None
    files = [asdict(file) for file in files_of(example)]
    return {"files": files, "path": example.path, "line": example.line}
