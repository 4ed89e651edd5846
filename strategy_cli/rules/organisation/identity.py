"""Rules of identity over time: an id means one thing for ever."""

from collections.abc import Iterator

from strategy_cli.finding import Finding, Level
from strategy_cli.ref import Ref
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy


@rule(Level.ERROR)
def id_reused(strategy: Strategy) -> Iterator[Finding]:
    """An id that a thing once had is now that of another, or two things say that they once had it.

    Old decisions, reports and versions mean the thing that had the id then: a new sector under the id of an old one
    takes over its past, and comparing versions pairs the wrong things.

    Bad:
        units/units.yaml:
            - id: education-and-culture
              name: Education and culture
              formerly: [education]  # here
            - {id: education, name: Early education}

    Good:
        units/units.yaml:
            - id: education-and-culture
              name: Education and culture
              formerly: [education]
            - {id: early-education, name: Early education}
    """
    for kind, things in strategy.entities.items():
        claimed: dict[str, Ref] = {}
        for thing in things.values():
            for number, old in enumerate(thing.formerly):
                now = Ref(kind, old) if old in things else claimed.setdefault(old, thing.ref)
                if now != thing.ref:
                    key = ("formerly", number)
                    args = {"name": strategy.name(thing.ref), "id": old, "other": strategy.name(now)}
                    problem = None if old in things else "twice"
                    yield Finding("id-reused", strategy.where(thing.ref, *key), thing.ref, key, args, problem)
