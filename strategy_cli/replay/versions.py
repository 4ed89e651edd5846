"""Versions: the strategy as each commit left it, oldest first; each distinct content read from git and parsed once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from strategy_cli import git
from strategy_cli.finding import Finding
from strategy_cli.git import Commit, Logged
from strategy_cli.past import Past
from strategy_cli.replay.carried_over import loaded_after
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
class Folder:
    """The files of the strategy's folder at one commit, by their path in it."""

    files: dict[str, bytes] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, source: Source | None) -> Self:
        """Begin with the files of a version; with none where there is none."""
        return cls(dict(source.files), dict(source.refused)) if source else cls()

    def take(self, past: Past, step: Logged, contents: Mapping[str, bytes]) -> None:
        """Bring the files to where a commit left them."""
        for inside, blob in _changed(step, past.prefix):
            self._put(inside, contents[blob] if blob else None)

    def _put(self, path: str, content: bytes | None) -> None:
        self.files.pop(path, None)
        self.refused.pop(path, None)
        if content is not None and len(content) > LARGEST_FILE:
            self.refused[path] = "too-large"
        elif content is not None:
            self.files[path] = content

    def at(self, past: Past, commit: Commit) -> Source | None:
        """Give the version as it stands now, which a commit left; None where there is no ``strategy.yaml``."""
        version = Version(past.folder.name, commit.hash, commit.hash, commit.day)
        return Source(past.prefix, version, self.files, self.refused) if MAIN_FILE in self.files else None


def versions(past: Past, base: Source | None = None, before: Strategy | None = None) -> Iterator[Stage]:
    """Go through the versions that a past holds, oldest first.

    ``base`` are the files that the past goes on from, and ``before`` the strategy that they hold; without them it is
    the whole past. A commit that leaves no ``strategy.yaml`` in the folder is no version.
    """
    steps = past.steps[::-1]
    return stages(past, steps, contents(past, steps), Folder.of(base), before)


def stages(
    past: Past, steps: Iterable[Logged], contents: Mapping[str, bytes], folder: Folder, before: Strategy | None
) -> Iterator[Stage]:
    """Go through the versions that some steps, oldest first, make of a folder, in which ``before`` stood."""
    for step in steps:
        folder.take(past, step, contents)
        if version := folder.at(past, step.commit):
            before, faults = loaded_after(version, before)
            yield Stage(step.commit, before, faults)


def contents(past: Past, steps: Iterable[Logged]) -> Mapping[str, bytes]:
    """Read every distinct content of some steps at once."""
    blobs = dict.fromkeys(blob for step in steps for _, blob in _changed(step, past.prefix) if blob)
    return dict(zip(blobs, git.blobs(past.repository, blobs), strict=True)) if blobs else {}


def _changed(step: Logged, prefix: str) -> Iterator[tuple[str, str | None]]:
    for change in step.changes:
        inside = change.path.removeprefix(prefix)
        if is_strategy(inside):
            yield inside, change.blob
