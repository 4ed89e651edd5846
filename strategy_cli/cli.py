"""The command line: options in, one call, exit code out."""

import contextlib
import gc
import os
import sys
from datetime import date
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from strategy_cli import __version__
from strategy_cli.options import (
    AsOf,
    Color,
    ColorOption,
    Data,
    FailLevel,
    Lang,
    Profile,
    Revision,
    Weight,
    given,
)
from strategy_cli.report_options import (
    Bodies,
    Folder,
    Formats,
    Goals,
    Kind,
    Naming,
    Owners,
    Programmes,
    Public,
    ReportKind,
    Since,
    Subject,
    Themes,
    Units,
    Year,
)

# Nothing heavy is imported up here: models, YAML and templates load inside the commands, so --help is quick.

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="A municipality's strategy as plain YAML in git: checked like code, compared like a contract, "
    "reported like a budget book.",
)


@app.callback(invoke_without_command=True)
def top(
    *,
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
) -> None:
    """Handle what comes before a command."""
    if version:
        typer.echo(f"strategy {__version__}")
        raise typer.Exit


@app.command()
def lint(
    data: Data = None,
    revision: Revision = None,
    as_of: AsOf = None,
    lang: Lang = None,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", "-f", metavar="FORMAT[=FILE]", help="text, json or github; may be repeated."),
    ] = None,
    profile: Annotated[Profile | None, typer.Option("--profile", help="How much is asked of the strategy.")] = None,
    select: Annotated[
        list[str] | None, typer.Option("--select", metavar="RULE", help="Only these rules or families (prefix).")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", metavar="RULE", help="Not these rules.")] = None,
    fail_level: Annotated[FailLevel, typer.Option("--fail-level", help="Exit with 1 from this level up.")] = (
        FailLevel.ERROR
    ),
    color: ColorOption = Color.AUTO,
) -> int:
    """Check the strategy: readable, linked, owned. Exit 1 when something is wrong."""
    from strategy_cli.commands.lint import Options
    from strategy_cli.commands.lint import lint as run
    from strategy_cli.terminal import terminal

    return run(
        Options(
            data=data,
            revision=revision,
            on=as_of or date.today(),
            language=lang and lang.value,
            formats=formats or (),
            profile=profile and profile.value,
            select=select or (),
            ignore=ignore or (),
            fail_level=fail_level.value,
            terminal=terminal(color.value),
        )
    )


@app.command()
def diff(
    old: Annotated[
        str, typer.Argument(metavar="OLD", parser=given, help="A folder with a strategy.yaml, or a git revision.")
    ] = "HEAD",
    new: Annotated[
        str | None,
        typer.Argument(metavar="NEW", parser=given, help="The same [default: the strategy's folder as it is]."),
    ] = None,
    data: Data = None,
    lang: Lang = None,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", "-f", metavar="FORMAT[=FILE]", help="text, json or md; may be repeated."),
    ] = None,
    weight: Annotated[Weight, typer.Option("--weight", help="Show changes of this weight and graver.")] = (
        Weight.WORDING
    ),
    fail_on: Annotated[
        Weight | None, typer.Option("--fail-on", help="Exit with 1 when there is a change this grave.")
    ] = None,
    color: ColorOption = Color.AUTO,
) -> int:
    """Compare two versions by meaning.

    Tells what needs a decision, what is for notice, what is progress, and what is only wording.
    """
    from strategy_cli.commands.diff import Options
    from strategy_cli.commands.diff import diff as run
    from strategy_cli.terminal import terminal

    return run(
        Options(
            old=old,
            new=new,
            data=data,
            language=lang and lang.value,
            formats=formats or (),
            weight=weight.value,
            fail_on=fail_on and fail_on.value,
            terminal=terminal(color.value),
        )
    )


@app.command()
def report(
    kind: Kind = ReportKind.PROGRESS,
    subject: Subject = None,
    year: Year = None,
    goals: Goals = None,
    bodies: Bodies = None,
    units: Units = None,
    programmes: Programmes = None,
    owners: Owners = None,
    themes: Themes = None,
    names: Naming = None,
    *,
    public: Public = False,
    data: Data = None,
    revision: Revision = None,
    since: Since = None,
    as_of: AsOf = None,
    lang: Lang = None,
    formats: Formats = None,
    output: Folder = Path("reports"),
) -> int:
    """Report how the strategy stands on a day.

    Goals, indicators and projects, with every figure's date and source.
    """
    from strategy_cli.commands import report as command

    options = command.Options(
        kind=kind.value,
        subject=subject,
        year=year,
        filters=command.filters(goals, bodies, units, programmes, owners, themes),
        names=names and names.value,
        public=public,
        data=data,
        revision=revision,
        since=since,
        on=as_of or date.today(),
        language=lang and lang.value,
        formats=formats or (),
        folder=output,
    )
    return command.report(options)


def main() -> NoReturn:
    """Run the command line; every failure becomes one sentence and an exit code, never a traceback."""
    from strategy_cli.terminal import settle

    settle()
    # One short run that mostly builds long-lived objects: collecting garbage half-way only costs time.
    gc.disable()
    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError):
            stream.flush()
    os._exit(code)  # nothing is left to do, and freeing every object first would take a tenth of the time


def run(arguments: list[str]) -> int:
    """Run with arguments and return the exit code: 0 done, 1 findings, 2 could not do the work, 130 interrupted."""
    try:
        result = app(arguments, standalone_mode=False)
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt, SystemExit) as error:  # noqa: BLE001 - the last net: no tracebacks
        from strategy_cli.failure import ended

        return ended(error, arguments)
    return result if isinstance(result, int) else 0
