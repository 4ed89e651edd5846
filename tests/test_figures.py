"""Figures: numbers, shares and days as Finns write them, whatever the language."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_cli.figures import day, number, share
from strategy_cli.messages import LANGUAGES

HARD, MINUS = "\u00a0", "\u2212"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        ("0", None, "0"),
        ("999", None, "999"),
        ("1234567.8", None, "1 234 567,8"),
        ("1000", None, "1 000"),
        ("42.50", None, "42,50"),
        ("-47", None, "−47"),
        ("-1234.5", None, "−1 234,5"),
        ("1e3", None, "1 000"),
        ("1E-2", None, "0,01"),
        ("1234567.8", 0, "1 234 568"),
        ("5", 2, "5,00"),
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),
        ("-0.5", 0, "−1"),
        ("-2.45", 1, "−2,5"),
        ("2.449", 1, "2,4"),
        ("-0.04", 1, "0,0"),
        ("999.95", 1, "1 000,0"),
    ],
)
def test_a_number_has_hard_spaces_a_comma_and_a_minus(
    value: str, decimals: int | None, written: str, language: str
) -> None:
    assert number(Decimal(value), language, decimals) == written.replace(" ", HARD).replace("−", MINUS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (Fraction(17, 40), 1, "42,5 %"),
        (Fraction(47, 60), 1, "78,3 %"),
        (Fraction(1), 1, "100,0 %"),
        (Fraction(1, 20), 0, "5 %"),
        (Fraction(-1, 3), 1, "−33,3 %"),
        (Fraction(25), 0, "2 500 %"),
        (Fraction(1, 2000), 1, "0,1 %"),
    ],
)
def test_a_share_is_written_as_per_cent(value: Fraction, decimals: int, written: str, language: str) -> None:
    assert share(value, language, decimals) == written.replace(" ", HARD).replace("−", MINUS)


@pytest.mark.parametrize(("language", "written"), [("fi", "31.3.2026"), ("sv", "31.3.2026"), ("en", "31 Mar 2026")])
def test_a_day_is_written_as_in_finland(language: str, written: str) -> None:
    assert day(date(2026, 3, 31), language) == written


def test_a_day_has_no_leading_zeros() -> None:
    assert day(date(2026, 1, 2), "fi") == "2.1.2026"


@given(st.integers(-(10**40), 10**40), st.integers(-60, 60), st.sampled_from(LANGUAGES), st.none() | st.integers(0, 50))
def test_every_number_can_be_written_and_read_back(
    digits: int, exponent: int, language: str, decimals: int | None
) -> None:
    value = Decimal((int(digits < 0), tuple(map(int, str(abs(digits)))), exponent))
    read = Decimal(number(value, language, decimals).replace(HARD, "").replace(",", ".").replace(MINUS, "-"))
    places = min(max(0, -exponent) if decimals is None else decimals, 30)
    assert abs(Fraction(read) - Fraction(value)) <= Fraction(1, 2 * 10**places)


@pytest.mark.parametrize("value", ["1e999", "-1e-999", "9" * 5000])
def test_a_number_past_all_measure_is_written_too(value: str) -> None:
    assert number(Decimal(value), "fi")


def test_decimals_past_all_measure_are_cut() -> None:
    assert len(number(Decimal(1), "fi", 999_999_999)) < 100


@given(st.fractions(-(10**30), 10**30))
def test_every_share_can_be_written(value: Fraction) -> None:
    assert share(value, "fi").endswith(f"{HARD}%")


def test_equal_numbers_keep_the_decimals_that_each_was_given_with() -> None:
    assert [number(Decimal(n), "fi") for n in ("1", "1.00", "1.0")] == ["1", "1,00", "1,0"]
