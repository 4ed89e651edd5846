"""The new command's options, and its questions."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from strategy_cli.cli import completion
from strategy_cli.cli.asking import ask, can_ask
from strategy_cli.cli.options import Data, Lang, given
from strategy_cli.failing.misfit import Misfit

if TYPE_CHECKING:
    from strategy_cli.commands.new import Place

Values = dict[str, list[str]]


Kind = Annotated[
    str,
    typer.Argument(
        metavar="KIND",
        parser=given,
        help="goal, indicator, project, owner, …",
        autocompletion=completion.kinds,
    ),
]
Identity = Annotated[
    str | None, typer.Argument(metavar="[ID]", parser=given, help="The id [default: made of the name].")
]
Name = Annotated[str | None, typer.Option("--name", parser=given, help="The name, or the title of a post.")]
Goals = Annotated[
    list[str] | None,
    typer.Option(
        "--goal",
        parser=given,
        metavar="ID",
        help="A goal served; may be repeated.",
        autocompletion=completion.things("goal"),
    ),
]
Owner = Annotated[
    str | None,
    typer.Option("--owner", parser=given, metavar="ID", help="The post.", autocompletion=completion.things("owner")),
]
Sets = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="KEY=VALUE", help="Any other key; the value as in a file. May be repeated."),
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing.")]


def new(
    kind: Kind,
    identity: Identity = None,
    name: Name = None,
    goal: Goals = None,
    owner: Owner = None,
    sets: Sets = None,
    data: Data = None,
    lang: Lang = None,
    *,
    yes: Yes = False,
) -> int:
    """Write the file of a new goal, project, post or other thing.

    In the right folder, with the right id, and comments that explain.
    """
    from strategy_cli.commands import new as command

    sort = command.kind_called(kind)
    values = {**_pairs(sets or ()), **_short(sort, name, goal, owner)}
    at = command.place(data, lang and lang.value)
    if can_ask(yes=yes):
        _asked(sort, values, at, identified=identity is not None)
    return command.new(command.Options(sort, identity, values, data, lang and lang.value, date.today()), at)


def _pairs(sets: Iterable[str]) -> Values:
    values: Values = {}
    for one in sets:
        key, equals, value = one.partition("=")
        if not equals or not key.strip() or not value.strip():
            raise Misfit("pair", given=one)
        values.setdefault(key.strip(), []).append(value.strip())
    return values


def _short(kind: str, name: str | None, goals: list[str] | None, owner: str | None) -> Values:
    """Turn the short options into the keys that the kind has for them."""
    titled = "title" if kind in ("owner", "decision") else "name"
    under = "parent" if kind == "goal" else "goals"
    values = {titled: [name] if name else [], under: goals or [], "owner": [owner] if owner else []}
    return {key: found for key, found in values.items() if found}


def _asked(kind: str, values: Values, at: "Place", *, identified: bool) -> None:
    """Ask for what the kind cannot do without, then for what connects it; an empty answer leaves that out."""
    from strategy_cli.starter.questions import questions

    for question in questions(kind, at.strategy, at.messages, identified=identified):
        if question.key not in values and (answer := ask(question.words, question.default, question.problem)):
            values[question.key] = [question.meant(answer)]
