"""Versions: the strategy as each commit left it, oldest first; each distinct content read from git and parsed once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from strategy_cli import git
from strategy_cli.finding import Finding
from strategy_cli.git import Commit, FileChange
from strategy_cli.past import Past
from strategy_cli.replay.kept import loaded_after
from strategy_cli.source import LARGEST_FILE, MAIN_FILE, Source, Version, is_strategy
from strategy_cli.strategy import Strategy


class Stage(NamedTuple):
    """A committed version of a strategy.

    What a file that is broken there last held stands in it still; ``faults`` say what was wrong.
    """

    commit: Commit
    strategy: Strategy
    faults: tuple[Finding, ...] = ()


@dataclass(slots=True)
class _Folder:
    """The files of the strategy's folder at one commit, by their path in it."""

    files: dict[str, bytes] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)

    def put(self, path: str, content: bytes | None) -> None:
        self.files.pop(path, None)
        self.refused.pop(path, None)
        if content is not None and len(content) > LARGEST_FILE:
            self.refused[path] = "too-large"
        elif content is not None:
            self.files[path] = content


def versions(past: Past, base: Source | None = None, before: Strategy | None = None) -> Iterator[Stage]:
    """Go through the versions that a past holds, oldest first.

    ``base`` are the files that the past goes on from, and ``before`` the strategy that they hold; without them it is
    the whole past. A commit that leaves no ``strategy.yaml`` in the folder is no version.
    """
    folder = past.folder.relative_to(past.repository).as_posix()
    prefix = "" if folder == "." else f"{folder}/"
    contents = _contents(past, prefix)
    held = _Folder(dict(base.files), dict(base.refused)) if base else _Folder()
    for step in reversed(past.steps):
        for inside, blob in _changed(step.changes, prefix):
            held.put(inside, contents[blob] if blob else None)
        if MAIN_FILE in held.files:
            version = Version(past.folder.name, step.commit.hash, step.commit.hash, step.commit.day)
            before, faults = loaded_after(Source(prefix, version, held.files, held.refused), before)
            yield Stage(step.commit, before, faults)


def _changed(changes: tuple[FileChange, ...], prefix: str) -> Iterator[tuple[str, str | None]]:
    for change in changes:
        inside = change.path.removeprefix(prefix)
        if is_strategy(inside):
            yield inside, change.blob


def _contents(past: Past, prefix: str) -> Mapping[str, bytes]:
    """Read every distinct content at once."""
    blobs = dict.fromkeys(b for step in past.steps for _, b in _changed(step.changes, prefix) if b)
    return dict(zip(blobs, git.blobs(past.repository, blobs), strict=True)) if blobs else {}
