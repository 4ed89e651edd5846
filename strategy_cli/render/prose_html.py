"""Prose in HTML: Markdown → elements on a short list of harmless ones."""

from html import escape

from markdown_it.token import Token

from strategy_cli.render import prose

_INLINE = {"a", "code", "em", "s", "strong"}
_BLOCK = {"blockquote", "br", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "pre", "ul"}
_TABLE = {"table", "tbody", "td", "th", "thead", "tr"}


def block(text: str, level: int | None = None) -> str:
    """Write a text as paragraphs, lists and tables, its headings from ``level`` on, else as bold lines."""
    tokens = prose.blocks(text)
    depths = prose.depths(tokens, level)
    for token in tokens:
        if token.type.startswith("heading_"):
            depth = depths[token.tag]
            token.tag = f"h{depth}" if depth else "p"
            token.attrs = {} if depth or token.nesting < 0 else {"class": "heading"}
        elif token.type in {"th_open", "td_open"}:
            token.attrs = _of_cell(token)
        token.info = ""  # the language of a piece of code would become a class
    reader = prose.reader()
    return clean(str(reader.renderer.render(tokens, reader.options, {})), _INLINE | _BLOCK | _TABLE).rstrip("\n")


def inline(text: str) -> str:
    """Write a text as one line: emphasis, links and code stay, its blocks follow each other."""
    written = (before + _words(token) for before, token in prose.pieces(prose.blocks(text)))
    return clean("".join(written), _INLINE)


def clean(html: str, tags: set[str]) -> str:
    """Let through only elements and attributes that can do no harm, however the HTML came to be."""
    import nh3

    attributes = {"a": {"href"}, "ol": {"start"}, "th": {"scope"}}
    classes = {"td": {"n"}, "th": {"n"}, "p": {"heading"}}
    return nh3.clean(
        html,
        tags=tags,
        attributes={tag: names for tag, names in attributes.items() if tag in tags},
        allowed_classes={tag: names for tag, names in classes.items() if tag in tags},
        url_schemes=set(prose.SCHEMES),
        link_rel="noopener noreferrer",
    )


def _words(token: Token) -> str:
    if token.type == "fence":
        return f"<code>{escape(token.content.strip())}</code>"
    reader = prose.reader()
    return str(reader.renderer.render([token], reader.options, {})).replace("<br />", "")


def _of_cell(token: Token) -> dict[str, str | int | float]:
    """Say how a cell of figures stands and what it heads, instead of in a style of its own."""
    right = str(token.attrGet("style") or "").endswith("right")
    found: dict[str, str | int | float] = {"class": "n"} if right else {}
    return found | {"scope": "col"} if token.tag == "th" else found
