"""The diff command's options."""

from typing import Annotated

import typer

from strategy_cli.cli.options import Color, ColorOption, Data, Lang, Weight, given


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
