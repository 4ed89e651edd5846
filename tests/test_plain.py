"""Everyday YAML read line by line says what the parser says, or leaves the text to it."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from strategy_cli.document.builder import Builder
from strategy_cli.document.data import Data
from strategy_cli.document.document import parse
from strategy_cli.document.events import events
from strategy_cli.document.plain import plain

ROOT = Path(__file__).parents[1]
SAMPLE = sorted((ROOT / "strategy_data").rglob("*.yaml"))
TEXTS = [file.read_text("utf-8") for file in SAMPLE]
STRANGE = [*"abc01 -:,{}[]\"'#\n~!&*|>%@`?\\.=<(+€§_/\t\r", ": ", " #", ", ", "- ", "\n  ", "\n- ", "null"]
STRANGE += [
    "---\n",
    "...\n",
    "<<: ",
    "{}",
    "[]",
    "''",
    '""',
    "\u00a0",
    "ä",
    "\u2028",
    "😀",
    "\x85",
    "\ufeff",
    "e\u0301",
]
STRANGE += ["\x00", "a" * 120]

READ: list[tuple[str, Data]] = [
    ("a: b\n", {"a": "b"}),
    ("a: b", {"a": "b"}),
    ("# c\n\na: b # c\n", {"a": "b"}),
    ("a: b#c\n", {"a": "b#c"}),
    ("a: 12:30\n", {"a": "12:30"}),
    ("a: -47.5 %\n", {"a": "-47.5 %"}),
    ('a: "b # c" # d\n', {"a": "b # c"}),
    ("a: 'b: c'\n", {"a": "b: c"}),
    ("a:\n  b: c\n  d:\n    e: f\ng: h\n", {"a": {"b": "c", "d": {"e": "f"}}, "g": "h"}),
    ("a:\n- b\n- c\nd: e\n", {"a": ["b", "c"], "d": "e"}),
    ("a:\n  - b: c\n    d: e\n  - b: f\n", {"a": [{"b": "c", "d": "e"}, {"b": "f"}]}),
    ("- a: b\n- {c: d}\n", [{"a": "b"}, {"c": "d"}]),
    ("a: {b: c, d: e f}\n", {"a": {"b": "c", "d": "e f"}}),
    ("a: [b, c d]\n", {"a": ["b", "c d"]}),
    ("a: []\nb: {}\n", {"a": [], "b": {}}),
    ('a: {b: {c: d}, e: [f, {g: "h, i"}]} # j\n', {"a": {"b": {"c": "d"}, "e": ["f", {"g": "h, i"}]}}),
    ("a: b, {c}\n", {"a": "b, {c}"}),
]
LEFT = [
    "",
    "# only a comment\n",
    "a:\n",
    "a: null\n",
    'a: ""\n',
    "a: ~\n",
    "a: b\na: c\n",
    "a: {b: c, b: d}\n",
    "a: b\n  c\n",
    "a: |\n  b\n",
    "a: &b c\n",
    "a: *b\n",
    "a: !b c\n",
    'a: "b\\n"\n',
    "a: 'b''c'\n",
    "a: b: c\n",
    "a: b:\n",
    "a: {b: c\n",
    "a: [b, c\n",
    "a: [b: c]\n",
    "a: {b}\n",
    "a: [b,]\n",
    "a:\tb\n",
    "a: b\r\nc: d\r\n",
    "\ufeffa: b\n",
    "--- \na: b\n",
    "a: b\n...\n",
    "a:\n  b: c\n d: e\n",
    "  a: b\n",
    "just words\n",
    "- - a\n",
    "? a\n: b\n",
    "a: b\x85c\n",
    "a: b\u2028c\n",
    f"{'a' * 120}: b\n",
    "a: " + "[" * 20 + "b" + "]" * 20 + "\n",
]


def agrees(text: str) -> bool:
    """Tell whether a text is left to the parser, or read with nothing that the parser sees otherwise."""
    found = plain(text)
    if found is None:
        return True
    builder = Builder("x.yaml", events(text))
    data, _ = builder.document()
    return (data, builder.faults, builder.blank) == (found, [], False)


@pytest.mark.parametrize(("text", "data"), READ)
def test_everyday_yaml_is_read(text: str, data: Data) -> None:
    assert plain(text) == data
    assert agrees(text)


@pytest.mark.parametrize("text", LEFT)
def test_the_rest_is_left_to_the_parser(text: str) -> None:
    assert plain(text) is None


@pytest.mark.parametrize("text", TEXTS, ids=[file.name for file in SAMPLE])
def test_the_sample_reads_the_same_either_way(text: str) -> None:
    assert agrees(text)


def test_most_of_the_sample_is_everyday() -> None:
    assert sum(plain(text) is not None for text in TEXTS) > 0.9 * len(TEXTS)


def test_places_are_found_in_what_was_read_line_by_line() -> None:
    document = parse("x.yaml", b"a: b\nc:\n  - {d: e}\n")
    assert str(document.span(("c", 0, "d"))).endswith(":3:9")


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """Take a few lines of the sample and put strange things into them, or take some away."""
    lines = draw(st.sampled_from(TEXTS)).split("\n")
    start = draw(st.integers(0, len(lines) - 1))
    text = "\n".join(lines[start : start + draw(st.integers(1, 6))])
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        gone = draw(st.sampled_from([0, 0, 0, 1, 2, 3, 30]))
        text = text[:at] + draw(st.sampled_from(STRANGE)) + text[at + gone :]
    return text


@given(mangled())
@example("a: b\n- c: '  d: e")
@example("period: {from: 2022,  until: 2027?-06-30}")
@example("- a\n- b#:'  d: e")
@example("- peri#od: 2026-T1")
@settings(max_examples=300)
def test_mangled_text_reads_the_same_either_way(text: str) -> None:
    assert agrees(text)


@pytest.mark.slow
@given(mangled())
@settings(max_examples=4000, deadline=None)
def test_much_mangled_text_reads_the_same_either_way(text: str) -> None:
    assert agrees(text)
