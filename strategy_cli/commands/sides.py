"""Sides: the versions that are compared, read from folders and revisions, each whole or with what it does without."""

import os
import re
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from strategy_cli import source
from strategy_cli.commands.versions import Side, comparable, whole
from strategy_cli.errors import StrategyError
from strategy_cli.revision import names_folder
from strategy_cli.source import Source

_NOT_THERE = ("no-revision", "no-revision-near", "no-revision-here", "no-revision-day", "no-repository", "no-commits")
_SEPARATORS = {"/", os.sep}
_PLAIN = re.compile(r"(?!~)[\w@%+=:,./~^-]+")  # what no shell takes for anything else


def sides(names: Sequence[str | None], data: Path | None, *, lenient: bool) -> tuple[Side, ...]:
    """Read the versions named, oldest first; None is the strategy's folder as it is.

    Raises StrategyError when one is not there, or does not load, unless ``lenient``.
    """
    old, *middles, new = _sources(names, data)
    first, last = comparable(old, new, lenient=lenient)
    between = (comparable(one, new, lenient=lenient)[0] for one in middles)
    return (first, *between, last)


def _sources(names: Sequence[str | None], data: Path | None) -> tuple[Source, ...]:
    folders = [Path(name).resolve() if name and _is_strategy(name) else None for name in names]
    root = _root(names, folders, data)
    found = []
    for name, folder in zip(names, folders, strict=True):
        try:
            found.append(_source(root, name, folder))
        except StrategyError as error:
            raise _advised(error, ["" if one is None else one for one in names], name or "", data) from None
    return tuple(found)


def _root(names: Sequence[str | None], folders: Sequence[Path | None], data: Path | None) -> Path:
    """Settle the folder that revisions are of: a data root is looked for only when a side needs it.

    Sides that name their folder need none: a folder among them tells the repository, else it is the one here.
    """
    beside = next((folder for folder in folders if folder), None)
    placed = all(folder or (name and names_folder(name)) for name, folder in zip(names, folders, strict=True))
    if placed and (data is None or None not in folders):
        return beside or Path()
    try:
        return source.find_root(data)
    except StrategyError:
        if beside and data is None and None not in names:
            return beside
        raise


def _advised(error: StrategyError, names: Sequence[str], name: str, data: Path | None) -> StrategyError:
    """Say what to run instead: where the strategy was in another folder, and without a repository."""
    if error.key == "no-repository":
        return StrategyError("no-repository-diff", **error.message_args)
    if error.key not in ("strategy-elsewhere", "strategies-elsewhere"):
        return error
    first, *_ = cast("tuple[str, ...]", error.message_args["written"])
    *base, old, new = [first if one == name else one for one in names]
    words = [*(f"--base={one}" for one in base), old, new, *(("-d", str(data)) if data else ())]
    command = " ".join(one if _PLAIN.fullmatch(one) else shlex.quote(one) for one in words if one)
    facts = {**error.message_args, "command": f"strategy diff {command}"}
    one = error.key == "strategy-elsewhere"
    return StrategyError("strategy-elsewhere-diff" if one else "strategies-elsewhere-diff", **facts)


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
