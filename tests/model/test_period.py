"""Periods: what is written is what is meant, and the year runs in order."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_cli.model.period import Period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-T1", "2025-01-01", "2025-04-30"),
        ("2025-T2", "2025-01-01", "2025-08-31"),
        ("2025-H1", "2025-01-01", "2025-06-30"),
        ("2025-H2", "2025-07-01", "2025-12-31"),
        ("2025-Q1", "2025-01-01", "2025-03-31"),
        ("2025-Q4", "2025-10-01", "2025-12-31"),
        ("2025-06", "2025-06-01", "2025-06-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2100-02", "2100-02-01", "2100-02-28"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("1000", "1000-01-01", "1000-12-31"),
        ("2999-12-31", "2999-12-31", "2999-12-31"),
    ],
)
def test_a_period_has_a_first_and_a_last_day(text: str, first: str, last: str) -> None:
    period = Period.parse(text)
    assert (period.first, period.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert str(period) == text


@pytest.mark.parametrize(
    "text",
    [
        *("", "0", "9999", "0999", "202X", "20255", "2025-", "2025-T3", "2025-T0", "2025-H3", "2025-Q5", "2025-t1"),
        *("2025-6", "2025-00", "2025-13", "2025-02-30", "2025-06-31", "2025-00-00", "2023-02-29", "2025-06-1"),
        *("2025-T1-01", "2025–2029", "2025 ", "2025\n", "31.12.2025", "٢٠٢٥", "2٠25", "1²34", "2025-0６"),
    ],
)
def test_anything_else_is_no_period(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Period.parse(text)


def test_periods_come_by_their_last_day_and_the_longer_later() -> None:
    year = ["2024", "2025-01-31", "2025-01", "2025-Q1", "2025-T1", "2025-06", "2025-Q2", "2025-H1", "2025-T2"]
    year += ["2025-12-31", "2025-12", "2025-Q4", "2025-H2", "2025", "2026-01-01"]
    periods = [Period.parse(text) for text in year]
    assert all(one < two and not two < one for one, two in pairwise(periods))
    backwards = periods[::-1]
    assert sorted(backwards) == periods
    assert max(periods) == periods[-1]


def test_equal_texts_are_one_period() -> None:
    assert Period.parse("2025") == Period.parse("2025")
    assert len({Period.parse("2025"), Period.parse("2025"), Period.parse("2025-H2")}) == 2


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_every_day_lies_within_its_month_and_year(day: date) -> None:
    for text in (f"{day:%Y-%m-%d}", f"{day:%Y-%m}", f"{day:%Y}"):
        assert Period.parse(text).first <= day <= Period.parse(text).last


@given(st.text("0123456789-TQH", max_size=11) | st.text(max_size=12))
def test_any_text_is_a_period_or_none(text: str) -> None:
    try:
        period = Period.parse(text)
    except ValueError:
        return
    assert period.first <= period.last
    assert period.text == text
