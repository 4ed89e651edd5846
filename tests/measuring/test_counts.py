"""Counts: how many stand how, over all and over the assessable."""

from fractions import Fraction

import pytest

from strategy_cli.figures import share
from strategy_cli.measuring.counts import count
from strategy_cli.measuring.standing import Assessment, Reason, Standing, cannot

# Espoo's binding goals of 2019 as its audit committee counted them.
ESPOO = (
    [Assessment(Standing.ATTAINED)] * 29
    + [Assessment(Standing.PARTLY)] * 8
    + [Assessment(Standing.NOT_ATTAINED)] * 23
    + [cannot(Reason.NO_VALUE)] * 9
)


def test_espoo_2019_stands_over_all_and_over_the_assessable() -> None:
    counts = count(ESPOO)
    assert (counts.all, counts.assessable) == (69, 60)
    assert counts.share(Standing.ATTAINED) == Fraction(29, 69)
    assert counts.share(Standing.ATTAINED, of_assessable=True) == Fraction(29, 60)


@pytest.mark.parametrize(
    ("standing", "of_all", "of_assessable"),
    [("attained", "42,0 %", "48,3 %"), ("partly", "11,6 %", "13,3 %"), ("not-attained", "33,3 %", "38,3 %")],
)
def test_espoo_2019_in_per_cent(standing: str, of_all: str, of_assessable: str) -> None:
    counts = count(ESPOO)
    both = (counts.share(Standing(standing)), counts.share(Standing(standing), of_assessable=True))
    assert [share(one, "fi").replace("\u00a0", " ") for one in both if one is not None] == [of_all, of_assessable]


def test_every_class_is_counted_in_order_those_of_nothing_too() -> None:
    assert list(count(ESPOO).by_standing) == list(Standing)
    assert count(ESPOO).by_standing[Standing.ON_TRACK] == 0


def test_there_is_no_share_of_nothing() -> None:
    assert count([]).share(Standing.ATTAINED) is None
    nothing_known = count([cannot(Reason.NO_VALUE)])
    assert nothing_known.share(Standing.ATTAINED) == 0
    assert nothing_known.share(Standing.ATTAINED, of_assessable=True) is None
