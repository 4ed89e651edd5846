"""What any test may ask for: a strategy on disk, one in memory, and a git repository."""

from pathlib import Path

import folders
import pytest
from folders import Load, Repository, Write


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write files into a strategy's folder, which is given back."""
    return lambda files: folders.written(files, tmp_path / "strategy")


@pytest.fixture(scope="session")
def loaded() -> Load:
    """Load files as a strategy, without a disk."""
    return folders.loaded


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Give an empty repository whose strategy stands in ``strategy_data/``."""
    root = tmp_path / "repository"
    made = Repository(root, root / "strategy_data")
    root.mkdir()
    made.git("init", "--quiet", "--initial-branch=main")
    return made
