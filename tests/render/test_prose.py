"""Prose: a longer text is Markdown, cut down to what a field may hold, in a page and in Markdown."""

import re
import subprocess
import sys
from collections import Counter

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from strategy_cli.formats.markdown import inert
from strategy_cli.model.text import Text
from strategy_cli.render.texts import Texts

GFM = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HTML, MARKDOWN = Texts("html", "fi"), Texts("md", "fi")


@pytest.mark.parametrize(
    ("text", "html", "markdown"),
    [
        ("Plain words.", "<p>Plain words.</p>", "Plain words."),
        ("A & B: 5 > 3", "<p>A &amp; B: 5 &gt; 3</p>", r"A \& B: 5 \> 3"),
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>", "*a* **b** `c`"),
        ("~~a~~", "<p><s>a</s></p>", "~~a~~"),
        ("a\n\nb\nc", "<p>a</p>\n<p>b\nc</p>", "a\n\nb c"),
        ("a  \nb", "<p>a<br>\nb</p>", "a\\\nb"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "- a\n- b"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>', "3. a\n4. b"),
        ("- a\n  - b", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>", "- a\n  - b"),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>", "> a"),
        ("```py\nx < 1\n```", "<pre><code>x &lt; 1\n</code></pre>", "```\nx < 1\n```"),
        ("[a](https://x.fi)", '<p><a href="https://x.fi" rel="noopener noreferrer">a</a></p>', "[a](<https://x.fi>)"),
        (
            "[a](mailto:b@x.fi)",
            '<p><a href="mailto:b@x.fi" rel="noopener noreferrer">a</a></p>',
            "[a](<mailto:b@x.fi>)",
        ),
        ("[a](ftp://x.fi) b", "<p>a b</p>", "a b"),
        ("[a](x.html)", "<p>a</p>", "a"),
        ("[a](https://kemi.fi@x.fi)", "<p>a</p>", "a"),
        ("[a](javascript:b)", "<p>[a](javascript:b)</p>", r"\[a\](javascript:b)"),
        ("![a](https://x.fi/b.png)", "<p>a</p>", "a"),
        ("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>", r"\<b\>a\</b\>"),
        ("# a", "<h4>a</h4>", "#### a"),
        ("## a\n\n#### b", "<h4>a</h4>\n<h5>b</h5>", "#### a\n\n##### b"),
        ("#\n\na", "<p>a</p>", "a"),
        ("a\n---", "<p>a\n---</p>", "a ---"),
        ("---", "<p>---</p>", r"\---"),
        ("    a", "<p>    a</p>", "a"),
        ("&lt; &copy;", "<p>&amp;lt; &amp;copy;</p>", r"\&lt; \&copy;"),
        ("[a]: https://x.fi", "<p>[a]: https://x.fi</p>", r"\[a\]: https\://x.fi"),
        ("-", "<p>-</p>", r"\-"),
    ],
)
def test_what_markdown_becomes(text: str, html: str, markdown: str) -> None:
    assert HTML.prose(text, 4) == html
    assert MARKDOWN.prose(text, 4) == markdown


def test_a_table_keeps_its_heads_and_its_figures_to_the_right() -> None:
    text = "| Vuosi | Määrä |\n|---|--:|\n| 2026 | 1 \\| 2 |"
    assert '<th scope="col">Vuosi</th>' in HTML.prose(text)
    assert '<td class="n">1 | 2</td>' in HTML.prose(text)
    assert MARKDOWN.prose(text) == "| Vuosi | Määrä |\n| --- | --: |\n| 2026 | 1 \\| 2 |"


@pytest.mark.parametrize("level", [None, 7])
def test_a_heading_without_a_level_of_its_own_is_a_bold_line(level: int | None) -> None:
    assert HTML.prose("# a\n\nb", level) == '<p class="heading">a</p>\n<p>b</p>'
    assert MARKDOWN.prose("# a\n\nb", level) == "**a**\n\nb"


@pytest.mark.parametrize(
    ("text", "html", "markdown"),
    [
        ("a **b**\n\nc", "a <strong>b</strong> c", "a **b** c"),
        ("Tehdään:\n\n- a\n- b\n\nLopuksi c", "Tehdään: a; b Lopuksi c", "Tehdään: a; b Lopuksi c"),
        (
            "# a\n\n[b](https://x.fi)",
            'a <a href="https://x.fi" rel="noopener noreferrer">b</a>',
            "a [b](<https://x.fi>)",
        ),
        ("```\na | b\n```", "<code>a | b</code>", r"a \| b"),
        ("`a|b`", "<code>a|b</code>", r"a\|b"),
        ("`` a`b ``", "<code>a`b</code>", "``a`b``"),
        ("a\\\nb", "a\nb", "a b"),
    ],
)
def test_a_text_on_one_line_keeps_emphasis_links_and_code(text: str, html: str, markdown: str) -> None:
    assert HTML.inline(text) == html
    assert MARKDOWN.inline(text) == markdown


@pytest.mark.parametrize(
    ("text", "html", "markdown"),
    [
        ("Sana", '<p><span lang="fi">Sana</span> <span class="other">(fi)</span></p>', "Sana (fi)"),
        (
            "**Sana**",
            '<p><span lang="fi"><strong>Sana</strong></span> <span class="other">(fi)</span></p>',
            "**Sana** (fi)",
        ),
        (
            "Yksi\n\nkaksi",
            '<div lang="fi"><p>Yksi</p>\n<p>kaksi</p></div>\n<p class="other">(fi)</p>',
            "Yksi\n\nkaksi\n\n(fi)",
        ),
        ("1", "<p>1</p>", "1"),
        ("**1**", "<p><strong>1</strong></p>", "**1**"),
    ],
)
def test_a_text_that_lacks_a_translation_is_marked(text: str, html: str, markdown: str) -> None:
    value = Text((("fi", text),))
    assert Texts("html", "sv").prose(value) == html
    assert Texts("md", "sv").prose(value) == markdown
    assert Texts("html", "fi").prose(value) == HTML.prose(text)


def test_words_from_right_to_left_are_kept_apart() -> None:
    assert HTML.text("\u05d0 1") == "<bdi>\u05d0 1</bdi>"
    assert HTML.inline("*\u05d0* 1") == "<bdi><em>\u05d0</em> 1</bdi>"
    assert HTML.text("ä 1") == "ä 1"


@given(st.text(alphabet="abc äö.,:;()%&'\"=?!–1234567890", max_size=60).filter(lambda text: text.strip()))
def test_plain_words_stay_as_they_were(text: str) -> None:
    """Such a text was written by ``inert`` alone before texts were Markdown."""
    flat = text if re.match(r"\s*\d+[.)](\s|$)", text) is None else "a"
    assert MARKDOWN.prose(flat) == MARKDOWN.inline(flat) == MARKDOWN.text(flat) == inert(flat)


PIECES = [
    *("a", "b", " ", "    ", "\t", "\n", "\n\n", "\u2028", "\u202e", "\\", "&", "&lt;", "https://x.fi", "javascript:a"),
    *("*", "**", "_", "~~", "`", "```", "[", "](", ")", "![", "<", ">", "<b>", "</script>", "<!--"),
    *("|", "|--|--|", "#", "# ", "> ", "- ", "+ ", "1. ", "---"),
]
MARKUP = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@given(MARKUP)
def test_no_text_becomes_more_than_harmless_elements(text: str) -> None:
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(
        f"<!DOCTYPE html><title>x</title><div>{HTML.prose(text, 4)}</div><p>{HTML.inline(text)}</p>"
    )
    for one in page.iter():
        assert set(one.attrib) <= {"href", "rel", "class", "scope", "start"}
        assert one.attrib.get("href", "https://").startswith("https://")
    assert {str(one.tag) for one in page.iter()}.isdisjoint({"script", "b", "img", "h1", "h2", "h3"})


@given(MARKUP)
def test_no_text_becomes_more_than_harmless_marks(text: str) -> None:
    for written in (MARKDOWN.prose(text, 4), MARKDOWN.inline(text)):
        tokens = GFM.parse(written)
        every = [*tokens, *(child for token in tokens for child in token.children or ())]
        assert {one.type for one in every}.isdisjoint({"html_block", "html_inline", "image", "code_block"})
        assert {one.tag for one in tokens if one.type == "heading_open"} <= {"h4", "h5", "h6"}
        assert all(str(one.attrs["href"]).startswith("https://") for one in every if one.type == "link_open")


@given(MARKUP)
def test_a_line_of_markdown_is_one_paragraph_and_fits_a_cell(text: str) -> None:
    line = MARKDOWN.inline(text)
    assert "\n" not in line
    table = GFM.parse(f"| a | b |\n| - | - |\n| {line} | x |\n")
    assert Counter(token.type for token in table)["td_open"] == 2


def test_markdown_is_read_only_for_texts_that_have_some() -> None:
    code = (
        "import sys; from strategy_cli.render.texts import Texts; t = Texts('html', 'fi');"
        "t.prose('Plain.'); t.inline('a');"
        "print(*[m for m in sys.modules if m.split('.')[0] in ('markdown_it', 'nh3')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
