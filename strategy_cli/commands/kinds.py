"""Kinds: the kind of thing that a word stands for, in any of the languages."""

from strategy_cli import vocabulary
from strategy_cli.errors import StrategyError
from strategy_cli.messages import LANGUAGES, Messages
from strategy_cli.model.kinds import FOLDER_OF
from strategy_cli.model.text import Text


def called(word: str) -> str:
    """Find the kind of thing that a word stands for; raises StrategyError, which lists them, when there is none."""
    kind = vocabulary.kind(word)
    if kind is None:
        raise StrategyError("unknown-kind", kind=word, known=known())
    return kind


def known() -> Text:
    """List the kinds, each called as the reader calls it, with its English name, which files go by."""
    spoken = {code: Messages(code) for code in LANGUAGES}
    return Text(tuple((code, ", ".join(_name(kind, spoken[code]) for kind in FOLDER_OF)) for code in LANGUAGES))


def _name(kind: str, messages: Messages) -> str:
    name = messages.say(f"kinds.{kind}")
    return kind if name == kind else f"{name} ({kind})"
