"""The history command's options."""

from datetime import date
from typing import Annotated

import typer

from strategy_cli.cli.completion import anything
from strategy_cli.cli.options import Color, ColorOption, Data, Lang, Weight, day, given

Thing = Annotated[
    str | None,
    typer.Argument(
        metavar="THING",
        parser=given,
        autocompletion=anything,
        help="Kind and id, such as goal/carbon-neutral; an id alone will do when it is of one kind only.",
    ),
]
Then = Annotated[
    date | None,
    typer.Option("--as-of", parser=day, metavar="DATE", help="Show what was known on this day beside what is now."),
]
Since = Annotated[
    date | None, typer.Option("--since", parser=day, metavar="DATE", help="Show changes of this day and after it.")
]
Floor = Annotated[Weight, typer.Option("--weight", help="Show changes of this weight and graver.")]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT[=FILE]",
        help="text, md, json or html; may be repeated; html goes to the folder reports.",
    ),
]


def history(
    thing: Thing = None,
    as_of: Then = None,
    since: Since = None,
    weight: Floor = Weight.WORDING,
    data: Data = None,
    lang: Lang = None,
    formats: Formats = None,
    color: ColorOption = Color.AUTO,
) -> int:
    """Tell the life of one thing.

    When it came, every change with its day, weight and decision, and figures as recorded then and as known now.
    """
    from strategy_cli.commands.history import Options
    from strategy_cli.commands.history import history as run
    from strategy_cli.terminal import terminal

    options = Options(
        thing=thing,
        data=data,
        since=since,
        on=as_of,
        today=date.today(),
        weight=weight.value,
        language=lang and lang.value,
        formats=formats or (),
        terminal=terminal(color.value),
    )
    return run(options)
