"""Edits: places count as editors count them, the first of two that overlap wins, the rest of the text stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_cli.document import parse
from strategy_cli.editing.content import Content
from strategy_cli.editing.edits import at, editable, edited
from strategy_cli.finding import Edit
from strategy_cli.span import Span


def edit(line: int, column: int, end_line: int, end_column: int, text: str) -> Edit:
    return Edit(Span("a.yaml", line, column, end_line, end_column), text)


@pytest.mark.parametrize(
    ("text", "edits", "after"),
    [
        ("a: b", [edit(1, 4, 1, 5, "c")], "a: c"),
        ("a: b\nc: d\n", [edit(2, 4, 2, 5, "e"), edit(1, 4, 1, 5, "f")], "a: f\nc: e\n"),
        ("ä: 😀x\r\nc: d\r\n", [edit(1, 4, 1, 6, "y"), edit(2, 1, 2, 2, "z")], "ä: y\r\nz: d\r\n"),
        ("a\rb\rc", [edit(2, 1, 2, 2, "x")], "a\rx\rc"),
        ("a\u2028b\x85c\x0cd\ne", [edit(1, 7, 1, 8, "D"), edit(2, 1, 2, 2, "E")], "a\u2028b\x85c\x0cD\nE"),
        ("a: b\nc: d", [edit(1, 4, 2, 4, "x, ")], "a: x, d"),
        ("ab", [edit(1, 2, 1, 2, "-")], "a-b"),
        ("ab", [edit(1, 3, 1, 3, "c")], "abc"),
        ("", [edit(1, 1, 1, 1, "a")], "a"),
    ],
)
def test_what_stands_at_a_place_is_replaced(text: str, edits: list[Edit], after: str) -> None:
    done = edited(text, edits)
    assert (done.text, done.waiting) == (after, ())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (edit(1, 1, 1, 4, "x"), edit(1, 3, 1, 5, "y")),
        (edit(1, 1, 1, 4, "x"), edit(1, 1, 1, 4, "y")),
        (edit(1, 1, 1, 1, "x"), edit(1, 1, 1, 1, "y")),
    ],
)
def test_the_first_of_two_that_overlap_wins_and_the_other_waits(one: Edit, other: Edit) -> None:
    done = edited("abcdef", [other, one])
    assert (done.applied, done.waiting) == ((one,), (other,))


def test_two_that_touch_are_both_applied_and_the_same_twice_is_one() -> None:
    one, other = edit(1, 1, 1, 3, "x"), edit(1, 3, 1, 5, "y")
    assert edited("abcdef", [other, one, one]).text == "xyef"


@given(st.text(st.sampled_from("ab\n\r\x85\u2028ä😀 "), max_size=30), st.data())
def test_every_character_outside_the_edits_stays(text: str, data: st.DataObject) -> None:
    offsets = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
    first, last = (text[:offset] for offset in offsets)
    if first.endswith("\r") or last.endswith("\r"):
        return  # between \r and \n is no place
    ends = [("\n".join(part.replace("\r\n", "\n").split("\r"))).split("\n") for part in (first, last)]
    (line, column), (end_line, end_column) = ((len(rows), len(rows[-1]) + 1) for rows in ends)
    span = Span("a", line, column, end_line, end_column)
    assert edited(text, [Edit(span, "NEW")]).text == first + "NEW" + text[offsets[1] :]
    assert at(text, span) == text[offsets[0] : offsets[1]]


@pytest.mark.parametrize(
    ("value", "expected"),
    [("b", True), ("'b'", True), ("[b]", True), ("&x b", False), ("*x", False), ("!!str b", False), ("|\n b", False)],
)
def test_what_is_shared_tagged_or_a_block_is_left_to_people(value: str, expected: bool) -> None:  # noqa: FBT001
    assert editable(f"a: {value}\n", Span("a", 1, 4, 1, 5)) is expected


@pytest.mark.parametrize("content", [b"", b"a\r\nb", b"\xef\xbb\xbfa: \xc3\xa4", b"\xef\xbb\xbf\xef\xbb\xbfa"])
def test_a_file_is_given_back_to_the_byte(content: bytes) -> None:
    read = Content.of(content)
    assert read is not None
    assert read.encoded() == content


def test_a_file_that_is_not_utf8_is_no_content() -> None:
    assert Content.of("ä".encode("windows-1252")) is None


def test_an_edit_falls_where_the_document_points() -> None:
    text = "ä: 1\r\nb: {c: 'x', d: 😀y}\r\n"
    span = parse("a.yaml", b"\xef\xbb\xbf" + text.encode()).span(("b", "d"))
    assert at(text, span) == "😀y"
