"""Figures as they were recorded, each time, and as they are known now; and what was known on a day."""

from datetime import date

import pytest
from stages import life, record

from strategy_cli.lives import as_of
from strategy_cli.lives.vintages import figures

INDICATOR = (
    "name: I\nbetter: up\nbaseline: {period: 2020, value: 1}\ntargets: [{period: 2029, value: %s}]\nvalues: {%s}\n"
)
MADE = record(
    ("2025-01-10", {"indicators/i.yaml": INDICATOR % (9, "2023: 2")}),
    ("2025-03-10", {"indicators/i.yaml": INDICATOR % (9, "2023: 2, 2024: {value: 3, preliminary: true}")}),
    ("2025-06-10", {"indicators/i.yaml": INDICATOR % (8, "2023: 2, 2024: 2.5")}),
    ("2025-09-10", {"indicators/i.yaml": INDICATOR % (8, "2024: 2.5")}),
)
LIFE = life(MADE, "indicator", "i")


def test_every_figure_is_told_each_time_that_it_was_recorded() -> None:
    told = [
        (one.sort, str(one.period), [(str(e.day), e.value and str(e.value), e.preliminary) for e in one.entered])
        for one in figures(LIFE)
    ]
    assert told == [
        ("value", "2023", [("2025-01-10", "2", False), ("2025-09-10", None, False)]),
        ("value", "2024", [("2025-03-10", "3", True), ("2025-06-10", "2.5", False)]),
        ("target", "2029", [("2025-01-10", "9", False), ("2025-06-10", "8", False)]),
        ("baseline", "2020", [("2025-01-10", "1", False)]),
    ]
    assert [one.from_start for one in figures(LIFE)] == [True, False, True, True]
    assert [one.revised for one in figures(LIFE)] == [True, True, True, False]


def test_only_an_indicator_has_figures() -> None:
    assert figures(life(MADE, "strategy", "strategy")) == ()


@pytest.mark.parametrize(
    ("day", "actual", "target"),
    [("2025-01-10", "2", "9"), ("2025-03-09", "2", "9"), ("2025-05-01", "3", "9"), ("2025-06-10", "2.5", "8")],
)
def test_what_was_known_on_a_day(day: str, actual: str, target: str) -> None:
    found = as_of.then(MADE, LIFE, date.fromisoformat(day))
    assert found
    assert found.indicator
    assert found.indicator.actual
    assert found.indicator.target
    assert (str(found.indicator.actual.value), str(found.indicator.target.value)) == (actual, target)


def test_what_was_not_there_was_not_seen() -> None:
    assert as_of.then(MADE, LIFE, date(2025, 1, 9)) is None
    gone = record(("2025-01-01", {"goals/a.yaml": "name: A\n"}), ("2025-02-01", {"goals/a.yaml": None}))
    assert as_of.now(gone, life(gone, "goal", "a"), date(2025, 3, 1)) is None
    there = as_of.then(gone, life(gone, "goal", "a"), date(2025, 1, 31))
    assert there
    assert there.goal
