"""Findings counted: how many of each rule, the gravest and the most frequent first."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from strategy_cli.checking.suppress import Told
from strategy_cli.finding import Level
from strategy_cli.messages import Messages


class Count(NamedTuple):
    """How many findings a rule has at a level."""

    number: int
    level: Level
    rule: str


def counts(told: Iterable[Told]) -> tuple[Count, ...]:
    """Count findings by rule."""
    counted = Counter((one.level, one.finding.rule) for one in told)
    found = (Count(number, level, rule) for (level, rule), number in counted.items())
    return tuple(sorted(found, key=lambda one: (-one.level, -one.number, one.rule)))


def table(told: Sequence[Told], messages: Messages) -> str:
    """Write a line a rule: ``12  warning  goal-without-project``."""
    rows = [(str(c.number), messages.say(f"lint.levels.{c.level.label}"), c.rule) for c in counts(told)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "".join(f"{number:>{widths[0]}}  {level:<{widths[1]}}  {rule}\n" for number, level, rule in rows)
