"""Folders: strategies written to disk, and a git repository to keep them in."""

import os
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from strategy_cli import loading
from strategy_cli.loading import Loaded
from strategy_cli.source import MAIN_FILE, Source, Version

Files = Mapping[str, str | bytes]
Write = Callable[[Files], Path]
Load = Callable[[Files], Loaded]

ABOUT = "title: Strategy\nlanguages: [fi, sv, en]\n"
# Nothing of the machine's own git may reach a test, nor of a git that runs the tests from a hook.
ENVIRONMENT = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")} | {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_DATE": "2026-03-31T23:30:00+0300",
    "GIT_COMMITTER_DATE": "2026-03-31T23:30:00+0300",
}
IDENTITY = ("-c", "user.name=Coordinator", "-c", "user.email=coordinator@example.org")


def contents(files: Files) -> dict[str, bytes]:
    """Give the files as bytes, with a plain ``strategy.yaml`` unless there is one."""
    texts = {MAIN_FILE: ABOUT, **files}
    return {path: text if isinstance(text, bytes) else text.encode() for path, text in texts.items()}


def written(files: Files, root: Path) -> Path:
    """Write a strategy into ``root``."""
    for path, content in contents(files).items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return root


def loaded(files: Files) -> Loaded:
    """Load a strategy without a disk."""
    return loading.load(Source("", Version("made"), contents(files)))


@dataclass(frozen=True)
class Repository:
    """A git repository, with the strategy in a folder of it."""

    root: Path
    data: Path

    def git(self, *arguments: str, **environment: str) -> str:
        """Run git here and give what it says."""
        command = ["git", *IDENTITY, "-C", str(self.root), *arguments]
        clean = ENVIRONMENT | environment
        return subprocess.run(command, check=True, capture_output=True, text=True, env=clean).stdout.strip()

    def write(self, files: Files) -> Path:
        """Write a strategy into the folder."""
        return written(files, self.data)

    def commit(self, message: str = "Change", *, day: str | None = None) -> str:
        """Commit everything there is, on a day if given (``2025-12-31``); gives the commit's hash."""
        time = {"GIT_AUTHOR_DATE": f"{day}T12:00:00+0200", "GIT_COMMITTER_DATE": f"{day}T12:00:00+0200"}
        self.git("add", "--all", "--force")
        self.git("commit", "--quiet", "--allow-empty", "--message", message, **(time if day else {}))
        return self.git("rev-parse", "HEAD")
