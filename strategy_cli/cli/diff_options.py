"""Diff options: what the diff command alone can be told on the command line."""

from pathlib import Path
from typing import Annotated, Any

import typer

from strategy_cli.cli import completion
from strategy_cli.cli.options import Weight, given


def _file(text: str | Path) -> Path:
    return Path(given(str(text)))


def _only(what: str, help_: str) -> Any:
    """Make an option that leaves a part of the changes."""
    help_ = f"{help_} May be repeated."
    return typer.Option(f"--{what}", parser=given, metavar="ID", help=help_, autocompletion=completion.things(what))


_Only = list[str] | None

Old = Annotated[
    str, typer.Argument(metavar="OLD", parser=given, help="A folder with a strategy.yaml, or a git revision.")
]
New = Annotated[
    str | None, typer.Argument(metavar="NEW", parser=given, help="The same [default: the strategy's folder as it is].")
]
Base = Annotated[
    str | None,
    typer.Option(
        "--base",
        parser=given,
        metavar="BASE",
        help="Begin from this version, and tell who changed what: OLD, NEW or both.",
    ),
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT[=FILE]",
        help="text, json, md, html or github; may be repeated; html goes to the folder reports.",
        autocompletion=completion.diff_formats,
    ),
]
Floor = Annotated[Weight, typer.Option("--weight", help="Show changes of this weight and graver.")]
All = Annotated[bool, typer.Option("--all", help="Show also what is otherwise only counted: layout and long lists.")]
Kinds = Annotated[
    _Only,
    typer.Option(
        "--kind",
        parser=given,
        metavar="KIND",
        help="Only changes of things of this kind. May be repeated.",
        autocompletion=completion.kinds,
    ),
]
Goals = Annotated[_Only, _only("goal", "Only what concerns this goal and what it holds.")]
Units = Annotated[_Only, _only("unit", "Only what concerns this unit.")]
Owners = Annotated[_Only, _only("owner", "Only what concerns this post.")]
Bodies = Annotated[_Only, _only("body", "Only what concerns this body.")]
FailOn = Annotated[Weight | None, typer.Option("--fail-on", help="Exit with 1 when there is a change this grave.")]
RequireDecision = Annotated[
    bool,
    typer.Option(
        "--require-decision", help="Exit with 1 when a promise was weakened and no recorded decision says so."
    ),
]
AcceptedFile = Annotated[
    Path | None,
    typer.Option(
        "--accepted",
        parser=_file,
        metavar="FILE",
        help="Differences accepted for a time [default: accepted.yaml of the new version].",
    ),
]
Lenient = Annotated[
    bool, typer.Option("--lenient", help="Compare what can be read of faulty versions, and say what was left out.")
]
