"""Comparing: what the tests of comparisons ask of them."""

from collections.abc import Callable, Mapping

from strategy_cli.changes import Comparison

Compare = Callable[[Mapping[str, str], Mapping[str, str]], Comparison]


def ids(comparison: Comparison) -> list[str]:
    """Give the ids of the changes, sorted."""
    return sorted(change.id for change in comparison.changes)
