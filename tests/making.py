"""Making: entities and whole strategies from the text of their files, without a disk."""

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from strategy_cli import loading
from strategy_cli.document import parse
from strategy_cli.loading import Loaded
from strategy_cli.model.entity import Entity
from strategy_cli.model.fields import Languages
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.project import Project
from strategy_cli.source import Source, Version
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


def read(files: Mapping[str, str | bytes]) -> Loaded:
    """Read a strategy from file texts; without a ``strategy.yaml`` it has only a title."""
    texts = {"strategy.yaml": "title: Strategy", **files}
    content = {path: text if isinstance(text, bytes) else text.encode() for path, text in texts.items()}
    return loading.load(Source("", Version("made"), content))


def strategy(files: Mapping[str, str | bytes]) -> Strategy:
    """Make a strategy that reads without a fault."""
    loaded = read(files)
    assert loaded.findings == ()
    return loaded.strategy
