"""Compare two folders as a general tool does: load every file into trees, and let DeepDiff tell what differs."""

import sys
from pathlib import Path
from time import process_time
from typing import Any

from deepdiff import DeepDiff
from ruamel.yaml import YAML


def loaded(folder: Path) -> dict[str, dict[str, Any]]:
    """Load a strategy: the files of each kind by their names, as identity is in a strategy, wherever they stand."""
    reader = YAML(typ="safe")  # by the C parser
    trees: dict[str, dict[str, Any]] = {}
    for file in sorted(folder.rglob("*.yaml")):
        trees.setdefault(file.relative_to(folder).parts[0], {})[file.stem] = reader.load(file.read_bytes())
    return trees


def main(old: str, new: str) -> None:
    """Compare, print what differs, and tell the processor seconds of the comparison alone."""
    sides = loaded(Path(old)), loaded(Path(new))
    start = process_time()
    found = DeepDiff(*sides, ignore_order=True)
    alone = process_time() - start
    print(found.pretty())
    sys.stderr.write(f"{alone}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
