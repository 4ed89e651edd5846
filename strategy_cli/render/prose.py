"""Prose: a longer text read as Markdown, cut down to what a field may hold; no raw HTML, images or page headings."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

SCHEMES = frozenset({"http", "https", "mailto"})
DEEPEST = 6  # HTML and Markdown have six levels of heading

_DEEPEST_NEST = 10
_HOST = re.compile(r"[\w.-]+(?::\d+)?")  # no user before it, who could pass for the host
_LISTED = {"list_item_open", "list_item_close", "table_open", "table_close"}

# A YAML block is indented and ruled at will, and what is written must be seen: neither entities nor
# definitions of links may swallow words, nor may a line of hyphens make the line before it a heading.
_OFF = ["code", "entity", "hr", "lheading", "reference", "html_block", "html_inline"]


def blocks(text: str) -> list[Token]:
    """Read a text; links that lead anywhere but to a web page or a mailbox are left as their words.

    A text whose marks are nested deeper than anyone writes, or hold nothing, is words as it stands.
    """
    tokens = reader().parse(text.strip())
    every = [*tokens, *(child for token in tokens for child in token.children or ())]
    if any(token.level > _DEEPEST_NEST for token in every) or not any(token.content.strip() for token in every):
        return _as_it_stands(text)
    for token in tokens:
        if token.children is not None:
            token.children = list(_joined(_harmless(token.children)))
    return list(_without_empty_headings(tokens))


def depths(tokens: Sequence[Token], level: int | None) -> dict[str, int | None]:
    """Settle at which level each heading of a text stands below its place; None where it is but a bold line.

    The levels that a text uses become ``level``, ``level`` + 1 and so on, so that none is skipped.
    """
    used = sorted({token.tag for token in tokens if token.type == "heading_open"})
    shifted = {} if level is None else {tag: level + number for number, tag in enumerate(used)}
    return {tag: depth if (depth := shifted.get(tag)) and depth <= DEEPEST else None for tag in used}


def _as_it_stands(text: str) -> list[Token]:
    words = Token("inline", "", 0, content=text, children=[Token("text", "", 0, content=text)])
    return [Token("paragraph_open", "p", 1), words, Token("paragraph_close", "p", -1)]


def _without_empty_headings(tokens: Sequence[Token]) -> Iterator[Token]:
    """Leave out headings that say nothing, which a reader of the screen would stop at."""
    left_out = False
    for token, following in zip_longest(tokens, tokens[1:]):
        if token.type == "heading_open" and following:
            left_out = not any(child.content.strip() for child in following.children or ())
        if not left_out:
            yield token
        if token.type == "heading_close":
            left_out = False


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
    if found.scheme == "mailto":
        return bool(found.path)
    return found.scheme in SCHEMES and _HOST.fullmatch(found.netloc) is not None


def pieces(tokens: Sequence[Token]) -> Iterator[tuple[str, Token]]:
    """Give the parts of a text that are words, each with what parts it from the one before, to stand on one line."""
    before, depth = None, 0  # how deep in lists the words before stood
    for token in tokens:
        depth += token.nesting * (token.type in _LISTED)
        if token.type == "fence" or (token.type == "inline" and token.content):
            yield "" if before is None else "; " if before and depth else " ", token
            before = depth


@cache
def reader() -> MarkdownIt:
    """Give the reader of Markdown: CommonMark with GFM's tables and deletions, less what a field may not hold."""
    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]).disable(_OFF)
