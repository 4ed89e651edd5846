"""Make the repository of 300 commits over 500 files that ``history`` and ``retrospect`` are measured on."""

import sys
from pathlib import Path

import long_history  # from tests/, where the tests of both commands use it too


def main(folder: str) -> None:
    """Make it, with the first version of all tagged ``first``."""
    made = long_history.make(Path(folder))
    made.repository.git("tag", "first", made.commits[0])
    print(f"{len(made.commits)} commits on the main line, {made.blobs} distinct contents of files")


if __name__ == "__main__":
    main(*sys.argv[1:])
