"""Kinds: the kind of thing that a word stands for, in any of the languages."""

from collections.abc import Iterable

from strategy_cli import vocabulary
from strategy_cli.errors import StrategyError
from strategy_cli.messages import LANGUAGES, Messages
from strategy_cli.model.kinds import FOLDER_OF
from strategy_cli.model.text import Text


def called(word: str, besides: Iterable[str] = ()) -> str:
    """Find the kind of thing that a word stands for.

    Raises StrategyError when there is none, which lists the kinds that have a folder, and those ``besides``.
    """
    kind = vocabulary.kind(word)
    if kind is None:
        raise StrategyError("unknown-kind", kind=word, known=known(besides))
    return kind


def known(besides: Iterable[str] = ()) -> Text:
    """List the kinds, each called as the reader calls it, with its English name, which files go by."""
    spoken = {code: Messages(code) for code in LANGUAGES}
    kinds = (*besides, *FOLDER_OF)
    return Text(tuple((code, ", ".join(_name(kind, spoken[code]) for kind in kinds)) for code in LANGUAGES))


def _name(kind: str, messages: Messages) -> str:
    name = messages.say(f"kinds.{kind}")
    return kind if name == kind else f"{name} ({kind})"
