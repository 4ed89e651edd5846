"""Log: what each commit changed, along the first parents or on every line that was merged too."""

import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from strategy_cli.git.process import PLAIN, check, run
from strategy_cli.git.revisions import Commit

_FEW = "-l200"  # a file that was moved as it is is found among any number; one that was changed too, among so many
_PLAIN_FILE = "100"  # how git's modes of files begin
_RAW = ("-z", "--raw", "--no-abbrev", "--no-renames", "--no-color", "--no-ext-diff", "--encoding=UTF-8")
_FORM = "%H %cs %P%x09%s"


class FileChange(NamedTuple):
    """A file that a commit changed: its path from the root, and its blob after; None where it is no plain file."""

    path: str
    blob: str | None


class Logged(NamedTuple):
    """A commit with the files that it changed, and its parents."""

    commit: Commit
    changes: tuple[FileChange, ...]
    parents: tuple[str, ...] = ()


def mainline(repository: Path, revision: str, folder: str, since: str | None = None) -> Iterator[Logged]:
    """Go back through the commits that changed files under ``folder`` (from the root), the latest first.

    Only along first parents from a full commit hash or ``HEAD``, where a merge is one step with all that it brought: so
    each step is the folder as it stood on this branch. What ``since`` holds, a full hash too, is left out.
    """
    # Of a merge whose first parent ``since`` holds, git forgets to ask whether it changed a file, unless asked of all.
    ways = ("--first-parent", "-m", *(("--sparse",) if since else ()))
    return (one for one in _logged(repository, ways, revision, (folder,), since) if one.changes)


def woven(repository: Path, revision: str, folders: Iterable[str], since: str | None = None) -> Iterator[Logged]:
    """Go back through all commits, on merged lines too, with what each changed under some folders.

    What a merge changed is told from its first parent, as above.
    """
    ways = ("--sparse", "--full-history", "--diff-merges=first-parent")
    return _logged(repository, ways, revision, folders, since)


def _logged(
    repository: Path, ways: tuple[str, ...], revision: str, folders: Iterable[str], since: str | None
) -> Iterator[Logged]:
    after = (revision, f"^{since}") if since else (revision,)
    out = check(run(repository, *PLAIN, "log", *_RAW, *ways, f"--format=%x00{_FORM}", *after, "--", *folders))
    parts = iter(out.split(b"\0"))
    found: Logged | None = None
    changes: list[FileChange] = []
    for part in parts:
        row = part.lstrip(b"\n")
        if row.startswith(b":"):
            changes.append(FileChange(next(parts).decode("utf-8", "replace"), _blob(row)))
        elif row:
            if found:
                yield found._replace(changes=tuple(changes))
            found, changes = _read(row), []
    if found:
        yield found._replace(changes=tuple(changes))


def _read(row: bytes) -> Logged:
    facts, _, subject = row.decode("utf-8", "replace").partition("\t")
    full, day, *parents = facts.split()
    return Logged(Commit(full, date.fromisoformat(day), subject), (), tuple(parents))


def _blob(row: bytes) -> str | None:
    """Give the blob that a row of a raw diff leaves; None of a file that is gone, a link and a submodule."""
    _, mode, _, blob, _ = row.decode().split(" ")
    return blob if mode.startswith(_PLAIN_FILE) else None


def moved_from(repository: Path, commit: str, path: str) -> str | None:
    """Tell where the file was that a commit, by its full hash, put at ``path``; None of one that was not moved."""
    options = ("-r", "-z", "-M", _FEW, "--no-commit-id", "--name-status", "--diff-filter=R")
    done = run(repository, "diff-tree", *options, f"{commit}^1", commit)  # which fails where there is nothing before
    parts = os.fsdecode(done.stdout).split("\0")
    return next((old for old, new in zip(parts[1::3], parts[2::3], strict=False) if new == path), None)


def commits(repository: Path) -> Iterator[Commit]:
    """Go back from the checked-out commit along first parents."""
    listed = check(run(repository, *PLAIN, "log", "-z", "--first-parent", f"--format={_FORM}", "--encoding=UTF-8"))
    yield from (_read(row).commit for row in listed.split(b"\0") if row)
