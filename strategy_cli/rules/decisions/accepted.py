"""Rules of accepted differences: the file can be read, and holds nothing that has run out."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.accepted import accepted
from strategy_cli.finding import Finding, Level
from strategy_cli.rules.registry import rule
from strategy_cli.source import Source
from strategy_cli.strategy import Strategy


@rule(Level.ERROR)
def accepted_faulty(strategy: Strategy, source: Source) -> Iterator[Finding]:
    """A change is accepted twice in the file of accepted differences.

    An entry that is at fault does not count: of two for one change nobody could tell whose reason and day hold.

    Bad:
        accepted.yaml:
            - {change: 3f9a20b1c4d7, reason: Agreed in the budget, who: city-manager, until: 2030-12-31}
            - {change: 3f9a20b1c4d7, reason: Agreed anew, who: city-manager, until: 2031-12-31}  # here

    Good:
        accepted.yaml:
            - {change: 3f9a20b1c4d7, reason: Agreed in the budget, who: city-manager, until: 2030-12-31}
    """
    yield from accepted(source, strategy).faults


@rule(Level.WARNING)
def accepted_idle(strategy: Strategy, source: Source, on: date) -> Iterator[Finding]:
    """An accepted difference has run out.

    It was accepted for a time only: by now a decision should have settled it, or it should be taken back.

    Bad:
        accepted.yaml:
            - {change: 3f9a20b1c4d7, reason: Agreed in the budget, who: city-manager, until: 2025-12-31}  # here

    Good:
        accepted.yaml:
            - {change: 3f9a20b1c4d7, reason: Agreed in the budget, who: city-manager, until: 2030-12-31}
    """
    for one in accepted(source, strategy).approvals:
        if one.until < on:
            args = {"mark": one.mark, "until": one.until, "who": one.who}
            yield Finding("accepted-idle", one.span, key=("change",), args=args, problem="expired")
