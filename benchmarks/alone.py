"""Compare two folders as ``strategy diff`` does, and tell the processor seconds of the comparison alone."""

import sys
from pathlib import Path
from time import process_time

from strategy_cli import loading, source
from strategy_cli.changes import compared


def main(old: str, new: str) -> None:
    """Load both sides; print how many changes there are, and tell the seconds that finding them took."""
    sides = [loading.load(source.from_folder(Path(side), versioned=False)).strategy for side in (old, new)]
    start = process_time()
    found = compared(*sides)
    alone = process_time() - start
    print(len(found.changes), "changes")
    sys.stderr.write(f"{alone}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
