"""Kemi: what changed from Kaupunkistrategia 2030 to 2022-2025, as the public pages and minutes show it."""

from collections import Counter
from pathlib import Path

import pytest
import snapshots

from strategy_cli import cli, source
from strategy_cli.changes import Change, compared
from strategy_cli.changes.comparison import Comparison, Kept, Tally
from strategy_cli.formats.changes import markdown
from strategy_cli.loading import load
from strategy_cli.messages import Messages
from strategy_cli.model.text import Text
from strategy_cli.reviewing.reviewed import reviewed
from strategy_cli.strategy import Strategy

KEMI = Path(__file__).parent / "kemi"


def version(name: str) -> Strategy:
    loaded = load(source.from_folder(KEMI / name, versioned=False))
    assert loaded.findings == ()
    return loaded.strategy


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compared(version("2030"), version("2022-2025"))


@pytest.fixture(scope="module")
def changes(comparison: Comparison) -> tuple[Change, ...]:
    return comparison.changes


def test_everything_that_changed(changes: tuple[Change, ...]) -> None:
    assert Counter(change.id for change in changes) == {
        "strategy-title-changed": 1,
        "strategy-status-changed": 1,
        "strategy-start-added": 1,
        "strategy-end-advanced-to-earlier-year": 1,
        "strategy-replaces-added": 1,
        "goal-added": 9,
        "goal-removed": 6,
        "goal-name-changed": 5,
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


def test_the_values_are_kept_and_said_to_be_reworded(comparison: Comparison) -> None:
    assert comparison.kept == (Kept("values", before=3, after=3, same=0, reworded=3),)


def test_three_aims_stay_and_ten_goals_became_thirteen(comparison: Comparison) -> None:
    assert comparison.tallies == (Tally("goal", "goal", 10, 13),)


def test_nothing_is_guessed_to_have_gone_on_under_another_name(comparison: Comparison) -> None:
    assert comparison.hints == ()
    assert comparison.layout == ()


def test_no_decision_is_claimed_for_any_change(comparison: Comparison) -> None:
    """The city board guided and proposed, the council held an evening session: what it decided is not in the record."""
    entries = reviewed(comparison).selected
    assert len(entries) == len(comparison.changes)
    assert [entry.change.id for entry in entries if entry.decisions] == []


def test_every_weakening_waits_for_a_decision(comparison: Comparison) -> None:
    waiting = Counter(entry.change.id for entry in reviewed(comparison).undecided)
    assert waiting == {"goal-removed": 6, "strategy-end-advanced-to-earlier-year": 1}
    assert cli.run(["diff", str(KEMI / "2030"), str(KEMI / "2022-2025"), "--require-decision"]) == 1


def test_the_table_for_the_minutes(comparison: Comparison) -> None:
    snapshots.matches(markdown.report(reviewed(comparison), Messages("fi")), "kemi-diff-fi.md")
