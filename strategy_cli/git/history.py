"""History: what each commit changed, and which commit last changed each line."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from strategy_cli.git.contents import blobs
from strategy_cli.git.process import FATAL, PLAIN, check, run
from strategy_cli.git.revisions import Commit

_FEW = "-l200"  # a file that was moved as it is is found among any number; one that was changed too, among so many
_PLAIN_FILE = "100"  # how git's modes of files begin


class FileChange(NamedTuple):
    """A file that a commit changed: its path from the root, and its blob after; None where it is no plain file."""

    path: str
    blob: str | None


class Step(NamedTuple):
    """A commit with the files that it changed."""

    commit: Commit
    changes: tuple[FileChange, ...]


def steps(repository: Path, revision: str, folder: str, since: str | None = None) -> Iterator[Step]:
    """Go back through the commits that changed files under ``folder`` (from the root), the latest first.

    Only along first parents from a full commit hash or ``HEAD``, where a merge is one step with all that it brought: so
    each step is the folder as it stood on this branch. What ``since`` holds, a full hash too, is left out.
    """
    options = ("-z", "--first-parent", "-m", "--raw", "--no-abbrev", "--no-renames", "--no-color", "--no-ext-diff")
    form = ("--encoding=UTF-8", "--format=%x00%H %cs %s")
    after = (revision, f"^{since}") if since else (revision,)
    out = check(run(repository, *PLAIN, "log", *options, *form, *after, "--", folder))
    parts = iter(out.split(b"\0"))
    commit: Commit | None = None
    changes: list[FileChange] = []
    for part in parts:
        row = part.lstrip(b"\n")
        if row.startswith(b":"):
            changes.append(FileChange(next(parts).decode("utf-8", "replace"), _blob(row)))
        elif row:
            if commit:
                yield Step(commit, tuple(changes))
            commit, changes = _commit(row), []
    if commit:
        yield Step(commit, tuple(changes))


def _commit(row: bytes) -> Commit:
    full, day, subject = row.decode("utf-8", "replace").split(" ", 2)
    return Commit(full, date.fromisoformat(day), subject)


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
    listed = check(run(repository, *PLAIN, "log", "-z", "--first-parent", "--format=%H %cs %s", "--encoding=UTF-8"))
    yield from map(_commit, filter(None, listed.split(b"\0")))


@contextmanager
def indexed(repository: Path, revision: str) -> Iterator[Mapping[str, str]]:
    """Index which files each commit up to a full hash changed: ``blame`` of many files is far quicker with it.

    Gives the environment to ask in. The index stands in a folder of its own, gone in the end: nothing is written into
    the repository. Where git makes none (as of a shallow clone) all works without.
    """
    objects = os.fsdecode(check(run(repository, "rev-parse", "--git-path", "objects")).rstrip(b"\n"))
    held = str((repository / objects).resolve())
    if os.pathsep in held:
        yield {}
        return
    with TemporaryDirectory(prefix="strategy-") as folder:
        here = {"GIT_OBJECT_DIRECTORY": folder, "GIT_ALTERNATE_OBJECT_DIRECTORIES": held}
        write = ("commit-graph", "write", "--stdin-commits", "--changed-paths", "--no-progress")
        run(repository, *write, stdin=f"{revision}\n".encode(), where=here)
        yield here


def blame(repository: Path, revision: str | None, path: str, where: Mapping[str, str] | None = None) -> bytes | None:
    """Ask which commit last changed each line of a file, at a full commit hash, else as it is on disk.

    Gives git's porcelain format; None of a file that git does not know. A change of nothing but white space, such as
    of line ends, is none; nobody's own settings of what to pass over count.
    """
    options = ("--porcelain", "-w", "--no-textconv", "--encoding=UTF-8", "--ignore-revs-file=")
    at = () if revision is None else (revision,)
    done = run(repository, "blame", *options, *at, "--", path, where=where)
    if done.returncode == FATAL and b"no such path" in done.stderr:
        return None
    return check(done)


def cut_off(repository: Path) -> frozenset[str]:
    """List the commits that a shallow clone's history is cut off at: those whose parents are not here."""
    whole = (repository / ".git").is_dir() and not (repository / ".git" / "shallow").exists()
    if whole:  # seen without a process, as it nearly always is
        return frozenset()
    file = os.fsdecode(check(run(repository, "rev-parse", "--git-path", "shallow")).rstrip(b"\n"))
    try:
        names = (repository / file).read_text("ascii").split()
    except FileNotFoundError:
        return frozenset()
    found = zip(names, blobs(repository, names), strict=True)  # the first commit of all may be listed too
    return frozenset(name for name, commit in found if b"\nparent " in commit.partition(b"\n\n")[0])
