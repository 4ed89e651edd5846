"""No silent weakening: what the gate stops, and what lets it pass."""

import re
from pathlib import Path

import pytest
from folders import Repository

from strategy_cli.cli import run

INDICATOR = "name: I\ngoal: a\nbetter: up\ntargets: [{{period: 2030, value: {}}}]\n"
POSTS = "- {id: mayor, title: Mayor}\n- {id: x, title: X}\n"


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository whose working folder lowers a target; the user stands in it."""
    one = Repository(tmp_path, tmp_path / "city")
    one.git("init", "--quiet")
    files = {"goals/a.yaml": "name: A\n", "indicators/i.yaml": INDICATOR.format(9), "owners/posts.yaml": POSTS}
    one.write({"strategy.yaml": "title: T\nlanguages: [en]\n", "bodies/c.yaml": "name: C\n", **files})
    one.commit()
    write(one, "indicators/i.yaml", INDICATOR.format(8))
    monkeypatch.chdir(one.data)
    return one


def write(city: Repository, path: str, text: str) -> None:
    file = city.data / path
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")


def gate(*options: str) -> int:
    return run(["diff", "--require-decision", "--as-of", "2026-06-30", *options])


def entry(error: str) -> str:
    """Find the entry to paste, its blanks filled in."""
    (line,) = (line for line in error.splitlines() if line.startswith("- {change: "))
    line = line.replace('""', '"Agreed"').replace("who: ,", "who: mayor,").replace("until: }", "until: 2026-06-30}")
    return f"{line}\n"


def test_a_weakening_without_a_decision_fails_and_says_what_to_write(
    city: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert gate() == 1
    error = capsys.readouterr().err
    assert "city/indicators/i.yaml:4: I: target loosened (2030): 9 → 8 [" in error
    assert "concerns: [indicator/i]" in error
    assert re.search(r'\n- \{change: [0-9a-f]{12}, reason: "", who: , until: \}  # I: target loosened', error)
    assert run(["diff"]) == 0
    city.commit()
    assert gate() == 0
    assert gate("HEAD~1", "HEAD") == 1


def test_a_recorded_decision_lets_it_pass(city: Repository) -> None:
    decided = "title: D\nbody: c\ndate: 2026-06-01\nkind: {}\nconcerns: [indicator/i]\n"
    write(city, "decisions/d.yaml", decided.format("noted"))
    assert gate() == 1
    write(city, "decisions/d.yaml", decided.format("approved"))
    assert gate() == 0


def test_the_entry_that_is_offered_lets_it_pass_until_its_day_and_through_new_commits(
    city: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    gate()
    offered = capsys.readouterr().err
    write(city, "accepted.yaml", next(line for line in offered.splitlines() if line.startswith("- {")) + "\n")
    assert gate() == 1
    assert "city/accepted.yaml:1:" in capsys.readouterr().err
    write(city, "accepted.yaml", entry(offered))
    assert gate() == 0
    city.commit()
    city.git("mv", "city/indicators/i.yaml", "city/indicators/moved-i.yaml")
    city.git("mv", "city/indicators/moved-i.yaml", "city/indicators/i.yaml")
    assert gate("HEAD~1", "HEAD", "--lang", "sv") == 0
    capsys.readouterr()
    assert gate("HEAD~1", "HEAD", "--as-of", "2026-07-01") == 1
    assert "was accepted until 30 Jun 2026 (mayor); that day has passed" in capsys.readouterr().err


def test_another_file_of_accepted_differences_can_be_named(
    city: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    gate()
    (city.root / "ours.yaml").write_text(entry(capsys.readouterr().err), "utf-8")
    assert gate("--accepted", "../ours.yaml") == 0
    assert gate("--accepted", "none.yaml") == 2
    assert "The file of accepted differences none.yaml cannot be read: there is no such file" in capsys.readouterr().err


def test_an_entry_that_matches_nothing_is_told_and_fails_nothing(
    city: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    write(city, "indicators/i.yaml", INDICATOR.format(9))
    write(city, "accepted.yaml", "- {change: 000000000000, reason: Why, who: mayor, until: 2030-12-31}\n")
    assert gate() == 0
    assert "city/accepted.yaml:1:12: The accepted change 000000000000 is none of" in capsys.readouterr().err
    assert run(["diff"]) == 0
    assert "accepted.yaml" not in capsys.readouterr().err


def test_only_what_was_asked_for_can_fail(city: Repository) -> None:
    assert gate("--kind", "project") == 0
    assert gate("--goal", "a", "--weight", "decision") == 1
    write(city, "indicators/i.yaml", INDICATOR.format(10))
    assert gate() == 0
    assert gate("--fail-on", "notice") == 1


def test_a_decision_on_a_removed_goal_covers_what_went_with_it_and_lint_lets_it_name_it(
    city: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    (city.data / "goals/a.yaml").unlink()
    (city.data / "indicators/i.yaml").unlink()
    assert gate() == 1
    assert "concerns: [goal/a]\n" in capsys.readouterr().err
    write(city, "decisions/d.yaml", "title: D\nbody: c\ndate: 2026-06-01\nkind: decided\nconcerns: [goal/a]\n")
    assert gate() == 0
    capsys.readouterr()
    assert run(["lint", "--select", "unknown-id"]) == 0
    assert run(["report", "--as-of", "2026-06-30", "-f", "json=-"]) == 0
    (city.data / "decisions/d.yaml").write_text("title: D\nbody: c\ndate: 2026-06-01\nconcerns: [goal/zzz]\n", "utf-8")
    assert run(["lint", "--select", "unknown-id"]) == 1
    assert "only when the git history has it" in capsys.readouterr().out


def test_a_partial_comparison_is_no_ground_for_a_gate(city: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    assert gate("--lenient") == 2
    assert "leave out --lenient or --require-decision" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("date: 2026-06-01\nkind: proposed\nconcerns: [indicator/i]", "does not decide it: proposed (kind: proposed)"),
        ("date: 2026-06-01\nconcerns: [indicator/i]", "does not say what was done"),
        ("date: 2026-07-01\nkind: approved\nconcerns: [indicator/i]", "is dated in the future"),
        ("date: 2026-01-01\nkind: approved\nconcerns: [indicator/i]", "is from before the change"),
        ("date: 2026-06-01\nkind: approved\nconcerns: [goal/i]", "Did you mean indicator/i?"),
        ("date: 2026-06-01\nkind: approved\nconcerns: [indicator/ii]", "Did you mean indicator/i?"),
    ],
)
def test_a_decision_that_does_not_settle_a_weakening_is_told_with_the_reason(
    city: Repository, capsys: pytest.CaptureFixture[str], keys: str, told: str
) -> None:
    write(city, "decisions/d.yaml", f"title: D\nbody: c\nsection: § 7\n{keys}\n")
    assert gate() == 1
    said = capsys.readouterr().err
    assert told in said
    assert "2026 §\u00a07" in said


def test_what_a_removed_goal_brought_is_accepted_with_it(city: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    (city.data / "goals/a.yaml").unlink()
    (city.data / "indicators/i.yaml").unlink()
    gate()
    said = capsys.readouterr().err
    assert len(re.findall(r"^- \{change: ", said, re.MULTILINE)) == 1
    write(city, "accepted.yaml", entry(said))
    assert gate() == 0


def test_where_nothing_differs_from_the_last_commit_the_gate_says_what_to_compare_with(
    city: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    write(city, "indicators/i.yaml", INDICATOR.format(9))
    assert gate() == 0
    assert "strategy diff origin/main --require-decision" in capsys.readouterr().err
    assert run(["diff"]) == 0
    assert "origin/main" not in capsys.readouterr().err


def test_on_a_screen_the_gate_breaks_its_lines_at_spaces_and_leaves_entries_whole(
    city: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    name = "Share of residents who find that services are near enough to them"
    write(city, "indicators/i.yaml", INDICATOR.format(8).replace("name: I", f"name: {name}"))
    assert gate() == 1
    lines = capsys.readouterr().err.splitlines()
    assert [line for line in lines if len(line) > 60 and not line.startswith("- {change: ")] == []
    assert any(line.startswith("    ") for line in lines)
    entries = [line for line in lines if line.startswith("- {change: ")]
    assert all("}  # " in line for line in entries)
    assert len(entries) > 0


@pytest.mark.parametrize(
    ("file", "told"),
    [("none.yaml", "ei voi lukea: tiedostoa tai kansiota ei ole."), ("goals", "se on kansio, ei tiedosto.")],
)
def test_why_the_file_of_accepted_differences_cannot_be_read_is_told_in_the_reader_s_language(
    city: Repository, capsys: pytest.CaptureFixture[str], file: str, told: str
) -> None:
    assert gate("--accepted", file, "--lang", "fi") == 2
    assert told in capsys.readouterr().err
