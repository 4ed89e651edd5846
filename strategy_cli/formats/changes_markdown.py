"""Changes as Markdown for the papers of a meeting: a table a weight, what was and what it becomes."""

import re
from itertools import groupby

from strategy_cli.changes import Change, Comparison, weight_of
from strategy_cli.formats.changes_words import Words
from strategy_cli.messages import Messages

_MARKS = re.compile(r"[\\|`*_\[\]<>#&~!]")
_ADDRESS = re.compile(r"(?i)(:)(?=//)|(?<=\bwww)(\.)")
_NOTHING = "–"


def report(comparison: Comparison, messages: Messages) -> str:
    """Write the title, both sides, the tables and the counts."""
    words = Words(comparison, messages)
    parts = [
        f"# {escaped(words.say('diff.title'))}",
        f"- {escaped(words.version('old'))}\n- {escaped(words.version('new'))}",
        *_tables(comparison, words),
        escaped(words.counts()),
    ]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Make text from a file inert: no mark-up, no cell border, no link, one line."""
    bare = _ADDRESS.sub(lambda found: "\\" + found[0], _MARKS.sub(lambda found: "\\" + found[0], text))
    return " ".join(bare.splitlines())


def _tables(comparison: Comparison, words: Words) -> list[str]:
    heads = [words.say(f"diff.{name}") for name in ("thing", "change", "was", "becomes")]
    found = []
    for weight, changes in groupby(comparison.shown, key=lambda c: weight_of(c.id)):
        rows = [_row(heads), "|---|---|---|---|", *(_row(_cells(change, words)) for change in changes)]
        found += [f"## {escaped(words.say(f'diff.weights.{weight.label}'))}", "\n".join(rows)]
    return found


def _cells(change: Change, words: Words) -> list[str]:
    was, becomes = words.sides(change)
    about = f"{words.kind(change)}: {words.name(change)}"
    return [about, words.what(change), _NOTHING if was is None else was, _NOTHING if becomes is None else becomes]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(escaped(cell) for cell in cells)} |"
