"""Unified diff of texts, as git writes it, so that it can be read, and applied with ``git apply``."""

import re
from collections.abc import Iterator
from difflib import unified_diff

from strategy_cli.formats.controls import visible

_ROW = re.compile(r"[^\r\n]*(?:\r\n?|\n|$)")
_NO_END = "\n\\ No newline at end of file\n"
_COLORS = {"+": "\x1b[32m", "-": "\x1b[31m", "@": "\x1b[36m"}
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def diff(path: str, old: str, new: str) -> str:
    """Write the lines that differ, three around them; a last line without an end is told as such."""
    rows = unified_diff(_rows(old), _rows(new), f"a/{path}", f"b/{path}")
    return "".join(row if row.endswith(("\n", "\r")) else row + _NO_END for row in rows)


def _rows(text: str) -> list[str]:
    return [row for row in _ROW.findall(text) if row]


def on_a_terminal(text: str, *, color: bool) -> str:
    """Make a diff fit to be seen: nothing in it steers the terminal; what goes is red, what comes is green."""
    return "".join(_seen(text, color=color))


def _seen(text: str, *, color: bool) -> Iterator[str]:
    for row in text.removesuffix("\n").split("\n"):
        shown = visible(row.rstrip("\r"))
        begin = _BOLD if shown.startswith(("+++ ", "--- ")) else _COLORS.get(shown[:1], "")
        yield (f"{begin}{shown}{_PLAIN}" if color and begin else shown) + "\n"
