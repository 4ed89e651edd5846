"""Terminal: whether text goes to a person's screen, how wide it is, and whether in colour."""

import os
import re
import shutil
import sys
import textwrap
from pathlib import Path
from typing import NamedTuple, TextIO

_NARROWEST = 40


class Terminal(NamedTuple):
    """How to write text for people: grouped on a screen, in colour if wanted, ``width`` columns wide."""

    grouped: bool
    color: bool
    width: int


def terminal(color: str = "auto") -> Terminal:
    """Look at standard output; ``color`` is auto, always (also into a pager) or never; ``NO_COLOR`` means never."""
    screen = sys.stdout.isatty()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    colored = color == "always" or (color == "auto" and screen and not plain)
    width = shutil.get_terminal_size((80, 24)).columns
    return Terminal(screen or color == "always", colored, max(width, _NARROWEST))


def flowed(text: str, stream: TextIO, indent: str = "") -> str:
    """Break lines that a screen would, but at spaces, what follows by ``indent``; after a number (``1.``) below words.

    Into a file, or for another program, a sentence stays one line.
    """
    if not stream.isatty():
        return text
    width = max(shutil.get_terminal_size((80, 24)).columns, _NARROWEST)
    return "\n".join(_broken(line, width, indent) for line in text.split("\n"))


def _broken(line: str, width: int, indent: str) -> str:
    number = re.match(r"\d+\. ", line)
    hanging = " " * len(number[0]) if number else indent
    end = line[len(line.rstrip()) :]
    lines = textwrap.wrap(line, width - 1, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines) + end


def settle() -> None:
    """Give streams that were closed (``>&-``) somewhere to go, or the next file opened would take their place."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open to the end
