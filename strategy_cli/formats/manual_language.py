"""Manual in the reader's language: what a rule finds and why, translated; examples stay, as keys are English."""

from dataclasses import replace

from strategy_cli.messages import Messages
from strategy_cli.rules.manual import Manual, manual
from strategy_cli.rules.registry import Rule


def told(rule: Rule, messages: Messages) -> Manual:
    """Take a rule's manual apart, its summary and reason in the language; a city's own rule is as it was written."""
    written = manual(rule.manual)
    key = f"manuals.{rule.family}.{rule.id}"
    if not messages.has(f"{key}.summary"):
        return written
    return replace(written, summary=messages.say(f"{key}.summary"), reason=messages.say(f"{key}.reason"))
