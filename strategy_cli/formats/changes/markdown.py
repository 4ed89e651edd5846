"""Changes as Markdown for the papers of a meeting: a table a weight, what was, what it becomes, and why."""

from collections.abc import Iterator
from itertools import groupby

from strategy_cli.formats.changes import counted
from strategy_cli.formats.changes.decided import decided
from strategy_cli.formats.changes.entries import between, hanging, stood
from strategy_cli.formats.changes.words import Words
from strategy_cli.formats.markdown import inert
from strategy_cli.messages import Messages
from strategy_cli.reviewing import Entry, Group, Review

_NOTHING = "–"
_FOLLOWS = "↳ "  # before what another change brought about


def report(review: Review, messages: Messages) -> str:
    """Write the title, the versions, what the changes come to, the tables and the counts.

    Commits are left out: what a meeting asks for is who decided.
    """
    words = Words.of(review, messages)
    parts = [
        f"# {inert(words.say('diff.title'))}",
        "\n".join(f"- {inert(words.version(side))}" for side in words.shown),
        inert(" ".join(f"{said}." for said in counted.standing(review, words))),
        *_tables(review, words),
        inert(" ".join(counted.summary(review, words, option=False))),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _tables(review: Review, words: Words) -> Iterator[str]:
    heads = [words.say("diff.thing"), words.say("diff.change"), *_heads(words), words.say("diff.why")]
    for weight, groups in groupby(review.groups, key=lambda group: group.weight):
        rows = [_row(heads), "|---" * len(heads) + "|"]
        rows += [_row(cells) for group in groups for cells in _rows(group, words)]
        yield f"## {inert(words.say(f'diff.weights.{weight.label}'))}"
        yield "\n".join(rows)


def _heads(words: Words) -> list[str]:
    """Head the columns of values: by the names of the versions where there are three."""
    if words.middle:
        return [words.side(side) for side in words.shown]
    return [words.say("diff.was"), words.say("diff.becomes")]


def _rows(group: Group, words: Words) -> Iterator[list[str]]:
    thing, change, *rest = _cells(group.head, words)
    still = hanging(group, words)
    yield [thing, f"{change}; {still}" if still else change, *rest]
    for entry in group.carried:
        thing, *rest = _cells(entry, words)
        yield [f"{_FOLLOWS}{thing}", *rest]


def _cells(entry: Entry, words: Words) -> list[str]:
    change, here = entry.change, words.about(entry)
    weakening = words.say("diff.weakening") if entry.weakening else ""
    what = [here.what(change), weakening, between(entry, words, value=False)]
    return [
        f"{here.kind(change)}: {here.name(change)}",
        "; ".join(part for part in what if part),
        *(_NOTHING if value is None else value for value in stood(entry, words)),
        "; ".join(decided(entry, words, titles=True)) or _NOTHING,
    ]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(inert(cell) for cell in cells)} |"
