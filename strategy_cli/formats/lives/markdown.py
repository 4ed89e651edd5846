"""A life or a retrospect as Markdown, fit for an attachment of the minutes."""

from collections.abc import Iterable, Iterator, Sequence

from strategy_cli.formats.lives.account import Account, Moment, Table
from strategy_cli.formats.markdown import NOTHING, inert, rows


def written(account: Account, heads: Sequence[str]) -> str:
    """Write an account; ``heads`` are those of the table of changes."""
    return "\n\n".join(part for part in _parts(account, heads) if part) + "\n"


def _parts(account: Account, heads: Sequence[str]) -> Iterator[str]:
    yield f"# {inert(account.title)}"
    yield from map(inert, account.warnings)
    yield _items(account.facts)
    yield inert(account.lead)
    yield _items(account.points)
    yield inert(" ".join(account.nothing))
    for table in account.tables:
        yield from (f"## {inert(table.title)}", inert(table.said), _table(table))
    if account.moments:
        yield from (f"## {inert(account.moments_title)}", "\n".join(rows((heads, *_changes(account.moments)))))
    yield _items(account.notes)


def _items(lines: Iterable[str]) -> str:
    return "\n".join(f"- {inert(one)}" for one in lines)


def _table(table: Table) -> str:
    return "\n".join(rows((table.heads, *table.rows)))


def _changes(moments: Iterable[Moment]) -> Iterator[Sequence[str]]:
    """Give a row a change; the commit is told with the first of its own."""
    for moment in moments:
        when = " ".join(part for part in (moment.day, moment.commit and f"({moment.commit})") if part)
        for number, one in enumerate(moment.lines):
            what = f"{one.about}: {one.what}" if one.about else one.what
            what = f"{what} ({one.mark})" if one.mark else what
            sides = (NOTHING if side is None else side for side in (one.was, one.becomes))
            yield (when if number == 0 else "", what, *sides, "; ".join(one.notes) or NOTHING)
