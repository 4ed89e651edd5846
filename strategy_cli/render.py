"""Render: views → documents, through Jinja templates that know how to write texts, figures and days."""

import re
from base64 import b64encode
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from markupsafe import Markup, escape

from strategy_cli import figures
from strategy_cli.errors import StrategyError
from strategy_cli.formats.controls import visible
from strategy_cli.formats.markdown import inert
from strategy_cli.messages import Messages
from strategy_cli.model.entity import Term
from strategy_cli.model.period import Period
from strategy_cli.model.text import Text

Escape = Callable[[str], Markup]
_NOTHING = "–"
_FAR_LETTER = re.compile("[\u0100-\u02ff\u1e00-\u1e9f]")


class Renderer:
    """Fills templates of one markup (``html`` or ``md``) in one language; whatever comes from a file is escaped."""

    def __init__(self, markup: str, messages: Messages) -> None:
        self.markup = markup
        self.messages = messages
        # The same labels and names are written thousands of times in a long report.
        self.escape: Escape = lru_cache(maxsize=None)(_in_html if markup == "html" else _in_markdown)

    def render(self, template: str, **context: object) -> str:
        """Fill in ``<template>.<markup>.j2``; raises StrategyError naming the template when it cannot be filled."""
        name = f"{template}.{self.markup}.j2"
        try:
            return self._environment.get_template(name).render(language=self.messages.language, **context)
        except TemplateError as error:
            line = getattr(error, "lineno", None) or "?"
            raise StrategyError("template-failed", template=name, line=line, reason=str(error)) from error

    @cached_property
    def _environment(self) -> Environment:
        environment = Environment(
            loader=FileSystemLoader(packaged_templates()),
            autoescape=True,
            finalize=self._finished,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        environment.filters |= {
            "text": self.text,
            "num": self.number,
            "share": self.share,
            "day": self.day,
            "term": self.term,
            "euro": self.euro,
            "period": lru_cache(maxsize=None)(self.period),
        }
        environment.globals |= {"say": self.messages.say, "word": self.word, "hashes": _hashes}
        environment.globals |= {"font": _font, "has_far_letters": _has_far_letters}
        return environment

    def _finished(self, value: object) -> object:
        """Make whatever a template writes harmless; what is marked as markup already is."""
        return value if isinstance(value, Markup) else self.escape(str(value))

    def text(self, value: Text | str | None) -> Markup:
        """Write a text in the language, else in the strategy's first language, marked as such if it has any letters."""
        if value is None:
            return Markup(_NOTHING)
        if isinstance(value, str):
            return self.escape(value)
        words, language = value.pick(self.messages.language)
        written = self.escape(words)
        if language == self.messages.language or not any(letter.isalpha() for letter in words):
            return written
        if self.markup == "html":
            return Markup(f'<span lang="{language}">{written}</span> <span class="other">({language})</span>')
        return Markup(f"{written} ({language})")

    def number(self, value: Decimal | str | None, places: int | None = None) -> Markup:
        """Write a measured value: a number in the Finnish form, words as they are."""
        if value is None:
            return Markup(_NOTHING)
        if isinstance(value, str):
            return self.escape(value)
        return Markup(figures.number(value, self.messages.language, places))

    def share(self, value: Fraction | None, decimals: int = 1) -> str:
        """Write a share as per cent."""
        return _NOTHING if value is None else figures.share(value, self.messages.language, decimals)

    def day(self, value: date | None) -> str:
        """Write a day."""
        return _NOTHING if value is None else figures.day(value, self.messages.language)

    def term(self, value: Term) -> str:
        """Write a stretch of time, either end of which may be open."""
        if value.from_ is None and value.until is None:
            return _NOTHING
        first = self.day(value.from_) if value.from_ else ""
        last = self.day(value.until) if value.until else ""
        return f"{first}–{last}"

    def period(self, value: Period) -> str:
        """Write a period in words."""
        return self.messages.write(value)

    def euro(self, value: Decimal | None, places: int | None = None) -> str:
        """Write euros, unless told otherwise with cents only when there are any."""
        if value is None:
            return _NOTHING
        if places is None:
            places = 0 if value == value.to_integral_value() else 2
        return figures.number(value, self.messages.language, places) + "\u00a0€"

    def word(self, key: str, value: object) -> str:
        """Write a word of the model (``project.status``, ``started``) in the language."""
        return self.messages.say(f"words.{key}.{value}")


def packaged_templates() -> Path:
    """Find the templates: in the installed package, else beside it in a checkout."""
    packaged = Path(__file__).parent / "_templates"
    return packaged if packaged.is_dir() else Path(__file__).parents[1] / "templates"


def _in_html(text: str) -> Markup:
    return escape(visible(text))


def _in_markdown(text: str) -> Markup:
    return Markup(inert(text))


def _hashes(level: int) -> Markup:
    return Markup("#" * level)


def _font(name: str) -> str:
    """Give a packaged font as base64, to stand in the page itself."""
    return b64encode((packaged_templates() / "fonts" / f"{name}.woff2").read_bytes()).decode()


def _has_far_letters(page: str) -> bool:
    """Tell whether a page has letters beyond Western Europe's, such as those of the Sámi languages."""
    return _FAR_LETTER.search(page) is not None
