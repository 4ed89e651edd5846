"""Summary: a life in a few numbers."""

from typing import NamedTuple

from strategy_cli.lives.deciding import Deciding
from strategy_cli.lives.life import Life
from strategy_cli.lives.vintages import figures

_TARGETS = "indicator-target-"


class Summary(NamedTuple):
    """How many changes there are, how many of targets, how many values were altered, how many changes are undecided."""

    changes: int
    targets: int
    altered: int
    undecided: int


def summary(life: Life, deciding: Deciding) -> Summary:
    """Count what happened to a thing, changes of others that are about it too."""
    undecided = sum(event.to_decide and not deciding.decisions(event) for event in life.told)
    altered = sum(one.sort == "value" and one.revised for one in figures(life))
    targets = sum(event.change.id.startswith(_TARGETS) for event in life.events)
    return Summary(len(life.told), targets, altered, undecided)
