"""Notation: periods, terms and numbers as people write them, never read as what they may not mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_cli import notation
from strategy_cli.document import parse
from strategy_cli.model.entity import Term
from strategy_cli.model.period import Period


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("T1/2026", "2026-T1"),
        ("2026T1", "2026-T1"),
        ("2026-t2", "2026-T2"),
        ("q3 2026", "2026-Q3"),
        ("H1/2026", "2026-H1"),
        ("T3/2026", None),
        ("1–4/2026", "2026-T1"),
        ("1-8/2026", "2026-T2"),
        ("1-6/2026", "2026-H1"),
        ("10–12/2026", "2026-Q4"),
        ("1-12/2026", "2026"),
        ("2-5/2026", None),
        ("6/2026", "2026-06"),
        ("13/2026", None),
        ("30.6.2026", "2026-06-30"),
        ("2026/6", None),
        ("202X", None),
        ("٦/٢٠٢٦", None),
        ("", None),
    ],
)
def test_a_period_is_turned_round(word: str, expected: str | None) -> None:
    assert notation.as_period(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("1.1.2027–31.12.2029", "{from: 2027-01-01, until: 2029-12-31}"),
        ("1.1.2027 - 31.12.2029", "{from: 2027-01-01, until: 2029-12-31}"),
        ("1.3.–31.12.2026", "{from: 2026-03-01, until: 2026-12-31}"),
        ("2026–2029", "{from: 2026-01-01, until: 2029-12-31}"),
        ("2026-2029", "{from: 2026-01-01, until: 2029-12-31}"),
        ("2026-01-01 – 2026-06-30", "{from: 2026-01-01, until: 2026-06-30}"),
        ("1.1.2027–", "{from: 2027-01-01}"),
        ("–31.12.2029", "{until: 2029-12-31}"),
        ("2029–2026", None),
        ("2026-02-30 – 2026-06-30", None),
        ("1.1.–", None),
        ("2026-06", None),
        ("2026", None),
        ("–", None),
        ("soon – later", None),
    ],
)
def test_a_term_is_turned_round(word: str, expected: str | None) -> None:
    assert notation.as_term(word) == expected


@pytest.mark.parametrize(
    ("number", "clear"),
    [
        ("1 234,5", True),
        ("1\u00a0234\u202f567", True),
        ("−47", True),
        ("12,5", True),
        ("1,234", False),
        ("12,345", False),
        ("0,345", True),
        ("1234,567", True),
        ("10 20", False),
        ("1 8", False),
        ("5 %", False),
        ("5 €", False),
        ("", False),
    ],
)
def test_a_number_is_clear_when_it_can_mean_but_one(number: str, clear: bool) -> None:  # noqa: FBT001
    assert notation.is_clear(number) is clear


def test_euros_may_stand_beside_an_amount() -> None:
    assert notation.is_clear("400.000,50 €", euros=True)
    assert notation.is_clear("1 234 eur", euros=True)
    assert not notation.is_clear("1,234 €", euros=True)


@given(st.text() | st.text("0123456789./ -–THQ", max_size=24))
def test_what_is_suggested_is_always_right(word: str) -> None:
    period, term = notation.as_period(word), notation.as_term(word)
    assert period is None or Period.parse(period)
    assert term is None or Term.model_validate(parse("a", term.encode()).data)
