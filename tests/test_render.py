"""Render: whatever stands in the files, a report is well-formed, self-contained, inert and the same every time."""

import os
import re
import subprocess
import sys
from ast import literal_eval
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from folders import loaded as read
from hostile import MARKDOWN, TEXTS, everywhere
from markdown_it import MarkdownIt
from markdown_it.token import Token
from pydantic import BaseModel

from strategy_cli import loading, source
from strategy_cli.changes import compared
from strategy_cli.commands.report import formatted
from strategy_cli.errors import StrategyError
from strategy_cli.formats.controls import visible
from strategy_cli.loading import Loaded
from strategy_cli.messages import LANGUAGES, Messages
from strategy_cli.model.fields import Node
from strategy_cli.model.text import Text
from strategy_cli.render import Renderer
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.reports import REPORTS, made

ROOT = Path(__file__).parents[1]
ON = date(2026, 9, 30)
ABOUT = {"board": "b", "unit": "u", "owner": "o"}
GFM = MarkdownIt("commonmark").enable(["table", "strikethrough"])

# In Swedish all of it is marked as Finnish, but for what has no letters: that is the same in every language.
IN_SWEDISH = [pytest.param(text, "fi" if text == TEXTS["no text"] else "sv", id=name) for name, text in TEXTS.items()]
IN_BOTH = [*IN_SWEDISH, pytest.param(" ".join(TEXTS.values()), "fi", id="all of it")]

# What a longer text may become, and what may stand in it; @href is held to three schemes.
OF_PROSE = {
    *("a", "bdi", "blockquote", "br", "code", "div", "em", "h4", "h5", "h6", "li", "ol", "p", "pre", "s", "span"),
    *("strong", "table", "tbody", "td", "th", "thead", "tr", "ul"),
}
OF_ITS_ELEMENTS = {"class", "href", "lang", "rel", "scope", "start"}


def prose(text: str) -> str:
    """Put an ordinary word in place of a text that is meant to be read as Markdown."""
    return "Prosaic" if TEXTS["markdown"] in text else text


@cache
def hostile_page(text: str, language: str) -> Element:
    """Make its page."""
    return page(everywhere(text, prose(text)), language)


@cache
def hostile_markdown(text: str) -> str:
    """Make its Markdown, in a language that marks every text as being in another."""
    return rendered(everywhere(text, prose(text)), "md", "sv")


@cache
def sample() -> Loaded:
    """Read the sample strategy."""
    return loading.load(source.from_folder(ROOT / "strategy_data", versioned=False))


@cache
def sample_page(language: str) -> Element:
    """Make the sample's page."""
    return page(sample(), language)


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
    """List every element with its attributes, but those that only keep words from right to left apart.

    Of attributes that are shown as words, only that they are there.
    """
    return [
        (str(one.tag), sorted((name, "" if name == "data-label" else value) for name, value in one.attrib.items()))
        for one in root.iter()
        if one.tag != "bdi"
    ]


def text_of(root: Element) -> str:
    """Give all the text of a page but that of its charts, which cut names short, with white space folded."""

    def words(one: Element) -> Iterator[str]:
        yield one.text or ""
        for child in one:
            yield from () if str(child.tag).endswith("svg") else words(child)
            yield child.tail or ""

    body = root.find("body")
    assert body is not None
    return folded("".join(words(body)))


def folded(text: str) -> str:
    """Fold white space and show what is no character as replaced, as a report does."""
    return re.sub(r"\s+", " ", visible(text)).strip()


def attributes(root: Element, name: str) -> list[str]:
    """List the values of an attribute over the whole page."""
    return [one.attrib[name] for one in root.iter() if name in one.attrib]


def times_shown(text: str, language: str) -> int:
    """Count how often such a text stands in a report when it is an ordinary word."""
    return ordinary_words("Ordinary" if prose(text) == text else prose(text), language)


@cache
def ordinary_words(prose: str, language: str) -> int:
    """Count an ordinary word where the longer texts are another."""
    return text_of(page(everywhere("Ordinary", prose), language)).count("Ordinary")


@pytest.mark.parametrize(("text", "language"), IN_BOTH)
def test_hostile_text_changes_nothing_in_a_page_but_its_words(text: str, language: str) -> None:
    assert skeleton(hostile_page(text, language)) == skeleton(hostile_page("Ordinary", language))


@pytest.mark.parametrize(("text", "language"), IN_BOTH)
def test_hostile_text_is_seen_as_it_was_written(text: str, language: str) -> None:
    assert times_shown(text, language) >= 40
    assert text_of(hostile_page(text, language)).count(folded(text)) >= times_shown(text, language)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_hostile_text_in_the_changes_is_but_words_too(text: str) -> None:
    assert skeleton(parsed(changed(text, "html"))) == skeleton_of_another()
    assert blocks(changed(text, "md")) == blocks(changed("Another", "md"))


@cache
def skeleton_of_another() -> list[tuple[str, list[tuple[str, str]]]]:
    """List the elements of the changes to an ordinary word."""
    return skeleton(parsed(changed("Another", "html")))


@cache
def changed(text: str, markup: str) -> str:
    """Report the changes when every text became another."""
    before, after = everywhere("Ordinary").strategy, everywhere(text, prose(text)).strategy
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


@pytest.mark.parametrize(
    ("text", "language"),
    [
        *(pytest.param(text, "sv", id=f"{name}-sv") for name, text in (MARKDOWN | TEXTS).items()),
        *(pytest.param(text, "fi", id=f"{name}-fi") for name, text in MARKDOWN.items()),
    ],
)
def test_a_longer_text_adds_nothing_to_a_page_but_harmless_elements(text: str, language: str) -> None:
    assert_only_prose_is_added(page(everywhere("Ordinary", text), language), hostile_page("Ordinary", language))


def assert_only_prose_is_added(hostile: Element, plain: Element) -> None:
    added = Counter(map(str, skeleton(hostile))) - Counter(map(str, skeleton(plain)))
    for tag, found in map(literal_eval, added):
        assert tag in OF_PROSE
        given = dict(found)
        assert set(given) <= OF_ITS_ELEMENTS
        if tag == "a":
            assert re.match(r"https?://[\w.]|mailto:.", given["href"])
            assert given["rel"] == "noopener noreferrer"
    for name in ("id", "style", "src"):
        assert attributes(hostile, name) == attributes(plain, name)
    assert [at for at in attributes(hostile, "href") if at.startswith("#")] == [*attributes(plain, "href")]
    assert not any(name.startswith("on") for one in hostile.iter() for name in one.attrib)
    assert_no_level_is_skipped(hostile)


@pytest.mark.parametrize("text", [*MARKDOWN.values(), *TEXTS.values()], ids=[*MARKDOWN, *TEXTS])
def test_a_longer_text_adds_nothing_to_markdown_but_harmless_marks(text: str) -> None:
    tokens = GFM.parse(rendered(everywhere("Ordinary", text), "md", "sv"))
    assert_no_harm(tokens)
    high = [one.tag for one in tokens if one.type == "heading_open" and one.tag in {"h1", "h2", "h3"}]
    ordinary = GFM.parse(hostile_markdown("Ordinary"))
    assert high == [one.tag for one in ordinary if one.type == "heading_open" and one.tag in {"h1", "h2", "h3"}]


def assert_no_harm(tokens: Sequence[Token]) -> None:
    every = [*tokens, *(child for token in tokens for child in token.children or ())]
    assert {one.type for one in every}.isdisjoint({"html_block", "html_inline", "image", "code_block"})
    for one in every:
        if one.type == "link_open":
            assert re.match(r"https?://[\w.]|mailto:.", str(one.attrs["href"]))


@pytest.mark.parametrize("kind", REPORTS)
def test_every_kind_of_report_holds_hostile_texts_as_words(kind: str) -> None:
    hostile, plain = (
        parsed(of_kind(kind, everywhere(text, "Prosaic"), "html")) for text in (" ".join(TEXTS.values()), "Ordinary")
    )
    assert skeleton(hostile) == skeleton(plain)
    ordinary, *others = (
        blocks(of_kind(kind, everywhere(text, "Prosaic"), "md")) for text in ("Ordinary", *TEXTS.values())
    )
    assert [found for found in others if found != ordinary] == []


@pytest.mark.parametrize("kind", REPORTS)
def test_every_kind_of_report_reads_longer_texts_as_harmless_markdown(kind: str) -> None:
    text = "\n\n".join((*MARKDOWN.values(), *TEXTS.values()))
    assert_only_prose_is_added(
        *(parsed(of_kind(kind, everywhere("Ordinary", longer), "html")) for longer in (text, "Prosaic"))
    )
    tokens = GFM.parse(of_kind(kind, everywhere("Ordinary", text), "md"))
    assert_no_harm(tokens)


def of_kind(kind: str, loaded: Loaded, markup: str) -> str:
    """Make a report of a kind, in a language that marks every text as being in another."""
    year = REPORTS[kind].year(ON, loaded.strategy.about.period)
    basis = Basis(loaded.strategy, ON, subject=ABOUT.get(kind), year=year)
    return formatted(markup, made(kind, basis), None, Messages("sv"))


def test_the_hostile_texts_stand_in_every_field_where_people_write_freely() -> None:
    def nodes(node: BaseModel) -> Iterator[tuple[str, str]]:
        for name in type(node).model_fields:
            value = getattr(node, name)
            held = value.values() if isinstance(value, Mapping) else value if isinstance(value, tuple) else [value]
            for one in held:
                if isinstance(one, Text):
                    yield type(node).__name__, name
                elif isinstance(one, BaseModel):
                    yield from nodes(one)

    strategy = everywhere("Ordinary").strategy
    entities = [strategy.about, *(one for of_kind in strategy.entities.values() for one in of_kind.values())]
    written = {found for entity in entities for found in nodes(entity)}
    free = {
        (model.__name__, name)
        for model in _descendants(Node)
        for name, field in model.model_fields.items()
        if not name.startswith("own_")  # a city's own fields, in models that other tests have made
        if "Text" in str(field.annotation) and model.__module__.startswith("strategy_cli.")
    }
    assert {(model, name) for model, name in free if any(model == known for known, _ in written)} <= written
    assert len(written) > 30


def _descendants(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for child in model.__subclasses__():
        yield child
        yield from _descendants(child)


def blocks(markdown: str) -> list[tuple[str, str]]:
    """List the blocks of a Markdown document."""
    return [(token.type, token.tag) for token in GFM.parse(markdown)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_is_html5_by_the_letter(language: str) -> None:
    root = sample_page(language)
    assert root.attrib["lang"] == language
    assert [one.tag for one in root.iter("script")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_fetches_nothing(language: str) -> None:
    root = sample_page(language)
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
    assert_no_level_is_skipped(sample_page("fi"))


def assert_no_level_is_skipped(root: Element) -> None:
    levels = [int(str(one.tag)[1]) for one in root.iter() if re.fullmatch(r"h[1-6]", str(one.tag))]
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
