"""Blame: in which commit each line of a strategy's files was last changed, when and by whom, told by git."""

import os
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cached_property
from pathlib import Path

from strategy_cli import git
from strategy_cli.source import Source
from strategy_cli.span import rows

_AT_ONCE = min(8, os.cpu_count() or 1)
_MANY = 8  # files, from which an index of the history pays
_LATEST = 253_402_000_000  # seconds, in the year 9999: a date may be forged
_NOT_COMMITTED = "0"  # the hash that git gives to lines that no commit has is all zeros


@dataclass(frozen=True, slots=True)
class LastChange:
    """The commit that last changed a line, its day in the committer's own time zone, and the author.

    ``cut`` tells that the history at hand begins with that commit (a shallow clone), so that the line may be older.
    """

    commit: str
    time: datetime
    author: str
    mail: str
    cut: bool = False

    @property
    def day(self) -> date:
        """The day of the commit."""
        return self.time.date()


class History:
    """The last change of every line of the files of one version, each file asked of git once, when first needed."""

    def __init__(self, repository: Path, commit: str, *, on_disk: bool) -> None:
        """Settle on a commit by its full hash, or on the files as they are on disk now that it is checked out."""
        self._repository = repository
        self._commit = commit
        self._revision = None if on_disk else commit
        self._lines: dict[str, list[LastChange | None]] = {}

    @cached_property
    def cut_off(self) -> frozenset[str]:
        """The commits that the history at hand begins with, in a shallow clone; none where all of it is here."""
        return git.cut_off(self._repository)

    def read(self, paths: Iterable[str]) -> None:
        """Ask of many files at a time; paths are from the repository root."""
        wanted = sorted(set(paths) - self._lines.keys())
        if not wanted:
            return
        index = git.indexed(self._repository, self._commit) if len(wanted) > _MANY else nullcontext()
        from concurrent.futures import ThreadPoolExecutor  # slow to load, and few reports ask who changed what

        with index as where, ThreadPoolExecutor(_AT_ONCE) as pool:
            found = pool.map(lambda path: git.blame(self._repository, self._revision, path, where), wanted)
            told = (list(_parsed(out or b"", self.cut_off)) for out in found)
            self._lines.update(zip(wanted, told, strict=True))

    def last(self, path: str, first: int, last: int) -> LastChange | None:
        """Give the last change of a stretch of lines, from 1 and both included; None if any is not committed yet."""
        self.read([path])
        held = self._lines[path][first - 1 : last]
        known = [line for line in held if line is not None]
        return max(known, key=lambda line: line.time) if known and len(known) == len(held) else None


def history_of(folder: Path, source: Source) -> History | None:
    """Open the history of a version's files; None where there is no commit to tell of."""
    repository = git.repository_of(folder)
    if repository is None or source.version.commit is None:
        return None
    return History(repository, source.version.commit, on_disk=source.version.revision is None)


def _parsed(porcelain: bytes, cut: frozenset[str]) -> Iterator[LastChange | None]:
    """Read what ``git blame --porcelain`` writes: facts of a commit where it is first met, then the line itself."""
    commits: dict[str, dict[str, str]] = {}
    changes: dict[str, LastChange | None] = {}
    name = ""
    for row in porcelain.split(b"\n"):
        if row.startswith(b"\t"):
            if name not in changes:
                changes[name] = _change(name, commits[name], cut)
            # What git counts as one line is more to an editor when a bare carriage return stands in it.
            for _ in rows(row[1:].removesuffix(b"\r").decode("utf-8", "replace")):
                yield changes[name]
            name = ""
        elif not name and row:
            name = row.split(b" ")[0].decode()
            commits.setdefault(name, {})
        elif row:
            key, _, value = row.decode("utf-8", "replace").partition(" ")
            commits[name][key] = value


def _change(name: str, facts: dict[str, str], cut: frozenset[str]) -> LastChange | None:
    if not name.strip(_NOT_COMMITTED):
        return None
    time = datetime.fromtimestamp(min(int(facts["committer-time"]), _LATEST), _zone(facts["committer-tz"]))
    return LastChange(name, time, facts["author"], facts["author-mail"].strip("<>"), name in cut)


def _zone(offset: str) -> timezone:
    """Read an offset such as ``+0300``; one that no clock has is taken for none."""
    hours, minutes = int(offset[1:3]), int(offset[3:5])
    if hours >= 24:  # noqa: PLR2004 - hours in a day
        return UTC
    return timezone((-1 if offset.startswith("-") else 1) * timedelta(hours=hours, minutes=minutes))
