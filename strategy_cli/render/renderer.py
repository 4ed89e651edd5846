"""Renderer: fills templates that know how to write texts, figures and days, in one markup and language."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Any

from jinja2 import Environment, TemplateError
from markupsafe import Markup

from strategy_cli import figures
from strategy_cli.charts.letters import wrapped
from strategy_cli.errors import StrategyError
from strategy_cli.measuring.money import cents
from strategy_cli.messages import Messages
from strategy_cli.model.entity import Term
from strategy_cli.model.period import Period
from strategy_cli.render.environment import environment, failure
from strategy_cli.render.look import PLAIN, Look
from strategy_cli.render.packaged import font, has_far_letters
from strategy_cli.render.texts import NOTHING, Texts


class Renderer:
    """Fills templates of one markup (``html`` or ``md``) in one language; whatever comes from a file is escaped.

    ``look`` is the city's own: templates of the same names take the place of the packaged ones.
    """

    def __init__(self, markup: str, messages: Messages, look: Look = PLAIN) -> None:
        self.markup = markup
        self.messages = messages
        self.look = look
        self.texts = Texts(markup, messages.language)

    def render(self, template: str, **context: object) -> str:
        """Fill in ``<template>.<markup>.j2``; raises StrategyError naming the template when it cannot be filled."""
        name = f"{template}.{self.markup}.j2"
        try:
            return self._environment.get_template(name).render(language=self.messages.language, **context)
        except StrategyError:
            raise
        except Exception as error:
            told = failure(error, self.look.templates)
            if told is None and not isinstance(error, TemplateError):
                raise  # the program's own fault
            line = getattr(error, "lineno", None) or "?"
            raise told or StrategyError("template-failed", template=name, line=line, reason=str(error)) from error

    @cached_property
    def _environment(self) -> Environment:
        return environment(
            self.look.templates, _finisher(self.texts.escape), self._filters(), self._globals(), self._words
        )

    @property
    def _words(self) -> tuple[str, str]:
        """Tell which words are compiled into templates: the language, and the wording of it."""
        return self.messages.language, self.messages.wording

    def _filters(self) -> Mapping[str, Callable[..., object]]:
        return {
            "text": self.texts.text,
            "inline": self.texts.inline,
            "prose": self.texts.prose,
            "words": self.texts.words,
            "tongue": self.texts.tongue,
            "quoted": quoted,
            "wrapped": wrapped,
            "num": self.number,
            "share": self.share,
            "day": self.day,
            "term": self.term,
            "euro": self.euro,
            "cents": cents,
            "period": lru_cache(maxsize=None)(self.period),
        }

    def _globals(self) -> Mapping[str, object]:
        return {
            "say": self.messages.say,
            "word": self.word,
            "hashes": _hashes,
            "font": font,
            "has_far_letters": has_far_letters,
            "look": self.look,
        }

    def number(self, value: Decimal | str | None, places: int | None = None) -> Markup:
        """Write a measured value: a number in the Finnish form, words as they are."""
        if value is None:
            return Markup(NOTHING)
        if isinstance(value, str):
            return self.texts.escape(value)
        return Markup(figures.number(value, self.messages.language, places))

    def share(self, value: Fraction | None, decimals: int = 1) -> str:
        """Write a share as per cent."""
        return NOTHING if value is None else figures.share(value, self.messages.language, decimals)

    def day(self, value: date | None) -> str:
        """Write a day."""
        return NOTHING if value is None else figures.day(value, self.messages.language)

    def term(self, value: Term) -> str:
        """Write a stretch of time, either end of which may be open."""
        if value.from_ is None and value.until is None:
            return NOTHING
        first = self.day(value.from_) if value.from_ else ""
        last = self.day(value.until) if value.until else ""
        return f"{first}–{last}"

    def period(self, value: Period) -> str:
        """Write a period in words."""
        return self.messages.write(value)

    def euro(self, value: Decimal | None, places: int | None = None) -> str:
        """Write euros, unless told otherwise with cents only when there are any."""
        if value is None:
            return NOTHING
        if places is None:
            places = 0 if value == value.to_integral_value() else 2
        return figures.number(value, self.messages.language, places) + "\u00a0€"

    def word(self, key: str, value: object) -> str:
        """Write a word of the model (``project.status``, ``started``) in the language."""
        return self.messages.say(f"words.{key}.{value}")


def quoted(words: Markup) -> Markup:
    """Write words as a string of a style sheet, in which nothing can end the string or the sheet."""
    plain = re.sub(r"[^\w .,:/–-]", lambda found: f"\\{ord(found[0]):x} ", words.striptags())
    return Markup(f'"{plain}"')


def _finisher(escape: Callable[[str], Markup]) -> Callable[[Any], Any]:
    """Make what makes harmless whatever a template writes; what is marked as markup already is."""

    def finished(value: Any) -> Any:
        kind = value.__class__
        return value if kind is Markup else escape(value if kind is str else str(value))

    return finished


def _hashes(level: int) -> Markup:
    return Markup("#" * min(level, 6))
