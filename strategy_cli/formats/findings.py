"""Findings in the formats there are; only those that are asked for are loaded."""

from importlib import import_module

from strategy_cli.checking.checked import Checked
from strategy_cli.formats import findings_text
from strategy_cli.formats.outputs import STDOUT, Output
from strategy_cli.messages import Messages
from strategy_cli.terminal import Terminal

_REPORTS = {name: name for name in ("json", "gitlab", "sarif", "junit", "markdown")} | {"md": "markdown"}
FORMATS = ("text", "json", "github", "gitlab", "sarif", "junit", "markdown", "md")


def formatted(
    output: Output, checked: Checked, messages: Messages, terminal: Terminal, *, statistics: bool = False
) -> str:
    """Write what a check gives in a format; ``statistics`` has people counts by rule instead of each finding."""
    if output.format in _REPORTS:
        module = import_module(f"strategy_cli.formats.findings_{_REPORTS[output.format]}")
        return str(module.report(checked, messages))
    if output.format == "github":
        from strategy_cli.formats.findings_github import annotations

        return annotations(checked.told, messages)
    if statistics:
        from strategy_cli.formats.findings_statistics import table

        return table(checked.told, messages)
    if output.file in (None, STDOUT) and terminal.grouped:
        return findings_text.grouped(checked.told, messages, terminal.width, color=terminal.color)
    return findings_text.lines(checked.told, messages)
