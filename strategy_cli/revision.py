"""Revision: the words for a version → the commit and the folder that are meant, or the sentence that says why none."""

import os
import re
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from strategy_cli import git
from strategy_cli.errors import StrategyError
from strategy_cli.git import Commit

_DAY = re.compile(r"@([\d.-]+)")
_PARTS = re.compile(r"((?:[^:{]|\{[^}]*\})+):(.*)", re.DOTALL)
_LIKE = 0.6
_SHORT = 10


class Meant(NamedTuple):
    """A commit, and the folder in it from the repository's root; ``day`` when it was asked for by a day."""

    commit: Commit
    folder: str
    day: date | None = None


def meant(repository: Path, words: str, folder: str) -> Meant:
    """Find the commit and the folder that are meant.

    Takes what git takes for a commit, or ``@2025-01-01``: the last commit of the checked-out branch by the end of that
    day, in the committer's own time zone; and either with another folder after a colon, ``v1:strategy``. Raises
    StrategyError when there is none.
    """
    parts = _PARTS.fullmatch(words)
    asked, other = parts.groups() if parts else (words, None)
    folder = folder if other is None else _folder(repository, other)
    if found := _DAY.fullmatch(asked):
        day = _day(asked, found[1])
        return Meant(_by(repository, asked, day), folder, day)
    try:
        return Meant(git.commit(repository, asked), folder)
    except StrategyError as error:
        raise _explained(repository, asked, error) from None


def names_folder(words: str) -> bool:
    """Tell whether the words for a version name a folder too."""
    return _PARTS.fullmatch(words) is not None


def _folder(repository: Path, written: str) -> str:
    """Read a folder as git does: from the root, or with a dot before it from where the user stands."""
    path = written.replace(os.sep, "/")
    if path.split("/")[0] in (".", ".."):
        path = Path(os.path.relpath(Path(path).resolve(), repository)).as_posix()
    return PurePosixPath(path or ".").as_posix()


def _day(asked: str, written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise StrategyError("no-such-day", revision=asked) from None


def _by(repository: Path, asked: str, day: date) -> Commit:
    git.commit(repository, "HEAD")  # says why, if there is none
    oldest = None
    for oldest in git.commits(repository):
        if oldest.day <= day:
            return oldest
    begins = oldest.day if oldest else day
    facts = {"revision": asked, "repository": repository.name, "begins": begins}
    raise StrategyError("shallow-clone-by" if git.is_shallow(repository) else "no-commit-by", **facts)


def _explained(repository: Path, asked: str, error: StrategyError) -> StrategyError:
    """Say what a revision that is not there may have been meant to be; else only that it is not."""
    if error.key not in ("no-revision", "shallow-clone"):
        return error
    facts = {"revision": asked, "repository": repository.name}
    if held := _in_outer(repository, asked):
        return StrategyError("revision-of-outer", **facts, **held)
    names = git.names(repository)
    if remote := next((name for name in names if name.endswith(f"/{asked}")), None):
        return StrategyError("no-revision-here", **facts, remote=remote)
    if error.key == "shallow-clone":
        return error
    if re.fullmatch(r"\d{4}-\d\d-\d\d", asked):
        return StrategyError("no-revision-day", **facts)
    near = get_close_matches(asked, names, n=1, cutoff=_LIKE)
    return StrategyError("no-revision-near", **facts, nearest=near[0]) if near else error


def _in_outer(repository: Path, asked: str) -> Mapping[str, str] | None:
    """Find the commit of a submodule that a revision of the repository around it holds."""
    outer = git.holding(repository)
    held = git.submodule_at(outer[0], asked, outer[1]) if outer else None
    return {"outer": outer[0].name, "commit": held[:_SHORT]} if outer and held else None


def no_strategy(asked: str, at: Meant, repository: Path, mains: Iterable[str]) -> StrategyError:
    """Say why a folder is no strategy at a commit; ``mains`` are the folders that are, at that commit."""
    parts = _PARTS.fullmatch(asked)
    revision = parts[1] if parts else asked
    facts = {"folder": at.folder, "place": git.under(at.folder), "revision": revision}
    if held := git.submodule_at(repository, at.commit.hash, at.folder):
        return StrategyError("submodule-at", **facts, commit=held[:_SHORT])
    others = tuple(f"{revision}:{'' if folder == '.' else folder}" for folder in mains)
    if others:
        one = len(others) == 1
        return StrategyError("strategy-elsewhere" if one else "strategies-elsewhere", **facts, written=others)
    return StrategyError("no-strategy-by" if at.day else "no-strategy-at", **facts)
