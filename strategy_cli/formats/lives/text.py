"""A life or a retrospect as text for people: what says most first, tables, and what each commit changed."""

from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING

from strategy_cli.formats.changes.terminal import STYLES
from strategy_cli.formats.changes.words import LONGEST, shortened
from strategy_cli.formats.controls import visible
from strategy_cli.formats.lives.account import Account, Line, Moment, Table

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table as Grid

_INDENT = (0, 0, 0, 2)


def written(account: Account, words: dict[str, str], width: int, *, color: bool) -> str:
    """Write an account ``width`` columns wide; ``words`` are those of the weights by their labels."""
    from rich.console import Console

    out = StringIO()
    console = Console(file=out, force_terminal=color, no_color=not color, width=width, highlight=False)
    for part in _parts(account, words):
        console.print(part)
    return "\n".join(row.rstrip() for row in out.getvalue().splitlines()).rstrip() + "\n"


def _parts(account: Account, words: dict[str, str]) -> Iterator["RenderableType"]:
    from rich.text import Text

    yield Text(visible(account.title), "bold")
    yield from (Text(visible(warning), "yellow") for warning in account.warnings)
    yield from (Text(visible(fact), "dim") for fact in account.facts)
    yield Text("")
    if account.lead:
        yield Text(visible(account.lead))
    yield from _points(account)
    for table in account.tables:
        yield from _table(table)
    if account.moments:
        yield Text(f"\n{account.moments_title}", "bold")
    for moment in account.moments:
        yield from _moment(moment, words)
    if account.notes:
        yield Text("")
    yield from (Text(note, "dim") for note in account.notes)


def _points(account: Account) -> Iterator["RenderableType"]:
    """Give what was found a line each, then all that was not in one."""
    from rich.padding import Padding
    from rich.text import Text

    yield from (Padding(Text(f"- {visible(point)}"), _INDENT) for point in account.points)
    if account.nothing:
        yield Text(visible(" ".join(account.nothing)))


def _table(table: Table) -> Iterator["RenderableType"]:
    from rich.padding import Padding
    from rich.text import Text

    yield Text(f"\n{table.title}", "bold")
    if table.said:
        yield Text(table.said)
    if table.rows:
        yield Padding(_grid(table), _INDENT)
    if table.more:
        yield Padding(Text(table.more, "dim"), _INDENT)


def _grid(table: Table) -> "Grid":
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for head in table.heads:
        grid.add_column(Text(head), overflow="fold")
    for row in table.rows:
        grid.add_row(*(Text(visible(cell)) for cell in row))
    return grid


def _moment(moment: Moment, words: dict[str, str]) -> Iterator["RenderableType"]:
    from rich.padding import Padding
    from rich.table import Table as Grid
    from rich.text import Text

    yield Text.assemble((moment.day, "bold"), "  ", (visible(f"{moment.commit}  {moment.subject}".strip()), "dim"))
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for one in moment.lines:
        grid.add_row(Text(words[one.weight.label], STYLES[one.weight]), _line(one))
    yield Padding(grid, _INDENT)


def _line(one: Line) -> "RenderableType":
    from rich.text import Text

    shown = dict.fromkeys(side for side in shortened(one.was, one.becomes, LONGEST) if side is not None)
    said = ": ".join(part for part in (one.about, one.what, " → ".join(shown)) if part)
    notes = "; ".join(part for part in (one.mark, *one.notes) if part)
    return Text.assemble(visible(said), (f"\n{visible(notes)}" if notes else "", "dim"))
