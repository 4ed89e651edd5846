"""Changes as text: one line each for grep and editors, grouped by weight and thing on a terminal."""

from collections.abc import Iterator
from io import StringIO
from itertools import groupby
from typing import TYPE_CHECKING

from strategy_cli.changes import Change, Weight, weight_of
from strategy_cli.formats.changes.words import Words
from strategy_cli.messages import Messages
from strategy_cli.reviewing import Review

if TYPE_CHECKING:
    from rich.text import Text

STYLES = {Weight.DECISION: "bold red", Weight.NOTICE: "yellow", Weight.PROGRESS: "green", Weight.WORDING: "blue"}
_LONGEST = 90


def lines(review: Review, messages: Messages) -> str:
    """Write ``path:line: weight change-id words``, one change a line."""
    words = Words(review.comparison, messages)
    return "".join(
        f"{_place(c)}: {weight_of(c.id).label} {c.id} {words.sentence(c, _LONGEST)}\n" for c in _changes(review)
    )


def header(review: Review, messages: Messages) -> str:
    """Name both sides, a line each."""
    words = Words(review.comparison, messages)
    return f"{words.version('old')}\n{words.version('new')}\n"


def summary(review: Review, messages: Messages) -> str:
    """Count the changes by weight, in one line."""
    return Words(review.comparison, messages).counts(review)


def grouped(review: Review, messages: Messages, width: int, *, color: bool) -> str:
    """Write the changes under their weights and things, gravest first, both sides named above."""
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    out = StringIO()
    console = Console(file=out, force_terminal=color, no_color=not color, width=width, highlight=False)
    console.print(Text(header(review, messages)))
    words = Words(review.comparison, messages)
    for weight, changes in groupby(_changes(review), key=lambda c: weight_of(c.id)):
        of_weight = list(changes)
        console.print(Text(f"{words.say(f'diff.weights.{weight.label}')} ({len(of_weight)})", STYLES[weight]))
        for indent, text in _things(of_weight, words):
            console.print(Padding(text, (0, 0, 0, indent), expand=False))
        console.print()
    return out.getvalue()


def _changes(review: Review) -> Iterator[Change]:
    return (entry.change for entry in review.shown)


def _things(changes: list[Change], words: Words) -> Iterator[tuple[int, "Text"]]:
    from rich.text import Text

    for _, group in groupby(changes, key=lambda c: c.subject):
        of_thing = list(group)
        first = of_thing[0]
        yield 2, Text.assemble((words.name(first), "bold"), "  ", (str(first.subject), "dim"))
        for change in of_thing:
            yield 4, Text.assemble(words.event(change, _LONGEST), "  ", (_place(change), "dim"))


def _place(change: Change) -> str:
    span = change.spans[1] or change.spans[0]
    return f"{span.path}:{span.line}" if span else ""
