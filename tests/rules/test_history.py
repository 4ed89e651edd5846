"""History: values that changed without a word and goals that stood still, in real repositories."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from folders import Repository
from making import day

from strategy_cli import git, loading, rules, source
from strategy_cli.errors import StrategyError
from strategy_cli.finding import Finding
from strategy_cli.git import Commit
from strategy_cli.messages import LANGUAGES, Messages

ON = date(2026, 6, 30)
VALUE, STALE, CUT = "past-value-changed", "goal-stale", "history-cut-off"


def found(rule: str, folder: Path, on: date = ON, revision: str | None = None) -> list[Finding]:
    """Run one rule over a folder of a repository."""
    read = source.from_revision(folder, revision) if revision else source.from_folder(folder, versioned=False)
    one = rules.RULES[rule]
    assert one.check
    given = {"on": on, "source": read}
    findings = list(one.check(loading.load(read).strategy, **{name: given[name] for name in one.takes}))
    for language in LANGUAGES:
        for finding in findings:
            assert Messages(language).finding(finding)
            assert Messages(language).help(finding)
    return findings


def indicator(values: str, more: str = "") -> dict[str, str]:
    return {"indicators/co2.yaml": f"name: CO2\n{more}values: {{{values}}}\n"}


def recorded(repository: Repository, *steps: tuple[str, str]) -> list[str]:
    """Commit an indicator's values day by day; gives the commits."""
    commits = []
    for when, values in steps:
        repository.write(indicator(values))
        commits.append(repository.commit(day=when))
    return commits


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ([("2025-03-31", "2024: 47"), ("2025-05-31", "2024: 45")], True),
        ([("2025-03-31", "2024: 47"), ("2025-05-31", "2024: 47, 2025: 3")], False),
        ([("2025-03-31", "2024: 47"), ("2025-05-31", "2024: 47.0")], False),  # the same number
        ([("2025-03-31", "2024: 47"), ("2025-05-31", "2024: {value: 45, note: Revised}")], False),
        ([("2025-03-31", "2024: 47"), ("2025-05-31", "2024: {value: 45, source: Other}")], True),
        ([("2025-03-31", "2024: {value: 47, preliminary: true}"), ("2025-05-31", "2024: 45")], False),
        ([("2025-03-31", "2024: 47"), ("2025-05-31", "2024: {value: 45, preliminary: true}")], False),
        ([("2025-03-31", "2024: 47"), ("2025-03-31", "2024: 45")], False),  # put right on the same day
        ([("2025-03-31", "2024: 47"), ("2025-05-31", "2024: 45"), ("2025-06-30", "2024: 47")], False),  # put back
        ([("2024-12-31", "2024: 47"), ("2025-05-31", "2024: 45")], False),  # the year had not ended
        ([("2024-11-30", "2024: 47"), ("2025-02-28", "2024: 47, 2026: 1"), ("2025-05-31", "2024: 45")], False),
        ([("2025-01-01", "2024: 47"), ("2025-05-31", "2024: 45")], True),
        ([("2025-03-31", "2024: good"), ("2025-05-31", "2024: poor")], True),
        ([("2025-03-31", "2024: 47"), ("2025-04-30", ""), ("2025-05-31", "2024: 45")], True),
        ([("2025-03-31", "2024: {value: 47, note: SYKE}"), ("2025-05-31", "2024: {value: 45, note: SYKE}")], True),
        ([("2025-03-31", "2024: {value: 47, note: SYKE}"), ("2025-05-31", "2024: {value: 45, note: Revised}")], False),
        ([("2025-03-31", "2024: 47"), ("2025-05-31", "2024: 45"), ("2025-06-30", "2024: {value: 45, note: N}")], False),
        (
            [
                ("2025-03-31", "2024: 47"),
                ("2025-05-31", "2024: {value: 45, note: N}"),
                ("2025-06-30", "2024: {value: 44, note: N}"),
            ],
            True,
        ),
        ([("2025-03-31", "2024: {value: 47, note: {fi: N}}"), ("2025-05-31", "2024: {value: 45, note: N}")], True),
        ([("2025-03-31", "2024: {value: 47, source: S}"), ("2025-05-31", "2024: {value: 45, source: S}")], True),
        ([("2025-03-31", "2024: 47"), ("2025-05-31", "")], True),
        ([("2025-03-31", "2024: 47"), ("2025-05-31", "2023: 1")], True),
        ([("2025-03-31", "2024: 47"), ("2025-05-31", "2024: [45]")], False),  # faulty: told as such
        ([("2025-03-31", "2024: 47"), ("2025-05-31", "2024: 47}\nforecasts: {2024: 9")], False),
        ([("2025-03-31", "2024: 47"), ("2025-05-31", "2023: 1}\nforecasts: {2024: 9")], True),
        ([("2025-03-31", "2024: 47"), ("2025-05-31", "}\nvaleus: {2024: 47")], False),  # mistyped: told as such
        ([("2025-03-31", "2024: 47"), ("2025-03-31", "")], False),  # put right on the same day
        ([("2024-03-31", "2024: 47"), ("2024-05-31", "")], False),  # the year had not ended
        ([("2025-03-31", "2024: {value: 47, preliminary: true}"), ("2025-05-31", "")], False),
        ([("2025-03-31", "2024: [47"), ("2025-05-31", "2024: 45")], False),  # could not be read
    ],
)
def test_a_value_of_a_time_that_is_over_is_not_changed_without_a_note(
    steps: list[tuple[str, str]], repository: Repository, *, told: bool
) -> None:
    recorded(repository, *steps)
    assert bool(found(VALUE, repository.data)) is told


def test_what_it_was_and_is_and_when_and_where_is_told(repository: Repository) -> None:
    first, *_, last = recorded(
        repository, ("2025-03-31", "2024: 47"), ("2025-04-30", "2024: 46"), ("2025-05-31", "2024: 45.5")
    )
    (finding,) = found(VALUE, repository.data)
    assert (finding.span.line, finding.problem) == (3 - 1, None)
    assert Messages("fi").finding(finding) == (
        f"CO2, 2024: arvoksi kirjattiin 47 31.3.2025 (versio {first[:10]}), "
        f"ja se muutettiin arvoksi 45,5 31.5.2025 (versio {last[:10]}) ilman selitystä."
    )


def test_a_change_not_committed_yet_is_told_before_it_is(repository: Repository) -> None:
    recorded(repository, ("2025-03-31", "2024: 47"))
    repository.write(indicator("2024: 45"))
    assert [one.problem for one in found(VALUE, repository.data)] == ["uncommitted"]


def test_an_indicator_is_followed_through_files_and_ids(repository: Repository) -> None:
    recorded(repository, ("2025-03-31", "2024: 47, 2023: 50"))
    (repository.data / "indicators/co2.yaml").unlink()
    held = "- {id: emissions, formerly: [co2], name: CO2, values: {2024: 45, 2023: 50}}\n- {id: new, name: N}\n"
    repository.write({"indicators/climate.yaml": held})
    moved = repository.commit(day="2025-05-31")
    (finding,) = found(VALUE, repository.data)
    assert (finding.subject and finding.subject.id, finding.args["commit"]) == ("emissions", moved[:10])


def test_an_indicator_that_only_shares_its_file_is_left_alone(repository: Repository) -> None:
    for when, value in (("2025-03-31", 47), ("2025-05-31", 45)):
        held = f"- {{id: a, name: A, values: {{2024: {value}}}}}\n- {{id: b, name: B, values: {{2024: 1}}}}\n"
        repository.write({"indicators/all.yaml": held})
        repository.commit(day=when)
    assert [one.subject and one.subject.id for one in found(VALUE, repository.data)] == ["a"]


def test_values_taken_out_are_told_at_once(repository: Repository) -> None:
    recorded(repository, ("2025-03-31", "2022: 5, 2023: 6.5, 2024: 7"))
    last, _ = recorded(repository, ("2025-04-30", "2022: 4, 2023: 6.5, 2024: 7"), ("2025-05-31", "2024: 7"))
    (finding,) = found(VALUE, repository.data)
    assert (finding.span.line, finding.key, finding.problem) == (2, ("values",), "removed")
    assert Messages("fi").finding(finding) == (
        f"CO2: arvo poistettiin ilman selitystä: 2022, 2023 (4, 6,5; kirjattu 30.4.2025, versio {last[:10]})."
    )


@pytest.mark.parametrize(("values", "told"), [("2024: 47", []), ("2024: 45", [None])])
def test_a_value_moved_to_another_file_was_never_gone(values: str, told: list[None], repository: Repository) -> None:
    recorded(repository, ("2025-03-31", "2024: 47"), ("2025-04-30", "2024: 47, 2023: 1"))
    (repository.data / "indicators/co2.yaml").unlink()
    repository.write({"indicators/all.yaml": f"- {{id: co2, name: CO2, values: {{2023: 1, {values}}}}}\n"})
    repository.commit(day="2025-05-31")
    assert [one.problem for one in found(VALUE, repository.data)] == told


def test_the_past_of_a_revision_ends_there(repository: Repository, tmp_path: Path) -> None:
    first, second, third = recorded(
        repository, ("2025-03-31", "2024: 47"), ("2025-05-31", "2024: 45"), ("2025-06-30", "2024: 47")
    )
    assert found(VALUE, repository.data, revision=first) == found(VALUE, repository.data, revision=third) == []
    (finding,) = found(VALUE, repository.data, revision=second)
    assert finding.args["commit"] == second[:10]
    repository.git("clone", "--quiet", "--depth=1", repository.root.as_uri(), str(tmp_path / "clone"))
    assert [one.problem for one in found(CUT, tmp_path / "clone/strategy_data", revision="HEAD")] == [None]


def test_a_revision_whose_folder_is_gone_has_its_past_too(repository: Repository) -> None:
    repository.write(START)
    repository.commit(day="2023-01-31")
    repository.write({**START, "goals/g.yaml": GOAL + "owner: o\n"})
    repository.commit(day="2024-01-31")
    shutil.rmtree(repository.data)
    assert len(found(STALE, repository.data, revision="HEAD")) == 1


def test_outside_git_nothing_is_told(repository: Repository, tmp_path: Path) -> None:
    recorded(repository, ("2025-03-31", "2024: 47"), ("2025-05-31", "2024: 45"))
    plain = tmp_path / "plain"
    (repository.data).rename(plain)
    assert found(VALUE, plain) == found(STALE, plain) == found(CUT, plain) == []


GOAL = "name: {fi: Arki sujuu}\ndescription: Sama\n"
ABOUT = "title: S\nstatus: in-force\nlanguages: [fi, sv]\n"
TARGET = "goal: g\nbetter: up\nbaseline: {period: 2015, value: 1}\ntargets: [{period: 2030, value: 9}]\n"
START = {"strategy.yaml": ABOUT, "goals/g.yaml": GOAL}


@pytest.mark.parametrize(
    ("then", "now", "told"),
    [
        ({}, {}, True),
        ({}, {"goals/g.yaml": GOAL + "owner: o\n"}, True),  # another owner changes nothing of it
        ({}, {"goals/g.yaml": GOAL.replace("}", ", sv: Vardagen}")}, True),  # nor does a translation
        ({}, {"goals/g.yaml": GOAL.replace("sujuu", "toimii")}, False),
        ({}, {"goals/g.yaml": GOAL.replace("Sama", "Uusi")}, False),
        ({}, {"goals/g.yaml": GOAL + "until: 2026-06-29\n"}, False),
        ({}, {"goals/g.yaml": GOAL + "from: 2024-01-01\n"}, False),
        ({}, {"goals/under.yaml": "name: Uusi\nparent: g\n"}, False),
        ({}, {"strategy.yaml": ABOUT.replace("in-force", "draft")}, False),
        ({}, {"indicators/i.yaml": f"name: I\n{TARGET}"}, False),  # a target was set
        ({"indicators/i.yaml": f"name: I\n{TARGET}"}, {}, True),
        (
            {"indicators/i.yaml": f"name: I\n{TARGET}"},
            {"indicators/i.yaml": f"name: I\n{TARGET}values: {{2025: 5}}"},
            False,
        ),
        # Assessed two years ago, though the value is too old by now.
        (
            {"indicators/i.yaml": f"name: I\n{TARGET}"},
            {"indicators/i.yaml": f"name: I\n{TARGET}values: {{2023: 5}}"},
            False,
        ),
        ({}, {"goals/g.yaml": GOAL + "judgements: [{period: 2024, class: partly, reason: R, by: o}]\n"}, False),
    ],
)
def test_a_goal_that_stood_still_for_three_years_unassessed_is_told(
    then: dict[str, str], now: dict[str, str], repository: Repository, *, told: bool
) -> None:
    repository.write({**START, **then})
    repository.commit(day="2023-06-30")
    repository.write({**START, **then, **now})
    repository.commit(day="2026-01-31")
    assert [one.subject and one.subject.id for one in found(STALE, repository.data)] == (["g"] if told else [])


@pytest.mark.parametrize(("on", "told"), [("2026-06-29", False), ("2026-06-30", True), ("2028-02-29", True)])
def test_three_years_are_three_years(on: str, repository: Repository, *, told: bool) -> None:
    repository.write(START)
    repository.commit(day="2023-06-30")
    assert bool(found(STALE, repository.data, day(on))) is told


def test_a_renamed_goal_is_the_same_goal(repository: Repository) -> None:
    repository.write({"strategy.yaml": ABOUT, "goals/old.yaml": GOAL})
    repository.commit(day="2023-01-31")
    (repository.data / "goals/old.yaml").unlink()
    repository.write({"strategy.yaml": ABOUT, "goals/g.yaml": GOAL + "formerly: [old]\n"})
    assert len(found(STALE, repository.data)) == 1


def test_a_strategy_that_stood_elsewhere_three_years_ago_is_not_compared(repository: Repository) -> None:
    repository.data.mkdir()
    (repository.data / "notes.txt").write_text("not yet a strategy")
    repository.commit(day="2023-01-31")
    repository.write(START)
    assert found(STALE, repository.data) == []


@pytest.mark.parametrize("on", [date.min, date(3, 12, 31), date.max])
def test_no_day_is_beyond_the_calendar(on: date, repository: Repository) -> None:
    repository.write(START)
    repository.commit(day="2023-01-31")
    found(STALE, repository.data, on)


def test_a_history_that_is_cut_off_is_said_to_be(repository: Repository, tmp_path: Path) -> None:
    repository.write(START)
    repository.commit(day="2022-01-31")
    recorded(repository, ("2025-03-31", "2024: 47"), ("2025-05-31", "2024: 45"))
    assert found(CUT, repository.data) == []
    repository.git("clone", "--quiet", "--depth=1", repository.root.as_uri(), str(tmp_path / "clone"))
    (finding,) = found(CUT, tmp_path / "clone/strategy_data")
    assert finding.args["day"] == day("2025-05-31")
    assert found(VALUE, tmp_path / "clone/strategy_data") == []


def test_a_history_that_git_does_not_tell_is_said_not_to_be(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded(repository, ("2025-03-31", "2024: 47"), ("2025-05-31", "2024: 45"))
    refused = StrategyError("git-failed", reason="detected dubious ownership")

    def refusing(*_: object) -> Commit:
        raise refused

    monkeypatch.setattr(git, "commit", refusing)
    monkeypatch.setattr(git, "mainline", refusing)
    monkeypatch.setattr(git, "head", lambda _: None)
    (finding,) = found(CUT, repository.data)
    assert (finding.problem, finding.args["reason"]) == ("closed", "detected dubious ownership")
    assert found(VALUE, repository.data) == found(STALE, repository.data) == []


def test_a_repository_without_a_commit_has_nothing_to_say(repository: Repository) -> None:
    repository.write(START)
    assert found(CUT, repository.data) == []
