"""Unassessed: what cannot be assessed, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from strategy_cli.measuring.standing import Reason, Standing
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.named import Named


@dataclass(frozen=True, slots=True)
class Unassessed:
    """What cannot be assessed for one reason."""

    reason: Reason
    goals: tuple[Named, ...]
    indicators: tuple[Named, ...]


def unassessed(basis: Basis) -> tuple[Unassessed, ...]:
    """Gather what cannot be assessed of the goals counted and the indicators shown, by reason."""
    return tuple(_by_reason(basis))


def _by_reason(basis: Basis) -> Iterator[Unassessed]:
    for reason in Reason:
        goals = tuple(
            Named(g.goal.id, g.goal.name)
            for g in basis.counted
            if g.assessment.standing is Standing.CANNOT and g.assessment.reason is reason
        )
        indicators = tuple(
            Named(m.indicator.id, m.indicator.name)
            for m in basis.indicators
            if m.assessment.standing is Standing.CANNOT and m.assessment.reason is reason
        )
        if goals or indicators:
            yield Unassessed(reason, goals, indicators)
