"""Equal ledger: for beancount, as many files, values and characters as a strategy has."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import PurePosixPath
from typing import NamedTuple

from strategy_cli.document import Data, parse

MAIN = "main.beancount"
ACCOUNTS = """\
option "title" "The same as the strategy"
2020-01-01 open Assets:Bank EUR
2020-01-01 open Expenses:Work EUR
"""
SHORT = 2
FIRST_DAY = date(2025, 1, 1)


class Ledger(NamedTuple):
    """A ledger's files, its metadata pairs, and its length as a share of the strategy's."""

    texts: Mapping[str, str]
    pairs: int
    length: float


def equal_to(strategy: Mapping[str, str]) -> Ledger:
    """Turn every entity file into an included file of one transaction, with each YAML value as a metadata pair."""
    texts, pairs = {}, 0
    for number, (path, text) in enumerate(sorted(strategy.items())):
        if path != "strategy.yaml":
            values = list(_values(parse(path, text.encode()).data, "value"))
            pairs += len(values)
            texts[str(PurePosixPath(path).with_suffix(".beancount"))] = _transaction(path, number, values, len(text))
    includes = "".join(f'include "{path}"\n' for path in texts)
    length = sum(map(len, texts.values())) / sum(len(t) for p, t in strategy.items() if p != "strategy.yaml")
    return Ledger({MAIN: ACCOUNTS + includes, **texts}, pairs, length)


def _values(data: Data, key: str) -> Iterator[tuple[str, str]]:
    match data:
        case dict():
            for inner, value in data.items():
                yield from _values(value, inner[:SHORT] if inner[0].isalpha() else key)
        case list():
            for item in data:
                yield from _values(item, key)
        case str():
            yield key, data


def _transaction(path: str, number: int, values: list[tuple[str, str]], length: int) -> str:
    """Write a transaction; a shorter one than the YAML is filled up in its narration."""
    day = FIRST_DAY + timedelta(days=number % 365)
    seen: Counter[str] = Counter()
    rows = []
    for key, value in values:
        seen[key] += 1
        rows.append(f'  {key}{seen[key] if seen[key] > 1 else ""}: "{value}"\n')
    start, end = f'{day} * "{path}', f'"\n{"".join(rows)}  Assets:Bank  -{number + 1}.00 EUR\n  Expenses:Work\n'
    return start + " ".ljust(length - len(start) - len(end), ".") + end
