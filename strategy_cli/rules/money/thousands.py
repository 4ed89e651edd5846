"""Rules of the unit of money: every sum is in euros, none in thousands of them."""

from collections.abc import Iterator
from decimal import Decimal

from strategy_cli.finding import Edit, Finding, Level
from strategy_cli.model.project import Money, Project
from strategy_cli.rules.money.rows import finding, rows
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy

_THOUSAND = 1_000
_NEAR = Decimal("1.5")  # times: what was granted of what was asked, in the other unit
_LEAST = 10  # below this a sum may well be of so few euros


@rule(Level.WARNING, "managed")
def amount_in_thousands(strategy: Strategy) -> Iterator[Finding]:
    """A sum is about a thousandth of the others of its year, as if written in thousands of euros.

    Budget books are written in thousands of euros, the files in euros: with the two mixed every sum of the report is
    wrong (Kemi's and Rovaniemi's budgets). What is granted or asked is held against the rest of the year's figures;
    what is used only when it is more than the grant, for use begins small. A ``note`` on the year says why it is so.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            money:
                - {year: 2026, asked: 400000, granted: 400}  # here

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            money:
                - {year: 2026, asked: 400000, granted: 400000}
    """
    for project, number, row in rows(strategy):
        if figure := in_thousands(row):
            yield _told(strategy, project, number, figure)


def in_thousands(row: Money) -> str | None:
    """Name the figure of a year that seems to be in thousands of euros, the others being in euros; None if none is."""
    if row.note is not None:
        return None
    asked, granted, used = row.asked, row.granted, row.used
    if asked and granted:
        if _times(asked, granted):
            return "granted"
        if _times(granted, asked):
            return "asked"
    most = max(asked or 0, granted or 0)
    return ("granted" if granted else "asked") if used and _times(used, Decimal(most)) else None


def _times(large: Decimal, small: Decimal) -> bool:
    """Tell whether one sum is about a thousand times another, and large enough for that to be no chance."""
    scaled = small * _THOUSAND
    return small >= _LEAST and scaled <= large * _NEAR and large <= scaled * _NEAR


def _told(strategy: Strategy, project: Project, number: int, figure: str) -> Finding:
    row = project.money[number]
    value = getattr(row, figure)
    other = max(one for one in (row.asked, row.granted, row.used) if one is not None)
    told = finding(strategy, "amount-in-thousands", project, number, figure, value=value, other=other)
    edit = Edit(told.span, f"{(value * _THOUSAND).normalize():f}", sure=False)
    return Finding(told.rule, told.span, told.subject, told.key, told.args, told.problem, edit)
