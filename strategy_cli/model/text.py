"""Text: words in one or more languages, with a visible fallback to the strategy's first language."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Words by language code, the strategy's first language first.

    A plain string in a file is text in the strategy's first language.
    """

    words: tuple[tuple[str, str], ...]

    @staticmethod
    def of(by_language: Iterable[tuple[str, str]], first: str) -> "Text":
        """Order the languages: ``first`` first, the others by code, so that equal texts compare equal."""
        words = tuple(by_language)
        in_order = len(words) == 1 or (len(words) == 2 and words[0][0] == first)  # noqa: PLR2004 - as nearly all are
        return Text(words if in_order else tuple(sorted(words, key=lambda w: (w[0] != first, w[0]))))

    def pick(self, language: str) -> tuple[str, str]:
        """Give the words in ``language`` and the language they are really in."""
        for code, words in self.words:
            if code == language:
                return words, code
        return self.words[0][1], self.words[0][0]

    @property
    def languages(self) -> frozenset[str]:
        """The codes of the languages that this text is in."""
        return frozenset(code for code, _ in self.words)
