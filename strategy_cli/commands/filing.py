"""Filing: formats that were asked for, a page that was given no file named, each written where it belongs."""

import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TextIO

from strategy_cli.formats.outputs import STDOUT, Output, outputs, write

_PAGE = "html"
_NAMELESS = "reports/.html"  # stands for the file of a page until it is named


def asked(formats: Iterable[str], known: Iterable[str]) -> tuple[Output, ...]:
    """Take the formats apart, text if there is none; raises StrategyError for faults, and for two on standard output.

    A page that is given no file goes to one in ``reports``, whose name is told later.
    """
    wanted = [f"{_PAGE}={_NAMELESS}" if one == _PAGE else one for one in formats]
    return outputs(wanted, known, (Output("text", STDOUT),))


def named(wanted: Iterable[Output], *parts: object) -> tuple[Output, ...]:
    """Name the page that was given no file by the parts that there are: ``reports/history-goal-a-2026-11-22.html``."""
    page = _NAMELESS.replace(".", f"{stem(*parts)}.", 1)
    return tuple(one._replace(file=page) if one.file == _NAMELESS else one for one in wanted)


def stem(*parts: object) -> str:
    """Name a file, but for its ending, by the parts that there are."""
    return "-".join(str(part) for part in parts if part)


def written(
    wanted: Sequence[Output], form: Callable[[Output], str], told: Collection[str] = frozenset({_PAGE})
) -> TextIO:
    """Write every format that is wanted, and say where those that are ``told`` went.

    It is said, and more can be, where nothing else is written: on standard output if that is free.
    """
    names = sys.stderr if any(output.file in (None, STDOUT) for output in wanted) else sys.stdout
    for output in wanted:
        write(form(output), output.file)
        if output.format in told and output.file != STDOUT:
            names.write(f"{output.file}\n")
    return names
