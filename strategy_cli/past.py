"""Past: every committed version of a strategy's files on this branch, oldest first, each distinct content read once."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from strategy_cli import git
from strategy_cli.errors import StrategyError
from strategy_cli.git import Commit, Step
from strategy_cli.source import Source

_SHA1 = 40  # digits of a hash


class Recorded(NamedTuple):
    """A file as a commit left it: its path from the repository root; ``content`` is None where it was deleted."""

    path: str
    commit: Commit
    content: bytes | None


@dataclass(frozen=True)
class Past:
    """The commits that changed a strategy's folder, the latest first, along the first parents of the one looked at.

    ``cut`` tells that the history at hand is only the end of it (a shallow clone).
    """

    repository: Path
    folder: Path
    steps: tuple[Step, ...]
    cut: bool

    @property
    def begins(self) -> date | None:
        """The day of the oldest commit at hand; None where there is none."""
        return self.steps[-1].commit.day if self.steps else None

    def by(self, day: date) -> Commit | None:
        """Find the latest commit made by the end of a day; None where there is none."""
        return next((step.commit for step in self.steps if step.commit.day <= day), None)

    def versions(self, folder: str, now: Mapping[str, bytes]) -> Iterator[Recorded]:
        """Go through the committed versions of the files under ``folder`` that have had others, oldest first.

        ``now`` are the files as they are, by path from the repository root: those that have one version only, the same
        as now, are passed over, and what is the same as now is not read again.
        """
        events = [
            (c.path, s.commit, c.blob) for s in reversed(self.steps) for c in s.changes if c.path.startswith(folder)
        ]
        held: dict[str, list[str | None]] = {}
        for path, _, blob in events:
            held.setdefault(path, []).append(blob)
        known = {path: _blob(now[path], blobs[-1]) for path, blobs in held.items() if path in now}
        moving = {path for path, blobs in held.items() if blobs != [known.get(path)]}
        contents = {blob: now[path] for path, blob in known.items()}
        wanted = dict.fromkeys(b for p, _, b in events if b and p in moving and b not in contents)
        if wanted:
            contents |= zip(wanted, git.blobs(self.repository, wanted), strict=True)
        for path, commit, blob in events:
            if path in moving:
                yield Recorded(path, commit, contents[blob] if blob else None)

    def left_by(self, path: str, content: bytes) -> Commit | None:
        """Find the commit that left a file as it is now; None where it has been changed since, or is new."""
        commit, blob = self._latest.get(path, (None, None))
        return commit if blob and blob == _blob(content, blob) else None

    @cached_property
    def _latest(self) -> Mapping[str, tuple[Commit, str | None]]:
        return {change.path: (step.commit, change.blob) for step in reversed(self.steps) for change in step.changes}


@lru_cache(maxsize=1)  # several rules ask of the same files, and each time git would have to be asked again
def past_of(source: Source) -> Past | None:
    """Open the past of a folder's files, or of a revision's up to it; None outside git and before the first commit."""
    repository = source.repository
    if repository is None:
        return None
    folder = (source.folder or repository / source.prefix).resolve()
    steps = _steps(repository, source.version.commit or "HEAD", folder.relative_to(repository).as_posix())
    if steps is None:
        return None
    return Past(repository, folder, steps, bool(steps) and steps[-1].commit.hash in git.cut_off(repository))


def _steps(repository: Path, revision: str, folder: str) -> tuple[Step, ...] | None:
    """Ask for all steps at once; only where git gives none, whether there is a commit at all."""
    try:
        return tuple(git.steps(repository, revision, folder))
    except StrategyError:
        if git.head(repository) is None:
            return None
        raise


def _blob(content: bytes, like: str | None) -> str:
    """Give the id that git has for a content, by the hash that the repository uses."""
    algorithm = hashlib.sha1 if len(like or "") in (0, _SHA1) else hashlib.sha256
    return algorithm(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
