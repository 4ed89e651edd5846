"""Terms: when things begin, end and are over."""

from datetime import date

import pytest
from making import day, strategy

from strategy_cli import terms
from strategy_cli.ref import Ref

FILES = {
    "strategy.yaml": "{title: S, period: {from: 2026-01-01, until: 2029-12-31}}",
    "goals/own.yaml": "{name: A, from: 2026-02-01, until: 2027-12-31}",
    "goals/open.yaml": "name: A",
    "indicators/targets.yaml": "{name: A, targets: [{period: 2028, value: 1}, {period: 2027-T2, value: 1}]}",
    "indicators/open.yaml": "name: A",
    "projects/closed.yaml": "{name: A, status: closed, period: {from: 2026-03-01, until: 2030-01-01}}",
    "projects/late.yaml": "{name: A, status: started, period: {until: 2020-01-01}}",
    "programmes/p.yaml": "{name: A, period: {from: 2026-04-01, until: 2026-12-31}}",
    "owners/o.yaml": "{title: A, from: 2026-05-01, until: 2026-12-31}",
    "units/u.yaml": "{name: A, until: 2026-12-31}",
    "bodies/b.yaml": "{name: A, from: 2026-07-01}",
    "decisions/d.yaml": "{title: A, body: b, date: 2026-01-01}",
}


@pytest.mark.parametrize(
    ("kind", "name", "begins", "ends", "over"),
    [
        ("strategy", "strategy", None, None, False),
        ("goal", "own", "2026-02-01", "2027-12-31", True),
        ("goal", "open", None, "2029-12-31", False),
        ("indicator", "targets", None, "2028-12-31", False),
        ("indicator", "open", None, "2029-12-31", False),
        ("project", "closed", "2026-03-01", "2030-01-01", True),
        ("project", "late", None, "2020-01-01", False),
        ("programme", "p", "2026-04-01", "2026-12-31", True),
        ("owner", "o", "2026-05-01", "2026-12-31", True),
        ("unit", "u", None, "2026-12-31", True),
        ("body", "b", "2026-07-01", None, False),
        ("decision", "d", None, None, False),
    ],
)
def test_a_thing_begins_ends_and_is_over(
    kind: str,
    name: str,
    begins: str | None,
    ends: str | None,
    over: bool,  # noqa: FBT001 - a column of the table
) -> None:
    made = strategy(FILES)
    thing = made.find(Ref(kind, name))
    assert thing
    assert terms.begins(thing) == (begins and day(begins))
    assert terms.ends(thing, made) == (ends and day(ends))
    assert terms.is_over(thing, made, day("2028-01-01")) is over


def test_the_last_day_is_still_a_day_of_it() -> None:
    made = strategy(FILES)
    assert not terms.is_over(made.units["u"], made, date(2026, 12, 31))
    assert terms.is_over(made.units["u"], made, date(2027, 1, 1))


def test_without_a_period_of_the_strategy_a_goal_is_never_over() -> None:
    made = strategy({"goals/a.yaml": "name: A", "indicators/a.yaml": "{name: A, goal: a}"})
    assert not terms.is_over(made.goals["a"], made, date.max)
    assert not terms.is_over(made.indicators["a"], made, date.max)
