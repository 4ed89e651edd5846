"""Texts: words by language, and what is shown when a language is missing."""

import pytest

from strategy_cli.model.text import Text


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ({"fi": "Koti", "sv": "Hem"}, "sv", ("Hem", "sv")),
        ({"fi": "Koti", "sv": "Hem"}, "en", ("Koti", "fi")),
        ({"sv": "Hem", "en": "Home"}, "fi", ("Home", "en")),
        ({"sv": "Hem"}, "fi", ("Hem", "sv")),
    ],
)
def test_a_missing_language_falls_back_and_says_to_which(
    words: dict[str, str], language: str, expected: tuple[str, str]
) -> None:
    assert Text.of(words.items(), "fi").pick(language) == expected


def test_the_order_of_writing_makes_no_difference() -> None:
    one = Text.of([("en", "Home"), ("sv", "Hem"), ("fi", "Koti")], "fi")
    two = Text.of([("fi", "Koti"), ("sv", "Hem"), ("en", "Home")], "fi")
    assert one == two
    assert hash(one) == hash(two)
    assert [code for code, _ in one.words] == ["fi", "en", "sv"]


def test_a_text_knows_its_languages() -> None:
    assert Text.of({"fi": "Koti", "sv": "Hem"}.items(), "sv").languages == {"fi", "sv"}
