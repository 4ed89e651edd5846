"""Page: a life or a retrospect as a web page shows it: whose it is, and the changes with values side by side."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from strategy_cli import __version__
from strategy_cli.formats.changes.page.columns import Cell, beside
from strategy_cli.formats.lives.account import Account, Line, Moment, Table
from strategy_cli.measuring.standing import Standing
from strategy_cli.model.text import Text
from strategy_cli.strategy import Strategy
from strategy_cli.views.frame.accent import usable

_SHORT = 90  # letters: longer values stand side by side


@dataclass(frozen=True, slots=True)
class Head:
    """Whose page it is: the strategy, its city, the colour of the head if it can be used, and what made it."""

    title: Text
    municipality: Text | None
    accent: str | None
    tool: str


@dataclass(frozen=True, slots=True)
class Item:
    """A change in words: ``values`` in a line where they are short, else a cell each."""

    weight: str
    about: str
    what: str
    values: str
    cells: tuple[Cell, ...]
    weakening: bool
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """What one commit changed: its day, its shortened hash and its subject."""

    day: str
    commit: str
    subject: str
    changes: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that the page shows; ``classes`` count the goals by how they stand, none of a life."""

    head: Head
    account: Account
    tables: tuple[Table, ...]
    points: tuple[Point, ...]
    classes: Mapping[Standing, int]


def page(account: Account, strategy: Strategy, goals: Iterable[Standing] = ()) -> Page:
    """Lay out an account of a strategy; ``goals`` are how its goals stand."""
    about = strategy.about
    city = about.municipality.name if about.municipality else None
    head = Head(about.title, city, usable(about.report.accent), __version__)
    held = Counter(goals)
    classes = {standing: held[standing] for standing in Standing if held[standing]}
    return Page(head, account, tuple(map(_whole, account.tables)), tuple(map(_point, account.moments)), classes)


def _whole(table: Table) -> Table:
    """Repeat what stands for several rows, which a reader of one row would miss: all but what comes last."""
    rows: list[tuple[str, ...]] = []
    for row in table.rows:
        above = rows[-1] if rows and not row[0] else ("",) * len(row)
        rows.append((*(value or one for value, one in zip(row[:-1], above, strict=False)), row[-1]))
    return replace(table, rows=tuple(rows))


def _point(moment: Moment) -> Point:
    return Point(moment.day, moment.commit, moment.subject, tuple(map(_item, moment.lines)))


def _item(line: Line) -> Item:
    is_short = len(line.values) <= _SHORT
    cells = () if is_short else beside(line.was, line.becomes)
    values = line.values if is_short else ""
    return Item(line.weight.label, line.about, line.what, values, cells, line.weakening, line.notes)
