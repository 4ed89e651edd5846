"""The schema command's options."""

from pathlib import Path
from typing import Annotated

import typer

from strategy_cli.cli.options import Data, Language, folder

Folder = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        parser=folder,
        metavar="FOLDER",
        help="Folder for the schemas [default: .strategy/schemas in the strategy's folder].",
    ),
]
Spoken = Annotated[
    list[Language] | None,
    typer.Option("--lang", help="Language of the explanations; may be repeated [default: the strategy's]."),
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format", "-f", metavar="FORMAT[=FILE]", help="json: all schemas as one, to standard output or a file."
    ),
]
Ids = Annotated[bool, typer.Option("--ids/--no-ids", help="List the strategy's ids for completion.")]
Settings = Annotated[
    bool, typer.Option("--settings/--no-settings", help="Write VS Code's settings too, beside what they hold.")
]
Check = Annotated[bool, typer.Option("--check", help="Write nothing; exit with 1 when something is stale.")]


def schema(
    data: Data = None,
    output: Folder = None,
    lang: Spoken = None,
    formats: Formats = None,
    *,
    ids: Ids = True,
    settings: Settings = True,
    check: Check = False,
) -> int:
    """Let editors complete, explain and check the files.

    Writes JSON Schemas of the strategy's files, and VS Code's settings that use them.
    """
    from strategy_cli.commands.schema import Options
    from strategy_cli.commands.schema import schema as run

    return run(
        Options(
            data=data,
            output=output,
            languages=[one.value for one in lang or ()],
            formats=formats or (),
            ids=ids,
            settings=settings,
            check=check,
        )
    )
