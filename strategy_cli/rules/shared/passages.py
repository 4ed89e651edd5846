"""Passages: where a pattern occurs in the files of a strategy, and in which thing and key it stands."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from strategy_cli.document import Document, Key
from strategy_cli.ref import Ref
from strategy_cli.span import Span
from strategy_cli.strategy import Strategy

_MANY = 100  # signs: beyond these it is quicker to look for the pattern itself


class Passage(NamedTuple):
    """Words that were found: their place, the thing and the key they stand in (neither in a comment), and the match."""

    span: Span
    subject: Ref | None
    key: Key
    found: re.Match[str]

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.found[0]


def passages(
    strategy: Strategy, pattern: re.Pattern[str], sign: re.Pattern[str] | None = None, *, within: str = ""
) -> Iterator[Passage]:
    """Find a pattern in the files; ``sign`` finds in some word what every match holds, by default the pattern itself.

    Looked for among the different words first, a pattern that is nowhere costs little. ``within`` narrows matches down:
    only those are told that have a match of it.
    """
    signs = {found[0] for found in (sign or pattern).finditer(strategy.words)}
    narrower = re.compile(within) if within else None
    if narrower:
        signs = {words for words in signs if narrower.search(words)}
    if not signs:
        return
    for document, held in strategy.documents.values():
        if len(signs) > _MANY or any(one in document.text for one in signs):
            for found in pattern.finditer(document.text):
                if narrower is None or narrower.search(found[0]):
                    yield passage(document, held, found)


def passage(document: Document, held: Mapping[Key, Ref], found: re.Match[str]) -> Passage:
    """Place a match in its file, thing and key."""
    line, column = document.line_and_column(found.start())
    span = Span(document.path, line, column, *document.line_and_column(found.end()))
    key = document.key_at(line, column)
    prefix = key[:1] if key and isinstance(key[0], int) else ()
    subject = held.get(prefix)
    if key is None or subject is None:
        return Passage(span, None, (), found)
    return Passage(span, subject, key[len(prefix) :], found)
