"""Living: which goals and indicators still ask for something, and how a finding on one of them is made."""

from datetime import date

from strategy_cli.finding import Edit, Finding
from strategy_cli.measuring.rollup import ended
from strategy_cli.model.goal import Goal
from strategy_cli.model.indicator import Indicator
from strategy_cli.rules.shared import living
from strategy_cli.strategy import Strategy


def lives(strategy: Strategy, thing: Goal | Indicator, on: date) -> bool:
    """Tell whether a goal or an indicator still asks for something.

    Nothing of a replaced strategy does, nor an indicator all of whose goals have ended.
    """
    if not living.lives(strategy, thing, on):
        return False
    if isinstance(thing, Goal):
        return True
    served = [goal for name in thing.serves if (goal := strategy.goals.get(name))]
    return not served or any(not ended(goal, on) for goal in served)


def told(
    rule: str, strategy: Strategy, thing: Goal | Indicator, *key: str | int, problem: str | None = None, **args: object
) -> Finding:
    """Make a finding on a key's value, or on the thing's first line where the key is missing."""
    span = strategy.where(thing.ref, *key)
    return Finding(rule, span, thing.ref, key, {"name": thing.name, "id": thing.id, **args}, problem)


def lacks(rule: str, strategy: Strategy, thing: Goal | Indicator, key: str, problem: str | None = None) -> Finding:
    """Make a finding on a key that is missing."""
    span = strategy.where(thing.ref, key, on_key=True)
    return Finding(rule, span, thing.ref, (key,), {"name": thing.name, "id": thing.id}, problem)


def offered(finding: Finding, text: str) -> Finding:
    """Offer a replacement that would change what was meant, so that it is never made by itself."""
    edit = Edit(finding.span, text, sure=False)
    return Finding(finding.rule, finding.span, finding.subject, finding.key, finding.args, finding.problem, edit)
