"""Wording: texts compared by language: what the text says, apart from its translations."""

from collections.abc import Iterator
from dataclasses import dataclass

from strategy_cli.model.text import Text


@dataclass(frozen=True, slots=True)
class Translation:
    """Words that were added, removed or changed in one language while the text itself stayed."""

    language: str
    before: str | None
    after: str | None

    @property
    def action(self) -> str:
        """What was done to the translation."""
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"


def reworded(before: Text, after: Text) -> bool:
    """Tell whether a text differs in its first language; without a language in common it is another text."""
    old, new = dict(before.words), dict(after.words)
    common = next((code for code in new if code in old), None)
    return common is None or old[common] != new[common]


def translations(before: Text, after: Text) -> Iterator[Translation]:
    """Give the languages in which the words differ, by code."""
    old, new = dict(before.words), dict(after.words)
    for code in sorted({*old, *new}):
        if old.get(code) != new.get(code):
            yield Translation(code, old.get(code), new.get(code))
