"""Spans: lines and columns as editors count them."""

import pytest

from strategy_cli.span import Span, after, rows, whole_file


def test_a_span_is_written_as_compilers_write_it() -> None:
    assert str(Span("goals/a.yaml", 3, 8, 3, 12)) == "goals/a.yaml:3:8"
    assert str(whole_file("goals/a.yaml")) == "goals/a.yaml:1:1"


def test_spans_come_by_file_line_and_column() -> None:
    spans = [Span("a", 1, 9, 1, 9), Span("a", 2, 1, 2, 1), Span("a", 10, 1, 10, 1), Span("b", 1, 1, 1, 1)]
    assert sorted(spans[::-1]) == spans  # noqa: C415 - the point is that order is restored


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [""]),
        ("a", ["a"]),
        ("a\nb\r\nc\rd", ["a", "b", "c", "d"]),
        ("a\n", ["a", ""]),
        ("\r\n\r\n", ["", "", ""]),
        ("a\x0bb\x0cc\x1cd\x85e\u2028f\u2029g", ["a\x0bb\x0cc\x1cd\x85e\u2028f\u2029g"]),
    ],
)
def test_only_line_breaks_break_lines(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("", (0, 0)), ("ä🌊", (0, 2)), ("a\n", (1, 0)), ("a\r\nbc", (1, 2)), ("a\rb", (1, 1))]
)
def test_what_follows_a_text_has_its_place(text: str, expected: tuple[int, int]) -> None:
    assert after(text) == expected
