"""Compiled: templates once compiled are kept, within a run and, as Python does with modules, beside the program."""

import sys
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket

_FOLDER = Path(__file__).parent / "__pycache__"


class Kept(BytecodeCache):
    """Keeps compiled templates as long as the program runs."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was compiled from the same source."""
        bucket.code = self._held.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what has been compiled."""
        if bucket.code is not None:
            self._held[bucket.key, bucket.checksum] = bucket.code


class Stored(Kept):
    """Keeps them in ``__pycache__`` too, where Python may write its own; compiling takes a fifth of a second.

    The words of the language are compiled in, so that a change of any of them makes all of it anew.
    """

    def __init__(self, language: str, wording: str) -> None:
        super().__init__()
        self._words = f"{language} {wording} {_fingerprint(language)}"
        self._files = FileSystemBytecodeCache(str(_FOLDER), "template-%s.cache")

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Tell templates of the same name and other words apart."""
        return super().get_cache_key(f"{name} {self._words}", filename)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was compiled in this run or an earlier one."""
        super().load_bytecode(bucket)
        if bucket.code is None:
            with suppress(OSError):
                self._files.load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what has been compiled, for later runs unless Python is told not to."""
        super().dump_bytecode(bucket)
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                self._files.dump_bytecode(bucket)


@cache
def stored(language: str, wording: str) -> Stored:
    """Give the one store of a language and its wording (of a report that names nobody, say)."""
    return Stored(language, wording)


def _fingerprint(language: str) -> str:
    folder = files("strategy_cli") / "locales" / language
    read = blake2b(digest_size=8)
    for file in sorted((*folder.iterdir(), *(folder / "rules").iterdir()), key=lambda one: one.name):
        if file.name.endswith(".yaml"):
            read.update(file.read_bytes())
    return read.hexdigest()
