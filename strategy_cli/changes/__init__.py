"""The changes between two versions of a strategy: paired, compared, named and weighed."""

from strategy_cli.changes.change import Change, Weight
from strategy_cli.changes.differences import Comparison, compared
from strategy_cli.changes.taxonomy import TAXA, Taxon, weight_of

__all__ = ["TAXA", "Change", "Comparison", "Taxon", "Weight", "compared", "weight_of"]
