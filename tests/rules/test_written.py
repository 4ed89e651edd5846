"""What a value that is no number was probably meant to say."""

import pytest
from folders import loaded
from hypothesis import given
from hypothesis import strategies as st

from strategy_cli.messages import LANGUAGES, Messages
from strategy_cli.model.fields import number
from strategy_cli.rules import schema
from strategy_cli.rules.shared import written


@pytest.mark.parametrize(
    ("value", "problem", "more"),
    [
        ("3-4", "range", "3 4"),
        ("2–3 %", "range", "2 3"),
        ("10...20", "range", "10 20"),
        ("1 200–1 300", "range", "1200 1300"),
        ("-5–-3", "range", "-5 -3"),
        ("2,5-3", "range", "2.5 3"),
        ("12 34", "several", "12; 34"),
        ("36 1200", "several", "36; 1200"),
        ("1 2345 678", "several", "1; 2345; 678"),
        ("21034 21120", "several", "21034; 21120"),
        ("1 234 1 300", "several", "1 234; 1 300"),
        ("45/52", "several", "45; 52"),
        ("45 (52)", "several", "45; 52"),
        ("4-3", "several", "4; 3"),
        ("noin 21 000", "about", "21000"),
        (">50", "about", "50"),
        ("yli 2,5", "about", "2.5"),
        ("5 kpl", "with-unit", "5 kpl"),
        ("21 000 asukasta", "with-unit", "21000 asukasta"),
        ("1,2 milj. €", None, ""),
        ("3. sija", None, ""),
        ("ei tietoa", None, ""),
        ("50+", None, ""),
        ("", None, ""),
    ],
)
def test_what_a_value_was_meant_to_be(value: str, problem: str | None, more: str) -> None:
    assert written.meant(value) == (problem, written.meant(value)[1])
    assert " ".join(written.meant(value)[1].values()) == more


@given(st.text("0123456789 ,.-–/%€<>abcnoikpl"))
def test_what_is_suggested_is_always_a_number(value: str) -> None:
    _, more = written.meant(value)
    assert all(number(more[key]) is not None for key in ("suggestion", "low", "high") if key in more)


@pytest.mark.parametrize("value", ["3–4 %", "12 34", "noin 5", "5 kpl", "1 234,5", "ei tietoa"])
def test_every_value_that_is_no_number_is_told_in_words(value: str) -> None:
    strategy = loaded({"indicators/i.yaml": f"name: I\nvalues: {{2025: '{value}'}}"}).strategy
    (found,) = schema.value_not_a_number(strategy)
    assert found.edit is None or found.edit.sure is (value == "1 234,5")
    for language in LANGUAGES:
        messages = Messages(language)
        assert value in messages.finding(found)
        assert messages.help(found)
