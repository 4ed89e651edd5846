"""Named: a thing to name in a report, and whether the report has a part about it to link to."""

from collections.abc import Iterable
from dataclasses import dataclass

from strategy_cli.measuring.rollup import order
from strategy_cli.model.text import Text
from strategy_cli.views.frame.basis import Basis


@dataclass(frozen=True, slots=True)
class Named:
    """A thing's id and what people call it: only the id if nothing is known of it.

    ``here`` tells that the report shows the thing, so that a link has somewhere to lead. A post that readers may
    not know of has no id.
    """

    id: str
    name: Text | str
    here: bool = True


def named(basis: Basis, kind: str, identity: str) -> Named:
    """Name a thing; a goal, an indicator or a project can be linked to when it is shown."""
    shown = {"goal": basis.scope.goals, "indicator": basis.scope.indicators, "project": basis.scope.projects}
    here = identity in shown.get(kind, ())
    known = basis.posts.id(identity) if kind == "owner" else identity
    return Named(known or "", basis.called(kind, identity), here=here)


def by_number(basis: Basis, goals: Iterable[str]) -> list[str]:
    """Put goals in the order of their display numbers; ids of no goal come last."""
    known = basis.strategy.goals
    held = sorted(goals)
    return sorted((g for g in held if g in known), key=lambda g: order(known[g])) + [g for g in held if g not in known]
