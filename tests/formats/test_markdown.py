"""Markdown: any text made inert is one paragraph of plain words, wherever a report puts it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from strategy_cli.formats.controls import visible
from strategy_cli.formats.markdown import inert

GFM = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MARKUP = st.sampled_from(
    [*"\\`*_[]<>#|~&!-+=.)(:\"' \n\t\r0189aä", "---", "***", "```", "    ", "](", "<b>", "&amp;", "| - |"]
)
TEXTS = st.lists(MARKUP | st.text(max_size=5), max_size=20).map("".join)
HOSTILE = (
    "---", "- - -", "===", "= =", "--", "-", "+", "1.", "1)", "1. one", "- one", "+ one", "# one", "> one",
    "    code", "\tcode", "```", "~~~", "***", "___", "[a](javascript:alert(1))", "![a](x)", "[a]: x",
    "[a]\n\n[a]: x", "<b>", "</p>", "<script>alert(1)</script>", "<!-- -->", "<http://x.fi>", "a@b.fi", "&lt;",
    "&#35;", "*a*", "**a**", "_a_", "~~a~~", "`a`", "a | b\n- | -", "| - |", "|", "\\", "\\|", "a\\", "a  \nb",
    "a\\\nb", "a\u2028b", "a\u000bb", "\ufeff# a", "#", "##", "{{ 7*7 }}",
)  # fmt: skip


def folded(text: str) -> str:
    """Fold white space, as Markdown and its readers do."""
    return re.sub(r"\s+", " ", text).strip()


def shown(text: str) -> str:
    """Say what a reader sees of a text: every line break as a space, what is no character as replaced."""
    return folded(visible(re.sub(r"[\x0b\x0c\x1c-\x1e\x85]", " ", text)))


def words(token: Token) -> str:
    """Collect the words of an inline token, which must hold nothing else."""
    assert token.children is not None
    assert {child.type for child in token.children} <= {"text", "text_special"}
    return folded("".join(child.content for child in token.children))


def parsed(markdown: str) -> tuple[list[str], str]:
    """Parse a document into the blocks that it opens and the words of its last stretch of text."""
    tokens = GFM.parse(markdown)
    inline = [token for token in tokens if token.type == "inline"]
    return [token.type.removesuffix("_open") for token in tokens if token.nesting == 1], words(inline[-1])


AROUND = [
    pytest.param("{}\n", ["paragraph"], id="as a paragraph"),
    pytest.param("- {}\n", ["bullet_list", "list_item", "paragraph"], id="as a list item"),
    pytest.param("1. {}\n", ["ordered_list", "list_item", "paragraph"], id="as a numbered item"),
    pytest.param("> {}\n", ["blockquote", "paragraph"], id="in a quotation"),
    pytest.param("#### {}\n", ["heading"], id="in a heading"),
    pytest.param("One\n\n{}\n", ["paragraph", "paragraph"], id="after a paragraph"),
    pytest.param(
        "| a |\n| :-- |\n| {} |\n", ["table", "thead", "tr", "th", "tbody", "tr", "td"], id="in a table's cell"
    ),
]


@pytest.mark.parametrize(("frame", "blocks"), AROUND)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_words(text: str, frame: str, blocks: list[str]) -> None:
    assert parsed(frame.format(inert(text))) == (blocks, shown(text))


@pytest.mark.parametrize(("frame", "blocks"), AROUND)
@settings(max_examples=60)
@given(text=TEXTS.filter(folded))
def test_any_text_is_only_words(text: str, frame: str, blocks: list[str]) -> None:
    assert parsed(frame.format(inert(text))) == (blocks, shown(text))


@given(TEXTS)
def test_inert_text_is_one_line(text: str) -> None:
    assert len(inert(text).splitlines()) <= 1


@pytest.mark.parametrize(
    "text", ["Väestö kasvaa 1,5 %", "§ 292", "2025–2029", "3.1 Oma tavoite", "-5 astetta", "(a) ja (b)"]
)
def test_ordinary_words_are_left_as_they_are(text: str) -> None:
    assert inert(text) == text
