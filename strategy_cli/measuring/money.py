"""Money: euros asked, granted, used and from outside, per year, each project counted once."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from strategy_cli.model.project import Money, Project


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums of euros; None where nobody has said anything, which is not the same as nothing."""

    asked: Decimal | None = None
    granted: Decimal | None = None
    used: Decimal | None = None
    external: Decimal | None = None


def sums(rows: Iterable[Money]) -> Sums:
    """Add up rows of money."""
    rows = tuple(rows)
    return Sums(
        _sum(r.asked for r in rows),
        _sum(r.granted for r in rows),
        _sum(r.used for r in rows),
        _sum(r.external for r in rows),
    )


def by_year(projects: Iterable[Project]) -> dict[int, Sums]:
    """Add up the projects' money by budget year, in order."""
    rows = [row for project in projects for row in project.money]
    return {year: sums(r for r in rows if r.year == year) for year in sorted({r.year for r in rows})}


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known else None
