"""On paper: the unit's card is one page, the owner's one or two, the board's packet no more than twenty."""

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from strategy_cli import loading, source
from strategy_cli.commands.report import formatted
from strategy_cli.messages import Messages
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.reports import made

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

SAMPLE = Path(__file__).parents[2] / "strategy_data"
MOST = {"unit": ("units", 1), "owner": ("owners", 2), "board": ("bodies", 20)}


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("kind", MOST)
def test_it_fits_the_paper_that_it_is_meant_for(browser: "Browser", kind: str, language: str) -> None:
    strategy = loading.load(source.from_folder(SAMPLE)).strategy
    things, most = MOST[kind]
    page, pages = browser.new_page(), {}
    for identity in getattr(strategy, things):
        report = made(kind, Basis(strategy, date(2026, 9, 30), subject=identity))
        page.set_content(formatted("html", report, None, Messages(language)))
        paper = page.pdf(format="A4", prefer_css_page_size=True)
        pages[identity] = len(re.findall(rb"/Type\s*/Page\b", paper))
    page.close()
    assert all(pages.values())
    assert {identity: n for identity, n in pages.items() if n > most} == {}
