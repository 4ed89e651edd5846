"""Prose in Markdown: Markdown from a file → the same, written anew so that nothing in it can be more than it is."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from strategy_cli.formats.controls import visible
from strategy_cli.formats.markdown import flat_line, inert_part, not_a_block
from strategy_cli.render import prose

_MARKS = {"strong": "**", "em": "*", "s": "~~"}
_ALIGNED = {"left": ":--", "right": "--:", "center": ":-:"}


def block(text: str, level: int | None = None) -> str:
    """Write a text as paragraphs, lists and tables, its headings from ``level`` on, else as bold lines."""
    tokens = prose.blocks(text)
    return "\n\n".join(_Writer(prose.depths(tokens, level)).blocks(SyntaxTreeNode(tokens).children))


def inline(text: str) -> str:
    """Write a text as one line, fit for a list or a cell of a table."""
    return _at_start("".join(before + _one_line(token) for before, token in prose.pieces(prose.blocks(text))))


def _one_line(token: Token) -> str:
    if token.type == "fence":
        return _code(token.content.strip())
    return _words(SyntaxTreeNode([token]).children[0].children, " ")


class _Writer:
    """Writes blocks, each as lines joined, for one way of placing headings."""

    def __init__(self, depths: dict[str, int | None]) -> None:
        self.depths = depths

    def blocks(self, nodes: Sequence[SyntaxTreeNode]) -> Iterator[str]:
        for node in nodes:
            if written := getattr(self, node.type)(node):
                yield written

    def paragraph(self, node: SyntaxTreeNode) -> str:
        return _at_start(_words(_inside(node), "\\\n"))

    def heading(self, node: SyntaxTreeNode) -> str:
        words = _words(_inside(node), " ").strip()
        depth = self.depths[node.tag]
        if depth and words:
            return f"{'#' * depth} {words}"
        return f"**{words}**" if words and "**" not in words else _at_start(words)

    def fence(self, node: SyntaxTreeNode) -> str:
        fence = _fence(node.content, 3)
        return f"{fence}\n{visible(node.content.rstrip())}\n{fence}"

    def blockquote(self, node: SyntaxTreeNode) -> str:
        inside = "\n\n".join(self.blocks(node.children))
        return inside and _indented(inside, "> ", "> ")

    def bullet_list(self, node: SyntaxTreeNode) -> str:
        return self._items(node, ("-" for _ in node.children))

    def ordered_list(self, node: SyntaxTreeNode) -> str:
        start = int(node.attrs.get("start", 1))
        return self._items(node, (f"{start + n}." for n, _ in enumerate(node.children)))

    def _items(self, node: SyntaxTreeNode, marks: Iterator[str]) -> str:
        tight = all(part.hidden for item in node.children for part in item.children if part.type == "paragraph")
        between = "\n" if tight else "\n\n"
        items = (between.join(self.blocks(item.children)) for item in node.children)
        return between.join(
            _indented(item, f"{mark} ", " " * (len(mark) + 1)) for mark, item in zip(marks, items, strict=True) if item
        )

    def table(self, node: SyntaxTreeNode) -> str:
        rows = [row for part in node.children for row in part.children]
        head = [_ALIGNED.get(_alignment(cell), "---") for cell in rows[0].children]
        cells = [[_words(_inside(cell), " ") for cell in row.children] for row in rows]
        return "\n".join(f"| {' | '.join(row)} |" for row in (cells[0], head, *cells[1:]))


def _inside(node: SyntaxTreeNode) -> Sequence[SyntaxTreeNode]:
    return list(chain.from_iterable(part.children for part in node.children))


def _words(nodes: Sequence[SyntaxTreeNode], line_end: str) -> str:
    return "".join(_span(node, line_end) for node in nodes)


def _span(node: SyntaxTreeNode, line_end: str) -> str:
    if node.type == "softbreak":
        return " "
    if node.type == "hardbreak":
        return line_end
    if node.type == "code_inline":
        return _code(node.content)
    if node.type == "link":
        return f"[{_words(node.children, ' ')}](<{_address(str(node.attrs['href']))}>)"
    if mark := _MARKS.get(node.type):
        return _marked(mark, _words(node.children, line_end))
    return inert_part(node.content)


def _marked(mark: str, words: str) -> str:
    """Put marks around words; a mark before a space, or around nothing, would mean something else."""
    bare = words.strip(" ")
    return words.replace(bare, f"{mark}{bare}{mark}", 1) if bare else words


def _code(content: str) -> str:
    """Write code on one line; what holds a bar would part a table's cells, and becomes plain words."""
    flat = visible(flat_line(content))
    if "|" in flat or not flat.strip():
        return inert_part(flat)
    fence = _fence(flat, 1)
    pad = " " if flat.startswith(("`", " ")) or flat.endswith(("`", " ")) else ""
    return f"{fence}{pad}{flat}{pad}{fence}"


def _fence(content: str, least: int) -> str:
    longest = max(map(len, re.findall("`+", content)), default=0)
    return "`" * max(least, longest + 1)


def _address(href: str) -> str:
    return re.sub(r"([<>\\])", r"\\\1", href).replace("&", "&amp;")


def _alignment(cell: SyntaxTreeNode) -> str:
    return str(cell.attrs.get("style", "")).rpartition(":")[2]


def _at_start(lines: str) -> str:
    return "\n".join(not_a_block(line) for line in lines.strip(" ").split("\n"))


def _indented(text: str, first: str, rest: str) -> str:
    lines = text.split("\n")
    return "\n".join([first + lines[0], *((rest + line).rstrip() for line in lines[1:])])
