"""Outputs: one run, many formats: ``-f FORMAT[=FILE]`` taken apart, and text written where it belongs."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from strategy_cli.errors import StrategyError

STDOUT = "-"


class Output(NamedTuple):
    """A format and the file it goes to: ``-`` is standard output, None the command's own choice."""

    format: str
    file: str | None = None


def outputs(asked: Iterable[str], known: Iterable[str], default: tuple[Output, ...]) -> tuple[Output, ...]:
    """Take ``FORMAT`` and ``FORMAT=FILE`` apart.

    Raises StrategyError for a format that is not known, a file that has no name, and two formats on standard output.
    """
    names = tuple(known)
    found = []
    for one in asked:
        name, given, file = one.partition("=")
        if name not in names:
            raise StrategyError("unknown-format", format=name, known=", ".join(names))
        if given and not file.strip():
            raise StrategyError("no-file-name", format=name)
        found.append(Output(name, file if given else None))
    _one_on_stdout(found, bare=default[0].file if default else STDOUT)
    return tuple(found) or default


def _one_on_stdout(found: Sequence[Output], bare: str | None) -> None:
    """Refuse to mix formats where one program is to read one; ``bare`` is where a format without a file goes."""
    there = [output.format for output in found if STDOUT in (output.file, output.file or bare)]
    if len(there) > 1:
        raise StrategyError("one-on-stdout", formats=", ".join(there), format=there[-1])


def write(text: str, file: str | None) -> None:
    """Write a text to a file, or to standard output; raises StrategyError when it cannot be written there."""
    if file in (None, STDOUT):
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    path = Path(str(file))
    if path.is_dir():
        raise StrategyError("is-a-folder", folder=str(path))
    if taken := next((p for p in path.parents if p.exists() and not p.is_dir()), None):
        raise StrategyError("not-a-folder", file=str(taken))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    except OSError as error:
        raise StrategyError("cannot-write", file=str(path), reason=error) from None
