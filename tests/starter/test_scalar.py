"""Scalars: whatever is written is read back as it was, alone and inside brackets and braces."""

from hypothesis import given
from hypothesis import strategies as st

from strategy_cli.document import parse
from strategy_cli.starter import scalar

LETTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\u2028\u2029\x85")


@given(st.text(LETTERS, min_size=1))
def test_words_are_read_back(words: str) -> None:
    written = scalar.scalar(words)
    document = parse("", f"a: {written}\nb: [{written}]\nc: {{d: {written}}}\n".encode())
    assert document.faults == []
    assert document.data == {"a": words, "b": [words], "c": {"d": words}}


def test_plain_words_stay_plain() -> None:
    assert [scalar.scalar(w) for w in ("Katuvalot", "2026", "no", "§ 1", "Ä ö")] == [
        "Katuvalot",
        "2026",
        "no",
        "§ 1",
        "Ä ö",
    ]
    assert [scalar.scalar(w) for w in ("a: b", "# a", "a, b", "- a", "")] == [
        '"a: b"',
        '"# a"',
        '"a, b"',
        '"- a"',
        '""',
    ]


def test_a_text_in_one_language_is_plain() -> None:
    assert scalar.text({"fi": "Koti"}) == "Koti"
    assert scalar.text({"fi": "Koti", "sv": "Hem, ljuva"}) == '{fi: Koti, sv: "Hem, ljuva"}'


def test_a_value_that_is_yaml_is_kept() -> None:
    assert scalar.given("{from: 2026-01-01}") == "{from: 2026-01-01}"
    assert scalar.given("[a, b]") == "[a, b]"
    assert scalar.given("Otsikko: alaotsikko") == '"Otsikko: alaotsikko"'
    assert scalar.given("a\nowner: b") == '"a\\nowner: b"'
    assert scalar.given("a # b") == '"a # b"'
