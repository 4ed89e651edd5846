"""Past: every committed version of a strategy's files on this branch, oldest first, each distinct content read once."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple, TypeAlias

from strategy_cli import git
from strategy_cli.errors import StrategyError
from strategy_cli.git import Commit, FileChange, Logged
from strategy_cli.source import MAIN_FILE, Source

_SHA1 = 40  # digits of a hash
_Steps: TypeAlias = tuple[tuple[Logged, ...], tuple[str, ...]]


class Recorded(NamedTuple):
    """A file as a commit left it: its path from the repository root; ``content`` is None where it was deleted."""

    path: str
    commit: Commit
    content: bytes | None


@dataclass(frozen=True)
class Past:
    """The commits that changed a strategy's folder, the latest first, along the first parents of the one looked at.

    ``cut`` tells that the history at hand is only the end of it (a shallow clone). ``folders`` are those, from the
    root, that the strategy has stood in, now first, and ``since`` is the commit whose own past is left out.
    """

    repository: Path
    folder: Path
    steps: tuple[Logged, ...]
    cut: bool
    folders: tuple[str, ...]
    since: str | None = None

    @property
    def origin(self) -> str:
        """The folder, from the root, that the strategy stood in at the oldest step."""
        return self.folders[-1]

    @property
    def prefix(self) -> str:
        """What the paths of its files begin with, from the root, as they stand now."""
        return git.under(self.folders[0])

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

    def placed(self, step: Logged) -> Logged:
        """Tell of a step that changed files in any of the folders as if they had all stood where they are now.

        What is gone comes first: a file that was moved is gone from one place and there in the other.
        """
        moved = (change._replace(path=self._place(change.path)) for change in step.changes)
        return step._replace(changes=tuple(sorted(moved, key=lambda one: one.blob is not None)))

    def _place(self, path: str) -> str:
        held = [one for one in self.folders if path.startswith(git.under(one))]
        return _rebased(self.folders[0], max(held, key=lambda one: len(git.under(one))), path) if held else path

    def left_by(self, path: str, content: bytes) -> Commit | None:
        """Find the commit that left a file as it is now; None where it has been changed since, or is new."""
        commit, blob = self._latest.get(path, (None, None))
        return commit if blob and blob == _blob(content, blob) else None

    @cached_property
    def _latest(self) -> Mapping[str, tuple[Commit, str | None]]:
        return {change.path: (step.commit, change.blob) for step in reversed(self.steps) for change in step.changes}


@lru_cache(maxsize=1)  # several rules ask of the same files, and each time git would have to be asked again
def past_of(source: Source) -> Past | None:
    """Open the past of a folder's files, or of a revision's up to it; None outside git and before the first commit.

    Where the folder was moved to where it is, its past goes on there, under the paths that its files have now.
    """
    return _past(source, None)


def past_since(source: Source, commit: str) -> Past | None:
    """Open the past of a source's files as far back as to what a commit, by its full hash, holds."""
    return _past(source, commit)


def _past(source: Source, since: str | None) -> Past | None:
    repository = source.repository
    if repository is None:
        return None
    folder = (source.folder or repository / source.prefix).resolve()
    inside = folder.relative_to(repository).as_posix()
    found = _found(repository, source.version.commit or "HEAD", inside, since)
    if found is None:
        return None
    steps, folders = found
    cut = bool(steps) and steps[-1].commit.hash in git.cut_off(repository)
    return Past(repository, folder, steps, cut, folders, since)


def _found(repository: Path, revision: str, folder: str, since: str | None) -> _Steps | None:
    """Ask for all steps at once; only where git gives none, whether there is a commit at all."""
    try:
        return _followed(repository, revision, folder, since)
    except StrategyError:
        if git.head(repository) is None:
            return None
        raise


def _followed(repository: Path, revision: str, folder: str, since: str | None) -> _Steps:
    """Go back through the steps, and on in another folder where the strategy was moved from one; tell which."""
    steps = tuple(git.mainline(repository, revision, folder, since))
    main = git.under(folder) + MAIN_FILE
    if not steps or main not in {change.path for change in steps[-1].changes}:
        return steps, (folder,)
    moved = git.moved_from(repository, steps[-1].commit.hash, main)
    if moved is None or PurePosixPath(moved).name != MAIN_FILE:
        return steps, (folder,)
    before, earlier = PurePosixPath(moved).parent.as_posix(), f"{steps[-1].commit.hash}^1"
    older, folders = _followed(repository, earlier, before, since)
    held = (_rebased(folder, before, entry.path) for entry in git.tree(repository, earlier, before))
    return (*steps[:-1], _all_of(steps[-1], held), *(_step_under(folder, before, step) for step in older)), (
        folder,
        *folders,
    )


def _rebased(folder: str, before: str, path: str) -> str:
    """Put a file under the folder where it is now."""
    return git.under(folder) + path[len(git.under(before)) :]


def _step_under(folder: str, before: str, step: Logged) -> Logged:
    return step._replace(changes=tuple(c._replace(path=_rebased(folder, before, c.path)) for c in step.changes))


def _all_of(move: Logged, held: Iterable[str]) -> Logged:
    """Tell of a move what did not come along, of what was held before it."""
    come = {change.path for change in move.changes}
    left = (FileChange(path, None) for path in held if path not in come)
    return move._replace(changes=(*move.changes, *left))


def _blob(content: bytes, like: str | None) -> str:
    """Give the id that git has for a content, by the hash that the repository uses."""
    algorithm = hashlib.sha1 if len(like or "") in (0, _SHA1) else hashlib.sha256
    return algorithm(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
