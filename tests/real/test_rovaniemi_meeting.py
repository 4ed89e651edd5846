"""Rovaniemi: what the council added on 23.5.2022 § 49 to the strategy that was proposed to it."""

import json
from functools import cache
from pathlib import Path

import pytest
from folders import Repository

from strategy_cli import cli, source
from strategy_cli.changes import compared
from strategy_cli.formats.changes import terminal
from strategy_cli.loading import load
from strategy_cli.messages import Messages
from strategy_cli.ref import Ref
from strategy_cli.reviewing import Review
from strategy_cli.reviewing.chosen import Choice
from strategy_cli.reviewing.reviewed import Wanted, reviewed
from strategy_cli.strategy import Strategy

MEETING = Path(__file__).parent / "rovaniemi-meeting"
DECIDED = "council-2022-05-23-49"
SIDES = [str(MEETING / "proposal"), str(MEETING / "council")]
NAMES = ("Huol…", "Väestöryhmien")
ADDED = [Ref("goal", "added-to-living-environment"), Ref("goal", "population-groups")]


@cache
def version(name: str) -> Strategy:
    loaded = load(source.from_folder(MEETING / name, versioned=False))
    assert loaded.findings == ()
    return loaded.strategy


def review(*kinds: str) -> Review:
    comparison = compared(version("proposal"), version("council"))
    return reviewed(comparison, Wanted(choice=Choice(kinds=kinds)))


def test_the_goals_that_changed_are_exactly_the_two_that_the_council_added() -> None:
    assert [(e.change.id, e.change.subject) for e in review("goal").shown] == [("goal-added", one) for one in ADDED]


def test_both_are_attributed_to_the_council_23_5_2022_section_49() -> None:
    for entry in review("goal").selected:
        (decision,) = entry.decisions
        assert (decision.id, decision.body, decision.date.isoformat()) == (DECIDED, "council", "2022-05-23")
        assert (decision.section, decision.case_number) == ("§ 49", "ROIDno-2021-1329")


def test_beside_them_changes_only_what_a_decision_must_change() -> None:
    changes = [entry.change.id for entry in review().selected if entry.change.subject not in ADDED]
    assert sorted(changes) == ["decision-added", "strategy-decision-added", "strategy-status-changed"]


def test_nothing_is_weakened_and_nothing_is_guessed() -> None:
    found = review()
    assert [entry.change.id for entry in found.selected if entry.weakening or entry.undecided] == []
    assert (found.comparison.hints, found.comparison.layout) == ((), ())
    assert {one.field for one in found.comparison.kept if one.unchanged} >= {"values", "vision"}


def test_the_table_for_the_minutes_tells_the_day_and_the_section_at_both(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["diff", *SIDES, "--kind", "goal", "--format", "md"]) == 0
    rows = told(capsys)
    assert len(rows) == 2
    assert all("Kaupunginvaltuusto 23.5.2022 §\u00a049 (ROIDno-2021-1329)" in row for row in rows)


def test_every_line_for_tools_names_the_decision(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["diff", *SIDES, "--kind", "goal"]) == 0
    assert [row.partition("\t")[2] for row in told(capsys)] == [f"decision={DECIDED}"] * 2


def test_on_a_terminal_the_decision_stands_with_both() -> None:
    shown = terminal.grouped(review("goal"), Messages("fi"), 300, color=False).splitlines()
    around = [
        "\n".join(shown[number - 2 : number + 3]) for number, line in enumerate(shown) if any(n in line for n in NAMES)
    ]
    assert len(around) == 2
    assert all("23.5.2022 §\u00a049" in lines for lines in around)


def test_ci_lets_what_the_council_decided_through() -> None:
    assert cli.run(["diff", *SIDES, "--require-decision"]) == 0


def test_of_a_repository_the_commit_is_told_too(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    for tag, day in (("proposal", "2022-05-16"), ("council", "2022-05-24")):
        read = source.from_folder(MEETING / tag, versioned=False)
        repository.write(read.files)
        commit = repository.commit(tag, day=day)
        repository.git("tag", tag)
    assert cli.run(["diff", "proposal", "council", "--data", str(repository.data), "--format", "json"]) == 0
    changes = json.loads(capsys.readouterr().out)["changes"]
    added = [one for one in changes if one["change"] == "goal-added"]
    assert [one["commits"] for one in added] == [[{"hash": commit, "day": "2022-05-24", "subject": "council"}]] * 2
    assert [one["decisions"][0]["section"] for one in added] == ["§ 49"] * 2


def told(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Give the lines that tell of the two goals."""
    return [line for line in capsys.readouterr().out.splitlines() if any(name in line for name in NAMES)]
