"""History as its users meet it: a real repository, what was known then and is now, every form, and what goes wrong."""

import json
from pathlib import Path

import pytest
from folders import Repository
from stages import ABOUT

from strategy_cli.cli import run

INDICATOR = "name: {en: Cargo, fi: Tavara}\ngoal: port\nowner: o\nunit: t\nbetter: up\n"
GOAL = "name: {en: Port, fi: Satama}\nowner: o\nbody: council\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A port whose cargo was revised, its target loosened by a decision, and the goal renamed and merged."""
    root = tmp_path_factory.mktemp("city")
    made = Repository(root, root / "strategy_data")
    made.git("init", "--quiet", "--initial-branch=main")
    files = {
        "strategy.yaml": ABOUT,
        "bodies/all.yaml": "- {id: council, name: Council, kind: council}\n",
        "owners/o.yaml": "title: Harbour Master\n",
        "goals/harbour.yaml": GOAL,
        "indicators/cargo.yaml": INDICATOR.replace("port", "harbour") + "targets: [{period: 2029, value: 900}]\n",
    }
    made.write(files)
    made.commit("Begin", day="2025-01-10")
    (made.data / "goals/harbour.yaml").unlink()
    targets = "targets: [{period: 2029, value: 900}]\n"
    about = {"strategy.yaml": ABOUT}
    made.write({**about, "goals/port.yaml": GOAL + "formerly: [harbour]\n"})
    values = "values: {2024: {value: 500, preliminary: true}}\n"
    made.write({**about, "indicators/cargo.yaml": INDICATOR + targets + values})
    made.commit("First figures", day="2025-03-10")
    values = "values: {2024: 470}\n"
    made.write({**about, "indicators/cargo.yaml": INDICATOR + targets.replace("900", "800") + values})
    decision = "title: Targets\nbody: council\ndate: 2025-06-09\nsection: § 5\nkind: decided\nconcerns: [goal/port]\n"
    made.write({**about, "decisions/d.yaml": decision})
    made.commit("Council | § 5", day="2025-06-10")
    return made.data


@pytest.fixture(autouse=True)
def here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "80")


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["history", *arguments]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out.replace("\u00a0", " ")


def test_an_auditor_sees_what_was_known_then_and_what_is_now(capsys: pytest.CaptureFixture[str]) -> None:
    rows = told(capsys, "indicator/cargo", "--as-of", "2025-05-31", "--lang", "en").splitlines()
    assert "What was known on 31 May 2025, and what is known now" in rows
    shown = [" ".join(row.split()) for row in rows]
    assert "Actual 2024 (corrected) 500 t 470 t" in shown
    assert "Target 900 t (2029) 800 t (2029)" in shown


@pytest.mark.parametrize(
    ("thing", "day", "row"),
    [
        ("port", "2025-02-01", "Last day 31 Dec 2029 31 Dec 2029"),
        ("o", "2025-02-01", "Name Harbour Master Harbour Master"),
        ("cargo", "2025-02-01", "Target 900 t (2029) 800 t (2029)"),
        ("d", "2025-02-01", "On 1 Feb 2025 this was not there."),
        ("cargo", "2024-12-31", "The history begins 10 Jan 2025, so it does not tell what was known on 31 Dec 2024."),
    ],
)
def test_something_is_told_of_any_day(thing: str, day: str, row: str, capsys: pytest.CaptureFixture[str]) -> None:
    shown = " ".join(told(capsys, thing, "--as-of", day, "--lang", "en").split())
    assert row in shown


def test_every_change_is_told_with_its_day_commit_weight_and_decision(capsys: pytest.CaptureFixture[str]) -> None:
    shown = told(capsys, "cargo", "--lang", "en")
    assert shown.startswith("Cargo\nIndicator, indicator/cargo\nThere from the beginning of the history, 10 Jan")
    assert "Figures altered after they were recorded: 2 of 2." in shown
    parts = shown.partition("\nChanges\n")[2].splitlines()
    assert parts[0].startswith("10 Mar 2025  ")
    assert parts[0].endswith("  First figures")
    assert "  For decision  target loosened (2029): 900 t → 800 t" in parts
    assert "                weakening; Council 9 Jun 2025 § 5" in parts


def test_the_lead_tells_how_much_has_changed_and_what_nobody_decided(capsys: pytest.CaptureFixture[str]) -> None:
    shown = " ".join(told(capsys, "cargo", "--lang", "en").split())
    assert (
        "Changes since 10 Jan 2025: 4. Changes of targets: 1. Values altered after they were recorded: 1. "
        "Changes without a recorded decision: 0. By weight: for decision 1, for notice 1, progress 2, wording 0."
        in shown
    )
    found = json.loads(told(capsys, "cargo", "-f", "json"))["summary"]
    assert found == {"changes": 4, "target_changes": 1, "values_altered": 1, "undecided": 0}
    assert "Changes of targets" not in told(capsys, "port", "--lang", "en")


@pytest.mark.parametrize("kind", ["tavoite", "mål", "goal", "Tavoite"])
def test_a_kind_is_called_as_its_readers_call_it(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, f"{kind}/port", "--lang", "en") == told(capsys, "goal/port", "--lang", "en")


def test_a_thing_is_known_by_its_former_id(capsys: pytest.CaptureFixture[str]) -> None:
    shown = told(capsys, "harbour", "--lang", "fi")
    assert shown == told(capsys, "goal/port", "--lang", "fi")
    assert shown.startswith("Satama\nTavoite, goal/port\n")
    assert "Tunnus oli harbour, kunnes se vaihdettiin 10.3.2025.\n" in shown


@pytest.mark.parametrize(
    ("arguments", "changes", "hidden"),
    [
        ((), 4, 0),
        (("--weight", "notice"), 2, 2),
        (("--weight", "decision"), 1, 3),
        (("--since", "2025-06-10"), 3, 1),
        (("--since", "2025-06-11"), 0, 4),
    ],
)
def test_fewer_changes_may_be_asked_for(
    arguments: tuple[str, ...], changes: int, hidden: int, capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads(told(capsys, "cargo", "-f", "json", *arguments))
    assert (len(found["changes"]), found["hidden"]) == (changes, hidden)
    shown = told(capsys, "cargo", "--lang", "en", *arguments)
    assert ("No changes." in shown) is (changes == 0)
    assert (f"Changes not shown: {hidden}." in shown) is (hidden > 0)


def test_markdown_is_fit_for_the_minutes(capsys: pytest.CaptureFixture[str]) -> None:
    shown = told(capsys, "cargo", "-f", "md", "--lang", "sv", "--as-of", "2025-05-31")
    assert shown.startswith("# Cargo (en)\n\n- Indikator, indicator/cargo\n")
    assert "| Utfallet för 2024 (rättat) | 500 t | 470 t |" in shown
    assert "| utfall | 2024 | 10.3.2025 | 500 t (preliminär uppgift) | 470 t |" in shown
    assert "| 900 t | 800 t | Council (en) 9.6.2025 § 5 |" in shown


def test_what_is_not_committed_is_told_last(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = folder / "goals/port.yaml"
    kept = file.read_bytes()
    try:
        file.write_bytes(kept + b"binding: true\n")
        found = json.loads(told(capsys, "port", "-f", "json"))
        assert found["changes"][-1]["commit"] is None
        assert "\nnot committed yet\n" in told(capsys, "port", "--lang", "en")
        file.rename(folder / "goals/haven.yaml")
        (folder / "goals/haven.yaml").write_bytes(kept + b"continues: [port]\n")
        assert "\nNot committed yet.\n" in told(capsys, "haven", "--lang", "en")
        assert "\nRemoved in the folder, which is not committed yet.\n" in told(capsys, "port", "--lang", "en")
        (folder / "goals/haven.yaml").write_bytes(kept.replace(b"[harbour]", b"[harbour, port]"))
        assert "\nIts id is port in what is committed.\n" in told(capsys, "haven", "--lang", "en")
    finally:
        (folder / "goals/haven.yaml").unlink(missing_ok=True)
        file.write_bytes(kept)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Say whose history to tell, by kind and id, for example: goal/harbour, goal/port"),
        (("tavoite/",), "Say whose history to tell, by kind and id, for example: goal/harbour, goal/port"),
        (("x/y",), "There is no kind of thing called x. Kinds: goal, indicator, project,"),
        (("tavoite/pord",), "There never was any goal/pord in the version history. Did you mean goal/port?"),
        (("pord",), "There never was any pord in the version history. Did you mean goal/port?"),
        (("indicator/port",), "There never was any indicator/port in the version history. Did you mean goal/port?"),
        (("zebra",), "There never was any zebra in the version history."),
        (("port", "-f", "pdf"), "There is no format pdf here."),
        (("port", "--as-of", "31.5.2025"), "31.5.2025"),
        ((" ",), "empty"),
    ],
)
def test_what_cannot_be_told_is_said_in_a_sentence(
    arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["history", *arguments, "--lang", "en"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.count("\n") == 1


def test_outside_git_there_is_no_history(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = Repository(tmp_path, tmp_path / "strategy_data")
    made.write({})
    for _ in ("no repository", "no commit"):
        assert run(["history", "strategy", "--data", str(made.data), "--lang", "en"]) == 2
        assert "has not been committed, so it has no history to tell." in capsys.readouterr().err
        made.git("init", "--quiet")


def test_things_are_completed_by_kind_and_id(folder: Path) -> None:
    from types import SimpleNamespace

    from strategy_cli.cli import completion

    offered = completion.anything(SimpleNamespace(params={"lang": "fi"}), "")
    assert [name for name, _ in offered] == [
        "goal/port",
        "indicator/cargo",
        "owner/o",
        "body/council",
        "decision/d",
    ]
    assert completion.anything(SimpleNamespace(params={"lang": "fi"}), "goal/p") == [("goal/port", "Satama")]
