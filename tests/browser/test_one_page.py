"""The summary on paper: one A4 page, so that it can be handed out as it is."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from strategy_cli import loading, source
from strategy_cli.changes import compared
from strategy_cli.commands.report import formatted
from strategy_cli.messages import Messages
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.reports import made

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

SAMPLE = Path(__file__).parents[2] / "strategy_data"
ON = date(2026, 9, 30)


@pytest.mark.parametrize("since", [False, True], ids=["", "since"])
@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_sample_prints_on_exactly_one_page(
    browser: "Browser",
    tmp_path: Path,
    language: str,
    since: bool,  # noqa: FBT001
) -> None:
    read = loading.load(source.from_folder(SAMPLE)).strategy
    report = made("summary", Basis(read, ON, year=ON.year))
    earlier = replace(read, entities={**read.entities, "goal": {}, "project": {}})
    comparison = compared(earlier, read) if since else None
    file = tmp_path / "summary.html"
    file.write_text(formatted("html", report, comparison, Messages(language)), "utf-8")
    page = browser.new_page()
    try:
        page.goto(file.as_uri())
        printed = page.pdf(format="A4")
    finally:
        page.close()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
