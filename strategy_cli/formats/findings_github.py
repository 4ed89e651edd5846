"""Findings as GitHub Actions annotations, gravest first: GitHub shows only ten of a kind."""

from collections.abc import Sequence

from strategy_cli.checking.suppress import Told
from strategy_cli.finding import Level
from strategy_cli.formats.controls import visible
from strategy_cli.messages import Messages

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}


def annotations(findings: Sequence[Told], messages: Messages) -> str:
    """Write a workflow command a finding."""
    return "".join(f"{_annotation(one, messages)}\n" for one in sorted(findings, key=lambda one: -one.level))


def _annotation(one: Told, messages: Messages) -> str:
    finding, span = one.finding, one.finding.span
    advice = messages.help(finding)
    said = messages.finding(finding) + (f"\n{advice}" if advice else "")
    properties = {
        "file": span.path,
        "line": span.line,
        "endLine": span.end_line,
        "col": span.column,
        "endColumn": span.end_column,
        "title": finding.rule,
    }
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[one.level]} {written}::{_data(said)}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
