"""Progress: (actual − baseline) / (target − baseline), exact and unclamped."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from strategy_cli.measuring.progress import Progress, progress
from strategy_cli.measuring.standing import Reason

NUMBERS = st.decimals(-(10**9), 10**9, places=3)
SCALES = st.decimals(-1000, 1000, places=2).filter(bool)


def gone(value: Decimal, baseline: Decimal, target: Decimal) -> Fraction:
    """Give the share of the way gone, where there is a way."""
    found = progress(value, baseline, target)
    assert found.reason is None
    assert found.value is not None
    return found.value


@pytest.mark.parametrize(
    ("value", "baseline", "target", "expected"),
    [
        pytest.param("-47", "0", "-60", Fraction(47, 60), id="Lappeenranta's CO₂: 78.3 %"),
        pytest.param("5", "0", "10", Fraction(1, 2), id="half-way"),
        pytest.param("0", "0", "10", Fraction(0), id="not begun"),
        pytest.param("10", "0", "10", Fraction(1), id="there"),
        pytest.param("25", "0", "10", Fraction(5, 2), id="past it: not clamped at one"),
        pytest.param("-5", "0", "10", Fraction(-1, 2), id="the wrong way: not clamped at nothing"),
        pytest.param("7", "8", "5", Fraction(1, 3), id="exact thirds"),
        pytest.param("0.1", "0", "0.3", Fraction(1, 3), id="exact tenths"),
    ],
)
def test_progress_is_the_share_of_the_way_gone(value: str, baseline: str, target: str, expected: Fraction) -> None:
    assert progress(Decimal(value), Decimal(baseline), Decimal(target)) == Progress(expected)


@pytest.mark.parametrize(
    ("baseline", "target", "reason"),
    [
        pytest.param("1", None, Reason.NO_TARGET, id="without a target"),
        pytest.param(None, "1", Reason.NO_BASELINE, id="without a baseline"),
        pytest.param(None, None, Reason.NO_TARGET, id="without either"),
        pytest.param("1", "1.00", Reason.NO_WAY, id="when they are equal, however written"),
    ],
)
def test_progress_is_not_computable(baseline: str | None, target: str | None, reason: Reason) -> None:
    ends = (Decimal(end) if end else None for end in (baseline, target))
    assert progress(Decimal(1), *ends) == Progress(None, reason)


@given(NUMBERS, NUMBERS)
def test_there_is_no_percentage_without_a_baseline(value: Decimal, target: Decimal) -> None:
    assert progress(value, None, target) == Progress(None, Reason.NO_BASELINE)


@given(NUMBERS, NUMBERS, NUMBERS, SCALES, NUMBERS)
def test_progress_does_not_depend_on_the_unit(
    value: Decimal, baseline: Decimal, target: Decimal, scale: Decimal, shift: Decimal
) -> None:
    """Scale and shift change nothing; a negative scale mirrors better: -60 % down is as far as 60 % up."""
    assume(baseline != target)
    changed = (one * scale + shift for one in (value, baseline, target))
    assert gone(value, baseline, target) == gone(*changed)


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS)
def test_progress_grows_with_every_step_towards_the_target(
    one: Decimal, other: Decimal, baseline: Decimal, target: Decimal
) -> None:
    assume(baseline != target)
    nearer, further = (max, min) if target > baseline else (min, max)
    assert gone(further(one, other), baseline, target) <= gone(nearer(one, other), baseline, target)


@given(NUMBERS, NUMBERS)
def test_the_baseline_is_nothing_gone_and_the_target_all_of_it(baseline: Decimal, target: Decimal) -> None:
    assume(baseline != target)
    assert gone(baseline, baseline, target) == 0
    assert gone(target, baseline, target) == 1
