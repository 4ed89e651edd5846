"""Counting: what is asked of git and of the parser while a past is gone through."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from strategy_cli import git
from strategy_cli.document import Document, parse
from strategy_cli.loading import forget, one_file


class Counting:
    """How often git was asked for contents, how often for each blob, and how often each content was parsed."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        """Begin, with nothing read before."""
        self.calls = 0
        self.blobs: Counter[str] = Counter()
        self.parsed: Counter[bytes] = Counter()
        self._read = git.blobs
        forget()  # what another test has read would not be counted
        patch.setattr(git, "blobs", self.read)
        patch.setattr(one_file, "parse", self.parse)

    def read(self, repository: Path, ids: Iterable[str]) -> Iterator[bytes]:
        """Read blobs."""
        wanted = list(ids)
        self.blobs.update(wanted)
        self.calls += 1
        return self._read(repository, wanted)

    def parse(self, path: str, content: bytes) -> Document:
        """Parse a file."""
        self.parsed[content] += 1
        return parse(path, content)
