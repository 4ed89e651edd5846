"""The command line: options in, one call, exit code out."""

import contextlib
import gc
import os
import sys
from typing import Annotated, NoReturn

import typer

from strategy_cli import __version__
from strategy_cli.cli.menu import Menu

# Nothing heavy is imported up here: models, YAML and templates load inside the commands, so --help is quick.

app = typer.Typer(
    cls=Menu,
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


def main() -> NoReturn:
    """Run the command line; every failure becomes one sentence and an exit code, never a traceback."""
    from strategy_cli.terminal import settle

    settle()
    # What else is installed beside us must not change how files are read, and looking for it takes time.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
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
        result = app(arguments, prog_name="strategy", standalone_mode=False)
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt, SystemExit) as error:  # noqa: BLE001 - the last net: no tracebacks
        from strategy_cli.failing.failure import ended

        return ended(error, arguments)
    return result if isinstance(result, int) else 0
