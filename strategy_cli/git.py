"""Git by subprocess: a clean environment, exact bytes, no hooks and no questions."""

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from strategy_cli.errors import StrategyError

_FATAL = 128
_STEP = "\x01"  # begins each commit of a listing
_CHECKED_OUT = "H"  # how git marks the files that are here, and those that it leaves out
_SKIPPED = "S"
_SAFE = ("-c", "core.fsmonitor=false", "-c", "core.quotepath=false", "--no-pager", "--literal-pathspecs")


class Commit(NamedTuple):
    """A commit: its full hash and the day it was committed, in the committer's own time zone."""

    hash: str
    day: date


class TreeEntry(NamedTuple):
    """A file in a commit: its mode, blob id, size in bytes and path from the repository root."""

    mode: str
    blob: str
    size: int
    path: str


class FileChange(NamedTuple):
    """A file that a commit changed: its path from the root, and its blob after; None where it was deleted."""

    path: str
    blob: str | None


class Step(NamedTuple):
    """A commit with the files that it changed."""

    commit: Commit
    changes: tuple[FileChange, ...]


def repository_of(path: Path) -> Path | None:
    """Find the root of the working tree that holds ``path``; None outside a repository."""
    start = path.resolve()
    return next((p for p in (start, *start.parents) if (p / ".git").exists()), None)


def commit(repository: Path, revision: str) -> Commit:
    """Resolve a revision to its commit; raises StrategyError when the repository has no such revision."""
    if revision.startswith("-"):
        raise StrategyError("revision-option", revision=revision)
    found = _run(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
    if found.returncode == _FATAL and b"ownership" in found.stderr:
        _check(found)
    if found.returncode:
        raise _missing(repository, revision)
    full = found.stdout.decode().strip()
    shown = _check(_run(repository, "show", "--no-patch", "--format=%cs", full))
    return Commit(full, date.fromisoformat(shown.decode().strip()))


def head(repository: Path) -> Commit | None:
    """Give the checked-out commit; None before the first commit."""
    try:
        return commit(repository, "HEAD")
    except StrategyError:
        return None


def _missing(repository: Path, revision: str) -> StrategyError:
    """Say why a revision is not there: there are no commits at all, only the latest, or it is mistyped."""
    asked = {"revision": revision, "repository": repository.name}
    if _run(repository, "rev-list", "--max-count=1", "--all").stdout == b"":
        return StrategyError("no-commits", **asked)
    if _run(repository, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true":
        return StrategyError("shallow-clone", **asked)
    return StrategyError("no-revision", **asked)


def is_clean(repository: Path, folder: Path) -> bool:
    """Tell whether every file under ``folder`` is known to be as it was committed, with nothing new beside."""
    if _check(_run(repository, "status", "--porcelain", "-z", "--", str(folder))):
        return False
    tags = {tag for tag, _ in _index(repository, folder)}
    return tags == {_CHECKED_OUT}  # any other: git was told not to look, or not to have the file here at all


def tracks(repository: Path, file: Path) -> bool:
    """Tell whether git keeps a file; not where git itself cannot tell."""
    done = _run(repository, "ls-files", "-z", "--", str(file.resolve()))
    return not done.returncode and bool(done.stdout)


def left_out(repository: Path, folder: Path) -> Iterator[str]:
    """List the committed files under ``folder``, from the root, that a sparse checkout leaves out of it."""
    for tag, path in _index(repository, folder):
        if tag.upper() == _SKIPPED and not (repository / path).exists():
            yield path


def _index(repository: Path, folder: Path) -> Iterator[tuple[str, str]]:
    out = _check(_run(repository, "ls-files", "-v", "-z", "--full-name", "--", str(folder)))
    for row in filter(None, out.split(b"\0")):
        tag, _, path = os.fsdecode(row).partition(" ")
        yield tag, path


def tree(repository: Path, revision: str, folder: str) -> Iterator[TreeEntry]:
    """List the files under ``folder`` (from the root, ``.`` for all) at a full commit hash."""
    out = _check(_run(repository, "ls-tree", "-r", "-l", "-z", "--full-tree", revision, "--", folder))
    for row in filter(None, out.split(b"\0")):
        facts, path = row.split(b"\t", 1)
        mode, _, blob, size = facts.decode().split()
        yield TreeEntry(mode, blob, int(size) if size.isdigit() else 0, path.decode("utf-8", "replace"))


def blobs(repository: Path, ids: Iterable[str]) -> Iterator[bytes]:
    """Read many blobs in one call, in the order asked for."""
    wanted = "".join(f"{i}\n" for i in ids).encode()
    out = memoryview(_check(_run(repository, "cat-file", "--batch", stdin=wanted)))
    at = 0
    while at < len(out):
        end = at + bytes(out[at : at + 200]).index(b"\n")
        head = bytes(out[at:end]).decode()
        if not head.rpartition(" ")[2].isdigit():  # "… missing": a partial clone
            raise StrategyError("git-failed", reason=head)
        size = int(head.rpartition(" ")[2])
        yield bytes(out[end + 1 : end + 1 + size])
        at = end + 2 + size


def steps(repository: Path, revision: str, folder: str) -> Iterator[Step]:
    """Go back through the commits that changed files under ``folder`` (from the root), the latest first.

    Only along first parents from a full commit hash or ``HEAD``, where a merge is one step with all that it brought: so
    each step is the folder as it stood on this branch.
    """
    options = ("-z", "--first-parent", "-m", "--raw", "--no-abbrev", "--no-renames", "--no-color", "--no-ext-diff")
    settings = ("-c", "log.showRoot=true", "-c", "log.showSignature=false")
    out = _check(_run(repository, *settings, "log", *options, f"--format={_STEP}%H %cs", revision, "--", folder))
    for one in out.split(_STEP.encode())[1:]:
        head, *rest = one.split(b"\0")
        full, day = head.decode().split()
        facts = (row.split() for row in rest[::2] if row.strip())
        paths = (path.decode("utf-8", "replace") for path in rest[1::2])
        changes = (FileChange(path, _present(row[3])) for row, path in zip(facts, paths, strict=False))
        yield Step(Commit(full, date.fromisoformat(day)), tuple(changes))


def _present(blob: bytes) -> str | None:
    return blob.decode() if blob.strip(b"0") else None


@contextmanager
def indexed(repository: Path, revision: str) -> Iterator[Mapping[str, str]]:
    """Index which files each commit up to a full hash changed: ``blame`` of many files is far quicker with it.

    Gives the environment to ask in. The index stands in a folder of its own, gone in the end: nothing is written into
    the repository. Where git makes none (as of a shallow clone) all works without.
    """
    objects = os.fsdecode(_check(_run(repository, "rev-parse", "--git-path", "objects")).rstrip(b"\n"))
    held = str((repository / objects).resolve())
    if os.pathsep in held:
        yield {}
        return
    with TemporaryDirectory(prefix="strategy-") as folder:
        here = {"GIT_OBJECT_DIRECTORY": folder, "GIT_ALTERNATE_OBJECT_DIRECTORIES": held}
        write = ("commit-graph", "write", "--stdin-commits", "--changed-paths", "--no-progress")
        _run(repository, *write, stdin=f"{revision}\n".encode(), where=here)
        yield here


def blame(repository: Path, revision: str | None, path: str, where: Mapping[str, str] | None = None) -> bytes | None:
    """Ask which commit last changed each line of a file, at a full commit hash, else as it is on disk.

    Gives git's porcelain format; None of a file that git does not know. A change of nothing but white space, such as
    of line ends, is none; nobody's own settings of what to pass over count.
    """
    options = ("--porcelain", "-w", "--no-textconv", "--encoding=UTF-8", "--ignore-revs-file=")
    at = () if revision is None else (revision,)
    done = _run(repository, "blame", *options, *at, "--", path, where=where)
    if done.returncode == _FATAL and b"no such path" in done.stderr:
        return None
    return _check(done)


def cut_off(repository: Path) -> frozenset[str]:
    """List the commits that a shallow clone's history is cut off at: those whose parents are not here."""
    whole = (repository / ".git").is_dir() and not (repository / ".git" / "shallow").exists()
    if whole:  # seen without a process, as it nearly always is
        return frozenset()
    file = os.fsdecode(_check(_run(repository, "rev-parse", "--git-path", "shallow")).rstrip(b"\n"))
    try:
        names = (repository / file).read_text("ascii").split()
    except FileNotFoundError:
        return frozenset()
    found = zip(names, blobs(repository, names), strict=True)  # the first commit of all may be listed too
    return frozenset(name for name, commit in found if b"\nparent " in commit.partition(b"\n\n")[0])


def begin(folder: Path) -> None:
    """Make a folder a repository; raises StrategyError when git cannot."""
    _check(_run(folder, "init", "--quiet"))


def _run(
    repository: Path, *args: str, stdin: bytes | None = None, where: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    # Hooks export GIT_DIR and friends, which would silently point us at another repository.
    clean = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    clean |= {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C", **(where or {})}
    try:
        return subprocess.run(
            ["git", *_SAFE, "-C", str(repository), *args], input=stdin, capture_output=True, env=clean, check=False
        )
    except FileNotFoundError:
        raise StrategyError("no-git") from None


def _check(done: subprocess.CompletedProcess[bytes]) -> bytes:
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise StrategyError("git-failed", reason=lines[-1] if lines else str(done.returncode))
    return done.stdout
