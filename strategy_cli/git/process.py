"""Process: git is run with a clean environment, exact bytes, no hooks and no questions."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from strategy_cli.errors import StrategyError

FATAL = 128
PLAIN = ("-c", "log.showRoot=true", "-c", "log.showSignature=false")
_SAFE = ("-c", "core.fsmonitor=false", "-c", "core.quotepath=false", "--no-pager", "--literal-pathspecs")


def run(
    repository: Path, *args: str, stdin: bytes | None = None, where: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run git in a repository and wait for it; raises StrategyError where there is no git."""
    # Hooks export GIT_DIR and friends, which would silently point us at another repository.
    clean = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    clean |= {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C", **(where or {})}
    try:
        return subprocess.run(
            ["git", *_SAFE, "-C", str(repository), *args], input=stdin, capture_output=True, env=clean, check=False
        )
    except FileNotFoundError:
        raise StrategyError("no-git") from None


def check(done: subprocess.CompletedProcess[bytes]) -> bytes:
    """Give what git said; raises StrategyError with its reason when it could not do its part."""
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise StrategyError("git-failed", reason=lines[-1] if lines else str(done.returncode))
    return done.stdout
