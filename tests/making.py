"""Making: entities and whole strategies from a line of text each, without a disk."""

from datetime import date
from typing import TypeVar

from folders import Files, loaded

from strategy_cli.document import parse
from strategy_cli.model.entity import Entity
from strategy_cli.model.fields import Languages
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.project import Project
from strategy_cli.strategy import Strategy

E = TypeVar("E", bound=Entity)


def day(text: str) -> date:
    """Read a day: ``2025-12-31``."""
    return date.fromisoformat(text)


def indicator(keys: str) -> Indicator:
    """Make an indicator from its keys on one line: ``better: up, values: {2025: 10}``."""
    return entity(Indicator, keys)


def project(keys: str) -> Project:
    """Make a project from its keys on one line."""
    return entity(Project, keys)


def entity(model: type[E], keys: str) -> E:
    """Make an entity called ``it`` from its keys on one line, read as a file is."""
    document = parse("it.yaml", f"{{id: it, name: It, {keys}}}".encode())
    assert document.faults == []
    return model.model_validate(document.data, context=Languages())


def strategy(files: Files) -> Strategy:
    """Make a strategy that reads without a fault."""
    read = loaded(files)
    assert read.findings == ()
    return read.strategy
