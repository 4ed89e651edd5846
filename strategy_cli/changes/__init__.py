"""The changes between two versions of a strategy: paired, compared, named and weighed."""

from strategy_cli.changes.change import Change, Weight
from strategy_cli.changes.comparison import Comparison, Hint, Kept, Layout, Tally
from strategy_cli.changes.differences import changes_between, compared
from strategy_cli.changes.taxonomy import TAXA, Taxon, weakens, weight_of

__all__ = [
    "TAXA",
    "Change",
    "Comparison",
    "Hint",
    "Kept",
    "Layout",
    "Tally",
    "Taxon",
    "Weight",
    "changes_between",
    "compared",
    "weakens",
    "weight_of",
]
