"""Findings as JSON, versioned; the schema is ``schemas/lint-1.json``."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from strategy_cli import __version__
from strategy_cli.finding import Finding
from strategy_cli.messages import Messages
from strategy_cli.suppress import Told

VERSION = "1.0"


def report(findings: Sequence[Told], files: int, messages: Messages) -> str:
    """Write every finding with its place, subject and words; ids and keys stay English."""
    data = {
        "format": "strategy-lint",
        "version": VERSION,
        "tool": __version__,
        "language": messages.language,
        "files": files,
        "findings": [_finding(one, messages) for one in findings],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _finding(one: Told, messages: Messages) -> dict[str, object]:
    finding = one.finding
    return {
        "rule": finding.rule,
        "level": one.level.label,
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
