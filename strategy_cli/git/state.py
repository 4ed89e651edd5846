"""State: how the files on disk stand to what was committed."""

import os
from collections.abc import Iterator
from pathlib import Path

from strategy_cli.git.process import check, run

_CHECKED_OUT = "H"  # how git marks the files that are here, and those that it leaves out
_SKIPPED = "S"


def is_clean(repository: Path, folder: Path) -> bool:
    """Tell whether every file under ``folder`` is known to be as it was committed, with nothing new beside."""
    if check(run(repository, "status", "--porcelain", "-z", "--", str(folder))):
        return False
    tags = {tag for tag, _ in _index(repository, folder)}
    return tags == {_CHECKED_OUT}  # any other: git was told not to look, or not to have the file here at all


def tracks(repository: Path, file: Path) -> bool:
    """Tell whether git keeps a file; not where git itself cannot tell."""
    done = run(repository, "ls-files", "-z", "--", str(file.resolve()))
    return not done.returncode and bool(done.stdout)


def left_out(repository: Path, folder: Path) -> Iterator[str]:
    """List the committed files under ``folder``, from the root, that a sparse checkout leaves out of it."""
    for tag, path in _index(repository, folder):
        if tag.upper() == _SKIPPED and not (repository / path).exists():
            yield path


def _index(repository: Path, folder: Path) -> Iterator[tuple[str, str]]:
    out = check(run(repository, "ls-files", "-v", "-z", "--full-name", "--", str(folder)))
    for row in filter(None, out.split(b"\0")):
        tag, _, path = os.fsdecode(row).partition(" ")
        yield tag, path
