"""Every kind of report in a real browser, in Finnish and Swedish: axe, phones, dark, no scripts, paper."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from looking import BROKEN_WORDS, PAST_THE_SIDE

from strategy_cli import loading, source
from strategy_cli.commands.report import formatted
from strategy_cli.messages import Messages
from strategy_cli.strategy import Strategy
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.reports import REPORTS, made

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

pytestmark = pytest.mark.browser

SAMPLE = Path(__file__).parents[2] / "strategy_data"
ON = date(2026, 9, 30)
ABOUT = {"board": "technical-board", "unit": "library-and-culture", "owner": "strategy-coordinator"}
EVERY = [(kind, language) for kind in REPORTS for language in ("fi", "sv")]
DESKTOP: "ViewportSize" = {"width": 1280, "height": 900}
PHONE: "ViewportSize" = {"width": 390, "height": 844}
SMALL: "ViewportSize" = {"width": 320, "height": 640}

Open = Callable[..., "Page"]


@cache
def sample() -> Strategy:
    """Read the sample."""
    return loading.load(source.from_folder(SAMPLE)).strategy


@pytest.fixture(scope="module")
def page_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Path]:
    """Write a kind's report of the sample, once."""
    folder = tmp_path_factory.mktemp("kinds")

    @cache
    def write(kind: str, language: str) -> Path:
        basis = Basis(sample(), ON, subject=ABOUT.get(kind), year=REPORTS[kind].year(ON, sample().about.period))
        file = folder / f"{kind}-{language}.html"
        file.write_text(formatted("html", made(kind, basis), None, Messages(language)), "utf-8")
        return file

    return write


@pytest.fixture
def opened(browser: "Browser", page_of: Callable[[str, str], Path]) -> Iterator[Open]:
    """Open a kind's report in a window of its own."""
    contexts = []

    def open_(kind: str, language: str, *, scripts: bool = True) -> "Page":
        context = browser.new_context(viewport=DESKTOP, java_script_enabled=scripts)
        contexts.append(context)
        page = context.new_page()
        page.goto(page_of(kind, language).as_uri())
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_axe_finds_nothing_on_a_desk_on_a_phone_or_in_the_dark(
    opened: Open, axe: str, kind: str, language: str
) -> None:
    page = opened(kind, language)
    page.evaluate(axe)
    found = {}
    for view, size, dark in (("desk", DESKTOP, False), ("phone", PHONE, False), ("dark", DESKTOP, True)):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme="dark" if dark else "light")
        violations = page.evaluate("async () => (await axe.run()).violations")
        found[view] = [(v["id"], v["help"], [n["html"][:120] for n in v["nodes"][:3]]) for v in violations]
    assert found == {"desk": [], "phone": [], "dark": []}


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_nothing_runs_past_the_side_and_no_word_breaks(opened: Open, kind: str, language: str) -> None:
    page = opened(kind, language)
    for size in (SMALL, PHONE, DESKTOP):
        page.set_viewport_size(size)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), size
        assert page.evaluate(PAST_THE_SIDE) == [], size
        assert page.evaluate(BROKEN_WORDS) == [], size


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_the_page_says_the_same_without_scripts(opened: Open, kind: str, language: str) -> None:
    with_them, without = (opened(kind, language, scripts=on).inner_text("body") for on in (True, False))
    assert with_them == without
    assert len(with_them) > 1000


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_the_page_prints(opened: Open, kind: str, language: str) -> None:
    assert opened(kind, language).pdf(format="A4").startswith(b"%PDF-")
