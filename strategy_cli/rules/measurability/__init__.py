"""Rules of measurability: every goal can be assessed by indicators that are defined, dated, fresh and comparable."""

from strategy_cli.rules.measurability import (
    assessment,
    comparison,
    dates,
    definition,
    direction,
    goals,
    kinds,
    likeness,
    origin,
    targets,
    values,
)

__all__ = [
    "assessment",
    "comparison",
    "dates",
    "definition",
    "direction",
    "goals",
    "kinds",
    "likeness",
    "origin",
    "targets",
    "values",
]
