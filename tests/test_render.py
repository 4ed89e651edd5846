"""Render: whatever stands in the files, a report is well-formed, self-contained, inert and the same every time."""

import os
import re
import subprocess
import sys
from collections import Counter
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from folders import loaded as read
from hostile import TEXTS, everywhere
from markdown_it import MarkdownIt

from strategy_cli import loading, source
from strategy_cli.changes import compared
from strategy_cli.commands.report import formatted
from strategy_cli.errors import StrategyError
from strategy_cli.formats.controls import visible
from strategy_cli.loading import Loaded
from strategy_cli.messages import LANGUAGES, Messages
from strategy_cli.render import Renderer
from strategy_cli.views.basis import Basis
from strategy_cli.views.reports import made

ROOT = Path(__file__).parents[1]
ON = date(2026, 9, 30)
GFM = MarkdownIt("commonmark").enable(["table", "strikethrough"])

# In Swedish all of it is marked as Finnish, but for what has no letters: that is the same in every language.
IN_SWEDISH = [pytest.param(text, "fi" if text == TEXTS["no text"] else "sv", id=name) for name, text in TEXTS.items()]
IN_BOTH = [*IN_SWEDISH, pytest.param(" ".join(TEXTS.values()), "fi", id="all of it")]


@cache
def hostile_page(text: str, language: str) -> Element:
    """Make its page."""
    return page(everywhere(text), language)


@cache
def hostile_markdown(text: str) -> str:
    """Make its Markdown, in a language that marks every text as being in another."""
    return rendered(everywhere(text), "md", "sv")


@cache
def sample() -> Loaded:
    """Read the sample strategy."""
    return loading.load(source.from_folder(ROOT / "strategy_data", versioned=False))


def rendered(loaded: Loaded, markup: str, language: str) -> str:
    """Make a report of a strategy."""
    view = made("progress", Basis(loaded.strategy, ON, len(loaded.findings)))
    return formatted(markup, view, None, Messages(language))


def page(loaded: Loaded, language: str) -> Element:
    """Make a report as HTML and parse it."""
    return parsed(rendered(loaded, "html", language))


def parsed(text: str) -> Element:
    """Parse a page by the letter of the standard."""
    found: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    return found


def skeleton(root: Element) -> list[tuple[str, list[tuple[str, str]]]]:
    """List every element with its attributes."""
    return [(str(one.tag), sorted(one.attrib.items())) for one in root.iter()]


def text_of(root: Element) -> str:
    """Give all the text of a page, with white space folded."""
    body = root.find("body")
    assert body is not None
    return folded("".join(body.itertext()))


def folded(text: str) -> str:
    """Fold white space and show what is no character as replaced, as a report does."""
    return re.sub(r"\s+", " ", visible(text)).strip()


def attributes(root: Element, name: str) -> list[str]:
    """List the values of an attribute over the whole page."""
    return [one.attrib[name] for one in root.iter() if name in one.attrib]


def times_shown(language: str) -> int:
    """Count how often the free text stands in a report when it is an ordinary word."""
    return text_of(hostile_page("Ordinary", language)).count("Ordinary")


@pytest.mark.parametrize(("text", "language"), IN_BOTH)
def test_hostile_text_changes_nothing_in_a_page_but_its_words(text: str, language: str) -> None:
    assert skeleton(hostile_page(text, language)) == skeleton(hostile_page("Ordinary", language))


@pytest.mark.parametrize(("text", "language"), IN_BOTH)
def test_hostile_text_is_seen_as_it_was_written(text: str, language: str) -> None:
    assert times_shown(language) >= 40
    assert text_of(hostile_page(text, language)).count(folded(text)) >= times_shown(language)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_hostile_text_in_the_changes_is_but_words_too(text: str) -> None:
    hostile, plain = (changed(one, "html") for one in (text, "Another"))
    assert skeleton(parsed(hostile)) == skeleton(parsed(plain))
    assert blocks(changed(text, "md")) == blocks(changed("Another", "md"))


def changed(text: str, markup: str) -> str:
    """Report the changes when every text became another."""
    before, after = everywhere("Ordinary").strategy, everywhere(text).strategy
    return formatted(markup, made("progress", Basis(after, ON)), compared(before, after), Messages("fi"))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_hostile_text_changes_nothing_in_markdown_but_its_words(text: str) -> None:
    assert blocks(hostile_markdown(text)) == blocks(hostile_markdown("Ordinary"))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_markdown_holds_no_inline_markup_from_files(text: str) -> None:
    kinds = Counter(
        child.type
        for token in GFM.parse(hostile_markdown(text))
        for child in token.children or ()
        if child.type not in {"text", "text_special"}
    )
    assert set(kinds) <= {"strong_open", "strong_close", "softbreak"}
    assert kinds["strong_open"] == kinds["strong_close"] == hostile_markdown("Ordinary").count("**") // 2


def blocks(markdown: str) -> list[tuple[str, str]]:
    """List the blocks of a Markdown document."""
    return [(token.type, token.tag) for token in GFM.parse(markdown)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_is_html5_by_the_letter(language: str) -> None:
    root = page(sample(), language)
    assert root.attrib["lang"] == language
    assert [one.tag for one in root.iter("script")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_fetches_nothing(language: str) -> None:
    root = page(sample(), language)
    for name in ("src", "srcset", "data", "action", "background", "poster", "xlink:href"):
        assert attributes(root, name) == []
    assert [one for one in attributes(root, "href") if not one.startswith("#")] == []
    assert {str(one.tag) for one in root.iter()}.isdisjoint(
        {"script", "link", "img", "iframe", "object", "embed", "base"}
    )
    [style] = root.iter("style")
    assert style.text
    assert not re.search(r"@import|url\((?!data:font/woff2;base64,)|expression|</", style.text)
    assert all(re.fullmatch(r"flex-grow:\d+", one) for one in attributes(root, "style"))


TANGLED = read(
    {
        "goals/a.yaml": "{name: A, parent: b}",
        "goals/b.yaml": "{name: B, parent: a}",
        "goals/c.yaml": "{name: C, parent: nowhere}",
        "indicators/twice.yaml": "{name: I, goals: [a, c, b, nowhere]}",
        "indicators/astray.yaml": "{name: J, goal: nowhere}",
        "projects/p.yaml": "{name: P, goals: [a, nowhere, c], unit: nowhere, owner: nobody, body: nobody}",
    }
)


@pytest.mark.parametrize("loaded", [sample(), everywhere("Ordinary"), TANGLED], ids=["sample", "full", "tangled"])
def test_every_link_in_a_page_leads_somewhere_and_ids_are_unique(loaded: Loaded) -> None:
    root = page(loaded, "fi")
    ids = attributes(root, "id")
    assert [one for one, times in Counter(ids).items() if times > 1] == []
    assert [one for one in attributes(root, "href") if one.removeprefix("#") not in ids] == []


def test_nothing_is_lost_from_a_tangled_strategy() -> None:
    seen = text_of(page(TANGLED, "en"))
    assert all(word in seen for word in ("nowhere", "nobody"))
    assert {"goal-a", "goal-b", "goal-c", "indicator-twice", "indicator-astray"} <= set(
        attributes(page(TANGLED, "en"), "id")
    )


def test_headings_do_not_skip_a_level() -> None:
    levels = [int(str(one.tag)[1]) for one in page(sample(), "fi").iter() if re.fullmatch(r"h[1-6]", str(one.tag))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []


def test_a_text_in_another_language_is_marked_for_the_eye_and_the_ear() -> None:
    loaded = read(
        {"strategy.yaml": "{title: {fi: Nimi, sv: Namn}, languages: [fi, sv]}", "goals/g.yaml": "name: Suomeksi"}
    )
    swedish, finnish = rendered(loaded, "html", "sv"), rendered(loaded, "html", "fi")
    assert '<span lang="fi">Suomeksi</span> <span class="other">(fi)</span>' in swedish
    assert '<span lang="fi">Namn' not in swedish
    assert 'class="other"' not in finnish
    assert "Suomeksi (fi)" in rendered(loaded, "md", "sv")
    assert "Suomeksi (fi)" not in rendered(loaded, "md", "fi")


@pytest.mark.parametrize("markup", ["html", "md"])
def test_a_template_that_lacks_what_it_asks_for_is_one_sentence(markup: str) -> None:
    with pytest.raises(StrategyError) as failure:
        Renderer(markup, Messages("en")).render("progress", sentences=())
    assert failure.value.key == "template-failed"
    assert failure.value.message_args["template"] == f"progress.{markup}.j2"
    assert "undefined" in str(failure.value.message_args["reason"])


def test_a_template_that_is_not_there_is_one_sentence() -> None:
    with pytest.raises(StrategyError) as failure:
        Renderer("html", Messages("en")).render("no-such-report")
    assert failure.value.message_args["template"] == "no-such-report.html.j2"


def test_the_same_files_and_day_give_the_same_bytes(tmp_path: Path) -> None:
    """Two processes, whose sets have different orders."""
    for seed in ("1", "2"):
        formats = [f"--format={name}={tmp_path / seed / name}" for name in ("html", "md", "json")]
        command = [sys.executable, "-m", "strategy_cli", "report", "--data=strategy_data", f"--as-of={ON}", *formats]
        subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True)
    for name in ("html", "md", "json"):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()
