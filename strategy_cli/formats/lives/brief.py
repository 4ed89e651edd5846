"""Brief: an account as a terminal shows it, long tables cut short or put together by what is the same."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from strategy_cli.formats.lives.account import Account, Table
from strategy_cli.formats.lives.telling import Telling

_LONG = 15  # rows: longer tables are made short
_NAMES = 6
_BY_CLASS = ("goals", "indicators")  # what is told of each is one of a few classes


def brief(account: Account, telling: Telling) -> Account:
    """Make the long tables of an account short; what is left out is said."""
    return replace(account, tables=tuple(_brief(table, telling) for table in account.tables))


def _brief(table: Table, telling: Telling) -> Table:
    if len(table.rows) <= _LONG:
        return table
    if table.key in _BY_CLASS:
        heads = (table.heads[1], telling.say("retrospect.heads.count"), table.heads[0])
        return replace(
            table, heads=heads, rows=tuple(_classes(table)), standings={}, more=telling.say("retrospect.all")
        )
    more = telling.say("retrospect.more", count=len(table.rows) - _LONG)
    return replace(table, rows=table.rows[:_LONG], more=more)


def _classes(table: Table) -> Iterator[tuple[str, ...]]:
    """Put those of a class in one row, with how many they are and the first of them by name."""
    for said, rows in groupby(table.rows, key=lambda row: row[1]):
        names = [row[0] for row in rows]
        yield said, str(len(names)), "; ".join((*names[:_NAMES], *(["…"] if len(names) > _NAMES else [])))
