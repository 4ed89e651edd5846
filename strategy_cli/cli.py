"""The command line: options in, one call, exit code out."""

import contextlib
import gc
import os
import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from strategy_cli import __version__
from strategy_cli.errors import StrategyError

# Nothing heavy is imported up here: models, YAML and templates load inside the commands, so --help is quick.

COULD_NOT = 2
INTERRUPTED = 130

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="A municipality's strategy as plain YAML in git: checked like code, compared like a contract, "
    "reported like a budget book.",
)


class Language(StrEnum):
    """The languages of messages and reports."""

    FI = "fi"
    SV = "sv"
    EN = "en"


class Color(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class FailLevel(StrEnum):
    """The gravity that makes lint fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Profile(StrEnum):
    """The ladder of what is checked."""

    MINIMUM = "minimum"
    MANAGED = "managed"
    AUDITED = "audited"


class Weight(StrEnum):
    """The weights of changes, gravest first."""

    DECISION = "decision"
    NOTICE = "notice"
    PROGRESS = "progress"
    WORDING = "wording"


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a date; write it as 2026-06-30") from None


Data = Annotated[
    Path | None,
    typer.Option("--data", "-d", help="The strategy's folder [default: nearest strategy.yaml, else ./strategy_data]."),
]
AsOf = Annotated[
    date | None, typer.Option("--as-of", parser=_day, metavar="DATE", help="The day to look from [default: today].")
]
Lang = Annotated[Language | None, typer.Option("--lang", help="Language of the output [default: the strategy's].")]
ColorOption = Annotated[Color, typer.Option("--color", help="Colour on a terminal.")]


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
    revision: Annotated[str | None, typer.Option("--revision", help="Check a git revision, not the folder.")] = None,
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
        str, typer.Argument(metavar="OLD", help="A folder with a strategy.yaml, or a git revision.")
    ] = "HEAD",
    new: Annotated[
        str | None, typer.Argument(metavar="NEW", help="The same [default: the strategy's folder as it is].")
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
    """Compare two versions by meaning: what needs a decision, what is for notice, what is progress or wording."""
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
    data: Data = None,
    revision: Annotated[str | None, typer.Option("--revision", help="Report a git revision, not the folder.")] = None,
    since: Annotated[str | None, typer.Option("--since", help="List the changes since this git revision.")] = None,
    as_of: AsOf = None,
    lang: Lang = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format", "-f", metavar="FORMAT[=FILE]", help="html, md or json; may be repeated; - is standard output."
        ),
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder for the files.")] = Path("reports"),
) -> int:
    """Report how the strategy stands: goals, indicators and projects as of a day."""
    from strategy_cli.commands.report import Options
    from strategy_cli.commands.report import report as run

    return run(
        Options(
            data=data,
            revision=revision,
            since=since,
            on=as_of or date.today(),
            language=lang and lang.value,
            formats=formats or (),
            folder=output,
        )
    )


def main() -> NoReturn:
    """Run the command line; every failure becomes one sentence and an exit code, never a traceback."""
    # One short run that mostly builds long-lived objects: collecting garbage half-way only costs time.
    gc.disable()
    code = run(sys.argv[1:])
    with contextlib.suppress(OSError):
        sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # nothing is left to do, and freeing every object first would take a tenth of the time


def run(arguments: list[str]) -> int:
    """Run with arguments and return the exit code: 0 done, 1 findings, 2 could not do the work, 130 interrupted."""
    try:
        result = app(arguments, standalone_mode=False)
        return result if isinstance(result, int) else 0
    except StrategyError as error:
        return _fail(_sentence(error, arguments))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 - the last net: a sentence, not a traceback
        return _usage_or_internal(error, arguments)


def _fail(sentence: str) -> int:
    sys.stderr.write(f"strategy: {sentence}\n")
    return COULD_NOT


def _sentence(error: StrategyError, arguments: list[str]) -> str:
    from strategy_cli.messages import Messages

    return Messages(_language(arguments)).say(f"errors.{error.key}", **error.message_args)


def _language(arguments: list[str]) -> str:
    """Find the language asked for; before a strategy is read, only the command line and the locale can tell."""
    for place, argument in enumerate(arguments):
        if argument.startswith("--lang"):
            return argument.partition("=")[2] or (arguments[place + 1 : place + 2] or ["en"])[0]
    return next((os.environ[n][:2] for n in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(n)), "en")


def _usage_or_internal(error: Exception, arguments: list[str]) -> int:
    if hasattr(error, "format_message"):  # a usage error of the command line; typer brings its own click
        error.show()  # type: ignore[attr-defined]
        return COULD_NOT
    if os.environ.get("STRATEGY_DEBUG"):
        raise error
    return _fail(_sentence(StrategyError("internal", kind=type(error).__name__, reason=str(error)), arguments))
