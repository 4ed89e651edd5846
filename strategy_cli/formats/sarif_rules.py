"""Rules as SARIF describes them: what each is about, its manual, and its level."""

from strategy_cli.finding import Finding, Level
from strategy_cli.formats.controls import flat
from strategy_cli.messages import Messages
from strategy_cli.rules import RULES
from strategy_cli.rules.manual import Example, manual

LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}

Object = dict[str, object]


def described(finding: Finding, messages: Messages) -> Object:
    """Describe a finding's rule; its manual is in English whatever the language, a city's own has but its message."""
    name = finding.rule
    if name not in RULES:
        return {"id": name, "shortDescription": {"text": flat(messages.finding(finding))}}
    rule = RULES[name]
    told = manual(rule.manual)
    return {
        "id": name,
        "shortDescription": {"text": told.summary},
        "fullDescription": {"text": _joined(told.reason) or told.summary},
        "help": {"text": rule.manual, "markdown": _markdown(name)},
        "defaultConfiguration": {"level": LEVELS[next(iter(rule.levels.values()))]},
        "properties": {"tags": [rule.family, rule.profile]},
    }


def _markdown(name: str) -> str:
    told = manual(RULES[name].manual)
    parts = [told.summary, told.reason]
    parts += [_example(title, one) for title, one in (("Bad", told.bad), ("Good", told.good)) if one]
    return "\n\n".join(part for part in parts if part)


def _example(title: str, example: Example) -> str:
    files = (f"# {path}\n{content.decode('utf-8', 'replace')}" for path, content in example.shown.items())
    return f"{title}:\n\n```yaml\n{''.join(files)}```"


def _joined(text: str) -> str:
    return " ".join(text.split())
