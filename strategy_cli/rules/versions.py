"""Rules of versions: one strategy is in force at a time."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.model.about import About
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy


@rule(Level.ERROR)
def several_in_force(strategy: Strategy) -> Iterator[Finding]:
    """Two strategies side by side are both in force over the same time.

    A municipality has one strategy (Kemi city board 25.9.2023 § 292; Local Government Act 410/2015, 37 §);
    the one it replaced is ``replaced``, the one in preparation is ``draft`` or ``proposed``.

    Bad:
        strategy.yaml:
            title: Strategy 2029
            status: in-force  # here
        ../old_strategy/strategy.yaml:
            title: Strategy 2025
            status: in-force

    Good:
        strategy.yaml:
            title: Strategy 2029
            status: in-force
        ../old_strategy/strategy.yaml:
            title: Strategy 2025
            status: replaced
    """
    about = strategy.about
    for path, other in strategy.neighbours.items():
        if about.status == other.status == "in-force" and _overlap(about, other):
            span = strategy.where(about.ref, "status")
            yield Finding("several-in-force", span, about.ref, ("status",), {"other": other.title, "file": path})


def _overlap(one: About, two: About) -> bool:
    def begins(about: About) -> date:
        return about.period.from_ or date.min

    def ends(about: About) -> date:
        return about.period.until or date.max

    return begins(one) <= ends(two) and begins(two) <= ends(one)
