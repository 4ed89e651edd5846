"""Given names: what looks like a person's name, and what only has capitals."""

import pytest

from strategy_cli.given_names import given_names, is_given, is_person, is_persons_id


def test_the_list_is_of_names_in_small_letters_each_by_itself() -> None:
    names = given_names()
    assert {"kaisa", "matti", "björn", "kerstin", "väinö"} <= names
    assert all(name.isalpha() and name == name.casefold() for name in names)


@pytest.mark.parametrize("word", ["Kaisa", "KAISA", "Anna-Mari", "Veli-Pekka"])
def test_a_double_name_begins_with_a_given_name(word: str) -> None:
    assert is_given(word)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kaisa Virtanen", True),
        ("Kaisa Maria Virtanen", True),
        ("Virtanen, Kaisa", True),
        ("Ylermi Eriksson", True),
        ("Kaisa", False),
        ("kaisa virtanen", False),
        ("Kaisa 2", False),
        ("Helsingin Kaupunki", False),
        ("Digital Lead", False),
        ("Tekninen Johtaja", False),
        ("Sampo Coordinator", False),
        ("", False),
    ],
)
def test_a_person_is_told_by_given_name_or_surname(words: str, *, expected: bool) -> None:
    assert is_person(words) is expected


@pytest.mark.parametrize(
    ("identity", "expected"),
    [
        ("kaisa-virtanen", True),
        ("paivi-maki", True),
        ("anna-mari-malli", True),
        ("city-manager", False),
        ("kaisa", False),
        ("max-2", False),
        ("sampo-head", False),
    ],
)
def test_an_id_is_told_by_its_given_name(identity: str, *, expected: bool) -> None:
    assert is_persons_id(identity) is expected
