"""Revisions: which commit is meant, and which there are to choose from."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from strategy_cli.errors import StrategyError
from strategy_cli.git.process import FATAL, PLAIN, check, run


class Commit(NamedTuple):
    """A commit: its full hash, its day in the committer's own time zone, and the first line of its message."""

    hash: str
    day: date
    subject: str = ""


def repository_of(path: Path) -> Path | None:
    """Find the root of the working tree that holds ``path``; None outside a repository."""
    start = path.resolve()
    return next((p for p in (start, *start.parents) if (p / ".git").exists()), None)


def commit(repository: Path, revision: str) -> Commit:
    """Resolve a revision to its commit; raises StrategyError when the repository has no such revision."""
    if revision.startswith("-"):
        raise StrategyError("revision-option", revision=revision)
    found = run(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
    if found.returncode == FATAL and b"ownership" in found.stderr:
        check(found)
    if found.returncode:
        raise _missing(repository, revision)
    full = found.stdout.decode().strip()
    shown = check(run(repository, *PLAIN, "show", "--no-patch", "--encoding=UTF-8", "--format=%cs %s", full))
    day, _, subject = shown.decode("utf-8", "replace").rstrip("\n").partition(" ")
    return Commit(full, date.fromisoformat(day), subject)


def head(repository: Path) -> Commit | None:
    """Give the checked-out commit; None before the first commit."""
    try:
        return commit(repository, "HEAD")
    except StrategyError:
        return None


def _missing(repository: Path, revision: str) -> StrategyError:
    """Say why a revision is not there: there are no commits at all, only the latest, or it is mistyped."""
    asked = {"revision": revision, "repository": repository.name}
    if run(repository, "rev-list", "--max-count=1", "--all").stdout == b"":
        return StrategyError("no-commits", **asked)
    if is_shallow(repository):
        return StrategyError("shallow-clone", **asked)
    return StrategyError("no-revision", **asked)


def is_shallow(repository: Path) -> bool:
    """Tell whether the repository has only the latest commits."""
    return run(repository, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"


def names(repository: Path) -> list[str]:
    """List the branches, the tags and the branches of other repositories, as people write them."""
    kinds = ("refs/heads", "refs/tags", "refs/remotes")
    return check(run(repository, "for-each-ref", "--format=%(refname:short)", *kinds)).decode().split()


def begin(folder: Path) -> None:
    """Make a folder a repository; raises StrategyError when git cannot."""
    check(run(folder, "init", "--quiet"))
