"""Prose: a longer text read as Markdown, cut down to what a field may hold; no raw HTML, images or page headings."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

SCHEMES = frozenset({"http", "https", "mailto"})
DEEPEST = 6  # HTML and Markdown have six levels of heading

_LISTED = {"list_item_open", "list_item_close", "table_open", "table_close"}

# Anything that Markdown could read as more than words; without it a text is one paragraph, and need not be parsed.
_ACTIVE = re.compile(
    r"[\\`*_\[<~|]|[ \t]{2}[\r\n]|^\s*(?:[#>]|[-+](?:\s|$)|\d{1,9}[.)](?:\s|$))|[\r\n]\s*[\r\n]", re.MULTILINE
)

# A YAML block is indented and ruled at will, and what is written must be seen: neither entities nor
# definitions of links may swallow words, nor may a line of hyphens make the line before it a heading.
_OFF = ["code", "entity", "hr", "lheading", "reference", "html_block", "html_inline"]


def is_plain(text: str) -> bool:
    """Tell whether a text is one paragraph without any markup."""
    return not _ACTIVE.search(text)


def blocks(text: str) -> list[Token]:
    """Read a text; links that lead anywhere but to a web page or a mailbox are left as their words."""
    tokens = reader().parse(text.strip())
    for token in tokens:
        if token.children is not None:
            token.children = list(_joined(_harmless(token.children)))
    return tokens


def depths(tokens: Sequence[Token], level: int | None) -> dict[str, int | None]:
    """Settle at which level each heading of a text stands below its place; None where it is but a bold line.

    The levels that a text uses become ``level``, ``level`` + 1 and so on, so that none is skipped.
    """
    used = sorted({token.tag for token in tokens if token.type == "heading_open"})
    shifted = {} if level is None else {tag: level + number for number, tag in enumerate(used)}
    return {tag: depth if (depth := shifted.get(tag)) and depth <= DEEPEST else None for tag in used}


def _harmless(children: Sequence[Token]) -> Iterator[Token]:
    leads: list[bool] = []
    for child in children:
        if child.type == "link_open":
            leads.append(_may_lead(str(child.attrGet("href") or "")))
            child.attrs = {"href": child.attrs["href"]}
        if child.type == "image":
            yield Token("text", "", 0, content=child.content)
        elif child.type not in {"link_open", "link_close"} or leads[-1]:
            yield child
        if child.type == "link_close":
            leads.pop()


def _joined(children: Iterator[Token]) -> Iterator[Token]:
    """Make one of words that came to stand side by side, for what is escaped depends on what is next to it."""
    held: Token | None = None
    for child in children:
        if held and child.type == "text":
            held.content += child.content
            continue
        if held:
            yield held
        held = child if child.type == "text" else None
        if not held:
            yield child
    if held:
        yield held


def _may_lead(address: str) -> bool:
    try:
        found = urlsplit(address)
    except ValueError:
        return False
    return found.scheme in SCHEMES and bool(found.netloc or (found.scheme == "mailto" and found.path))


def pieces(tokens: Sequence[Token]) -> Iterator[tuple[str, Token]]:
    """Give the parts of a text that are words, each with what parts it from the one before, to stand on one line."""
    first, listed = True, 0
    for token in tokens:
        listed += token.nesting * (token.type in _LISTED)
        if token.type == "fence" or (token.type == "inline" and token.content):
            yield ("" if first else "; " if listed else " "), token
            first = False


@cache
def reader() -> MarkdownIt:
    """Give the reader of Markdown: CommonMark with GFM's tables and deletions, less what a field may not hold."""
    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]).disable(_OFF)
