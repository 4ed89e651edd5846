"""Filing: formats that were asked for, a page that was given no file named, each written where it belongs."""

import sys
from collections.abc import Callable, Iterable, Sequence

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
    page = _NAMELESS.replace(".", f"{'-'.join(str(part) for part in parts if part)}.", 1)
    return tuple(one._replace(file=page) if one.file == _NAMELESS else one for one in wanted)


def written(wanted: Sequence[Output], form: Callable[[Output], str]) -> None:
    """Write every format that is wanted, and say where a page went: where nothing else is written, if it can be."""
    names = sys.stderr if any(output.file in (None, STDOUT) for output in wanted) else sys.stdout
    for output in wanted:
        write(form(output), output.file)
        if output.format == _PAGE and output.file != STDOUT:
            names.write(f"{output.file}\n")
