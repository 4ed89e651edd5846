"""The page in a real browser: it fits a phone, passes axe, needs no JavaScript and no network, and prints."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hostile import TEXTS, everywhere
from looking import BROKEN_WORDS, PAST_THE_SIDE

from strategy_cli import loading, source
from strategy_cli.changes import compared
from strategy_cli.commands.report import formatted
from strategy_cli.messages import Messages
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.reports import made

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SAMPLE = Path(__file__).parents[2] / "strategy_data"
ON = date(2026, 9, 30)
LANGUAGES = ("fi", "sv")
DESKTOP, PHONE, SMALL = (1280, 900), (390, 844), (320, 640)

Open = Callable[..., "Page"]


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write the sample's report in both languages of the country, and one whose every word is too long for a line."""
    folder = tmp_path_factory.mktemp("reports")
    sample = loading.load(source.from_folder(SAMPLE, versioned=False)).strategy
    long = everywhere(TEXTS["long word"]).strategy
    before = everywhere("Ordinary").strategy
    for name, strategy, language in (("fi", sample, "fi"), ("sv", sample, "sv"), ("long", long, "sv")):
        page = formatted("html", made("progress", Basis(strategy, ON)), compared(before, strategy), Messages(language))
        (folder / f"{name}.html").write_text(page, "utf-8")
    return {file.stem: file for file in folder.iterdir()}


@pytest.fixture
def opened(browser: "Browser", pages: dict[str, Path]) -> Iterator[Open]:
    """Open the report in a window of its own: a size, light or dark, with or without JavaScript."""
    contexts = []

    def open_(
        language: str, size: tuple[int, int] = DESKTOP, watch: Callable[["Page"], None] | None = None, **how: Any
    ) -> "Page":
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **how)
        contexts.append(context)
        page = context.new_page()
        if watch:
            watch(page)
        page.goto(pages[language].as_uri())
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.mark.parametrize("size", [PHONE, SMALL, DESKTOP], ids=["390", "320", "desktop"])
def test_the_longest_words_do_not_run_past_the_side_of_the_window(opened: Open, size: tuple[int, int]) -> None:
    page = opened("long", size)
    assert page.evaluate("window.innerWidth") == size[0]
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    past = page.evaluate(PAST_THE_SIDE)
    assert past == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_tags_and_heads_stay_whole_at_every_width(opened: Open, language: str) -> None:
    page = opened(language)
    broken = {}
    for width in (320, 390, 600, 768, 1000, 1030, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        broken[width] = page.evaluate(BROKEN_WORDS)
    assert {width: words for width, words in broken.items() if words} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_asks_for_nothing_and_complains_of_nothing(opened: Open, language: str) -> None:
    asked: list[str] = []
    said: list[str] = []

    def watch(page: "Page") -> None:
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))

    page = opened(language, watch=watch)
    page.wait_for_load_state("networkidle")
    assert asked == [page.url]
    assert said == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_prints_on_several_sheets(opened: Open, language: str) -> None:
    printed = opened(language).pdf(format="A4")
    assert printed.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) >= 4


def test_tables_are_printed_as_tables_and_read_on_a_phone_as_lists(opened: Open) -> None:
    rows = "getComputedStyle(document.querySelector('.indicators tbody tr')).display"
    page = opened("fi", PHONE)
    assert page.evaluate(rows) == "block"
    page.emulate_media(media="print")
    assert page.evaluate(rows) == "table-row"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_milestones_lines_stay_clear_of_its_state(opened: Open, language: str) -> None:
    page = opened(language, SMALL)
    found = page.evaluate(
        "[...document.querySelectorAll('.steps li')].filter(e => {"
        " const [state, rest] = [...e.children].map(c => c.getBoundingClientRect());"
        " return rest.left < state.right; }).length"
    )
    assert found == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_to_the_content_can_be_taken_by_keyboard(opened: Open, language: str) -> None:
    page = opened(language)
    page.keyboard.press("Tab")
    focused = page.evaluate(
        "(e => [e.getAttribute('href'), e.getBoundingClientRect().left >= 0])(document.activeElement)"
    )
    assert focused == ["#content", True]
