"""Strategies made of texts, without a disk."""

from collections.abc import Callable, Mapping

import pytest

from strategy_cli.changes import Comparison, compared
from strategy_cli.loading import load
from strategy_cli.source import Source, Version
from strategy_cli.strategy import Strategy

Make = Callable[[Mapping[str, str]], Strategy]
Compare = Callable[[Mapping[str, str], Mapping[str, str]], Comparison]

ABOUT = {"strategy.yaml": "{title: Test, languages: [fi, sv]}"}


def made(files: Mapping[str, str]) -> Strategy:
    contents = {path: text.encode() for path, text in (ABOUT | dict(files)).items()}
    loaded = load(Source("", Version("test"), contents))
    assert [f.rule for f in loaded.findings] == []
    return loaded.strategy


@pytest.fixture(scope="session")
def make() -> Make:
    return made


@pytest.fixture(scope="session")
def compare() -> Compare:
    return lambda old, new: compared(made(old), made(new))
