"""Rules as SARIF describes them: what each is about, its manual, and its level."""

from strategy_cli.finding import Finding, Level
from strategy_cli.formats.controls import flat
from strategy_cli.formats.manual_language import told
from strategy_cli.messages import Messages
from strategy_cli.rules import RULES
from strategy_cli.rules.manual import Example, Manual

LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}

Object = dict[str, object]


def described(finding: Finding, messages: Messages) -> Object:
    """Describe a finding's rule in the reader's language; a rule of the city's own has but its message."""
    name = finding.rule
    if name not in RULES:
        return {"id": name, "shortDescription": {"text": flat(messages.finding(finding))}}
    rule = RULES[name]
    one = told(rule, messages)
    return {
        "id": name,
        "shortDescription": {"text": one.summary},
        "fullDescription": {"text": _joined(one.reason) or one.summary},
        "help": {"text": _help(one, messages, "{}"), "markdown": _help(one, messages, "```yaml\n{}\n```")},
        "defaultConfiguration": {"level": LEVELS[next(iter(rule.levels.values()))]},
        "properties": {"tags": [rule.family, rule.profile]},
    }


def _help(one: Manual, messages: Messages, fence: str) -> str:
    examples = ((messages.say("manual.bad"), one.bad), (messages.say("manual.good"), one.good))
    parts = [one.summary, one.reason]
    parts += [f"{title}:\n\n{fence.replace('{}', _files(example))}" for title, example in examples if example]
    return "\n\n".join(part for part in parts if part)


def _files(example: Example) -> str:
    files = (f"# {path}\n{content.decode('utf-8', 'replace')}" for path, content in example.shown.items())
    return "".join(files).rstrip("\n")


def _joined(text: str) -> str:
    return " ".join(text.split())
