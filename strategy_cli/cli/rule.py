"""The rule command's options."""

from typing import Annotated

import typer

from strategy_cli.cli import completion
from strategy_cli.cli.options import Color, ColorOption, Data, Lang


def rule(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[RULE]",
            help="A rule or a family of rules [default: a list of all].",
            autocompletion=completion.rules,
        ),
    ] = None,
    data: Data = None,
    lang: Lang = None,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", "-f", metavar="FORMAT[=FILE]", help="text, json or md; may be repeated."),
    ] = None,
    color: ColorOption = Color.AUTO,
) -> int:
    """Show the manual of a rule, a family, or all.

    What it finds, why, how grave it is in each profile, what it says, and a wrong and a right example.
    """
    from strategy_cli.commands.rule import Options
    from strategy_cli.commands.rule import rule as run
    from strategy_cli.terminal import terminal

    return run(
        Options(
            names=names or (),
            data=data,
            language=lang and lang.value,
            formats=formats or (),
            terminal=terminal(color.value),
        )
    )
