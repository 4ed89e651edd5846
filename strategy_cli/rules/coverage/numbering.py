"""Rules of display numbers: one number is one goal's, and tells which goal it stands under."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import partial

from strategy_cli.document import Key
from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.tree import above
from strategy_cli.model.goal import Goal
from strategy_cli.rules.registry import rule
from strategy_cli.rules.shared.living import lives
from strategy_cli.strategy import Strategy

_NUMBER = re.compile(r"\d+(?:\.\d+)*")


@rule(Level.WARNING, "managed")
def goal_number_twice(strategy: Strategy, on: date) -> Iterator[Finding]:
    """Two goals have the same number.

    Papers and minutes speak of goals by their numbers: Rovaniemi's slides (2025) of a goal 11 under three main goals.
    Numbers may begin anew under each aim; where they run through the strategy, or tell the aim themselves (``3.2``),
    each is one goal's.

    Bad:
        goals/goals.yaml:
            - {id: vitality, name: Vitality, number: "1"}
            - {id: jobs, name: Jobs, number: "1.1", parent: vitality}
            - {id: homes, name: Homes, number: "1.1", parent: vitality}  # here

    Good:
        goals/goals.yaml:
            - {id: vitality, name: Vitality, number: "1"}
            - {id: jobs, name: Jobs, number: "1.1", parent: vitality}
            - {id: homes, name: Homes, number: "1.2", parent: vitality}
    """
    numbered = [goal for goal in strategy.goals.values() if goal.number]
    if len({goal.number for goal in numbered}) == len(numbered):
        return
    through = _run_through(strategy, numbered)
    first: dict[tuple[object, ...], Goal] = {}
    for goal in sorted(numbered, key=partial(_place, strategy)):
        if lives(strategy, goal, on):
            depth = len(above(strategy, goal.id))
            whole = "." in _bare(goal) or depth in through
            other = first.setdefault((_bare(goal), depth, None if whole else goal.parent), goal)
            if other is not goal:
                yield _finding("goal-number-twice", strategy, goal, other=other.name)


@rule(Level.WARNING, "managed")
def goal_number_off_parent(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A goal's number tells of another goal above it than the one it stands under.

    Either the number or the ``parent`` is left over from an earlier draft, and a reader of the minutes finds the goal
    in two places (Kemi condensed its strategy into tighter wholes, city board 25.9.2023 § 292).

    Bad:
        goals/goals.yaml:
            - {id: vitality, name: Vitality, number: "1"}
            - {id: jobs, name: Jobs, number: "2.1", parent: vitality}  # here

    Good:
        goals/goals.yaml:
            - {id: vitality, name: Vitality, number: "1"}
            - {id: jobs, name: Jobs, number: "1.1", parent: vitality}
    """
    for goal in strategy.goals.values():
        parent = strategy.goals.get(goal.parent or "")
        number, over = _bare(goal), _bare(parent) if parent else ""
        if "." in number and _NUMBER.fullmatch(number) and _NUMBER.fullmatch(over) and lives(strategy, goal, on):
            ancestors = [strategy.goals[one] for one in above(strategy, goal.id)[1:] if one in strategy.goals]
            led = ".".join(filter(None, map(_bare, reversed(ancestors))))
            if not number.startswith((f"{over}.", f"{led}.")):
                args = {"parent": parent.name if parent else "", "over": over}
                yield _finding("goal-number-off-parent", strategy, goal, **args)


def _run_through(strategy: Strategy, numbered: list[Goal]) -> set[int]:
    """Find the levels on which numbers run through the strategy: under some goal they do not begin from 1."""
    under: dict[tuple[int, str | None], set[str]] = defaultdict(set)
    for goal in numbered:
        under[len(above(strategy, goal.id)), goal.parent].add(_bare(goal))
    return {depth for (depth, _), numbers in under.items() if "1" not in numbers}


def _place(strategy: Strategy, goal: Goal) -> tuple[str, Key]:
    """Give where a goal stands, so that of two the later one is told of."""
    place = strategy.places[goal.ref]
    return place.document.path, place.prefix


def _bare(goal: Goal) -> str:
    """Give the number without a point at its end and spaces."""
    return (goal.number or "").replace(" ", "").rstrip(".")


def _finding(rule: str, strategy: Strategy, goal: Goal, **args: object) -> Finding:
    span = strategy.where(goal.ref, "number")
    return Finding(rule, span, goal.ref, ("number",), {"name": goal.name, "number": goal.number, **args})
