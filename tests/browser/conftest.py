"""The browser that the tests look at pages with, and axe-core; without either the tests fail."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = os.environ.get("STRATEGY_CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Start the machine's own Chromium; without one, or without playwright, the tests fail."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """Give axe-core's script, named by ``AXE_JS``; without it the tests fail."""
    named = os.environ.get("AXE_JS", "")
    assert Path(named).is_file(), "AXE_JS must name axe.min.js: npm install --ignore-scripts axe-core"
    return Path(named).read_text("utf-8")
