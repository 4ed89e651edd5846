"""Keyboard: the program on a terminal of its own, with somebody who answers its questions."""

import os
import select
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

PATIENCE = 60


def answered(
    arguments: Sequence[str], answers: Sequence[str], folder: Path, env: Mapping[str, str] | None = None
) -> tuple[int, str]:
    """Run ``strategy`` on a terminal, answer each question in turn; gives the exit code and all that was shown."""
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "strategy_cli", *arguments]
    settled = {**os.environ, "TERM": "dumb", "NO_COLOR": "1", **(env or {})}
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=folder, env=settled)
    os.close(theirs)
    shown, left, until = b"", [*answers], time.monotonic() + PATIENCE
    seen = 0
    while time.monotonic() < until:
        ready, _, _ = select.select([ours], [], [], 1)
        if ready:
            try:
                read = os.read(ours, 65536)
            except OSError:  # a terminal whose program has ended says so
                break
            if not read:
                break
            shown += read
        if left and shown[seen:].endswith(b": "):
            seen = len(shown)
            os.write(ours, left.pop(0).encode() + b"\n")
    os.close(ours)
    return process.wait(PATIENCE), shown.decode("utf-8", "replace").replace("\r\n", "\n")
