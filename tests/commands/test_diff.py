"""Diff as its users meet it: real repositories with planted changes, both sides named, exit codes."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from strategy_cli.cli import run

CLEAN = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
WHO = {
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_AUTHOR_DATE": "2026-03-31T12:00:00+0300",
    "GIT_COMMITTER_DATE": "2026-03-31T12:00:00+0300",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}
ABOUT = "title: Strategia\nlanguages: [fi]\n"
GOAL = "name: Terveys\nowner: x\n"


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, env=CLEAN | WHO, capture_output=True, check=True)
    return done.stdout.decode().strip()


def put(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one committed strategy, tagged v1; the user stands at its root."""
    root = put(tmp_path / "city", {"strategy_data/strategy.yaml": ABOUT, "strategy_data/goals/health.yaml": GOAL})
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "one")
    git(root, "tag", "v1")
    monkeypatch.chdir(root)
    return root


def changed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert run(["diff", *arguments, "-f", "json"]) == 0
    return [change["change"] for change in json.loads(capsys.readouterr().out)["changes"]]


def test_nothing_changed(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "--fail-on", "wording"]) == 0
    out, err = capsys.readouterr()
    commit = git(repository, "rev-parse", "HEAD")[:7]
    assert out == ""
    assert err == (
        f"Vanha: Strategia (luonnos; HEAD, versio {commit}, 31.3.2026)\n"
        f"Uusi: Strategia (luonnos; työkansio, sama kuin versio {commit}, 31.3.2026)\n"
        "Ei muutoksia.\n"
    )


def test_working_tree_against_head(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(repository / "strategy_data", {"goals/health.yaml": GOAL + "binding: true\n", "goals/new.yaml": "name: Uusi\n"})
    assert run(["diff", "--lang", "en"]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "strategy_data/goals/health.yaml:3: decision goal-binding-added Terveys (fi): goal made binding: no → yes",
        "strategy_data/goals/new.yaml:1: decision goal-added Uusi (fi): goal added",
    ]
    assert "and uncommitted changes" in err
    assert err.endswith("For decision: 2. For notice: 0. Progress: 0. Wording: 0.\n")


def test_a_moved_file_and_a_new_order_are_no_change(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(repository / "strategy_data", {"goals/all.yaml": "# all\n- owner: 'x'\n  id: health\n  name: {fi: Terveys}\n"})
    (repository / "strategy_data/goals/health.yaml").unlink()
    assert changed(capsys) == []


def test_two_revisions(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(repository / "strategy_data", {"goals/health.yaml": "name: Terveys\n"})
    git(repository, "commit", "-q", "-a", "-m", "two")
    put(repository / "strategy_data", {"goals/health.yaml": "name: Jotain muuta\n"})
    assert changed(capsys, "v1", "HEAD") == ["goal-owner-removed"]
    assert changed(capsys, "HEAD", "v1") == ["goal-owner-added"]
    assert changed(capsys, "v1") == ["goal-name-replaced", "goal-owner-removed"]


def test_a_folder_against_a_revision_and_the_other_way(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(repository / "draft", {"strategy.yaml": ABOUT, "goals/health.yaml": GOAL + "weight: 2\n"})
    assert changed(capsys, "HEAD", "draft") == ["goal-weight-added"]
    assert changed(capsys, "draft", "HEAD") == ["goal-weight-removed"]
    assert changed(capsys, "draft") == ["goal-weight-removed"]


def test_a_folder_wins_over_a_revision_of_the_same_name(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(repository, "tag", "next")
    put(repository / "next", {"strategy.yaml": ABOUT})
    assert changed(capsys, "next") == ["goal-added"]
    (repository / "next" / "strategy.yaml").unlink()
    assert changed(capsys, "next") == []


def test_two_folders_need_neither_git_nor_a_data_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".git").mkdir()
    one = put(tmp_path / "one", {"strategy.yaml": ABOUT})
    put(tmp_path / "two", {"strategy.yaml": ABOUT, "goals/a.yaml": GOAL})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert changed(capsys, "one", "two") == ["goal-added"]
    monkeypatch.chdir(one)
    assert changed(capsys, "../two", ".") == ["goal-removed"]
    assert changed(capsys, "../two") == ["goal-removed"]
    assert run(["diff", "--lang", "en"]) == 2
    assert (
        capsys.readouterr().err
        == "strategy: Git was not found. Install git, or compare folders instead of revisions.\n"
    )


@pytest.mark.parametrize(("weight", "code"), [("decision", 0), ("notice", 1), ("progress", 1), ("wording", 1)])
def test_fail_on(repository: Path, weight: str, code: int) -> None:
    put(repository / "strategy_data", {"goals/health.yaml": GOAL.replace("x", "y")})
    assert run(["diff", "--fail-on", weight]) == code
    assert run(["diff", "--fail-on", weight, "--weight", "decision"]) == code


def test_two_folders_of_a_repository_are_named_with_their_commit(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(repository / "draft", {"strategy.yaml": ABOUT})
    assert run(["diff", "strategy_data", "draft"]) == 0
    commit = git(repository, "rev-parse", "HEAD")[:7]
    old, new, *_ = capsys.readouterr().err.splitlines()
    assert old == f"Vanha: Strategia (luonnos; kansio strategy_data; työkansio, sama kuin versio {commit}, 31.3.2026)"
    assert new == (
        f"Uusi: Strategia (luonnos; kansio draft; työkansio: versio {commit}, 31.3.2026, "
        "ja muutoksia, joita ei ole vielä viety versionhallintaan)"
    )


@pytest.mark.parametrize("comparing", [["diff"], ["report", "--since", "HEAD"]])
def test_what_a_sparse_checkout_leaves_out_is_not_called_removed(
    comparing: list[str], repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(repository, "sparse-checkout", "set", "--no-cone", "/strategy_data/strategy.yaml")
    assert run([*comparing, "--lang", "en"]) == 2
    assert "leaves some of the files of strategy_data out (sparse)" in capsys.readouterr().err
    assert changed(capsys, "v1", "HEAD") == []


def test_several_outputs_in_one_run(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(repository / "strategy_data", {"goals/health.yaml": GOAL + "description: Kuvaus\n"})
    assert run(["diff", "-f", "text", "-f", "md=out/changes.md", "-f", "json=out/changes.json"]) == 0
    assert capsys.readouterr().out.count("\n") == 1
    assert "| tavoite: Terveys | kuvaus lisättiin | – | Kuvaus |" in (repository / "out/changes.md").read_text("utf-8")
    assert json.loads((repository / "out/changes.json").read_text("utf-8"))["new"]["clean"] is False


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["no-such"], "The repository city has no revision no-such."),
        (["HEAD", "-x"], "no option -x"),
        (["--", "-x"], "-x is not a revision"),
        (["plain"], "The folder plain has no strategy.yaml"),
        (["../m2"], "../m2 is neither a folder nor a revision"),
        (["plain/notes.txt"], "plain/notes.txt is a file; the folder that it is in is wanted: plain"),
        (["empty-branch"], "has no strategy_data/strategy.yaml"),
        (["HEAD", "broken"], "broken cannot be compared, because it does not load (faults: 1, the first at broken/"),
        (["-f", "xml"], "There is no format xml here."),
    ],
)
def test_what_cannot_be_read_is_one_sentence(
    repository: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    put(repository, {"plain/notes.txt": "", "broken/strategy.yaml": ABOUT})
    tree = git(repository, "hash-object", "-t", "tree", "-w", os.devnull)
    git(repository, "branch", "empty-branch", git(repository, "commit-tree", tree, "-m", "nothing"))
    put(repository / "broken", {"goals/a.yaml": "name: A\nbinding: maybe\n"})
    options = ["--lang", "en", "--data", "strategy_data"]
    assert run(["diff", *options, *arguments]) == 2
    err = capsys.readouterr().err
    assert sentence in err
    assert "Traceback" not in err


def test_the_first_fault_is_told_in_the_language_of_the_sentence(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(repository / "strategy_data", {"goals/health.yaml": "name: A\nbinding: maybe\n"})
    assert run(["diff", "--lang", "sv"]) == 2
    err = capsys.readouterr().err
    assert "strategy_data kan inte jämföras" in err
    assert "strategy_data/goals/health.yaml:2:10" in err
    assert "maybe är " in err


def test_outside_a_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, {"strategy.yaml": ABOUT})
    monkeypatch.chdir(tmp_path)
    assert run(["diff", "--lang", "en"]) == 2
    assert "is not in a git repository" in capsys.readouterr().err


def test_a_strategy_at_the_root_of_its_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, {"strategy.yaml": ABOUT, "goals/health.yaml": GOAL})
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "one")
    put(tmp_path, {"goals/health.yaml": GOAL.replace("x", "y")})
    monkeypatch.chdir(tmp_path / "goals")
    assert run(["diff", "--lang", "en"]) == 0
    assert (
        capsys.readouterr().out == "goals/health.yaml:2: notice goal-owner-changed Terveys (fi): owner changed: x → y\n"
    )
