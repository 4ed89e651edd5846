"""Which way commitments were moved: laws that hold of any targets, days, tolerances and roll-ups."""

from datetime import date
from decimal import Decimal
from typing import Any

import making
import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_cli.changes import TAXA, commitment, measurement
from strategy_cli.changes.compare import Fact

DAYS = st.dates(date(2020, 1, 1), date(2032, 12, 31))
NUMBERS = st.decimals(-1000, 1000, places=1)
STRICTEST_FIRST = ["all", "worst", "mean"]
EACH_WAY = {("raised", "loosened"), ("loosened", "raised"), ("changed", "changed")}


def fact(before: Any, after: Any, keys: str = "") -> Fact:
    side = making.indicator(keys)
    return Fact("", (), before, after, ((), ()), (side, side))


@given(NUMBERS, NUMBERS)
def test_the_lower_of_two_targets_asks_for_more_where_down_is_better(one: Decimal, two: Decimal) -> None:
    low, high = sorted((one, two))
    if low == high:
        return
    assert commitment.target(fact(high, low, "better: down")) == "raised"
    assert commitment.target(fact(low, high, "better: down")) == "loosened"
    assert commitment.target(fact(low, high, "better: up")) == "raised"
    assert commitment.target(fact(high, low, "better: up")) == "loosened"
    assert commitment.target(fact(high, low)) == "changed"


@given(NUMBERS, NUMBERS)
def test_the_target_nearer_to_the_range_asks_for_more(one: Decimal, two: Decimal) -> None:
    def outside(target: Decimal) -> Decimal:
        return max(abs(target) - 100, Decimal())

    within = "better: {min: -100, max: 100}"
    there, back = (commitment.target(fact(*sides, within)) for sides in ((one, two), (two, one)))
    assert (there, back) in EACH_WAY
    near, far = sorted((one, two), key=outside)
    if outside(near) < outside(far):
        assert commitment.target(fact(far, near, within)) == "raised"


@given(DAYS, DAYS)
def test_a_later_day_is_always_put_off_and_further_when_the_year_ends_between(one: date, two: date) -> None:
    early, late = sorted((one, two))
    if early == late:
        return
    there, back = commitment.moved(fact(early, late)), commitment.moved(fact(late, early))
    assert there == ("postponed" if early.year == late.year else "postponed-to-later-year")
    assert TAXA[f"goal-end-{there}"].mirror == f"goal-end-{back}"
    assert TAXA[f"goal-end-{there}"].weight.label == ("notice" if early.year == late.year else "decision")


@given(NUMBERS, NUMBERS)
def test_more_is_increased(one: Decimal, two: Decimal) -> None:
    low, high = sorted((one, two))
    if low != high:
        assert commitment.amount(fact(low, high)) == "increased"
        assert commitment.amount(fact(high, low)) == "decreased"


@given(st.decimals(0, 1, places=2), st.decimals(0, 1, places=2))
def test_the_wider_tolerance_is_the_laxer(one: Decimal, two: Decimal) -> None:
    low, high = sorted((one, two))
    if low != high:
        assert measurement.tolerance(fact(low, high)) == "widened"
        assert measurement.tolerance(fact(high, low)) == "narrowed"


@pytest.mark.parametrize("strict", STRICTEST_FIRST)
@pytest.mark.parametrize("lax", STRICTEST_FIRST)
def test_a_laxer_roll_up_is_loosened(strict: str, lax: str) -> None:
    if STRICTEST_FIRST.index(strict) < STRICTEST_FIRST.index(lax):
        assert measurement.roll_up(fact(strict, lax)) == "loosened"
        assert measurement.roll_up(fact(lax, strict)) == "tightened"
    assert measurement.roll_up(fact(strict, "judged")) == "changed"
