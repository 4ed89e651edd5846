"""Files replaced whole or not at all: written beside, then put in place, with the permissions they had."""

import errno
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from strategy_cli.errors import StrategyError


def replace(file: Path, content: bytes) -> None:
    """Replace a file's bytes; whoever reads it meanwhile finds the old or the new. Raises StrategyError."""
    beside: str | None = None
    try:
        if not os.access(file, os.W_OK):
            raise PermissionError(errno.EACCES, "read-only")
        handle, beside = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=file.parent)  # a name that is never read
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        shutil.copymode(file, beside)
        os.replace(beside, file)  # noqa: PTH105
    except OSError as error:
        if beside is not None:
            with suppress(OSError):
                Path(beside).unlink()
        raise StrategyError("cannot-write", file=str(file), reason=error) from None
