"""Findings as GitHub Actions annotations, gravest first: GitHub shows only ten of a kind."""

from collections.abc import Mapping, Sequence

from strategy_cli.checking.suppress import Told
from strategy_cli.finding import Level
from strategy_cli.formats.annotation import Command, annotation
from strategy_cli.messages import Messages

_COMMANDS: Mapping[Level, Command] = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}


def annotations(findings: Sequence[Told], messages: Messages) -> str:
    """Write a workflow command a finding."""
    return "".join(_annotation(one, messages) for one in sorted(findings, key=lambda one: -one.level))


def _annotation(one: Told, messages: Messages) -> str:
    finding = one.finding
    advice = messages.help(finding)
    said = messages.finding(finding) + (f"\n{advice}" if advice else "")
    return annotation(_COMMANDS[one.level], finding.span, finding.rule, said)
