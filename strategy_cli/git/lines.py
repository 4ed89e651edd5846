"""Lines: which commit last changed each line of a file, and where the history at hand is cut off."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from strategy_cli.git.contents import blobs
from strategy_cli.git.process import FATAL, check, run


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
