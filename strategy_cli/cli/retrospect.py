"""The retrospect command's options."""

from datetime import date
from typing import Annotated

import typer

from strategy_cli.cli.options import Color, ColorOption, Data, Lang, day, given

Since = Annotated[
    str | None,
    typer.Option(
        "--since", parser=given, metavar="WHEN", help="Begin from this day or git revision [default: the first]."
    ),
]
Until = Annotated[
    date | None,
    typer.Option("--as-of", parser=day, metavar="DATE", help="The last day [default: the strategy's, or today]."),
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT[=FILE]",
        help="text, md, json or html; may be repeated; html goes to the folder reports.",
    ),
]
Every = Annotated[bool, typer.Option("--all", help="Show long lists whole on a terminal too.")]


def retrospect(
    since: Since = None,
    as_of: Until = None,
    data: Data = None,
    lang: Lang = None,
    formats: Formats = None,
    color: ColorOption = Color.AUTO,
    *,
    every: Every = False,
) -> int:
    """Tell what can be learnt from the strategy's whole life.

    What was attained, never assessed, never updated, loosened, postponed, removed, never started or never decided.
    """
    from strategy_cli.commands.retrospect import Options, look_back
    from strategy_cli.terminal import terminal

    return look_back(
        Options(
            data=data,
            since=since,
            until=as_of,
            today=date.today(),
            language=lang and lang.value,
            formats=formats or (),
            terminal=terminal(color.value),
            every=every,
        )
    )
