"""Contents: the files of a commit, and the repository that stands in their place or around them."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from strategy_cli.errors import StrategyError
from strategy_cli.git.process import check, run

_SUBMODULE = "160000"  # how git's mode of one is written


class TreeEntry(NamedTuple):
    """A file in a commit: its mode, blob id, size in bytes and path from the repository root."""

    mode: str
    blob: str
    size: int
    path: str


def tree(repository: Path, revision: str, folder: str) -> Iterator[TreeEntry]:
    """List the files under ``folder`` (from the root, ``.`` for all) at a full commit hash."""
    out = check(run(repository, "ls-tree", "-r", "-l", "-z", "--full-tree", revision, "--", folder))
    for row in filter(None, out.split(b"\0")):
        facts, path = row.split(b"\t", 1)
        mode, _, blob, size = facts.decode().split()
        yield TreeEntry(mode, blob, int(size) if size.isdigit() else 0, path.decode("utf-8", "replace"))


def blobs(repository: Path, ids: Iterable[str]) -> Iterator[bytes]:
    """Read many blobs in one call, in the order asked for."""
    wanted = "".join(f"{i}\n" for i in ids).encode()
    out = memoryview(check(run(repository, "cat-file", "--batch", stdin=wanted)))
    at = 0
    while at < len(out):
        end = at + bytes(out[at : at + 200]).index(b"\n")
        head = bytes(out[at:end]).decode()
        if not head.rpartition(" ")[2].isdigit():  # "… missing": a partial clone
            raise StrategyError("git-failed", reason=head)
        size = int(head.rpartition(" ")[2])
        yield bytes(out[end + 1 : end + 1 + size])
        at = end + 2 + size


def under(folder: str) -> str:
    """Give what the paths of all in a folder begin with, both from the root: nothing for the root itself, ``.``."""
    return "" if folder == "." else f"{folder}/"


def same_folder(repository: Path, commits: tuple[str, str], folder: str) -> bool:
    """Tell whether a folder, from the root, is the same in two commits."""
    inside = "" if folder == "." else folder
    found = run(repository, "rev-parse", *(f"{commit}:{inside}" for commit in commits)).stdout.split()
    return len(found) == len(commits) and found[0] == found[1]


def holding(repository: Path) -> tuple[Path, str] | None:
    """Find the repository that this one is a submodule of, and its path in there from the root; None of any other."""
    above = os.fsdecode(run(repository, "rev-parse", "--show-superproject-working-tree").stdout.rstrip(b"\n"))
    return (Path(above), repository.resolve().relative_to(Path(above).resolve()).as_posix()) if above else None


def submodule_at(repository: Path, revision: str | None, path: str) -> str | None:
    """Give the commit that a submodule stands at, in a revision or now; None where ``path`` is none, nor in one."""
    for folder in (PurePosixPath(path), *PurePosixPath(path).parents):
        if str(folder) != ".":
            ask = ("ls-files", "-s", "-z") if revision is None else ("ls-tree", "-z", "--full-tree", revision)
            mode, *facts = run(repository, *ask, "--", str(folder)).stdout.decode("utf-8", "replace").split()[:3] or [
                ""
            ]
            if mode == _SUBMODULE:
                return facts[-1 if revision else 0]
    return None
