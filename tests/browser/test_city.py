"""The city's own look, and whatever stands in its files, in a real browser: it fits, can be read, and runs nothing."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from folders import contents
from hostile import FILES, MARKDOWN, TEXTS, quoted
from looking import PAST_THE_SIDE

from strategy_cli import loading
from strategy_cli.commands.report import formatted
from strategy_cli.messages import Messages
from strategy_cli.render import look
from strategy_cli.source import Source, Version
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.reports import made

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ON = date(2026, 9, 30)
DESKTOP, PHONE, SMALL = ({"width": w, "height": h} for w, h in ((1280, 900), (390, 844), (320, 640)))
LOGO = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60" onload="parent.ran = true">
<script>parent.ran = true; alert(1)</script><rect width="300" height="60" fill="#00573d"/></svg>"""
THEME = b"""light: {brand: "#00573d", link: "#00573d", gone: "#00573d"}
dark: {brand: "#003322", link: "#8fd6b5"}
"""
# Where what follows a text that runs from right to left, on the same line, does not stand after it.
TURNED_ROUND = """
(() => {
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT), nodes = [];
  for (let node; node = walker.nextNode();) if (node.data.trim()) nodes.push(node);
  const line = (node, first) => {
    const range = document.createRange(), at = node.data.search(/\\S/);
    range.setStart(node, first ? at : 0);
    range.setEnd(node, first ? at + 1 : node.data.length);
    return [...range.getClientRects()].slice(-1)[0];
  };
  return nodes.slice(0, -1).filter((node, i) => {
    if (!/[\u0590-\u08ff]/.test(node.data) || node.parentElement.closest('svg, .hidden')) return false;
    const mine = line(node, false), next = line(nodes[i + 1], true);
    return mine && next && Math.abs(next.bottom - mine.bottom) < 4 && next.left < mine.left + 1;
  }).map(node => node.parentElement.parentElement.outerHTML.slice(0, 200));
})()
"""

Open = Callable[..., "Page"]


def report(folder: Path, short: str, prose: str, theme: Mapping[str, bytes], language: str = "sv") -> Path:
    """Write the report of a strategy with these texts everywhere."""
    files = {path: text.replace("@", quoted(short)).replace("§", quoted(prose)) for path, text in FILES.items()}
    read = Source("data/", Version("made"), contents(files), look=theme)
    shown = made("progress", Basis(loading.load(read).strategy, ON))
    file = folder / "page.html"
    file.write_text(formatted("html", shown, None, Messages(language), look.read(read)), "utf-8")
    return file


@pytest.fixture
def opened(browser: "Browser") -> Iterator[Open]:
    """Open a page in a window of its own."""
    contexts = []

    def open_(file: Path, size: Any, watch: Callable[["Page"], None] = lambda page: None, **how: Any) -> "Page":  # noqa: ARG005
        contexts.append(browser.new_context(viewport=size, **how))
        page = contexts[-1].new_page()
        watch(page)
        page.goto(file.as_uri())
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.mark.parametrize("name", [*TEXTS, *MARKDOWN])
def test_hostile_texts_run_nothing_fetch_nothing_and_fit(opened: Open, tmp_path: Path, name: str) -> None:
    short, prose = TEXTS.get(name, "Ordinary"), (TEXTS | MARKDOWN)[name]
    heard: list[str] = []

    def watch(page: "Page") -> None:
        page.on("dialog", lambda dialog: heard.append(dialog.message))
        page.on("request", lambda request: heard.append(request.url))
        page.on("console", lambda message: heard.append(message.text))
        page.on("pageerror", lambda error: heard.append(str(error)))

    page = opened(report(tmp_path, short, prose, {}, "fi"), SMALL, watch)
    page.wait_for_load_state("networkidle")
    assert heard == [page.url]
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]
    assert page.evaluate(PAST_THE_SIDE) == []


def test_words_from_right_to_left_turn_nothing_round(opened: Open, tmp_path: Path) -> None:
    """Without a translation to mark, numbers and dates stand right after names."""
    page = opened(report(tmp_path, "\u05d0\u05d1\u05d2", "\u05d0\u05d1\u05d2", {}, "fi"), DESKTOP)
    assert page.evaluate(TURNED_ROUND) == []


@pytest.mark.parametrize("size", [DESKTOP, PHONE, SMALL], ids=["desktop", "390", "320"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_city_s_colours_and_logo_fit_and_can_be_read(
    opened: Open, axe: str, tmp_path: Path, size: Mapping[str, int], scheme: str
) -> None:
    theme = {"theme/theme.yaml": THEME, "theme/logo.svg": LOGO}
    page = opened(report(tmp_path, "Ordinary", MARKDOWN["table"], theme), size, color_scheme=scheme)
    assert page.evaluate("window.ran") is None
    logo = page.locator("img.logo")
    assert logo.evaluate("e => e.complete && e.naturalWidth > 0")
    box = logo.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= size["width"]
    assert 40 <= box["height"] <= 100
    assert page.evaluate(PAST_THE_SIDE) == []
    ground = "getComputedStyle(document.querySelector('.top')).backgroundColor"
    assert page.evaluate(ground) == ("rgb(0, 87, 61)" if scheme == "light" else "rgb(0, 51, 34)")
    page.evaluate(axe)
    found = page.evaluate("async () => (await axe.run({runOnly: ['color-contrast', 'image-alt']})).violations")
    assert [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found] == []


def test_paper_has_the_logo_and_no_ground_of_the_head(opened: Open, tmp_path: Path) -> None:
    page = opened(
        report(tmp_path, "Ordinary", "Ordinary", {"theme/theme.yaml": THEME, "theme/logo.svg": LOGO}), DESKTOP
    )
    page.emulate_media(media="print", color_scheme="light")
    assert page.locator("img.logo").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.top')).backgroundColor") == "rgba(0, 0, 0, 0)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
