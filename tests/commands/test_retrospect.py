"""Retrospect as its users meet it: a real repository, from and to a day or a revision, and what goes wrong."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from folders import Repository
from stages import ABOUT

from strategy_cli.cli import run

PROJECT = "name: {en: Quay, fi: Laituri}\nstatus: %s\nperiod: {from: 2025-02-01, until: %s}\n"


WAITING = {"postponed": 1, "unstarted": 1, "silent_projects": 1, "ownerless": 1}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A quay that was postponed twice and cancelled, in three commits after the first."""
    root = tmp_path_factory.mktemp("city")
    repository = Repository(root, root / "strategy_data")
    repository.git("init", "--quiet", "--initial-branch=main")
    steps = [
        ("approved", "2025-12-31"),
        ("approved", "2026-06-30"),
        ("approved", "2026-12-31"),
        ("cancelled", "2026-12-31"),
    ]
    for number, (status, until) in enumerate(steps, 1):
        repository.write({"strategy.yaml": ABOUT, "projects/quay.yaml": PROJECT % (status, until)})
        repository.commit(f"Step {number}", day=f"2025-0{number}-15")
        repository.git("tag", f"v{number}")
    return repository


@pytest.fixture
def told(made: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    monkeypatch.chdir(made.root)
    monkeypatch.setenv("COLUMNS", "80")

    def asked(*arguments: str) -> str:
        assert run(["retrospect", *arguments]) == 0
        out, err = capsys.readouterr()
        assert err == ""
        return out

    return asked


def counts(written: str) -> dict[str, Any]:
    return {key: held["count"] for key, held in json.loads(written)["counts"].items() if held["count"]}


@pytest.mark.parametrize(
    ("arguments", "answers"),
    [
        ((), {"postponed": 1, "cancelled": 1, "undecided": 3, "ownerless": 1}),
        (
            ("--as-of", "2025-03-20"),
            {**WAITING, "undecided": 2},
        ),
        (("--since", "v3"), {"cancelled": 1, "undecided": 1, "ownerless": 1}),
        (("--since", "2025-03-20"), {"cancelled": 1, "undecided": 1, "ownerless": 1}),
        (
            ("--since", "@2025-02-20", "--as-of", "2025-03-20"),
            {**WAITING, "undecided": 1},
        ),
    ],
)
def test_questions_are_answered_of_the_time_asked_for(
    arguments: tuple[str, ...], answers: dict[str, int], told: Callable[..., str]
) -> None:
    assert counts(told("-f", "json", *arguments)) == answers


def test_counts_come_first_and_what_is_nothing_in_a_line(told: Callable[..., str]) -> None:
    shown = told("--lang", "en")
    title, time, empty, rest = shown.split("\n", 3)
    assert title == "Strategy: looking back"
    assert time.startswith("Versions 15 Jan 2025 – 15 Apr 2025: 4. Assessed as of ")
    assert empty == ""
    assert rest.startswith("  - Never owned: 1 of 1\n  - Things whose date was postponed: 1 of 2\n")
    assert "Cancelled projects\nCancelled: 1 of 1 projects that there have been.\n" in shown
    before, sentence, after = shown.partition("No target was loosened.")
    assert sentence
    assert "\nDates postponed\n" in after
    assert "Dates postponed" not in before
    assert "Dates postponed\nA date was put off: 1 of 2 things that can have one.\n" in shown


def test_markdown_has_a_table_a_question(told: Callable[..., str]) -> None:
    shown = told("--lang", "fi", "-f", "md")
    assert "## Siirretyt määräajat\n\nMääräaikaa siirrettiin myöhemmäksi: 1 (asioita," in shown
    assert (
        "| Laituri (projekti) | viimeinen päivä: 31.12.2025 → 31.12.2026 | 2 | 365 | ei kirjattua päätöstä |" in shown
    )
    assert "- Perutut projektit: 1 (kaikkiaan 1)\n" in shown
    assert " Yhtään tavoitetasoa ei lievennetty. " in shown


def test_what_is_not_committed_is_not_counted_and_that_is_said(
    made: Repository, told: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    file = made.data / "projects/quay.yaml"
    kept = file.read_bytes()
    try:
        file.write_text(PROJECT % ("closed", "2025-01-31"), "utf-8")
        assert run(["retrospect", "--lang", "en", "-f", "json"]) == 0
        out, err = capsys.readouterr()
    finally:
        file.write_bytes(kept)
    assert counts(out)["cancelled"] == 1
    assert err == "Changes that are not committed yet are not counted.\n"


def test_a_history_that_begins_late_says_so(
    made: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shallow = tmp_path / "shallow"
    made.git("clone", "--quiet", "--depth=2", f"file://{made.root}", str(shallow))
    assert run(["retrospect", "--lang", "en", "--data", str(shallow / "strategy_data")]) == 0
    shown = capsys.readouterr().out
    assert shown.splitlines()[1].startswith("Only the end of the version history is here, from 15 Mar 2025")
    assert run(["history", "quay", "--lang", "en", "--data", str(shallow / "strategy_data"), "-f", "md"]) == 0
    assert capsys.readouterr().out.startswith("# Quay\n\nOnly the end of the version history is here")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--as-of", "2024-01-01"), "begins on"),
        (("--since", "2024-01-01"), "begins on"),
        (("--since", "2030-01-01"), "There is nothing to tell after 1 Jan 2030: everything is told as of "),
        (("--since", "2025-04-01", "--as-of", "2025-03-31"), "nothing to tell after 1 Apr 2025"),
        (("--since", "v4", "--as-of", "2025-03-31"), "nothing to tell after v4: everything is told as of 31 Mar 2025"),
        (("--since", "v9"), "has no revision v9"),
        (("--since", "aside"), "The revision aside is not among the versions of this branch."),
        (("-f", "csv"), "There is no format csv here."),
    ],
)
def test_what_cannot_be_told_is_said_in_a_sentence(
    arguments: tuple[str, ...], said: str, made: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    made.git("tag", "--force", "aside", made.git("commit-tree", "HEAD^{tree}", "-m", "aside"))
    assert run(["retrospect", *arguments, "--lang", "en", "--data", str(made.data)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
