"""Parser: YAML text as data, faults and marks; whatever keeps it from being read becomes a fault."""

from typing import NamedTuple

from ruamel.yaml.error import YAMLError

from strategy_cli.document import syntax
from strategy_cli.document.builder import Builder, TooComplexError
from strategy_cli.document.data import Data
from strategy_cli.document.events import events
from strategy_cli.document.marks import Mark
from strategy_cli.finding import Finding
from strategy_cli.span import Span


class Parsed(NamedTuple):
    """A text's data, what was wrong with it, and whether some key has no value."""

    data: Data
    faults: list[Finding]
    blank: bool = False


def parsed(path: str, text: str) -> Parsed:
    """Read a text, with the path that its faults are told at."""
    builder = Builder(path, events(text))
    try:
        data, _ = builder.document()
    except YAMLError as error:
        problem, at = syntax.problem(error, text)
        return Parsed(None, [*builder.faults, unreadable(path, "invalid-yaml", at, problem)])
    except TooComplexError as error:
        return Parsed(None, [unreadable(path, "too-complex", error.args[0])])
    return Parsed(data, builder.faults, builder.blank)


def marked(path: str, text: str) -> Mark:
    """Find where everything stands in a text that can be read."""
    return Builder(path, events(text)).document()[1]


def unreadable(path: str, rule: str, at: tuple[int, int], problem: str | None = None) -> Finding:
    """Tell why a file cannot be read, at a line and column from 0."""
    return Finding(rule, Span(path, at[0] + 1, at[1] + 1, at[0] + 1, at[1] + 2), problem=problem)
