"""Markdown: text from files made inert, so that it cannot become a heading, a link, a table cell or HTML."""

import re

from strategy_cli.formats.controls import visible

_SPECIAL = re.compile(r"(?i)([\\`*_\[\]<>#|~&!]|:(?=//)|(?<=\bwww)\.)")  # GFM makes links of bare addresses too
_BREAKS = re.compile(r"[ \t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BLOCK = re.compile(r"^(\d*)([-+=.)])(?=\s|[-=\s]*$)")


def inert(text: str) -> str:
    """Escape everything that Markdown (GFM) would read as markup; lines are joined into one."""
    flat = _SPECIAL.sub(r"\\\1", visible(_BREAKS.sub(" ", text).strip(" ")))
    return _BLOCK.sub(r"\1\\\2", flat)
