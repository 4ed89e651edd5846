"""Texts: words from files → markup, marked where they are not in the reader's language."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup, escape

from strategy_cli.formats.controls import visible
from strategy_cli.formats.markdown import inert
from strategy_cli.model.text import Text

NOTHING = "–"
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

# Anything that Markdown could read as more than words; without it a text is one paragraph, and need not be parsed.
_MARK = re.compile(r"[\\`*_\[<~|]")
_START = re.compile(r"\s*(?:[#>]|[-+](?:\s|$)|\d{1,9}[.)](?:\s|$))")
_LATER = re.compile(rf"[ \t]{{2}}[\r\n]|[\r\n](?:{_START.pattern}|\s*[\r\n])")

Escape = Callable[[str], Markup]


@dataclass(frozen=True, slots=True)
class Form:
    """How one markup writes words.

    ``escape`` makes them harmless, ``line`` also keeps them apart from what stands beside them, ``paragraph`` makes a
    block of such a line; ``inline`` and ``block`` read Markdown; ``foreign`` and ``foreign_block`` mark the language.
    """

    escape: Escape
    line: Escape
    paragraph: Callable[[Markup], Markup]
    inline: Callable[[str], Markup]
    block: Callable[[str, int | None], Markup]
    foreign: Callable[[Markup, str], Markup]
    foreign_block: Callable[[Markup, str], Markup]


class Texts:
    """Writes texts in one markup and language; the same names and labels stand a thousand times in a long report."""

    def __init__(self, markup: str, language: str) -> None:
        self._form = _FORMS[markup]
        self._language = language
        self.escape: Escape = lru_cache(maxsize=None)(self._form.escape)
        self._line: Escape = lru_cache(maxsize=None)(self._form.line)
        self._inline: Escape = lru_cache(maxsize=None)(self._as_inline)
        self._block = lru_cache(maxsize=None)(self._form.block)

    def text(self, value: Text | str | None) -> Markup:
        """Write a name or another short text as it is."""
        return self._marked(value, self._line)

    def inline(self, value: Text | str | None) -> Markup:
        """Write a text that is Markdown as one line: emphasis, links and code stay."""
        return self._marked(value, self._inline)

    def prose(self, value: Text | str | None, level: int | None = None) -> Markup:
        """Write a text that is Markdown as blocks, its headings from ``level`` on; without one they are bold lines."""
        if value is None:
            return self._form.paragraph(Markup(NOTHING))
        words, language = (value, None) if isinstance(value, str) else value.pick(self._language)
        if _is_plain(words):
            return self._form.paragraph(self.text(value))
        written = self._block(words, level)
        if language and self._is_foreign(words, language):
            return self._foreign(written, language)
        return written

    def _foreign(self, written: Markup, language: str) -> Markup:
        """Mark blocks as being in another language; a single paragraph as if it were a line."""
        start, end = self._form.paragraph(Markup("\n")).split("\n")
        inside = written.removeprefix(start).removesuffix(end)
        if written == self._form.paragraph(Markup(inside)) and (start or "\n") not in inside:
            return self._form.paragraph(self._form.foreign(Markup(inside), language))
        return self._form.foreign_block(written, language)

    def words(self, value: Text | str) -> str:
        """Give a short text without marks, for a drawing or an attribute; it is escaped when it is written."""
        return visible(value if isinstance(value, str) else value.pick(self._language)[0])

    def tongue(self, value: Text | str) -> Markup:
        """Give the attribute that marks a text as being in another language; nothing when it is not."""
        words, language = (value, self._language) if isinstance(value, str) else value.pick(self._language)
        return Markup(f' lang="{language}"' if self._is_foreign(words, language) else "")

    def _marked(self, value: Text | str | None, write: Escape) -> Markup:
        if value is None:
            return Markup(NOTHING)
        if isinstance(value, str):
            return write(value)
        words, language = value.pick(self._language)
        written = write(words)
        return self._form.foreign(written, language) if self._is_foreign(words, language) else written

    def _is_foreign(self, words: str, language: str) -> bool:
        return language != self._language and any(letter.isalpha() for letter in words)

    def _as_inline(self, words: str) -> Markup:
        return self._line(words) if _is_plain(words) else self._form.inline(words)


def _is_plain(text: str) -> bool:
    return not (_MARK.search(text) or _START.match(text) or ("\n" in text and _LATER.search(text)))


def _html(text: str) -> Markup:
    return escape(visible(text))


def _isolated(text: str) -> Markup:
    """Keep words that run from right to left from turning round what stands beside them."""
    return Markup(f"<bdi>{_html(text)}</bdi>") if _RIGHT_TO_LEFT.search(text) else _html(text)


def _html_inline(text: str) -> Markup:
    from strategy_cli.render import prose_html

    written = prose_html.inline(visible(text))
    return Markup(f"<bdi>{written}</bdi>" if _RIGHT_TO_LEFT.search(text) else written)


def _html_block(text: str, level: int | None) -> Markup:
    from strategy_cli.render import prose_html

    return Markup(prose_html.block(visible(text), level))


def _markdown(text: str) -> Markup:
    return Markup(inert(text))


def _markdown_inline(text: str) -> Markup:
    from strategy_cli.render import prose_markdown

    return Markup(prose_markdown.inline(visible(text)))


def _markdown_block(text: str, level: int | None) -> Markup:
    from strategy_cli.render import prose_markdown

    return Markup(prose_markdown.block(visible(text), level))


_FORMS = {
    "html": Form(
        escape=_html,
        line=_isolated,
        paragraph=lambda words: Markup(f"<p>{words}</p>"),
        inline=_html_inline,
        block=_html_block,
        foreign=lambda w, lang: Markup(f'<span lang="{lang}">{w}</span> <span class="other">({lang})</span>'),
        foreign_block=lambda w, lang: Markup(f'<div lang="{lang}">{w}</div>\n<p class="other">({lang})</p>'),
    ),
    "md": Form(
        escape=_markdown,
        line=_markdown,
        paragraph=lambda words: words,
        inline=_markdown_inline,
        block=_markdown_block,
        foreign=lambda words, language: Markup(f"{words} ({language})"),
        foreign_block=lambda words, language: Markup(f"{words}\n\n({language})"),
    ),
}
