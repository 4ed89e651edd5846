"""Changes as Markdown for the papers of a meeting: a table a weight, what was and what it becomes."""

from itertools import groupby

from strategy_cli.changes import Change, weight_of
from strategy_cli.formats.changes.words import Words
from strategy_cli.formats.markdown import inert
from strategy_cli.messages import Messages
from strategy_cli.reviewing import Review

_NOTHING = "–"


def report(review: Review, messages: Messages) -> str:
    """Write the title, both sides, the tables and the counts."""
    words = Words(review.comparison, messages)
    parts = [
        f"# {inert(words.say('diff.title'))}",
        f"- {inert(words.version('old'))}\n- {inert(words.version('new'))}",
        *_tables(review, words),
        inert(words.counts(review)),
    ]
    return "\n\n".join(parts) + "\n"


def _tables(review: Review, words: Words) -> list[str]:
    heads = [words.say(f"diff.{name}") for name in ("thing", "change", "was", "becomes")]
    found = []
    for weight, changes in groupby((entry.change for entry in review.shown), key=lambda c: weight_of(c.id)):
        rows = [_row(heads), "|---|---|---|---|", *(_row(_cells(change, words)) for change in changes)]
        found += [f"## {inert(words.say(f'diff.weights.{weight.label}'))}", "\n".join(rows)]
    return found


def _cells(change: Change, words: Words) -> list[str]:
    was, becomes = words.sides(change)
    about = f"{words.kind(change)}: {words.name(change)}"
    return [about, words.what(change), _NOTHING if was is None else was, _NOTHING if becomes is None else becomes]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(inert(cell) for cell in cells)} |"
