"""Nearest: what was probably meant, and never a suggestion that would itself be wrong."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_cli import nearest
from strategy_cli.model.fields import ID, number
from strategy_cli.span import whole_file


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("everyday-lif", ["everyday-life", "vitality"], "everyday-life"),
        ("Everyday_Life", ["everyday-life", "vitality"], "everyday-life"),
        ("in_practise", ["in-practice", "started"], "in-practice"),
        ("xyzzy", ["everyday-life"], None),
        ("", ["a"], None),
        ("a", [], None),
        ("x" * 100_000, ["started", "closed"], None),
    ],
)
def test_a_mistyped_word_finds_its_neighbour(word: str, known: list[str], expected: str | None) -> None:
    assert nearest.name(word, known) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kaupunginhallitus", "kaupunginhallitus"),
        ("Työ & päämäärä Åbo", "tyo-paamaara-abo"),
        ("  -- 2030 –luku.. ", "2030-luku"),
        ("municipal–manager", "municipal-manager"),
        ("§ 292", "292"),
        ("§", ""),
        ("北京", ""),
        ("\x00\udcff", ""),
    ],
)
def test_words_become_an_id(words: str, expected: str) -> None:
    assert nearest.as_id(words) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("31.12.2025", "2025-12-31"),
        ("1.2.2025", "2025-02-01"),
        ("25. 9. 2023", "2023-09-25"),
        (" 25.09.2023 ", "2023-09-25"),
        ("2025/12/31", "2025-12-31"),
        ("2025-1-5", "2025-01-05"),
        ("2025-1/5", None),
        ("2025.1.2", "2025-01-02"),
        ("31.2.2025", None),
        ("2025/13/01", None),
        ("0.0.0000", None),
        ("24.10", None),
        ("12/31/2025", None),
        ("2025-12-31", None),
        ("", None),
    ],
)
def test_a_day_written_another_way_is_turned_round(word: str, expected: str | None) -> None:
    assert nearest.as_date(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("1 234,5", "1234.5"),
        ("1\u00a0234\u202f567,8 %", "1234567.8"),
        ("−47 %", "-47"),
        ("–47", "-47"),
        ("350 000 €", "350000"),
        ("350000 EUR", "350000"),
        ("+2,5", "+2.5"),
        ("1.234,5", None),
        ("10–20", None),
        ("about 5", None),
        ("1e999999", None),
        ("٣", None),
        ("5,", None),
        ("", None),
        ("%", None),
    ],
)
def test_a_number_as_finns_write_it_is_turned_round(word: str, expected: str | None) -> None:
    assert nearest.as_number(word) == expected


@given(st.text() | st.text("0123456789.,/ -−%€"))
def test_what_is_suggested_is_always_right(word: str) -> None:
    day, figure, identity = nearest.as_date(word), nearest.as_number(word), nearest.as_id(word)
    assert day is None or date.fromisoformat(day)
    assert figure is None or number(figure) is not None
    assert not identity or ID.fullmatch(identity)


@pytest.mark.parametrize(
    ("given", "problem", "suggestion"),
    [("Big One", "id", "big-one"), ("§", "id-unclear", ""), ({"a": "b"}, "id-unclear", ""), ([], "id-unclear", "")],
)
def test_a_bad_id_is_told_with_the_id_it_could_be(given: object, problem: str, suggestion: str) -> None:
    finding = nearest.bad_id(whole_file("a.yaml"), given)
    assert (finding.problem, finding.args["suggestion"]) == (problem, suggestion)
    assert (finding.edit.text if finding.edit else "") == suggestion


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("everyday-lif", ["everyday-life", "vitality"], "everyday-life"),
        ("everyday-lifee", ["everyday-life"], "everyday-life"),
        ("everydya-life", ["everyday-life"], "everyday-life"),
        ("everyday-lide", ["everyday-life"], "everyday-life"),
        ("Everyday_Life", ["everyday-life"], "everyday-life"),
        ("everydaylife", ["everyday-life"], "everyday-life"),
        ("roll-up", ["roll_up", "parent"], "roll_up"),
        ("goalz", ["goal", "goals"], None),
        ("goal-2", ["goal-1"], None),
        ("goal-11", ["goal-1"], None),
        ("unit-b", ["unit-a"], None),
        ("deu", ["due"], None),
        ("everydya-lif", ["everyday-life"], None),
        ("city", ["city-manager"], None),
        ("", ["name"], None),
        ("name", [], None),
    ],
)
def test_a_slip_of_the_hand_can_have_meant_but_one(word: str, known: list[str], expected: str | None) -> None:
    assert nearest.slip(word, known) == expected


@given(st.text("abc-", min_size=1, max_size=12), st.lists(st.text("abc-", min_size=1, max_size=12), max_size=5))
def test_a_slip_is_one_of_the_known(word: str, known: list[str]) -> None:
    assert nearest.slip(word, known) in {None, *known}
