"""Annotation: a workflow command of GitHub Actions, which shows a sentence beside a line of a file."""

from typing import Literal

from strategy_cli.formats.controls import visible
from strategy_cli.span import Span

Command = Literal["error", "warning", "notice"]


def annotation(command: Command, span: Span, title: str, text: str) -> str:
    """Write the command for a place, its line end too; nothing in the title or text can end it or begin another."""
    properties = {
        "file": span.path,
        "line": span.line,
        "endLine": span.end_line,
        "col": span.column,
        "endColumn": span.end_column,
        "title": title,
    }
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{command} {written}::{_data(text)}\n"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
