"""Citing: decisions as minutes cite them, and commits by their first digits."""

import re
from collections.abc import Iterable

from strategy_cli.formats.changes.values import said
from strategy_cli.messages import Messages
from strategy_cli.model.decision import Decision
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy

HASH = 7  # digits of a commit that people are shown
_SECTION = re.compile(r"§ (?=\d)")


def cite(decision: Decision, versions: Iterable[Strategy], messages: Messages) -> str:
    """Cite a decision as minutes do: body, day, section and case number; the body as the first that knows it does."""
    body = Ref("body", decision.body)
    named = next((version.name(body) for version in versions if version.find(body)), decision.body)
    name = named if isinstance(named, str) else said(named, messages.language)
    case = f"({decision.case_number})" if decision.case_number else None
    return " ".join(_tied(messages.write(part)) for part in (name, decision.date, decision.section, case) if part)


def _tied(text: str) -> str:
    """Put a no-break space between a section sign and its number."""
    return _SECTION.sub("§\u00a0", text)
