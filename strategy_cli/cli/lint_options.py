"""Lint options: what the lint command alone can be told on the command line."""

from pathlib import Path
from typing import Annotated

import typer

from strategy_cli.cli import completion
from strategy_cli.cli.options import FailLevel, Profile, given

_FORMATS = (
    "text, json, github, gitlab, sarif, junit or markdown; may be repeated, one without FILE; FILE's folder is made."
)


def _file(text: str | Path) -> Path:
    return Path(given(str(text)))


Formats = Annotated[
    list[str] | None,
    typer.Option("--format", "-f", metavar="FORMAT[=FILE]", help=_FORMATS, autocompletion=completion.lint_formats),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="RULE",
        help="Only these rules or families (prefix).",
        autocompletion=completion.rules,
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="RULE", help="Not these rules.", autocompletion=completion.rules),
]
Baseline = Annotated[
    Path | None,
    typer.Option("--baseline", parser=_file, metavar="FILE", help="Tell only what is not in this baseline."),
]
WriteBaseline = Annotated[
    Path | None,
    typer.Option(
        "--write-baseline",
        parser=_file,
        metavar="FILE",
        help="Write what is found as a baseline; with --baseline, only what is left of that.",
    ),
]
Statistics = Annotated[bool, typer.Option("--statistics", help="Count by rule instead of listing (text only).")]
Watch = Annotated[bool, typer.Option("--watch", help="Check again whenever a file changes, until Ctrl+C.")]
Fix = Annotated[
    bool, typer.Option("--fix", help="Mend in the files what can mean but one thing, and tell what is left.")
]
FixDiff = Annotated[
    bool, typer.Option("--diff", help="Show what --fix would change, as a unified diff; nothing is written.")
]
Ladder = Annotated[Profile | None, typer.Option("--profile", help="How much is asked of the strategy.")]
FailFrom = Annotated[FailLevel, typer.Option("--fail-level", help="Exit with 1 from this level up.")]
