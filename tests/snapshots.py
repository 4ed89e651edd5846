"""Snapshots: outputs kept as files, which ``UPDATE_SNAPSHOTS=1 pytest`` writes anew."""

import os
from pathlib import Path

from strategy_cli import __version__

FOLDER = Path(__file__).parent / "snapshots"


def matches(text: str, name: str) -> None:
    """Hold a text against the snapshot ``name``; the program's version is masked."""
    kept = FOLDER / name
    masked = text.replace(f"strategy {__version__}", "strategy VERSION")
    if os.environ.get("UPDATE_SNAPSHOTS"):
        FOLDER.mkdir(exist_ok=True)
        kept.write_text(masked, "utf-8", newline="\n")
    assert masked == kept.read_text("utf-8")
