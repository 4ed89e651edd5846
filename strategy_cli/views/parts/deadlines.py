"""Deadlines: what is late, and what is to be done next, each with its day and its post."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from strategy_cli.measuring.matters import Matter, later, matters
from strategy_cli.model.period import Period
from strategy_cli.model.text import Text
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.named import Named, named

SOON = 90
HALF_YEAR = 182


@dataclass(frozen=True, slots=True)
class Item:
    """A matter as it is told; ``what`` names the milestone, ``period`` the one that an update or a judgement is of."""

    kind: str
    day: date | None
    thing_kind: str
    thing: Named
    what: Text | None
    period: Period | None
    owner: Text | str | None


@dataclass(frozen=True, slots=True)
class Deadlines:
    """What is late, and what is to be done from the report's day to ``until``, oldest first."""

    late: tuple[Item, ...]
    ahead: tuple[Item, ...]
    days: int
    until: date

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self.late or self.ahead)


def deadlines(basis: Basis, days: int, keep: Callable[[Matter], bool]) -> Deadlines:
    """Lay out the matters that ``keep`` leaves, of the coming days and those late."""
    until = later(basis.on, days)
    kept = [matter for matter in matters(basis.strategy, basis.on, until) if keep(matter)]
    return Deadlines(
        _items(basis, (matter for matter in kept if matter.late)),
        _items(basis, (matter for matter in kept if not matter.late)),
        days,
        until,
    )


def _items(basis: Basis, found: Iterable[Matter]) -> tuple[Item, ...]:
    return tuple(
        Item(
            kind=matter.kind,
            day=matter.day,
            thing_kind=matter.thing.kind,
            thing=named(basis, *matter.thing),
            what=matter.milestone.name if matter.milestone else None,
            period=matter.period,
            owner=basis.name("owner", matter.post),
        )
        for matter in found
    )
