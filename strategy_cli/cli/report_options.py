"""Report options: what the report command can be told: which report, of what part, how posts are named, where to."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from strategy_cli.cli import completion
from strategy_cli.cli.options import folder, given, year


class ReportKind(StrEnum):
    """The kinds of report: who reads it, and when."""

    PROGRESS = "progress"
    BUDGET = "budget"
    BOARD = "board"
    UNIT = "unit"
    OWNER = "owner"
    YEAR = "year"
    DEVIATION = "deviation"
    SUMMARY = "summary"
    AUDIT = "audit"


class Names(StrEnum):
    """How posts are named."""

    NONE = "none"
    ROLE = "role"
    FULL = "full"


def only(what: str, help_: str) -> Any:
    """Make an option that leaves a part of the strategy in a report."""
    complete = completion.themes if what == "theme" else completion.things(what)
    help_ = f"{help_} May be repeated."
    return typer.Option(f"--{what}", parser=given, metavar="ID", help=help_, autocompletion=complete)


_Only = list[str] | None

Kind = Annotated[
    ReportKind,
    typer.Argument(metavar="[KIND]", help="progress, budget, board, unit, owner, year, deviation, summary or audit."),
]
Subject = Annotated[
    str | None,
    typer.Argument(
        metavar="[ID]",
        parser=given,
        help="The body, unit, post or goal that the report is about.",
        autocompletion=completion.subject,
    ),
]
Year = Annotated[int | None, typer.Option("--year", parser=year, metavar="YEAR", help="Budget or accounting year.")]
Goals = Annotated[_Only, only("goal", "Only this goal and what it holds.")]
Bodies = Annotated[_Only, only("body", "Only what this body answers for.")]
Units = Annotated[_Only, only("unit", "Only what this unit does.")]
Programmes = Annotated[_Only, only("programme", "Only this programme.")]
Owners = Annotated[_Only, only("owner", "Only what this post answers for.")]
Themes = Annotated[_Only, only("theme", "Only what this theme runs through.")]
Where = Annotated[
    _Only,
    typer.Option(
        "--where",
        parser=given,
        metavar="KIND.FIELD=VALUE",
        help="Only what a field says so of, such as project.risk=high. May be repeated.",
        autocompletion=completion.choices,
    ),
]
Naming = Annotated[
    Names | None,
    typer.Option("--names", help="How posts are named: none, role or full [default: the strategy's, else role]."),
]
Public = Annotated[
    bool, typer.Option("--public", help="For publication: accessibility statement, open data beside; no names.")
]
Since = Annotated[
    str | None,
    typer.Option("--since", parser=given, metavar="REVISION", help="List the changes since this git revision."),
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format", "-f", metavar="FORMAT[=FILE]", help="html, md or json; may be repeated; - is standard output."
    ),
]
Folder = Annotated[Path, typer.Option("--output", "-o", parser=folder, metavar="FOLDER", help="Folder for the files.")]
