"""Rules of length: a text is no longer than anybody reads."""

from collections.abc import Iterator

from strategy_cli.document import Data, Key
from strategy_cli.finding import Finding, Level
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy


@rule(Level.INFO, "managed")
def long_text(strategy: Strategy) -> Iterator[Finding]:
    """A text is longer than anybody reads in a report.

    The limit is ``lint: {limits: {characters: …}}`` in ``strategy.yaml``, 1,500 unless set. A decision's own text is
    as long as it was.

    Bad:
        strategy.yaml:
            title: Strategy
            lint: {limits: {characters: 40}}
        goals/vitality.yaml:
            name: Vitality
            description: Jobs and firms and schools and roads and harbours and houses  # here

    Good:
        strategy.yaml:
            title: Strategy
            lint: {limits: {characters: 40}}
        goals/vitality.yaml:
            name: Vitality
            description: Jobs and firms.
    """
    limit = strategy.about.lint.limits.characters
    for document, held in strategy.documents.values():
        if len(document.text) > limit:
            for key, words in _long(document.data, limit):
                prefix = key[:1] if key and isinstance(key[0], int) else ()
                ref = held.get(prefix)
                if ref is not None and ref.kind != "decision":
                    args = {"name": strategy.name(ref), "count": len(words), "limit": limit}
                    yield Finding("long-text", document.span(key), ref, key[len(prefix) :], args)


def _long(data: Data, limit: int, key: Key = ()) -> Iterator[tuple[Key, str]]:
    """Find the texts longer than the limit, with the keys that lead to them."""
    if isinstance(data, str):
        if len(data) > limit:
            yield key, data
    elif data is not None:
        for part, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _long(value, limit, (*key, part))
