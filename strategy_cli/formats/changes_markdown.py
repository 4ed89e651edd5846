"""Changes as Markdown for the papers of a meeting: a table a weight, what was and what it becomes."""

from itertools import groupby

from strategy_cli.changes import Change, Comparison, weight_of
from strategy_cli.formats.changes_words import Words
from strategy_cli.formats.markdown import inert
from strategy_cli.messages import Messages

_NOTHING = "–"


def report(comparison: Comparison, messages: Messages) -> str:
    """Write the title, both sides, the tables and the counts."""
    words = Words(comparison, messages)
    parts = [
        f"# {inert(words.say('diff.title'))}",
        f"- {inert(words.version('old'))}\n- {inert(words.version('new'))}",
        *_tables(comparison, words),
        inert(words.counts()),
    ]
    return "\n\n".join(parts) + "\n"


def _tables(comparison: Comparison, words: Words) -> list[str]:
    heads = [words.say(f"diff.{name}") for name in ("thing", "change", "was", "becomes")]
    found = []
    for weight, changes in groupby(comparison.shown, key=lambda c: weight_of(c.id)):
        rows = [_row(heads), "|---|---|---|---|", *(_row(_cells(change, words)) for change in changes)]
        found += [f"## {inert(words.say(f'diff.weights.{weight.label}'))}", "\n".join(rows)]
    return found


def _cells(change: Change, words: Words) -> list[str]:
    was, becomes = words.sides(change)
    about = f"{words.kind(change)}: {words.name(change)}"
    return [about, words.what(change), _NOTHING if was is None else was, _NOTHING if becomes is None else becomes]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(inert(cell) for cell in cells)} |"
