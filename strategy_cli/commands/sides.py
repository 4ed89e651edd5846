"""Sides: the versions that are compared, read from folders and revisions, each whole or with what it does without."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from strategy_cli import source
from strategy_cli.commands.versions import comparable, whole
from strategy_cli.errors import StrategyError
from strategy_cli.finding import Finding
from strategy_cli.source import Source
from strategy_cli.strategy import Strategy

_NOT_THERE = ("no-revision", "no-revision-near", "no-revision-here", "no-revision-day", "no-repository", "no-commits")
_SEPARATORS = {"/", os.sep}


@dataclass(frozen=True, slots=True)
class Side:
    """A version: its files, what they hold, and the faults that it does without."""

    source: Source
    strategy: Strategy
    left_out: tuple[Finding, ...] = ()


def sides(names: Sequence[str | None], data: Path | None, *, lenient: bool) -> tuple[Side, ...]:
    """Read the versions named, oldest first; None is the strategy's folder as it is.

    Raises StrategyError when one is not there, or does not load, unless ``lenient``.
    """
    old, *middles, new = _sources(names, data)
    ends = comparable(old, new, lenient=lenient)
    between = [Side(one, comparable(one, new, lenient=lenient).old) for one in middles]
    return (Side(old, ends.old, ends.left_out[0]), *between, Side(new, ends.new, ends.left_out[1]))


def _sources(names: Sequence[str | None], data: Path | None) -> tuple[Source, ...]:
    """Read all sides; a data root is looked for only when a side needs it."""
    folders = [Path(name).resolve() if name and _is_strategy(name) else None for name in names]
    root = Path() if None not in folders else source.find_root(data)
    return tuple(_source(root, name, folder) for name, folder in zip(names, folders, strict=True))


def _source(root: Path, name: str | None, folder: Path | None) -> Source:
    if folder or name is None:
        return whole(folder or root.resolve())
    try:
        return source.from_revision(root, name)
    except StrategyError as error:
        if error.key in _NOT_THERE:
            raise _neither(name, error) from None
        raise


def _neither(name: str, error: StrategyError) -> StrategyError:
    """Say what is wrong with a side that names a place rather than a revision; else what git could not find."""
    if Path(name).is_dir():
        return StrategyError("no-strategy", folder=name)
    if Path(name).is_file():
        return StrategyError("data-is-file", file=name, folder=str(Path(name).parent))
    told = error.key.startswith("no-revision-") or ":" in name[2:]  # what was meant is known, or where it was to be
    is_path = name.startswith(".") or (_SEPARATORS & set(name) and not told)
    return StrategyError("neither", side=name) if is_path else error


def _is_strategy(name: str) -> bool:
    return (Path(name) / source.MAIN_FILE).is_file()
