"""Documents: what was written is what is read, and everything in a file has its place."""

import json
from collections.abc import Iterator
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_cli.document import Data, Document, Key, builder, events, parse
from strategy_cli.finding import Finding
from strategy_cli.span import Span, after, rows

IN_C = vars(events)["CParser"]


@pytest.fixture(scope="module", params=["in C", "in Python"], autouse=True)
def _parser(request: pytest.FixtureRequest) -> Iterator[None]:
    """Run every test of this file with the C parser, and with the one that stands in for it."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "in Python":
            patch.setattr(events, "CParser", None)
        yield


def read(text: str | bytes) -> Document:
    return parse("file.yaml", text if isinstance(text, bytes) else text.encode())


def cut(read: Document, span: Span) -> str:
    """Cut out the text that a span covers."""
    lines = rows(read.text)[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


def told(finding: Finding) -> str:
    problem = f" {finding.problem}" if finding.problem else ""
    return f"{finding.span.line}:{finding.span.column} {finding.rule}{problem}"


@pytest.mark.parametrize(
    ("text", "key", "covered"),
    [
        ("name: Elinvoima", ("name",), "Elinvoima"),
        ("ä: [ö, 'å', ö]", ("ä", 1), "'å'"),
        ("a: 🌊🌊\nb: {c: 🌊x}", ("b", "c"), "🌊x"),
        ("a: {b: {c: d}}", ("a", "b", "c"), "d"),
        ("a:\n  b:\n    - c\n    - d: e\n      f: g", ("a", "b", 1, "f"), "g"),
        ("- - a\n  - b", (0, 1), "b"),
        ("a: b\r\nc:\r\n  - d\r\n", ("c", 0), "d"),
        ("a: b\rc: d\r", ("c",), "d"),
        ("\ufeffname: x", ("name",), "x"),
        ("a: b\n  c\nd: e", ("a",), "b\n  c"),
        ("a: |\n  b\n  c\nd: e", ("a",), "|\n  b\n  c\n"),
        ("a: 'it''s'", ("a",), "'it''s'"),
        ("a: [b, c]", ("a",), "[b, c]"),
        ("a:  # why\n  b", ("a",), "b"),
        ("a: &x b\nc: *x", ("c",), "*x"),
    ],
)
def test_a_value_has_its_place(text: str, key: Key, covered: str) -> None:
    document = read(text)
    assert cut(document, document.span(key)) == covered


@pytest.mark.parametrize(
    ("text", "key", "covered"),
    [
        ("name: x", ("name",), "name"),
        ("työ: {päämäärä: x}", ("työ", "päämäärä"), "päämäärä"),
        ("- a: b\n  'c': d", (0, "c"), "'c'"),
        ("a:\nb: c", ("a",), "a"),
        ("a: ~\nb: c", ("a",), "a"),
    ],
)
def test_a_key_has_its_place(text: str, key: Key, covered: str) -> None:
    document = read(text)
    assert cut(document, document.span(key, on_key=True)) == covered


@pytest.mark.parametrize(
    ("text", "key", "covered"),
    [
        ("a: b\nc: d", (), "a"),
        ("# a comment\n\na: b", ("missing",), "a"),
        ("a:\n  b: c\n", ("a",), "b"),
        ("a:\n  b: c\n", ("a", "missing", 3), "b"),
        ("a: b", ("a", "b", "c"), "b"),
        ("- id: a\n- id: b\n", (), "id"),
        ("- id: a\n- id: b\n", (1,), "id"),
        ("- id: a\n- id: b\n", (7,), "id"),
        ("a:\n  - b\n", ("a",), "b"),
        ("a: {}", ("a", "b"), "{}"),
    ],
)
def test_what_has_no_place_of_its_own_is_shown_at_the_nearest(text: str, key: Key, covered: str) -> None:
    document = read(text)
    assert cut(document, document.span(key)) == covered


@pytest.mark.parametrize(
    "word",
    [
        *("010", "no", "Yes", "off", "true", "Null", "12:30", "2025-13-01", "0000-00-00", "2026-T1"),
        *("1e3", "1e999999", "9" * 400, "0x1F", "1_000", "-1", "+1", ".inf"),
        *("=", "§", "a b", "a#b", "http://a.fi:80/b", "'null'", "'~'"),
    ],
)
def test_a_scalar_stays_the_text_it_was(word: str) -> None:
    assert read(f"a: {word}").data == {"a": word.strip("'")}


@pytest.mark.parametrize("nothing", ["", "~", "null", '""', "''", "# none", "&x", "&x ~", "&x null"])
def test_nothing_is_a_key_not_given_whose_place_is_known(nothing: str) -> None:
    document = read(f"b: c\na: {nothing}\n")
    assert (document.data, document.faults) == ({"b": "c"}, [])
    assert str(document.span(("a",), on_key=True)) == "file.yaml:2:1"


def test_nothing_in_a_list_is_left_out_and_the_rest_keeps_its_places() -> None:
    document = read("[a, ~, b]")
    assert document.data == ["a", "b"]
    assert cut(document, document.span((1,))) == "b"


def test_an_anchor_can_be_used_again() -> None:
    document = read("a: &x {b: [c]}\nd: *x\ne: &y word\nf: *y\n")
    assert document.data == {"a": {"b": ["c"]}, "d": {"b": ["c"]}, "e": "word", "f": "word"}
    assert document.span(("d",)).line == 1, "what stands in an alias is shown where it was written"


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "---\n", "\ufeff", " \n \n"])
def test_an_empty_file_holds_nothing_and_has_no_fault(text: str) -> None:
    document = read(text)
    assert (document.data, document.faults) == (None, [])
    assert document.span(("a", 0)).line >= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b\n\tc: d\n", ["2:1 invalid-yaml tab-deeper"]),
        ("a:\n  - b\n\t- c\n", ["3:1 invalid-yaml tab"]),
        ("a: b\nname: 'x\n", ["2:7 invalid-yaml quote"]),
        ('a: "x\nb: c\n', ["1:4 invalid-yaml quote"]),
        ("name: Vitality: jobs\n", ["1:15 invalid-yaml colon"]),
        ("name Vitality\nowner: x\n", ["2:6 invalid-yaml colon"]),
        ("name: Vitality\n owner: x\n", ["2:1 invalid-yaml deeper"]),
        ("name: Vitality\n\n\n  owner: x\n", ["4:1 invalid-yaml deeper"]),
        ("name: Vitality\n\towner: x\n", ["2:1 invalid-yaml tab-deeper"]),
        ("name:\n\tfi: x\n", ["2:1 invalid-yaml tab"]),
        ("a: b\nname Vitality\nc: d\n", ["3:1 invalid-yaml no-colon"]),
        ("a: [b, c\nd: e\n", ["2:2 invalid-yaml bracket"]),
        ("a: {b: [c\n", ["2:1 invalid-yaml bracket"]),
        ("a: {b: [c", ["1:10 invalid-yaml bracket"]),
        ("a: \0b\n", ["1:4 invalid-yaml strange-character"]),
        ("b: c\r\na: x\x0cy\r\n", ["2:5 invalid-yaml strange-character"]),
        ("a: \x0bb", ["1:4 invalid-yaml strange-character"]),
        ("a: b\n? [c]\n: d\n", ["2:3 invalid-yaml key-not-text"]),
        ("{[a]: b, {c: d}: e}", ["1:2 invalid-yaml key-not-text", "1:10 invalid-yaml key-not-text"]),
        ("a: *x\n", ["1:4 invalid-yaml unknown-alias"]),
        ("a: &x [*x]\n", ["1:8 invalid-yaml unknown-alias"]),
        ("a: @b\n", ["1:4 invalid-yaml other"]),
        ("- a\nb: c\n", ["2:1 invalid-yaml other"]),
        ("%YAML 3.0\n---\na: b\n", ["1:1 invalid-yaml other"]),
        ("a: !x!y z\n", ["1:4 invalid-yaml other"]),
        ("a: b\na: c\n", ["2:1 duplicate-key"]),
        ("a: {b: 1, b: 2, b: 3}\n", ["1:11 duplicate-key", "1:17 duplicate-key"]),
        ("a: b\n---\na: c\n---\n- d\n", ["2:1 several-documents"]),
        ("a: !!str b\nc: !x {d: e}\n", ["1:4 yaml-tag", "2:4 yaml-tag"]),
        ("a: b\na: c\nd: 'e", ["2:1 duplicate-key", "3:4 invalid-yaml quote"]),
        (b"a: b\nc: \xe4\xe4\n", ["2:4 not-utf8"]),
        (b"\xef\xbb\xbfa: \xff", ["1:4 not-utf8"]),
        (b"\xff\xfea\0", ["1:1 not-utf8"]),
        (b"a: \xed\xa0\x80", ["1:4 not-utf8"]),
    ],
)
def test_a_fault_is_told_at_its_place(text: str | bytes, expected: list[str]) -> None:
    assert [told(fault) for fault in read(text).faults] == expected


@pytest.mark.parametrize("escape", [r"C:\dir", r"\x", r"\ud800", r"\UFFFFFFFF", r"\U00110000"])
def test_a_bad_escape_is_not_called_an_open_quotation_mark(escape: str) -> None:
    (fault,) = read(f'a: b\nc: "{escape}"\n').faults
    told = ("strange-character", 1) if escape.startswith(r"\U") and not vars(events)["CParser"] else ("escape", 2)
    assert (fault.problem, fault.span.line) == told


def test_the_first_of_two_equal_keys_is_read_and_pointed_at() -> None:
    document = read("a: b\nc: d\na: e\n")
    assert document.data == {"a": "b", "c": "d"}
    assert document.faults[0].args == {"key": "a", "line": 1}


def test_the_first_of_several_documents_is_read() -> None:
    assert read("a: b\n---\nc: d\n").data == {"a": "b"}


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85"])
def test_what_no_editor_counts_as_a_line_counts_as_none(mark: str) -> None:
    document = read(f"a: x{mark}y\nb: {mark}c # d{mark}\n'e': '{mark}f'")
    assert document.data == {"a": "x y", "b": "c", "e": " f"}
    assert str(document.span(("e",))) == "file.yaml:3:6"
    assert [(c.line, c.column) for c in document.comments()] == [(2, 7)]


LAUGHS = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"b{i}: &b{i} [{f'*b{i - 1},' * 9 if i else '*a'}]\n" for i in range(9)
)


class TestLimits:
    @pytest.mark.parametrize(
        "text",
        [
            "[" * 41 + "]" * 41,
            "[" * 100_000,
            "{a: " * 100_000,
            "- " * 41 + "a",
            "? " * 1000,
            LAUGHS,
            f"a: &a [{'x,' * 9999}]\nb: [*a, *a]",
        ],
        ids=["lists", "open lists", "open maps", "block lists", "keys", "billion laughs", "one long list, twice"],
    )
    def test_a_bomb_is_told_not_read(self, text: str) -> None:
        document = read(text)
        assert document.data is None
        assert {fault.rule for fault in document.faults} == {"too-complex"}

    def test_depth_is_counted_through_aliases(self) -> None:
        links = "".join(f"k{i}: &a{i} [[[[[[[[{f'*a{i - 1}' if i else 'x'}]]]]]]]]\n" for i in range(100))
        assert [told(fault) for fault in read(links).faults] == ["5:17 too-complex"]

    @pytest.mark.parametrize(
        "text",
        [
            "[" * 40 + "]" * 40,
            f"a: &a x\nb: [{'*a,' * 10_001}]",
            f"a: [{'x,' * 10_001}]\nb: &b [x]\nc: *b",
        ],
        ids=["deepest", "many words", "many values beside an alias"],
    )
    def test_what_is_only_large_is_read(self, text: str) -> None:
        assert read(text).faults == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# a\nb: c # d\n  # e\n", ["1:1 # a", "2:6 # d", "3:3 # e"]),
        ("a: b#c\nd: e#\n", []),
        ("a: 'b # c' # d\n", ["1:12 # d"]),
        ('a: "b\n  # c"\n', []),
        ("a: |\n  # b\n  c\n# d\ne: f", ["4:1 # d"]),
        ("a: >-\n\n  b # c\n\nd: e # f", ["5:6 # f"]),
        ("'# a': b\n[# c]: d", []),
        ("- a # b # c\n-\t# d\n- e", ["1:5 # b # c", "2:3 # d"]),
        ("ä: 🌊 # å", ["1:6 # å"]),
        ("a: b # c\r\n# d\r\n", ["1:6 # c", "2:1 # d"]),
        ("# only", ["1:1 # only"]),
    ],
)
def test_comments_stand_outside_scalars(text: str, expected: list[str]) -> None:
    if "[#" in text:
        text = text.partition("\n")[0]
    assert [f"{c.line}:{c.column} {c.text}" for c in read(text).comments()] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a: b\n  c: d\n- e\n", [(1, 2), (3, 3)]),
        ("- {a: b}\n- {c: d}", [(1, 1), (2, 2)]),
        ("- a: |\n    b\n- c: >\n    d\n", [(1, 2), (3, 4)]),
        ("- a: b\n    c\n# d\n- []\n", [(1, 2), (4, 4)]),
    ],
)
def test_the_lines_of_an_item_end_before_the_next_begins(text: str, expected: list[tuple[int, int]]) -> None:
    document = read(text)
    assert [document.lines((number,)) for number in range(2)] == expected


LETTERS = st.characters(exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"], exclude_characters="\ufeff")
WORDS = st.text(LETTERS, max_size=12)
DATA: st.SearchStrategy[Data] = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4), max_leaves=12
)


def block(data: Data, levels: int, indent: str = "") -> str:
    """Write data as block YAML ``levels`` deep, and as flow below; a number of levels tries every mixture."""
    if not data or isinstance(data, str) or not levels:
        return f" {json.dumps(data, ensure_ascii=False)}\n"
    items = data.items() if isinstance(data, dict) else [(None, item) for item in data]
    heads = ("-" if key is None else json.dumps(key, ensure_ascii=False) + ":" for key, _ in items)
    texts = (block(item, levels - 1, indent + "  ") for _, item in items)
    return "\n" + "".join(f"{indent}{head}{text}" for head, text in zip(heads, texts, strict=True))


def kept(data: Data) -> Data:
    """Leave out what is empty, as reading does."""
    if isinstance(data, dict):
        return {key: kept(value) for key, value in data.items() if value != ""}
    if isinstance(data, list):
        return [kept(value) for value in data if value != ""]
    return data or None


def scalars(data: Data, key: Key = ()) -> Iterator[tuple[Key, str]]:
    if isinstance(data, str):
        yield key, data
    elif data is not None:
        for place, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from scalars(value, (*key, place))


@given(DATA, st.integers(0, 4))
def test_what_is_written_is_read_where_it_stands(data: Data, levels: int) -> None:
    document = read(block(data, levels))
    assert (document.data, document.faults) == (kept(data), [])
    for key, words in scalars(document.data):
        assert json.loads(cut(document, document.span(key))) == words


def places(document: Document) -> list[tuple[Span, Span]]:
    """Give where every value of a document stands, and its key."""
    return [(document.span(key), document.span(key, on_key=True)) for key, _ in scalars(document.data)]


@given(DATA, st.integers(0, 4), st.sampled_from(["", "# c\n", "---\nx: y\n", "&a !b c\n"]))
def test_both_parsers_read_the_same(data: Data, levels: int, after: str) -> None:
    text = block(data, levels) + after
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(events, "CParser", IN_C)
        in_c = read(text)
        patch.setattr(events, "CParser", None)
        in_python = read(text)
    assert in_python == in_c
    assert places(in_python) == places(in_c)


def test_both_parsers_find_the_same_in_the_sample(pytestconfig: pytest.Config) -> None:
    for file in sorted((pytestconfig.rootpath / "strategy_data").rglob("*.yaml"))[::5]:
        content = file.read_bytes()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(events, "CParser", IN_C)
            in_c = read(content)
            patch.setattr(events, "CParser", None)
            in_python = read(content)
        assert in_python == in_c
        assert places(in_python) == places(in_c)


PIECES = st.sampled_from(
    [
        *("a: ", "- ", "\n", "\n", "  ", "{", "}", "[", "]", ", ", '"', "'", "#", " # ", "&a ", "*a ", "!", "!!str "),
        *("|", ">-", "|2", ">+", "? ", ": ", "---\n", "...\n", "%YAML 1.1\n", "%TAG ! x\n", "<<: ", "~", "null", "1e9"),
        *("@", "`", "ä", "🌊", "\t", "\r", "\r\n", "\0", "\x0b", "\x0c", "\x85", "\u2028", "\ufeff"),
        *("\\", r"\ud800", r"\x0", r"\UFFFFFFFF"),
    ]
)


def check_any(content: bytes) -> None:
    """Read whatever it is, and look at it in every way there is."""
    document = read(content)
    lines = rows(document.text)
    last = after(document.text)
    for span in (fault.span for fault in document.faults):
        assert (span.line - 1, span.column - 1) <= last
        assert span.column - 1 <= len(lines[span.line - 1])
    assert all(lines[c.line - 1][c.column - 1 :] == c.text for c in document.comments())
    for key, _ in scalars(document.data):
        assert document.lines(key)[0] <= document.lines(key)[1]
        assert cut(document, document.span(key)) is not None


@given(st.lists(PIECES | st.text(max_size=3), max_size=30).map("".join))
def test_any_text_can_be_read(text: str) -> None:
    check_any(text.encode("utf-8", "replace"))


@given(st.binary(max_size=200))
def test_any_bytes_can_be_read(content: bytes) -> None:
    check_any(content)


@pytest.mark.slow
@settings(max_examples=3000, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_can_be_read_at_length(text: str) -> None:
    check_any(text.encode("utf-8", "replace"))


def test_a_very_long_line_is_read() -> None:
    text = f"a: {'x ' * 50_000}x\nb: [{'y, ' * 5000}y]\n"
    data = cast("dict[str, list[str]]", read(text).data)
    assert (len(data["a"]), len(data["b"])) == (100_001, 5001)


def test_limits_are_those_the_manual_names() -> None:
    assert (builder.DEEPEST, builder.LARGEST_EXPANSION) == (40, 10_000)


def test_the_same_content_at_another_path_tells_its_places_there() -> None:
    document = parse("old/a.yaml", b"name: A\nname: B\n")
    (fault,) = document.at("new/b.yaml").faults
    assert str(fault.span) == "new/b.yaml:2:1"
    assert str(document.at("new/b.yaml").span(("name",))) == str(document.span(("name",))).replace("old/a", "new/b")
    assert document.at("new/b.yaml").data is document.data
    assert str(document.faults[0].span) == "old/a.yaml:2:1"
