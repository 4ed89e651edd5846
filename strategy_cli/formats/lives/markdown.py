"""A life or a retrospect as Markdown, fit for an attachment of the minutes."""

from collections.abc import Iterable, Iterator, Sequence

from strategy_cli.formats.lives.page import Moment, Page, Table
from strategy_cli.formats.markdown import inert

_NOTHING = "–"


def written(page: Page, heads: Sequence[str]) -> str:
    """Write a page; ``heads`` are those of the table of changes."""
    return "\n\n".join(part for part in _parts(page, heads) if part) + "\n"


def _parts(page: Page, heads: Sequence[str]) -> Iterator[str]:
    yield f"# {inert(page.title)}"
    yield from map(inert, page.warnings)
    yield _items(page.facts)
    yield inert(page.lead)
    yield _items(page.points)
    yield inert(" ".join(page.nothing))
    for table in page.tables:
        yield from (f"## {inert(table.title)}", inert(table.said), _table(table))
    if page.moments:
        yield from (f"## {inert(page.moments_title)}", "\n".join(_rows((heads, *_changes(page.moments)))))
    yield _items(page.notes)


def _items(lines: Iterable[str]) -> str:
    return "\n".join(f"- {inert(one)}" for one in lines)


def _table(table: Table) -> str:
    return "\n".join(_rows((table.heads, *table.rows)))


def _rows(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    for number, row in enumerate(rows):
        yield f"| {' | '.join(inert(cell) for cell in row)} |"
        if number == 0:
            yield f"|{'---|' * len(row)}"


def _changes(moments: Iterable[Moment]) -> Iterator[Sequence[str]]:
    """Give a row a change; the commit is told with the first of its own."""
    for moment in moments:
        when = " ".join(part for part in (moment.day, moment.commit and f"({moment.commit})") if part)
        for number, one in enumerate(moment.lines):
            what = f"{one.about}: {one.what}" if one.about else one.what
            what = f"{what} ({one.mark})" if one.mark else what
            sides = (_NOTHING if side is None else side for side in (one.was, one.becomes))
            yield (when if number == 0 else "", what, *sides, "; ".join(one.notes) or _NOTHING)
