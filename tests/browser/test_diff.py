"""The pages of changes, a life and a retrospect in a real browser: axe, phones, dark, no network, long words, paper."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hostile import MARKDOWN, TEXTS, everywhere
from looking import BROKEN_WORDS, PAST_THE_SIDE
from making import strategy

from strategy_cli import loading, source
from strategy_cli.changes import compared
from strategy_cli.commands.pages import looked_back, remembered, written
from strategy_cli.formats.lives.telling import Telling
from strategy_cli.git import Commit
from strategy_cli.lives import history as lived
from strategy_cli.lives.asked import asked
from strategy_cli.lives.gathering import recorded
from strategy_cli.lives.retrospect import retrospect
from strategy_cli.messages import Messages
from strategy_cli.model.text import Text
from strategy_cli.replay import Stage, steps
from strategy_cli.reviewing import Review
from strategy_cli.reviewing.reviewed import Beside, Wanted, reviewed
from strategy_cli.strategy import Strategy

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
KEMI = ROOT / "tests" / "real" / "kemi"
ON = date(2026, 9, 30)
DESKTOP: "ViewportSize" = {"width": 1280, "height": 900}
PHONE: "ViewportSize" = {"width": 390, "height": 844}
SMALL: "ViewportSize" = {"width": 320, "height": 640}

PAGES = ("kemi-fi", "kemi-sv", "three-sv", "three-fi", "many-fi", "long", "hostile")
LONG = Text((("fi", "Kirjastossa käydään lukemassa, lainaamassa ja tapaamassa muita kaikkina vuodenaikoina. " * 2),))
MEMORIES = ("history-fi", "history-sv", "retrospect-fi", "retrospect-sv")
PROJECTS = {f"projects/p{n}.yaml": f"{{name: Projekti {n}, goals: [g, h]}}" for n in range(8)}
MANY = {"strategy.yaml": "title: T", "goals/g.yaml": "name: G", "goals/h.yaml": "name: H", **PROJECTS}
FEWER = {path: text.replace("g, h", "h") for path, text in MANY.items() if path != "goals/g.yaml"}
Open = Callable[..., "Page"]


def read(folder: Path) -> Strategy:
    """Read a strategy of the tests."""
    return loading.load(source.from_folder(folder, versioned=False)).strategy


def between(old: Strategy, new: Strategy, middle: Strategy | None = None) -> Review:
    """Compare versions, all that there is to show."""
    return reviewed(compared(old, new), Wanted(whole=True, on=ON), Beside(middle=middle))


def without(whole: Strategy, *kinds: str) -> Strategy:
    """Take every other thing of some kinds away."""
    left = {kind: dict(list(whole.entities[kind].items())[::2]) for kind in kinds}
    return replace(whole, entities={**whole.entities, **left})


def brought(review: Review) -> Review:
    """Let each change that another caused be of a commit of its own, so that no two are told together."""
    groups = tuple(
        replace(g, carried=tuple(replace(e, commits=(Commit(f"{n}" * 9, ON),)) for n, e in enumerate(g.carried)))
        for g in review.groups
    )
    return replace(review, groups=groups)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write pages: of two real strategies, of three versions of the sample, of words too long for a line, of code."""
    folder = tmp_path_factory.mktemp("pages")
    sample, ordinary = read(ROOT / "strategy_data"), everywhere("Ordinary").strategy
    kemi = between(read(KEMI / "2030"), read(KEMI / "2022-2025"))
    middle = without(sample, "project", "decision")
    three = between(sample, without(middle, "goal", "unit", "indicator"), middle)
    long = between(ordinary, everywhere(TEXTS["long word"]).strategy, without(ordinary, "goal"))
    code = everywhere(TEXTS["script"], MARKDOWN["raw"]).strategy
    reviews = {"kemi": kemi, "three": three, "long": long, "hostile": between(code, without(code, "goal"), ordinary)}
    reviews["many"] = brought(between(strategy(MANY), strategy(FEWER)))
    for name in PAGES:
        kind, _, language = name.partition("-")
        (folder / f"{name}.html").write_text(written(reviews[kind], Messages(language or "sv")), "utf-8")
    for language in ("fi", "sv"):
        for kind, text in memories(sample, language).items():
            (folder / f"{kind}-{language}.html").write_text(text, "utf-8")
    return {file.stem: file for file in folder.iterdir()}


def memories(sample: Strategy, language: str) -> dict[str, str]:
    """Tell of a past in which the sample was once less, and a target of it higher."""
    name = "library-visits"
    indicator = sample.indicators[name]
    higher = tuple(target.model_copy(update={"value": Decimal(9)}) for target in indicator.targets)
    begun = {**sample.indicators, name: indicator.model_copy(update={"targets": higher, "description": LONG})}
    early = replace(without(sample, "project"), entities={**without(sample, "project").entities, "indicator": begun})
    versions = ((date(2026, 1, 7), early), (date(2026, 6, 1), without(early, "goal", "owner")), (ON, sample))
    stages = [Stage(Commit(f"{day:%d%m%Y}aa", day, "Muutos"), strategy, ()) for day, strategy in versions]
    telling = Telling(recorded(steps(stages)), Messages(language))
    life = asked(telling.record, f"indicator/{name}")
    history = lived.history(telling.record, life, ON, on=date(2026, 2, 1))
    return {"history": remembered(history, telling), "retrospect": looked_back(retrospect(telling.record, ON), telling)}


@pytest.fixture
def opened(browser: "Browser", pages: dict[str, Path]) -> Iterator[Open]:
    """Open a page in a window of its own."""
    contexts = []

    def open_(name: str, watch: Callable[["Page"], None] | None = None, *, scripts: bool = True) -> "Page":
        context = browser.new_context(viewport=DESKTOP, java_script_enabled=scripts)
        contexts.append(context)
        page = context.new_page()
        if watch:
            watch(page)
        page.goto(pages[name].as_uri())
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.mark.parametrize("name", ["kemi-fi", "kemi-sv", "three-sv", *MEMORIES])
def test_axe_finds_nothing_on_a_desk_on_a_phone_or_in_the_dark(opened: Open, axe: str, name: str) -> None:
    page = opened(name)
    page.evaluate(axe)
    found = {}
    for view, size, dark in (("desk", DESKTOP, False), ("phone", PHONE, False), ("dark", DESKTOP, True)):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme="dark" if dark else "light")
        violations = page.evaluate("async () => (await axe.run()).violations")
        found[view] = [(v["id"], v["help"], [n["html"][:120] for n in v["nodes"][:3]]) for v in violations]
    assert found == {"desk": [], "phone": [], "dark": []}


@pytest.mark.parametrize("name", [*PAGES, *MEMORIES])
def test_nothing_runs_past_the_side(opened: Open, name: str) -> None:
    page = opened(name)
    for size in (SMALL, PHONE, DESKTOP):
        page.set_viewport_size(size)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), size
        assert page.evaluate(PAST_THE_SIDE) == [], size


@pytest.mark.parametrize("name", ["kemi-fi", "three-sv", *MEMORIES])
def test_no_word_of_a_tag_or_head_breaks(opened: Open, name: str) -> None:
    page = opened(name)
    for size in (SMALL, PHONE, DESKTOP):
        page.set_viewport_size(size)
        assert page.evaluate(BROKEN_WORDS) == [], size


def test_columns_stand_side_by_side_on_a_desk_and_one_below_the_other_on_a_phone(opened: Open) -> None:
    page = opened("three-fi")
    tops = "new Set([...document.querySelector('.sides').children].map(e => e.getBoundingClientRect().top)).size"
    assert page.evaluate(tops) == 1
    page.set_viewport_size(PHONE)
    assert page.evaluate(tops) == 3


def test_three_versions_stand_abreast_on_paper(opened: Open) -> None:
    page = opened("three-fi")
    page.set_viewport_size({"width": 680, "height": 960})
    page.emulate_media(media="print")
    tops = "new Set([...document.querySelector('.versions').children].map(e => e.getBoundingClientRect().top)).size"
    assert page.evaluate(tops) == 1


def test_a_heading_is_no_flex_box_on_paper_for_such_are_parted_from_what_follows(opened: Open) -> None:
    page = opened("three-fi")
    page.emulate_media(media="print")
    styles = "[...document.querySelectorAll('main :is(h2, h3, h4)')].map(e => getComputedStyle(e))"
    found = page.evaluate(f"{styles}.map(s => s.display + ' ' + s.breakAfter)")
    assert set(found) == {"block avoid"}


def test_commits_keep_their_letters(opened: Open) -> None:
    page = opened("history-fi")
    shown = "getComputedStyle(e, '::first-letter').textTransform"
    found = page.evaluate(f"[...document.querySelectorAll('.reason dd:not(.said)')].map(e => {shown})")
    assert set(found) <= {"none"}


def test_what_is_folded_away_is_printed(opened: Open) -> None:
    page = opened("many-fi")
    seen = "document.querySelector('details:not([open]) > ul').checkVisibility()"
    assert page.evaluate(seen) is False
    page.emulate_media(media="print")
    assert page.evaluate(seen) is True


def test_the_page_prints_on_several_sheets(opened: Open) -> None:
    printed = opened("kemi-fi").pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) >= 4


def test_code_in_a_file_runs_nothing_and_asks_for_nothing(opened: Open) -> None:
    heard: list[str] = []

    def watch(page: "Page") -> None:
        page.on("dialog", lambda dialog: heard.append(dialog.message))
        page.on("request", lambda request: heard.append(request.url))
        page.on("console", lambda message: heard.append(message.text))
        page.on("pageerror", lambda error: heard.append(str(error)))

    page = opened("hostile", watch)
    page.wait_for_load_state("networkidle")
    assert heard == [page.url]


def test_the_page_says_the_same_without_scripts(opened: Open) -> None:
    with_them, without_them = (opened("kemi-fi", scripts=on).inner_text("body") for on in (True, False))
    assert with_them == without_them
    assert len(with_them) > 1000
