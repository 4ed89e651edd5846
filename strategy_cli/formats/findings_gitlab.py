"""Findings as a GitLab Code Quality report: a list of issues, each with a fingerprint of its own."""

import json

from strategy_cli.checking.checked import Checked
from strategy_cli.checking.suppress import Told
from strategy_cli.finding import Level
from strategy_cli.formats.controls import flat
from strategy_cli.messages import Messages

_SEVERITIES = {Level.ERROR: "major", Level.WARNING: "minor", Level.INFO: "info"}


def report(checked: Checked, messages: Messages) -> str:
    """Write what is told; a merge request shows what is not in the report of the branch it goes to."""
    issues = [_issue(mark, one, messages) for mark, one in checked.marked()]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(mark: str, one: Told, messages: Messages) -> dict[str, object]:
    finding = one.finding
    said = " ".join(filter(None, (messages.finding(finding), messages.help(finding))))
    return {
        "check_name": finding.rule,
        "description": flat(said),
        "severity": _SEVERITIES[one.level],
        "fingerprint": mark,
        "location": {"path": flat(finding.span.path), "lines": {"begin": finding.span.line}},
    }
