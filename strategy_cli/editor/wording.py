"""Wording: what an editor says of a key, a choice or a mistake, in every language asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from strategy_cli.messages import Messages

Path = tuple[str, ...]  # the kind, then the keys without places in lists

_ANY = "any"  # what is told of a key wherever it stands


@dataclass(frozen=True)
class Wording:
    """The words of the languages asked for, the first of which says what is wrong."""

    languages: Sequence[str]

    @cached_property
    def _spoken(self) -> tuple[Messages, ...]:
        return tuple(Messages(language) for language in self.languages)

    def of_kind(self, kind: str) -> str:
        """Tell what a kind of thing is."""
        return "\n\n".join(f"{_capital(m.say(f'kinds.{kind}'))}. {m.say(f'hover.kinds.{kind}')}" for m in self._spoken)

    def key(self, path: Path, *, item: bool = False) -> str:
        """Tell what a key, or an item of its list, holds: its label, and a sentence where there is more to say."""
        return "\n\n".join(dict.fromkeys(_of_key(m, path, item=item) for m in self._spoken))

    def choices(self, path: Path, choices: Sequence[str]) -> list[str]:
        """Tell what each of the words that a key takes means; nothing where they have no words."""
        keys = [".".join(("words", *path, choice)) for choice in choices]
        if not all(m.has(key) for key in keys for m in self._spoken):
            return []
        return [" · ".join(dict.fromkeys(m.say(key) for m in self._spoken)) for key in keys]

    def mistake(self, name: str, **args: object) -> str:
        """Say how a value is written."""
        return self._spoken[0].say(f"schema.mistake.{name}", **args)


def told(messages: Messages, path: Path) -> str | None:
    """Give the sentence about a key, its own or that of every key of its name; None where the label says it all."""
    own, general = ".".join(("hover", *path)), f"hover.{_ANY}.{path[-1]}"
    for key in (own, f"{own}.about", general):
        if messages.has(key):
            return messages.say(key)
    return None


def label(messages: Messages, path: Path, *, item: bool = False) -> str:
    """Give the name of a key, or of an item of its list."""
    key = ".".join(("fields", *path))
    wanted = [f"{key}.one", f"{key}.label", key] if item else [f"{key}.label", key]
    return _capital(next((messages.say(one) for one in wanted if messages.has(one)), path[-1]))


def _of_key(messages: Messages, path: Path, *, item: bool) -> str:
    said = told(messages, path)
    name = label(messages, path, item=item)
    return f"{name}. {said}" if said and not item else f"{name}."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
