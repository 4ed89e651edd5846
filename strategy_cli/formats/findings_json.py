"""Findings as JSON, versioned; the schema is ``schemas/lint-1.json``."""

import json
from dataclasses import asdict

from strategy_cli import __version__
from strategy_cli.checking.checked import Checked
from strategy_cli.checking.suppress import Told
from strategy_cli.config import PROFILES
from strategy_cli.finding import Finding
from strategy_cli.messages import Messages
from strategy_cli.rules import RULES, family_of

VERSION = "1.1"


def report(checked: Checked, messages: Messages) -> str:
    """Write every finding with its place, subject and words; ids and keys stay English."""
    data = {
        "format": "strategy-lint",
        "version": VERSION,
        "tool": __version__,
        "language": messages.language,
        "files": checked.files,
        "ignored": len(checked.ignored),
        "baseline": _baseline(checked),
        "findings": [_finding(mark, one, messages) for mark, one in checked.marked()],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _baseline(checked: Checked) -> dict[str, object] | None:
    if checked.gone is None:
        return None
    return {"known": len(checked.known), "gone": [{**i._asdict(), "count": n} for i, n in checked.gone.items()]}


def _finding(mark: str, one: Told, messages: Messages) -> dict[str, object]:
    finding = one.finding
    return {
        "rule": finding.rule,
        "family": family_of(finding.rule),
        "profile": RULES[finding.rule].profile if finding.rule in RULES else PROFILES[0],
        "level": one.level.label,
        "fingerprint": mark,
        **asdict(finding.span),
        "kind": finding.subject.kind if finding.subject else None,
        "id": finding.subject.id if finding.subject else None,
        "key": list(finding.key),
        "message": messages.finding(finding),
        "help": messages.help(finding),
        "edit": _edit(finding),
    }


def _edit(finding: Finding) -> dict[str, object] | None:
    return asdict(finding.edit) if finding.edit else None
