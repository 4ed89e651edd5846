"""Packaged: the templates, style sheet and fonts that come with the program."""

import re
from base64 import b64encode
from functools import cache
from pathlib import Path

# How letters from U+0100 to U+02FF and from U+1E00 to U+1EFF begin in UTF-8.
_FAR_LETTERS = (*(bytes([lead]) for lead in range(0xC4, 0xCC)), *(bytes([0xE1, lead]) for lead in range(0xB8, 0xBC)))


@cache
def packaged_templates() -> Path:
    """Find the templates: in the installed package, else beside it in a checkout."""
    packaged = Path(__file__).parents[1] / "_templates"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "templates"


@cache
def names() -> frozenset[str]:
    """Name the templates and style sheets that a city may write its own of."""
    return frozenset(file.name for file in packaged_templates().iterdir() if file.suffix in {".j2", ".css"})


@cache
def font(name: str) -> str:
    """Give a packaged font as base64, to stand in the page itself; raises ValueError for any other name."""
    if not re.fullmatch(r"[a-z0-9-]+", name):
        raise ValueError(name)
    return b64encode((packaged_templates() / "fonts" / f"{name}.woff2").read_bytes()).decode()


def has_far_letters(page: str) -> bool:
    """Tell whether a page has letters beyond Western Europe's, such as those of the Sámi languages."""
    written = page.encode()  # searching bytes for a few beginnings is ten times as fast as for a class of letters
    return any(first in written for first in _FAR_LETTERS)
