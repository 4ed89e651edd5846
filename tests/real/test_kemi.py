"""Kemi: what changed from Kaupunkistrategia 2030 to 2022-2025, as the public pages and minutes show it."""

from collections import Counter
from pathlib import Path

import pytest

from strategy_cli import source
from strategy_cli.changes import Change, compared
from strategy_cli.loading import load
from strategy_cli.model.text import Text
from strategy_cli.strategy import Strategy

KEMI = Path(__file__).parent / "kemi"


def version(name: str) -> Strategy:
    loaded = load(source.from_folder(KEMI / name, versioned=False))
    assert loaded.findings == ()
    return loaded.strategy


@pytest.fixture(scope="module")
def changes() -> tuple[Change, ...]:
    return compared(version("2030"), version("2022-2025")).changes


def test_everything_that_changed(changes: tuple[Change, ...]) -> None:
    assert Counter(change.id for change in changes) == {
        "strategy-title-changed": 1,
        "strategy-status-changed": 1,
        "strategy-start-added": 1,
        "strategy-end-changed": 1,
        "strategy-replaces-added": 1,
        "goal-added": 9,
        "goal-removed": 6,
        "goal-name-changed": 5,
        "programme-removed": 3,
        "body-added": 2,
        "decision-added": 3,
        "strategy-value-description-added": 3,
    }


def test_the_first_aim_is_renamed_in_place(changes: tuple[Change, ...]) -> None:
    found = next(c for c in changes if c.subject.id == "vitality")
    assert found.id == "goal-name-changed"
    assert isinstance(found.before, Text)
    assert isinstance(found.after, Text)
    assert found.before.pick("fi") == ("Vetovoimainen kaupunki", "fi")
    assert found.after.pick("fi") == ("Elinvoimainen kaupunki", "fi")


def test_the_values_are_kept_with_new_descriptions(changes: tuple[Change, ...]) -> None:
    keys = {c.key for c in changes if c.id == "strategy-value-description-added"}
    assert keys == {("values", name, "description") for name in ("human-closeness", "creativity", "responsibility")}


def test_two_aims_stay_as_they_were(changes: tuple[Change, ...]) -> None:
    touched = {c.subject.id for c in changes if c.subject.kind == "goal"}
    kept = set(version("2030").goals) & set(version("2022-2025").goals)
    assert kept - touched == {"smooth-daily-life", "wellbeing"}
